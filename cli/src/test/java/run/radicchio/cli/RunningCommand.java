package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The command while it goes on, until it is told to end. */
final class RunningCommand implements AutoCloseable {
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final StringWriter err = new StringWriter();
  private final BufferedReader printed;
  private final Thread thread;

  /** Begins. */
  RunningCommand(String... arguments) throws IOException {
    PipedWriter out = new PipedWriter();
    printed = new BufferedReader(new PipedReader(out));
    StandardStreams streams =
        new StandardStreams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Set.of());
    thread =
        Thread.ofPlatform()
            .start(
                () ->
                    exitCode.complete(
                        Radicchio.commandLine(streams)
                            .setOut(new PrintWriter(out, true))
                            .setErr(new PrintWriter(err, true))
                            .execute(arguments)));
  }

  /** The next line that it prints; waits for it. */
  String nextLine() throws IOException {
    return printed.readLine();
  }

  /** What it has written to standard error, once there is any. */
  String firstSaid() throws InterruptedException {
    while (said().isEmpty() && !exitCode.isDone()) {
      Thread.sleep(10);
    }
    return said();
  }

  /** What it has written to standard error. */
  String said() {
    synchronized (err.getBuffer()) {
      return err.toString();
    }
  }

  /** Waits until it ends by itself. */
  int exitCode() {
    return exitCode.join();
  }

  /** Ends it as a signal does. */
  @Override
  public void close() {
    thread.interrupt();
    assertEquals(0, exitCode.join(), said());
  }
}
