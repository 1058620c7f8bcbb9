package run.radicchio.wasi.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import run.radicchio.wasi.p2.io.Poll.Pollable;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams.StreamError;

class P2OutputStreamTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteWriter writer = new ByteWriter(Sink.of(written));
  private final P2OutputStream stream = new P2OutputStream(new QueuedOutput(writer));

  /** Writes only so often as it may, or fails. */
  private static final class Stuck implements Sink {
    final Semaphore may = new Semaphore(0);
    volatile String failure = "";

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      may.acquireUninterruptibly();
      if (!failure.isEmpty()) {
        throw new IOException(failure);
      }
    }

    @Override
    public void flush() {}
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8)).asReadOnlyBuffer();
  }

  @Test
  void whatIsFlushedIsThere() throws StreamException {
    stream.blockingWriteAndFlush(bytes("one "));
    assertEquals("one ", written.toString(UTF_8));
    assertTrue(stream.checkWrite() > 0);
    stream.write(bytes("two "));
    stream.write(bytes("three"));
    stream.blockingFlush();
    assertEquals("one two three", written.toString(UTF_8));
  }

  @Test
  void zerosAreBytesToo() throws StreamException {
    stream.blockingWriteZeroesAndFlush(3);
    stream.checkWrite();
    stream.writeZeroes(2);
    stream.blockingFlush();
    assertArrayEquals(new byte[5], written.toByteArray());
  }

  @Test
  void writingBeyondThePermitTraps() throws StreamException {
    assertThrows(IllegalArgumentException.class, () -> stream.write(bytes("x")));
    long permitted = stream.checkWrite();
    assertThrows(IllegalArgumentException.class, () -> stream.writeZeroes(permitted + 1));
    assertThrows(IllegalArgumentException.class, () -> stream.writeZeroes(-1));
    ByteBuffer tooMuch = ByteBuffer.allocate(4097);
    assertThrows(IllegalArgumentException.class, () -> stream.blockingWriteAndFlush(tooMuch));
    assertThrows(IllegalArgumentException.class, () -> stream.blockingWriteZeroesAndFlush(-1));
  }

  @Test
  void aPipeThatNobodyReadsHoldsUpNobodyAndIsBounded() throws Exception {
    Stuck sink = new Stuck();
    QueuedOutput output = new QueuedOutput(new ByteWriter(sink));
    try (P2OutputStream slow = new P2OutputStream(output);
        Pollable writable = slow.subscribe()) {
      long room = slow.checkWrite();
      slow.writeZeroes(room);
      assertEquals(0, slow.checkWrite());
      assertFalse(writable.ready());
      sink.may.release();
      writable.block();
      assertEquals(room, slow.checkWrite());
    }
  }

  @Test
  void thereIsNoRoomWhileFlushing() throws Exception {
    Stuck sink = new Stuck();
    try (P2OutputStream slow = new P2OutputStream(new QueuedOutput(new ByteWriter(sink)))) {
      slow.checkWrite();
      slow.write(bytes("x"));
      slow.flush();
      assertEquals(0, slow.checkWrite());
      sink.may.release();
      slow.blockingFlush();
      assertTrue(slow.checkWrite() > 0);
    }
  }

  @Test
  void aFailureIsToldOnceAndClosesTheStream() throws Exception {
    Stuck sink = new Stuck();
    sink.failure = "the disk is gone";
    sink.may.release(9);
    try (P2OutputStream broken = new P2OutputStream(new QueuedOutput(new ByteWriter(sink)))) {
      StreamException first =
          assertThrows(StreamException.class, () -> broken.blockingWriteAndFlush(bytes("x")));
      StreamError.LastOperationFailed failed =
          assertInstanceOf(StreamError.LastOperationFailed.class, first.error());
      assertEquals("the disk is gone", failed.error().toDebugString());
      StreamException second = assertThrows(StreamException.class, broken::checkWrite);
      assertEquals(new StreamError.Closed(), second.error());
      assertTrue(broken.subscribe().ready());
    }
  }

  @Test
  void whereNobodyReadsAnyMoreTheStreamIsClosed() throws Exception {
    Stuck sink = new Stuck();
    sink.failure = "Broken pipe";
    sink.may.release(9);
    try (P2OutputStream broken = new P2OutputStream(new QueuedOutput(new ByteWriter(sink)))) {
      StreamException closed =
          assertThrows(StreamException.class, () -> broken.blockingWriteAndFlush(bytes("x")));
      assertEquals(new StreamError.Closed(), closed.error());
    }
  }

  @Test
  void splicingMovesWhatIsThere() throws Exception {
    InputPump pump = new InputPump(new ByteArrayInputStream("a whole text".getBytes(UTF_8)));
    try (P2InputStream source = new P2InputStream(pump)) {
      assertEquals(7, stream.blockingSplice(source, 7));
      assertEquals(5, stream.blockingSplice(source, 99));
      stream.blockingFlush();
      assertEquals("a whole text", written.toString(UTF_8));
      StreamException end =
          assertThrows(StreamException.class, () -> stream.blockingSplice(source, 1));
      assertEquals(new StreamError.Closed(), end.error());
    }
  }
}
