package run.radicchio.wasi.network;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;

/** An operation on the network failed, for a reason that guests are told. */
public final class NetworkFailure extends IOException {
  private static final long serialVersionUID = 1;

  /** What Java has only the system's words for. */
  private static final Map<String, ErrorCode> CODES_OF_REASONS =
      Map.ofEntries(
          Map.entry("Permission denied", ErrorCode.ACCESS_DENIED),
          Map.entry("Operation not permitted", ErrorCode.ACCESS_DENIED),
          Map.entry("Operation not supported", ErrorCode.NOT_SUPPORTED),
          Map.entry("Protocol not available", ErrorCode.NOT_SUPPORTED),
          Map.entry("Address family not supported by protocol", ErrorCode.NOT_SUPPORTED),
          Map.entry("Protocol family not supported", ErrorCode.NOT_SUPPORTED),
          Map.entry("Invalid argument", ErrorCode.INVALID_ARGUMENT),
          Map.entry("Cannot allocate memory", ErrorCode.OUT_OF_MEMORY),
          Map.entry("No buffer space available", ErrorCode.OUT_OF_MEMORY),
          Map.entry("Connection timed out", ErrorCode.TIMEOUT),
          Map.entry("Operation timed out", ErrorCode.TIMEOUT),
          Map.entry("Too many open files", ErrorCode.NEW_SOCKET_LIMIT),
          Map.entry("Too many open files in system", ErrorCode.NEW_SOCKET_LIMIT),
          Map.entry("Cannot assign requested address", ErrorCode.ADDRESS_NOT_BINDABLE),
          Map.entry("Can't assign requested address", ErrorCode.ADDRESS_NOT_BINDABLE),
          Map.entry("Address already in use", ErrorCode.ADDRESS_IN_USE),
          Map.entry("No route to host", ErrorCode.REMOTE_UNREACHABLE),
          Map.entry("Host is down", ErrorCode.REMOTE_UNREACHABLE),
          Map.entry("Network is unreachable", ErrorCode.REMOTE_UNREACHABLE),
          Map.entry("Network is down", ErrorCode.REMOTE_UNREACHABLE),
          Map.entry("Connection refused", ErrorCode.CONNECTION_REFUSED),
          Map.entry("Connection reset", ErrorCode.CONNECTION_RESET),
          Map.entry("Connection reset by peer", ErrorCode.CONNECTION_RESET),
          Map.entry("Software caused connection abort", ErrorCode.CONNECTION_ABORTED),
          Map.entry("Message too long", ErrorCode.DATAGRAM_TOO_LARGE));

  private final ErrorCode code;

  NetworkFailure(ErrorCode code) {
    this(code, null);
  }

  private NetworkFailure(ErrorCode code, @Nullable Throwable cause) {
    super(code.toString(), cause);
    this.code = code;
  }

  /** Why it failed. */
  ErrorCode code() {
    return code;
  }

  /**
   * What a failure of Java's means to guests.
   *
   * @throws Trap {@code INTERRUPTED} if the thread was interrupted, which is how guests are stopped
   */
  static NetworkFailure of(IOException failure) {
    return switch (failure) {
      case NetworkFailure known -> known;
      case ClosedByInterruptException interruption ->
          throw new Trap(
              Trap.Kind.INTERRUPTED, "the guest was interrupted at a socket", interruption);
      default -> new NetworkFailure(codeOf(failure), failure);
    };
  }

  private static ErrorCode codeOf(IOException failure) {
    return switch (failure) {
      case ClosedChannelException _ -> ErrorCode.INVALID_STATE;
      case NoRouteToHostException _ -> ErrorCode.REMOTE_UNREACHABLE;
      case UnknownHostException _ -> ErrorCode.NAME_UNRESOLVABLE;
      default -> codeOfReason(failure.getMessage());
    };
  }

  private static ErrorCode codeOfReason(@Nullable String reason) {
    return reason == null
        ? ErrorCode.UNKNOWN
        : CODES_OF_REASONS.getOrDefault(reason, ErrorCode.UNKNOWN);
  }
}
