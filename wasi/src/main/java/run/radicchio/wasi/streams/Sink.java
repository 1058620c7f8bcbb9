package run.radicchio.wasi.streams;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Where bytes are written; whoever calls may have to wait. */
public interface Sink {
  /** Writes all of the bytes. */
  void write(ByteBuffer bytes) throws IOException;

  /** Brings what was written to where others see it. */
  void flush() throws IOException;

  /** A stream of Java's. */
  static Sink of(OutputStream out) {
    return new Sink() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }
    };
  }
}
