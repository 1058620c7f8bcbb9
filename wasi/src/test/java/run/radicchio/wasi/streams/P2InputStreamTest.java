package run.radicchio.wasi.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import run.radicchio.wasi.p2.io.Poll.Pollable;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams.StreamError;

class P2InputStreamTest {

  private static StreamError failure(P2InputStream stream) {
    return assertThrows(StreamException.class, () -> stream.blockingRead(9)).error();
  }

  @Test
  void readsWhatIsThereAndWaitsForMore() throws Exception {
    PipedOutputStream writer = new PipedOutputStream();
    try (P2InputStream stream = new P2InputStream(new InputPump(new PipedInputStream(writer)));
        Pollable readable = stream.subscribe()) {
      assertEquals(0, stream.read(100).remaining());
      assertFalse(readable.ready());
      writer.write("one two".getBytes(UTF_8));
      writer.flush();
      readable.block();
      assertTrue(readable.ready());
      assertEquals("one", UTF_8.decode(stream.read(3)).toString());
      assertEquals(1, stream.skip(1));
      assertEquals("two", UTF_8.decode(stream.blockingRead(-1)).toString());
      writer.close();
      readable.block();
      assertEquals(new StreamError.Closed(), failure(stream));
      assertEquals(new StreamError.Closed(), failure(stream));
    }
  }

  @Test
  void aFailureIsToldOnceAndClosesTheStream() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("the line is dead");
          }
        };
    try (P2InputStream stream = new P2InputStream(new InputPump(broken))) {
      StreamError.LastOperationFailed first =
          assertInstanceOf(StreamError.LastOperationFailed.class, failure(stream));
      assertEquals("the line is dead", first.error().toDebugString());
      assertEquals(new StreamError.Closed(), failure(stream));
    }
  }

  /** Nobody's input is read who does not want it, and not much more than is wanted. */
  @Test
  void nothingIsReadAhead() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            reads.incrementAndGet();
            return length;
          }
        };
    InputPump pump = new InputPump(endless);
    try (P2InputStream stream = new P2InputStream(pump)) {
      assertEquals(0, stream.read(0).remaining());
      assertEquals(0, reads.get());
      int length = stream.blockingRead(1).remaining();
      assertEquals(1, length);
      while (pump.isReady()) {
        length += stream.read(1 << 20).remaining();
        if (length >= 1 << 16) {
          break;
        }
      }
      assertEquals(1, reads.get());
    }
  }

  /** What one stream has not read is there for the next. */
  @Test
  void streamsShareWhatComes() throws Exception {
    InputPump pump = new InputPump(new java.io.ByteArrayInputStream("ab".getBytes(UTF_8)));
    try (P2InputStream first = new P2InputStream(pump)) {
      assertEquals("a", UTF_8.decode(first.blockingRead(1)).toString());
    }
    try (P2InputStream second = new P2InputStream(pump)) {
      assertEquals("b", UTF_8.decode(second.blockingRead(9)).toString());
    }
  }
}
