package run.radicchio.component.canon;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made for the canonical definitions of a component: once, however many instances there
 * are. Definitions are told apart by identity. Safe for use by several threads.
 */
public final class CodecCache {
  private final Map<Object, Object> made = Collections.synchronizedMap(new IdentityHashMap<>());

  /** What was made of a class for a definition, which is made now where it was not. */
  <T> T get(Object definition, Class<T> type, Supplier<T> maker) {
    return type.cast(made.computeIfAbsent(definition, _ -> maker.get()));
  }
}
