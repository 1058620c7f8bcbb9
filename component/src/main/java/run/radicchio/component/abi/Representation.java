package run.radicchio.component.abi;

import org.jspecify.annotations.Nullable;

/** What Java values must be to be lowered. */
final class Representation {
  private Representation() {}

  /** The value as an object of a class, or a clear error where it is another or null. */
  static <T> T require(Class<T> expected, @Nullable Object value) {
    if (expected.isInstance(value)) {
      return expected.cast(value);
    }
    throw new IllegalArgumentException(
        "a value must be a %s, but is %s"
            .formatted(
                expected.getName(), value == null ? "null" : "a " + value.getClass().getName()));
  }
}
