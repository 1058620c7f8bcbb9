package run.radicchio.wasi.p3.http;

import org.jspecify.annotations.Nullable;

/** Why options were not set. */
public sealed interface RequestOptionsError {
  /** The host has no such option. */
  record NotSupported() implements RequestOptionsError {}

  /** The options cannot be changed any more. */
  record Immutable() implements RequestOptionsError {}

  /**
   * Something else.
   *
   * @param description what it is, for people; null where there is nothing to say
   */
  record Other(@Nullable String description) implements RequestOptionsError {}
}
