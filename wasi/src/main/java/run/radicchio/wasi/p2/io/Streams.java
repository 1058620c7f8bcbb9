package run.radicchio.wasi.p2.io;

import java.nio.ByteBuffer;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:io/streams}: bytes that come, and bytes that go. */
@WitInterface(
    value = "wasi:io/streams",
    versions = WasiVersion.P2,
    types = {Streams.InputStream.class, Streams.OutputStream.class},
    uses = {Errors.class, Poll.class})
public interface Streams {

  /** Why an operation of a stream did not succeed. */
  sealed interface StreamError {
    /** It failed, and the stream is closed from now on. The guest owns the error. */
    record LastOperationFailed(Errors.IoError error) implements StreamError {}

    /** The stream is closed: nothing more comes, or can go. */
    record Closed() implements StreamError {}
  }

  /**
   * Bytes that come. All but the methods whose names begin with {@code blocking} return at once.
   * Lengths are in bytes, unsigned, and bounds: less may be read.
   */
  @WitResource
  interface InputStream extends AutoCloseable {
    /**
     * Reads what is there.
     *
     * @return empty where nothing is there yet; the bytes are there until this thread reads again
     */
    ByteBuffer read(@Unsigned long len) throws StreamException;

    /** Reads, and waits until there is a byte at least. */
    ByteBuffer blockingRead(@Unsigned long len) throws StreamException;

    /** Reads what is there and forgets it; returns how many bytes that were. */
    @Unsigned long skip(@Unsigned long len) throws StreamException;

    /** Reads and forgets, and waits until there is a byte at least. */
    @Unsigned long blockingSkip(@Unsigned long len) throws StreamException;

    /** Ready when there are bytes, or the end, or a failure. */
    Poll.Pollable subscribe();

    @Override
    void close();
  }

  /**
   * Bytes that go. What may be written without waiting is asked first ({@link #checkWrite}), and
   * who writes more than that traps. All but the methods whose names begin with {@code blocking}
   * return at once.
   */
  @WitResource
  interface OutputStream extends AutoCloseable {
    /** How many bytes may be written now; 0 where {@link #subscribe} tells when that changes. */
    @Unsigned long checkWrite() throws StreamException;

    /** Takes bytes, as many as {@link #checkWrite} permitted at most. */
    void write(ByteBuffer contents) throws StreamException;

    /** Writes up to 4096 bytes and waits until they are where they should be. */
    void blockingWriteAndFlush(ByteBuffer contents) throws StreamException;

    /** Asks for all that was written to be brought where it should be. */
    void flush() throws StreamException;

    /** Asks for it, and waits. */
    void blockingFlush() throws StreamException;

    /** Ready when {@link #checkWrite} permits something, or fails. */
    Poll.Pollable subscribe();

    /** {@link #write} of so many zeros. */
    void writeZeroes(@Unsigned long len) throws StreamException;

    /** {@link #blockingWriteAndFlush} of so many zeros, up to 4096. */
    void blockingWriteZeroesAndFlush(@Unsigned long len) throws StreamException;

    /** Moves what can be read and written now, up to a length; returns how much that was. */
    @Unsigned long splice(@Borrow InputStream src, @Unsigned long len) throws StreamException;

    /** Moves, and waits until there is something to read and room to write. */
    @Unsigned long blockingSplice(@Borrow InputStream src, @Unsigned long len) throws StreamException;

    @Override
    void close();
  }
}
