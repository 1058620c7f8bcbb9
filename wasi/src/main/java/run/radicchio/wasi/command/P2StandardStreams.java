package run.radicchio.wasi.command;

import run.radicchio.wasi.p2.cli.Stderr;
import run.radicchio.wasi.p2.cli.Stdin;
import run.radicchio.wasi.p2.cli.Stdout;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.streams.P2InputStream;
import run.radicchio.wasi.streams.P2OutputStream;
import run.radicchio.wasi.streams.QueuedOutput;

/** The standard streams of WASI 0.2. */
public record P2StandardStreams(StandardStreams streams) implements Stdin, Stdout, Stderr {
  @Override
  public Streams.InputStream getStdin() {
    return new P2InputStream(streams.in());
  }

  @Override
  public Streams.OutputStream getStdout() {
    return new P2OutputStream(new QueuedOutput(streams.out()));
  }

  @Override
  public Streams.OutputStream getStderr() {
    return new P2OutputStream(new QueuedOutput(streams.err()));
  }
}
