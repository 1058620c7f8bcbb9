package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Happening;
import run.radicchio.wasi.poll.Waiting;

/** Input as a source of chunks. */
public final class InputSource implements Source<ByteBuffer> {
  private static final int CHUNK = 1 << 16;

  private final Input input;
  private final Happening closing = new Happening();

  /**
   * Chunks of an input.
   *
   * @param input closed with the source
   */
  public InputSource(Input input) {
    this.input = input;
  }

  @Override
  public @Nullable ByteBuffer next() throws IOException {
    Waiting.untilAny(List.of(closing, input.readable()));
    return closing.isReady() ? null : input.read(CHUNK);
  }

  @Override
  public void close() {
    closing.happen();
    input.close();
  }
}
