package run.radicchio.component;

import org.jspecify.annotations.Nullable;

/**
 * A value of WIT's {@code result<T, E>} where it is not the whole result of a function: an element
 * of a list, a field, what a future gives. (A function that returns {@code result<T, E>} is a
 * method that returns {@code T} and throws.)
 *
 * @param <T> the type of the payload of {@code ok}; {@code Void} where it has none
 * @param <E> the type of the payload of {@code err}; {@code Void} where it has none
 */
public sealed interface Result<T extends @Nullable Object, E extends @Nullable Object> {

  /**
   * Success.
   *
   * @param value the payload; null where the type has none, or where the payload is an absent
   *     option
   */
  record Ok<T extends @Nullable Object, E extends @Nullable Object>(T value)
      implements Result<T, E> {}

  /**
   * Failure.
   *
   * @param error the payload; null where the type has none, or where the payload is an absent
   *     option
   */
  record Err<T extends @Nullable Object, E extends @Nullable Object>(E error)
      implements Result<T, E> {}

  /** Success with a payload. */
  static <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> ok(T value) {
    return new Ok<>(value);
  }

  /** Failure with a payload. */
  static <T extends @Nullable Object, E extends @Nullable Object> Result<T, E> err(E error) {
    return new Err<>(error);
  }
}
