package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.streams.Output;

/** Bytes that go into a file at once, for which there is always room. */
record FileOutput(FileSink sink) implements Output {
  private static final int ROOM = 1 << 20;

  @Override
  public int room() {
    return ROOM;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    sink.write(bytes);
  }

  /** What is written is where others see it. */
  @Override
  public void flush() {}

  @Override
  public Event writable() {
    return Event.always();
  }

  @Override
  public void close() {
    sink.close();
  }
}
