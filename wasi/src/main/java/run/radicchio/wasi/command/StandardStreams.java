package run.radicchio.wasi.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import run.radicchio.wasi.StandardStream;
import run.radicchio.wasi.streams.ByteWriter;
import run.radicchio.wasi.streams.InputPump;
import run.radicchio.wasi.streams.Sink;

/**
 * The standard streams, which all guests that they are given to share.
 *
 * @param terminals those that are terminals
 */
public record StandardStreams(
    InputPump in, ByteWriter out, ByteWriter err, Set<StandardStream> terminals) {

  /** Streams of Java's. */
  public static StandardStreams of(
      InputStream in, OutputStream out, OutputStream err, Set<StandardStream> terminals) {
    return new StandardStreams(
        new InputPump(in),
        new ByteWriter(Sink.of(out)),
        new ByteWriter(Sink.of(err)),
        Set.copyOf(terminals));
  }

  /** Waits until all that guests wrote is written. */
  public void awaitIdle() throws InterruptedException {
    out.awaitIdle();
    err.awaitIdle();
  }
}
