package run.radicchio.wasi.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;

/** A regular file that a guest has open. It stays open while streams of it are. */
final class OpenFile implements Node {
  /** What is read at once at most, whatever the guest asks for. */
  private static final int MOST = 1 << 20;

  /** What is read of a file whose size tells nothing, as that of some of the kernel's. */
  private static final int LEAST = 1 << 12;

  private final Sandbox sandbox;
  private final Pinned pinned;
  private final Set<DescriptorFlags> flags;
  private final FileChannel channel;
  private int users = 1;

  private OpenFile(
      Sandbox sandbox, Pinned pinned, Set<DescriptorFlags> flags, FileChannel channel) {
    this.sandbox = sandbox;
    this.pinned = pinned;
    this.flags = flags;
    this.channel = channel;
  }

  /**
   * Opens what is pinned and known to be a regular file.
   *
   * @param pinned closed with the file
   * @param truncate whether it is emptied, which a guest that may write it can do
   */
  static OpenFile of(Sandbox sandbox, Pinned pinned, Set<DescriptorFlags> flags, boolean truncate)
      throws IOException {
    Set<DescriptorFlags> own = EnumSet.copyOf(flags);
    sandbox.opens();
    try {
      Set<OpenOption> options = options(own, truncate);
      FileChannel channel = pinned.use(path -> FileChannel.open(path, options));
      return new OpenFile(sandbox, pinned, own, channel);
    } catch (IOException | RuntimeException failure) {
      sandbox.closes();
      throw failure;
    }
  }

  private static Set<OpenOption> options(Set<DescriptorFlags> flags, boolean truncate) {
    Set<OpenOption> options = new HashSet<>();
    if (flags.contains(DescriptorFlags.WRITE) || truncate) {
      options.add(StandardOpenOption.WRITE);
    }
    if (truncate) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (flags.contains(DescriptorFlags.READ) || options.isEmpty()) {
      options.add(StandardOpenOption.READ);
    }
    if (flags.contains(DescriptorFlags.FILE_INTEGRITY_SYNC)) {
      options.add(StandardOpenOption.SYNC);
    } else if (flags.contains(DescriptorFlags.DATA_INTEGRITY_SYNC)) {
      options.add(StandardOpenOption.DSYNC);
    }
    return options;
  }

  @Override
  public Pinned pinned() {
    return pinned;
  }

  @Override
  public Set<DescriptorFlags> flags() {
    return flags;
  }

  @Override
  public Sandbox sandbox() {
    return sandbox;
  }

  @Override
  public boolean mayBeTouched() {
    return flags.contains(DescriptorFlags.WRITE);
  }

  /** Fails where the guest may not do something with it. */
  OpenFile checked(DescriptorFlags flag) throws FileException {
    if (!flags.contains(flag)) {
      throw new FileException(ErrorCode.BAD_DESCRIPTOR);
    }
    return this;
  }

  /** A place in a file, which Java counts with a sign. */
  static long place(long unsigned) throws FileException {
    if (unsigned < 0) {
      throw new FileException(ErrorCode.INVALID);
    }
    return unsigned;
  }

  /**
   * Reads at a place.
   *
   * @param length unsigned; less may be read
   * @return empty at the end of the file
   */
  byte[] read(long length, long place) throws IOException {
    long room = Math.min(MOST, Math.max(LEAST, channel.size() - place));
    byte[] bytes = new byte[(int) (Long.compareUnsigned(length, room) < 0 ? length : room)];
    int read = Math.max(0, channel.read(ByteBuffer.wrap(bytes), place));
    return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
  }

  /** Reads at a place into a buffer; returns -1 at the end of the file. */
  int read(ByteBuffer into, long place) throws IOException {
    return channel.read(into, place);
  }

  /** Writes all of a buffer at a place. */
  void write(ByteBuffer bytes, long place) throws IOException {
    for (long at = place; bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
  }

  /** A channel that writes at the end of the file, wherever that is by then. */
  FileChannel appending() throws IOException {
    return pinned.use(path -> FileChannel.open(path, StandardOpenOption.APPEND));
  }

  void setSize(long size) throws IOException {
    pinned.use(
        path -> {
          try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
            return null;
          }
        });
  }

  /**
   * Brings data to the disk, and attributes too where wanted; nothing if it is only for reading.
   */
  void sync(boolean attributesToo) throws IOException {
    if (flags.contains(DescriptorFlags.WRITE)) {
      channel.force(attributesToo);
    }
  }

  /** One more stream needs it. */
  synchronized OpenFile retained() {
    users++;
    return this;
  }

  /** The descriptor, or a stream, needs it no more. */
  @Override
  public void close() {
    synchronized (this) {
      if (--users > 0) {
        return;
      }
    }
    pinned.close();
    sandbox.closes();
    try {
      channel.close();
    } catch (IOException failure) {
      // What was written is written; there is nobody left to be told.
    }
  }
}
