package run.radicchio.wasi.p3.http;

import org.jspecify.annotations.Nullable;

/** Why fields were not changed. */
public sealed interface HeaderError {
  /** A name or value is none of HTTP. */
  record InvalidSyntax() implements HeaderError {}

  /** The field is the host's. */
  record Forbidden() implements HeaderError {}

  /** The fields cannot be changed, or not any more. */
  record Immutable() implements HeaderError {}

  /** The fields would be larger than the host allows. */
  record SizeExceeded() implements HeaderError {}

  /**
   * Something else.
   *
   * @param description what it is, for people; null where there is nothing to say
   */
  record Other(@Nullable String description) implements HeaderError {}
}
