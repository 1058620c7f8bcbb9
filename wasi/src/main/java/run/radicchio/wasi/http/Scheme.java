package run.radicchio.wasi.http;

import run.radicchio.component.wit.WitName;

/** By which protocol a request goes. */
public sealed interface Scheme {
  /** In the clear. */
  @WitName("HTTP")
  record Http() implements Scheme {}

  /** Encrypted. */
  @WitName("HTTPS")
  record Https() implements Scheme {}

  /** Another, by its name. */
  record Other(String name) implements Scheme {}
}
