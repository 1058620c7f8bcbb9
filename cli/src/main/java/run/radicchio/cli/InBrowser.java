package run.radicchio.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import picocli.CommandLine.ExitCode;
import run.radicchio.streaming.StreamLimits;
import run.radicchio.streaming.StreamServer;
import run.radicchio.streaming.StreamedProgram;
import run.radicchio.streaming.WhenAlone;
import run.radicchio.surface.display.Display;

/**
 * One run of a component, which begins when somebody opens the address that is printed, and ends
 * when the component does or nobody watches any more.
 */
final class InBrowser implements StreamedProgram {
  private final ToIntFunction<Display> component;
  private final Runnable left;
  private final AtomicBoolean hasBegun = new AtomicBoolean();
  private final CompletableFuture<Integer> result = new CompletableFuture<>();
  private final CompletableFuture<String> session = new CompletableFuture<>();

  /**
   * Does not run yet.
   *
   * @param left is told when nobody is there any more to see what the component draws
   */
  InBrowser(ToIntFunction<Display> component, Runnable left) {
    this.component = component;
    this.left = left;
  }

  /** On the thread of the first session; there is no second run for another. */
  @Override
  public String run(Display display) {
    if (hasBegun.compareAndSet(false, true)) {
      try {
        result.complete(component.applyAsInt(display));
      } catch (RuntimeException | Error failure) {
        result.completeExceptionally(failure);
        throw failure;
      }
    }
    return "the program has ended";
  }

  /**
   * Waits for somebody, and then for the end.
   *
   * @param err where the address is printed
   * @return what the component's run returns
   */
  int run(PrintWriter err) {
    try (StreamServer server = new StreamServer(this, options())) {
      err.println("radicchio: shown on " + server.invitation());
      err.flush();
      return result.thenCombine(session, (status, _) -> status).get();
    } catch (UncheckedIOException unavailable) {
      throw Failure.of("--display browser: " + unavailable.getCause().getMessage());
    } catch (InterruptedException end) {
      return ExitCode.OK;
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failure.getCause());
    }
  }

  private StreamServer.Options options() {
    StreamLimits usual = StreamLimits.defaults();
    StreamLimits.Clients clients = usual.clients();
    StreamLimits.Clients ofOneSession =
        new StreamLimits.Clients(
            1,
            clients.viewers(),
            clients.connections(),
            clients.messageBytes(),
            clients.messagesPerSecond());
    return new StreamServer.Options(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        null,
        List.of(),
        new StreamLimits(ofOneSession, usual.video(), usual.times()),
        WhenAlone.END,
        this::ended);
  }

  private void ended(String report) {
    left.run();
    session.complete(report);
  }
}
