package run.radicchio.webgpu.dawn.object;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How many of Dawn's objects this side holds, by kind: what a leak shows in. */
public final class LiveObjects {
  private final Map<ObjectKind, AtomicInteger> counts = new EnumMap<>(ObjectKind.class);

  /** Counts from zero. */
  public LiveObjects() {
    for (ObjectKind kind : ObjectKind.values()) {
      counts.put(kind, new AtomicInteger());
    }
  }

  /** One more is held. */
  public void created(ObjectKind kind) {
    counts.get(kind).incrementAndGet();
  }

  /** One is no longer held. */
  public void released(ObjectKind kind) {
    counts.get(kind).decrementAndGet();
  }

  /** The kinds of which there are any, with their numbers. */
  public Map<ObjectKind, Integer> snapshot() {
    Map<ObjectKind, Integer> snapshot = new EnumMap<>(ObjectKind.class);
    counts.forEach(
        (kind, count) -> {
          if (count.get() != 0) {
            snapshot.put(kind, count.get());
          }
        });
    return snapshot;
  }
}
