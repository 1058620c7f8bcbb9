package run.radicchio.wasi.messages;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.streams.Source;

/** No bytes at all. */
final class Nothing implements Source<ByteBuffer> {
  @Override
  public @Nullable ByteBuffer next() {
    return null;
  }

  @Override
  public void close() {}
}
