package run.radicchio.wasi.p3.filesystem;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitResource;

/**
 * A file or directory that a guest has. Methods whose names end with {@code At} are of directories,
 * and take paths relative to them.
 */
@WitResource
public interface Descriptor extends AutoCloseable {
  /**
   * Bytes of a file.
   *
   * @param data the bytes
   * @param end how it ended: well, too, where the guest has enough
   */
  @Tuple
  record FileData(
      Flow.Publisher<@Chunk ByteBuffer> data, CompletionStage<Result<Void, ErrorCode>> end) {}

  /**
   * What a directory has.
   *
   * @param end how it ended: well, too, where the guest has enough
   */
  @Tuple
  record Entries(
      Flow.Publisher<Types.DirectoryEntry> entries, CompletionStage<Result<Void, ErrorCode>> end) {}

  /** Reads from a place in the file on. */
  FileData readViaStream(@Filesize long offset);

  /** Writes from a place in the file on, beyond its end too; done when all is written. */
  @Future CompletionStage<Result<Void, ErrorCode>> writeViaStream(
      Flow.Publisher<@Chunk ByteBuffer> data, @Filesize long offset);

  /** Writes at the end of the file, wherever that is by then; done when all is written. */
  @Future CompletionStage<Result<Void, ErrorCode>> appendViaStream(Flow.Publisher<@Chunk ByteBuffer> data);

  /** Says how a part of the file will be used. */
  CompletionStage<Void> advise(@Filesize long offset, @Filesize long length, Types.Advice advice)
      throws FilesystemException;

  /** Brings the data to the disk. */
  CompletionStage<Void> syncData() throws FilesystemException;

  /** What the descriptor is for. */
  CompletionStage<Set<Types.DescriptorFlags>> getFlags() throws FilesystemException;

  /** What it is a descriptor of. */
  CompletionStage<Types.DescriptorType> getType() throws FilesystemException;

  /** Makes the file so long: cuts it, or adds zeros. */
  CompletionStage<Void> setSize(@Filesize long size) throws FilesystemException;

  /** Sets the times of the file or directory. */
  CompletionStage<Void> setTimes(
      Types.NewTimestamp dataAccessTimestamp, Types.NewTimestamp dataModificationTimestamp)
      throws FilesystemException;

  /** What the directory has, from its beginning. */
  Entries readDirectory();

  /** Brings data and attributes to the disk. */
  CompletionStage<Void> sync() throws FilesystemException;

  /** Makes a directory. */
  CompletionStage<Void> createDirectoryAt(String path) throws FilesystemException;

  /** What is known of it. */
  CompletionStage<Types.DescriptorStat> stat() throws FilesystemException;

  /** What is known of what a path leads to. */
  CompletionStage<Types.DescriptorStat> statAt(Set<Types.PathFlags> pathFlags, String path)
      throws FilesystemException;

  /** Sets the times of what a path leads to. */
  CompletionStage<Void> setTimesAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      Types.NewTimestamp dataAccessTimestamp,
      Types.NewTimestamp dataModificationTimestamp)
      throws FilesystemException;

  /** Gives a file one more name. */
  CompletionStage<Void> linkAt(
      Set<Types.PathFlags> oldPathFlags,
      String oldPath,
      @Borrow Descriptor newDescriptor,
      String newPath)
      throws FilesystemException;

  /** Opens what a path leads to. */
  CompletionStage<Descriptor> openAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      Set<Types.OpenFlags> openFlags,
      Set<Types.DescriptorFlags> flags)
      throws FilesystemException;

  /** The path in a symbolic link. */
  CompletionStage<String> readlinkAt(String path) throws FilesystemException;

  /** Removes an empty directory. */
  CompletionStage<Void> removeDirectoryAt(String path) throws FilesystemException;

  /** Gives something another name, in place of what has it. */
  CompletionStage<Void> renameAt(String oldPath, @Borrow Descriptor newDescriptor, String newPath)
      throws FilesystemException;

  /** Makes a symbolic link, which holds {@code oldPath}. */
  CompletionStage<Void> symlinkAt(String oldPath, String newPath) throws FilesystemException;

  /** Removes what is no directory. */
  CompletionStage<Void> unlinkFileAt(String path) throws FilesystemException;

  /** Whether both are of the same file or directory. */
  CompletionStage<Boolean> isSameObject(@Borrow Descriptor other);

  /** Bits that change, most probably, when it changes. */
  CompletionStage<Types.MetadataHashValue> metadataHash() throws FilesystemException;

  /** The same of what a path leads to. */
  CompletionStage<Types.MetadataHashValue> metadataHashAt(
      Set<Types.PathFlags> pathFlags, String path) throws FilesystemException;

  @Override
  void close();
}
