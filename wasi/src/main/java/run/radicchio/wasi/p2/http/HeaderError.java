package run.radicchio.wasi.p2.http;

/** Why fields were not changed. */
public sealed interface HeaderError {
  /** A name or value is none of HTTP. */
  record InvalidSyntax() implements HeaderError {}

  /** The field is the host's. */
  record Forbidden() implements HeaderError {}

  /** The fields cannot be changed, or not any more. */
  record Immutable() implements HeaderError {}
}
