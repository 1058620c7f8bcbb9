package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.p3.clocks.SystemClock.Instant;
import run.radicchio.wasi.p3.filesystem.Descriptor;
import run.radicchio.wasi.p3.filesystem.ErrorCode;
import run.radicchio.wasi.p3.filesystem.Types;
import run.radicchio.wasi.p3.filesystem.Types.NewTimestamp;
import run.radicchio.wasi.streams.Drawn;
import run.radicchio.wasi.streams.Refusing;
import run.radicchio.wasi.streams.Source;

/**
 * A descriptor of WASI 0.3. All is done where the guest asks for it, for a disk answers sooner than
 * another thread would.
 */
record P3Descriptor(Node node) implements Descriptor {

  private interface Action {
    void run() throws IOException;
  }

  private static <T> CompletionStage<T> attempt(Attempt<T> attempt) {
    try {
      return CompletableFuture.completedStage(Attempt.make(attempt));
    } catch (FileException failure) {
      return CompletableFuture.failedStage(P3Words.exception(failure));
    }
  }

  private static CompletionStage<Void> attempt(Action action) {
    return attempt(
            () -> {
              action.run();
              return true;
            })
        .thenAccept(_ -> {});
  }

  private OpenDirectory directory() throws FileException {
    return Nodes.directory(node);
  }

  private static OpenDirectory directory(Descriptor other) throws FileException {
    return Nodes.directory(node(other));
  }

  private static Node node(Descriptor other) throws FileException {
    if (other instanceof P3Descriptor(var its)) {
      return its;
    }
    throw new FileException(run.radicchio.wasi.p2.filesystem.ErrorCode.CROSS_DEVICE);
  }

  @Override
  public FileData readViaStream(long offset) {
    Drawn<ByteBuffer> data =
        drawn(() -> new FileChunks(Nodes.readable(node), OpenFile.place(offset)));
    return new FileData(data, data.end().thenApply(P3Words::result));
  }

  @Override
  public Entries readDirectory() {
    Drawn<Types.DirectoryEntry> entries = drawn(() -> new P3Entries(directory().entries()));
    return new Entries(entries, entries.end().thenApply(P3Words::result));
  }

  private record P3Entries(DirectoryEntries entries) implements Source<Types.DirectoryEntry> {
    @Override
    public Types.@Nullable DirectoryEntry next() throws IOException {
      var entry = entries.next();
      return entry == null
          ? null
          : new Types.DirectoryEntry(P3Words.type(entry.type()), entry.name());
    }

    @Override
    public void close() {
      entries.close();
    }
  }

  /** Publishes what there is, or nothing but why there is nothing. */
  private static <T> Drawn<T> drawn(Attempt<Source<T>> source) {
    try {
      return Drawn.atOnce(Attempt.make(source));
    } catch (FileException failure) {
      return Drawn.failed(failure);
    }
  }

  @Override
  public CompletionStage<Result<Void, ErrorCode>> writeViaStream(
      Flow.Publisher<ByteBuffer> data, long offset) {
    return written(data, () -> FileSink.at(Nodes.writable(node), OpenFile.place(offset)));
  }

  @Override
  public CompletionStage<Result<Void, ErrorCode>> appendViaStream(Flow.Publisher<ByteBuffer> data) {
    return written(data, () -> FileSink.atEnd(Nodes.writable(node)));
  }

  private static CompletionStage<Result<Void, ErrorCode>> written(
      Flow.Publisher<ByteBuffer> data, Attempt<FileSink> to) {
    FileSink sink;
    try {
      sink = Attempt.make(to);
    } catch (FileException failure) {
      data.subscribe(new Refusing<>());
      return CompletableFuture.completedStage(P3Words.result(failure));
    }
    FileWriting writing = new FileWriting(sink);
    data.subscribe(writing);
    return writing.end().thenApply(P3Words::result);
  }

  /** Nothing is made of it: the system sees for itself. */
  @Override
  public CompletionStage<Void> advise(long offset, long length, Types.Advice advice) {
    return attempt(() -> Nodes.advise(node));
  }

  @Override
  public CompletionStage<Void> syncData() {
    return sync(false);
  }

  @Override
  public CompletionStage<Void> sync() {
    return sync(true);
  }

  private CompletionStage<Void> sync(boolean attributesToo) {
    return attempt(
        () -> {
          if (node instanceof OpenFile file) {
            file.sync(attributesToo);
          }
        });
  }

  @Override
  public CompletionStage<Set<Types.DescriptorFlags>> getFlags() {
    return attempt(() -> P3Words.flags(node.flags(), Types.DescriptorFlags.class));
  }

  @Override
  public CompletionStage<Types.DescriptorType> getType() {
    return CompletableFuture.completedStage(
        node instanceof OpenDirectory
            ? new Types.DescriptorType.Directory()
            : new Types.DescriptorType.RegularFile());
  }

  @Override
  public CompletionStage<Void> setSize(long size) {
    return attempt(() -> Nodes.writable(node).setSize(OpenFile.place(size)));
  }

  @Override
  public CompletionStage<Void> setTimes(
      NewTimestamp dataAccessTimestamp, NewTimestamp dataModificationTimestamp) {
    return attempt(
        () -> Nodes.setTimes(node, time(dataAccessTimestamp), time(dataModificationTimestamp)));
  }

  private static @Nullable FileTime time(NewTimestamp timestamp) throws FileException {
    return switch (timestamp) {
      case NewTimestamp.NoChange() -> null;
      case NewTimestamp.Now() -> Nodes.now();
      case NewTimestamp.Timestamp(Instant(long seconds, int nanoseconds)) ->
          Nodes.time(seconds, nanoseconds);
    };
  }

  @Override
  public CompletionStage<Void> createDirectoryAt(String path) {
    return attempt(() -> directory().createDirectory(path));
  }

  @Override
  public CompletionStage<Types.DescriptorStat> stat() {
    return attempt(() -> P3Words.stat(node.attributes()));
  }

  @Override
  public CompletionStage<Types.DescriptorStat> statAt(Set<Types.PathFlags> pathFlags, String path) {
    return attempt(() -> P3Words.stat(directory().attributes(path, follow(pathFlags))));
  }

  private static boolean follow(Set<Types.PathFlags> pathFlags) {
    return pathFlags.contains(Types.PathFlags.SYMLINK_FOLLOW);
  }

  @Override
  public CompletionStage<Void> setTimesAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      NewTimestamp dataAccessTimestamp,
      NewTimestamp dataModificationTimestamp) {
    return attempt(
        () ->
            directory()
                .setTimes(
                    path,
                    follow(pathFlags),
                    time(dataAccessTimestamp),
                    time(dataModificationTimestamp)));
  }

  @Override
  public CompletionStage<Void> linkAt(
      Set<Types.PathFlags> oldPathFlags, String oldPath, Descriptor newDescriptor, String newPath) {
    return attempt(
        () -> directory().link(oldPath, follow(oldPathFlags), directory(newDescriptor), newPath));
  }

  @Override
  public CompletionStage<Descriptor> openAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      Set<Types.OpenFlags> openFlags,
      Set<Types.DescriptorFlags> flags) {
    return attempt(
        () ->
            new P3Descriptor(
                directory()
                    .open(
                        path,
                        follow(pathFlags),
                        P3Words.flags(
                            openFlags, run.radicchio.wasi.p2.filesystem.Types.OpenFlags.class),
                        P3Words.flags(
                            flags, run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags.class))));
  }

  @Override
  public CompletionStage<String> readlinkAt(String path) {
    return attempt(() -> directory().readLink(path));
  }

  @Override
  public CompletionStage<Void> removeDirectoryAt(String path) {
    return attempt(() -> directory().removeDirectory(path));
  }

  @Override
  public CompletionStage<Void> renameAt(String oldPath, Descriptor newDescriptor, String newPath) {
    return attempt(() -> directory().rename(oldPath, directory(newDescriptor), newPath));
  }

  @Override
  public CompletionStage<Void> symlinkAt(String oldPath, String newPath) {
    return attempt(() -> directory().createLink(oldPath, newPath));
  }

  @Override
  public CompletionStage<Void> unlinkFileAt(String path) {
    return attempt(() -> directory().removeFile(path));
  }

  @Override
  public CompletionStage<Boolean> isSameObject(Descriptor other) {
    try {
      return CompletableFuture.completedStage(
          Attempt.make(() -> node.attributes().isSameObject(node(other).attributes())));
    } catch (FileException unknown) {
      return CompletableFuture.completedStage(false);
    }
  }

  @Override
  public CompletionStage<Types.MetadataHashValue> metadataHash() {
    return attempt(() -> hash(node.metadataHash()));
  }

  @Override
  public CompletionStage<Types.MetadataHashValue> metadataHashAt(
      Set<Types.PathFlags> pathFlags, String path) {
    return attempt(() -> hash(directory().metadataHash(path, follow(pathFlags))));
  }

  private static Types.MetadataHashValue hash(
      run.radicchio.wasi.p2.filesystem.Types.MetadataHashValue hash) {
    return new Types.MetadataHashValue(hash.lower(), hash.upper());
  }

  @Override
  public void close() {
    node.close();
  }
}
