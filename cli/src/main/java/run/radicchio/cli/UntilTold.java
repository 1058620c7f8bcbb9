package run.radicchio.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** A command that goes on until it is told to end. */
final class UntilTold {
  private UntilTold() {}

  /**
   * Waits until the thread is interrupted. A signal ends the process without that it is: then the
   * JVM waits for its hooks, and so for what is under way.
   *
   * @param out where to say that it has begun
   * @param begun what to say
   * @param close ends what goes on, when a signal comes
   */
  static void await(PrintWriter out, String begun, Runnable close) {
    Thread hook = new Thread(close, "radicchio-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    out.println(begun);
    out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      // As it should be.
    }
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
