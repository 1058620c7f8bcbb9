package run.radicchio.wasi.p3.sockets;

import org.jspecify.annotations.Nullable;

/** Why an operation on sockets failed. */
public sealed interface ErrorCode {
  /** The guest may not do this, or not with that address. */
  record AccessDenied() implements ErrorCode {}

  /** The host or its system cannot do this. */
  record NotSupported() implements ErrorCode {}

  /** An argument makes no sense. */
  record InvalidArgument() implements ErrorCode {}

  /** There is not enough memory. */
  record OutOfMemory() implements ErrorCode {}

  /** It took too long. */
  record Timeout() implements ErrorCode {}

  /** The socket is in no state for this. */
  record InvalidState() implements ErrorCode {}

  /** The address is none that could be bound to. */
  record AddressNotBindable() implements ErrorCode {}

  /** The address is in use, or there are no ports left. */
  record AddressInUse() implements ErrorCode {}

  /** No way leads to the remote address. */
  record RemoteUnreachable() implements ErrorCode {}

  /** The peer refused the connection. */
  record ConnectionRefused() implements ErrorCode {}

  /** The peer takes nothing more. */
  record ConnectionBroken() implements ErrorCode {}

  /** The peer reset the connection. */
  record ConnectionReset() implements ErrorCode {}

  /** The connection was aborted. */
  record ConnectionAborted() implements ErrorCode {}

  /** The datagram is too large. */
  record DatagramTooLarge() implements ErrorCode {}

  /**
   * Something else.
   *
   * @param description what, for people; null where there is nothing to say
   */
  record Other(@Nullable String description) implements ErrorCode {}
}
