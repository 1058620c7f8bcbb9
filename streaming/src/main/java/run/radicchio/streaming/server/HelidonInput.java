package run.radicchio.streaming.server;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What a connection of Helidon's has still to say. */
public final class HelidonInput extends InputStream {
  private final DataReader reader;

  /** What a reader has, and waits for. */
  public HelidonInput(DataReader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return await() ? reader.read() & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    } else if (!await()) {
      return -1;
    }
    byte[] some = reader.readBytes(Math.min(length, reader.available()));
    System.arraycopy(some, 0, bytes, from, some.length);
    return some.length;
  }

  /** Waits until there is something; false if nothing will be. */
  private boolean await() throws IOException {
    try {
      reader.ensureAvailable();
      return true;
    } catch (InsufficientDataAvailableException end) {
      return false;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }
}
