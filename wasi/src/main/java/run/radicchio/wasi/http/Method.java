package run.radicchio.wasi.http;

/** What a request wants. */
public sealed interface Method {
  /** GET. */
  record Get() implements Method {}

  /** HEAD. */
  record Head() implements Method {}

  /** POST. */
  record Post() implements Method {}

  /** PUT. */
  record Put() implements Method {}

  /** DELETE. */
  record Delete() implements Method {}

  /** CONNECT. */
  record Connect() implements Method {}

  /** OPTIONS. */
  record Options() implements Method {}

  /** TRACE. */
  record Trace() implements Method {}

  /** PATCH. */
  record Patch() implements Method {}

  /** Another, by its name. */
  record Other(String name) implements Method {}
}
