package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.dawn.object.EventPump;

/**
 * The errors of a device that no scope captured. Each stream that was asked for gets all errors
 * from then on; where there is none they are logged, as browsers do.
 */
final class UncapturedErrors {
  private static final System.Logger LOG = System.getLogger(UncapturedErrors.class.getName());

  /** A program that fails in a loop must not fill the log. */
  private static final int MOST_LOGGED = 100;

  private final EventPump pump;
  private final List<ErrorStream> streams = new CopyOnWriteArrayList<>();
  private final AtomicInteger logged = new AtomicInteger();
  private volatile boolean ended;

  UncapturedErrors(EventPump pump) {
    this.pump = pump;
  }

  /** A stream of the errors from now on, for one subscriber. It ends when the device is lost. */
  Flow.Publisher<GpuError> stream() {
    ErrorStream stream = new ErrorStream(pump, streams::remove);
    streams.add(stream);
    if (ended) {
      end();
    }
    return stream;
  }

  void report(GpuError error) {
    if (streams.isEmpty()) {
      log(error);
    }
    for (ErrorStream stream : streams) {
      stream.add(error);
    }
  }

  /** No more errors will come. */
  void end() {
    ended = true;
    for (ErrorStream stream : streams) {
      stream.end();
    }
    streams.clear();
  }

  private void log(GpuError error) {
    int count = logged.incrementAndGet();
    if (count <= MOST_LOGGED) {
      LOG.log(
          System.Logger.Level.WARNING,
          "an error of a GPU device that nobody listens to: {0}{1}",
          error.message(),
          count == MOST_LOGGED ? " (further errors of this device are not logged)" : "");
    }
  }
}
