package run.radicchio.webgpu.dawn.object;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Java objects by number, for Dawn to carry as the userdata of callbacks. */
final class Tokens<T> {
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, T> objects = new ConcurrentHashMap<>();

  long add(T object) {
    long token = last.incrementAndGet();
    objects.put(token, object);
    return token;
  }

  /** Null if it was taken out. */
  @Nullable T get(long token) {
    return objects.get(token);
  }

  /** Takes it out; null if it was before. */
  @Nullable T remove(long token) {
    return objects.remove(token);
  }
}
