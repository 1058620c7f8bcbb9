package run.radicchio.conformance.wasi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of a test; {@code doc/specification.md} of the suite says what each is. */
sealed interface Operation {
  /**
   * Starts the program.
   *
   * @param root the name of the folder that it is given, beside the specification
   */
  record Run(List<String> arguments, Map<String, String> environment, @Nullable String root)
      implements Operation {}

  /** Gives it no more input, and waits for its end. */
  record Wait(int exitCode) implements Operation {}

  /** Writes to its standard input. */
  record Write(String payload) implements Operation {}

  /** Reads as much from a standard stream of it as is expected there. */
  record Read(String stream, String payload) implements Operation {}

  /** Connects to the address of a line that it prints. */
  record Connect(String socket) implements Operation {}

  /** Sends by a connection. */
  record Send(String socket, String payload) implements Operation {}

  /** Receives as much from a connection as is expected there. */
  record Receive(String socket, String payload) implements Operation {}

  /**
   * Sends a request to the address that the service says it has.
   *
   * @param answer what must come back; other headers than these may, too
   */
  record Request(
      String method, String path, Map<String, String> headers, String body, Answer answer)
      implements Operation {}

  /** Has it end by a signal. */
  record Kill() implements Operation {}

  /** What answers a request. */
  record Answer(int status, Map<String, String> headers, String body) {}
}
