package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.clocks.WallClock.Datetime;
import run.radicchio.wasi.p2.filesystem.Descriptor;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.FilesystemException;
import run.radicchio.wasi.p2.filesystem.Types;
import run.radicchio.wasi.p2.filesystem.Types.NewTimestamp;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.streams.P2InputStream;
import run.radicchio.wasi.streams.P2OutputStream;

/** A descriptor of WASI 0.2. Its calls return when they are done. */
record P2Descriptor(Node node) implements Descriptor {

  private interface Action {
    void run() throws IOException;
  }

  private static <T> T attempt(Attempt<T> attempt) throws FilesystemException {
    try {
      return Attempt.make(attempt);
    } catch (FileException failure) {
      throw new FilesystemException(failure.code());
    }
  }

  private static void attempt(Action action) throws FilesystemException {
    attempt(
        () -> {
          action.run();
          return true;
        });
  }

  private OpenDirectory directory() throws FileException {
    return Nodes.directory(node);
  }

  private static OpenDirectory directory(Descriptor other) throws FileException {
    return Nodes.directory(node(other));
  }

  private static Node node(Descriptor other) throws FileException {
    if (other instanceof P2Descriptor(var its)) {
      return its;
    }
    throw new FileException(ErrorCode.CROSS_DEVICE);
  }

  @Override
  public Streams.InputStream readViaStream(long offset) throws FilesystemException {
    return attempt(
        () -> new P2InputStream(new FileInput(Nodes.readable(node), OpenFile.place(offset))));
  }

  @Override
  public Streams.OutputStream writeViaStream(long offset) throws FilesystemException {
    return attempt(() -> output(FileSink.at(Nodes.writable(node), OpenFile.place(offset))));
  }

  @Override
  public Streams.OutputStream appendViaStream() throws FilesystemException {
    return attempt(() -> output(FileSink.atEnd(Nodes.writable(node))));
  }

  private static Streams.OutputStream output(FileSink sink) {
    return new P2OutputStream(new FileOutput(sink));
  }

  @Override
  public void advise(long offset, long length, Types.Advice advice) throws FilesystemException {
    attempt(() -> Nodes.advise(node));
  }

  @Override
  public void syncData() throws FilesystemException {
    sync(false);
  }

  @Override
  public void sync() throws FilesystemException {
    sync(true);
  }

  private void sync(boolean attributesToo) throws FilesystemException {
    attempt(
        () -> {
          if (node instanceof OpenFile file) {
            file.sync(attributesToo);
          }
        });
  }

  @Override
  public Set<Types.DescriptorFlags> getFlags() {
    return node.flags();
  }

  @Override
  public Types.DescriptorType getType() throws FilesystemException {
    return node instanceof OpenDirectory
        ? Types.DescriptorType.DIRECTORY
        : Types.DescriptorType.REGULAR_FILE;
  }

  @Override
  public void setSize(long size) throws FilesystemException {
    attempt(() -> Nodes.writable(node).setSize(OpenFile.place(size)));
  }

  @Override
  public void setTimes(NewTimestamp dataAccessTimestamp, NewTimestamp dataModificationTimestamp)
      throws FilesystemException {
    attempt(() -> Nodes.setTimes(node, time(dataAccessTimestamp), time(dataModificationTimestamp)));
  }

  private static @Nullable FileTime time(NewTimestamp timestamp) throws FileException {
    return switch (timestamp) {
      case NewTimestamp.NoChange() -> null;
      case NewTimestamp.Now() -> Nodes.now();
      case NewTimestamp.Timestamp(Datetime(long seconds, int nanoseconds)) ->
          Nodes.time(seconds < 0 ? Long.MAX_VALUE : seconds, nanoseconds);
    };
  }

  @Override
  public FileData read(long length, long offset) throws FilesystemException {
    return attempt(
        () -> {
          byte[] bytes = Nodes.readable(node).read(length, OpenFile.place(offset));
          return new FileData(ByteBuffer.wrap(bytes), bytes.length == 0 && length != 0);
        });
  }

  @Override
  public long write(ByteBuffer buffer, long offset) throws FilesystemException {
    return attempt(
        () -> {
          int length = buffer.remaining();
          Nodes.writable(node).write(buffer.slice(), OpenFile.place(offset));
          return (long) length;
        });
  }

  @Override
  public DirectoryEntryStream readDirectory() throws FilesystemException {
    return attempt(() -> new EntryStream(directory().entries()));
  }

  private record EntryStream(DirectoryEntries entries) implements DirectoryEntryStream {
    @Override
    public Types.@Nullable DirectoryEntry readDirectoryEntry() throws FilesystemException {
      return attempt(entries::next);
    }

    @Override
    public void close() {
      entries.close();
    }
  }

  @Override
  public void createDirectoryAt(String path) throws FilesystemException {
    attempt(() -> directory().createDirectory(path));
  }

  @Override
  public Types.DescriptorStat stat() throws FilesystemException {
    return attempt(() -> stat(node.attributes()));
  }

  @Override
  public Types.DescriptorStat statAt(Set<Types.PathFlags> pathFlags, String path)
      throws FilesystemException {
    return attempt(() -> stat(directory().attributes(path, follow(pathFlags))));
  }

  private static boolean follow(Set<Types.PathFlags> pathFlags) {
    return pathFlags.contains(Types.PathFlags.SYMLINK_FOLLOW);
  }

  private static Types.DescriptorStat stat(Attributes attributes) {
    return new Types.DescriptorStat(
        attributes.type(),
        attributes.links(),
        attributes.size(),
        datetime(attributes.accessed()),
        datetime(attributes.modified()),
        datetime(attributes.changed()));
  }

  /** A time; null for one before 1970, which WASI 0.2 cannot say. */
  private static @Nullable Datetime datetime(Instant time) {
    return time.getEpochSecond() < 0 ? null : new Datetime(time.getEpochSecond(), time.getNano());
  }

  @Override
  public void setTimesAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      NewTimestamp dataAccessTimestamp,
      NewTimestamp dataModificationTimestamp)
      throws FilesystemException {
    attempt(
        () ->
            directory()
                .setTimes(
                    path,
                    follow(pathFlags),
                    time(dataAccessTimestamp),
                    time(dataModificationTimestamp)));
  }

  @Override
  public void linkAt(
      Set<Types.PathFlags> oldPathFlags, String oldPath, Descriptor newDescriptor, String newPath)
      throws FilesystemException {
    attempt(
        () -> directory().link(oldPath, follow(oldPathFlags), directory(newDescriptor), newPath));
  }

  @Override
  public Descriptor openAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      Set<Types.OpenFlags> openFlags,
      Set<Types.DescriptorFlags> flags)
      throws FilesystemException {
    return attempt(
        () -> new P2Descriptor(directory().open(path, follow(pathFlags), openFlags, flags)));
  }

  @Override
  public String readlinkAt(String path) throws FilesystemException {
    return attempt(() -> directory().readLink(path));
  }

  @Override
  public void removeDirectoryAt(String path) throws FilesystemException {
    attempt(() -> directory().removeDirectory(path));
  }

  @Override
  public void renameAt(String oldPath, Descriptor newDescriptor, String newPath)
      throws FilesystemException {
    attempt(() -> directory().rename(oldPath, directory(newDescriptor), newPath));
  }

  @Override
  public void symlinkAt(String oldPath, String newPath) throws FilesystemException {
    attempt(() -> directory().createLink(oldPath, newPath));
  }

  @Override
  public void unlinkFileAt(String path) throws FilesystemException {
    attempt(() -> directory().removeFile(path));
  }

  @Override
  public boolean isSameObject(Descriptor other) {
    try {
      return attempt(() -> node.attributes().isSameObject(node(other).attributes()));
    } catch (FilesystemException unknown) {
      return false;
    }
  }

  @Override
  public Types.MetadataHashValue metadataHash() throws FilesystemException {
    return attempt(node::metadataHash);
  }

  @Override
  public Types.MetadataHashValue metadataHashAt(Set<Types.PathFlags> pathFlags, String path)
      throws FilesystemException {
    return attempt(() -> directory().metadataHash(path, follow(pathFlags)));
  }

  @Override
  public void close() {
    node.close();
  }
}
