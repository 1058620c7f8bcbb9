package run.radicchio.wasi.p2.filesystem;

import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.p2.io.Streams;

/**
 * A file or directory that a guest has. Methods whose names end with {@code At} are of directories,
 * and take paths relative to them.
 */
@WitResource
public interface Descriptor extends AutoCloseable {

  /** What a directory has, one after the other. */
  @WitResource
  interface DirectoryEntryStream extends AutoCloseable {
    /** The next; null at the end. */
    Types.@Nullable DirectoryEntry readDirectoryEntry() throws FilesystemException;

    @Override
    void close();
  }

  /** A stream that reads from a place in the file on. */
  Streams.InputStream readViaStream(@Filesize long offset) throws FilesystemException;

  /** A stream that writes from a place in the file on, beyond its end too. */
  Streams.OutputStream writeViaStream(@Filesize long offset) throws FilesystemException;

  /** A stream that writes at the end of the file, wherever that is by then. */
  Streams.OutputStream appendViaStream() throws FilesystemException;

  /** Says how a part of the file will be used. */
  void advise(@Filesize long offset, @Filesize long length, Types.Advice advice)
      throws FilesystemException;

  /** Brings the data to the disk. */
  void syncData() throws FilesystemException;

  /** What the descriptor is for. */
  Set<Types.DescriptorFlags> getFlags() throws FilesystemException;

  /** What it is a descriptor of. */
  Types.DescriptorType getType() throws FilesystemException;

  /** Makes the file so long: cuts it, or adds zeros. */
  void setSize(@Filesize long size) throws FilesystemException;

  /** Sets the times of the file or directory. */
  void setTimes(
      Types.NewTimestamp dataAccessTimestamp, Types.NewTimestamp dataModificationTimestamp)
      throws FilesystemException;

  /**
   * Bytes of a file.
   *
   * @param end whether the file ends there
   */
  @Tuple
  record FileData(ByteBuffer data, boolean end) {}

  /** Reads up to so many bytes at a place. */
  FileData read(@Filesize long length, @Filesize long offset) throws FilesystemException;

  /** Writes at a place, beyond the file's end too; returns how many bytes were written. */
  @Filesize
  long write(ByteBuffer buffer, @Filesize long offset) throws FilesystemException;

  /** What the directory has, from its beginning. */
  DirectoryEntryStream readDirectory() throws FilesystemException;

  /** Brings data and attributes to the disk. */
  void sync() throws FilesystemException;

  /** Makes a directory. */
  void createDirectoryAt(String path) throws FilesystemException;

  /** What is known of it. */
  Types.DescriptorStat stat() throws FilesystemException;

  /** What is known of what a path leads to. */
  Types.DescriptorStat statAt(Set<Types.PathFlags> pathFlags, String path)
      throws FilesystemException;

  /** Sets the times of what a path leads to. */
  void setTimesAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      Types.NewTimestamp dataAccessTimestamp,
      Types.NewTimestamp dataModificationTimestamp)
      throws FilesystemException;

  /** Gives a file one more name. */
  void linkAt(
      Set<Types.PathFlags> oldPathFlags,
      String oldPath,
      @Borrow Descriptor newDescriptor,
      String newPath)
      throws FilesystemException;

  /** Opens what a path leads to. */
  Descriptor openAt(
      Set<Types.PathFlags> pathFlags,
      String path,
      Set<Types.OpenFlags> openFlags,
      Set<Types.DescriptorFlags> flags)
      throws FilesystemException;

  /** The path in a symbolic link. */
  String readlinkAt(String path) throws FilesystemException;

  /** Removes an empty directory. */
  void removeDirectoryAt(String path) throws FilesystemException;

  /** Gives something another name, in place of what has it. */
  void renameAt(String oldPath, @Borrow Descriptor newDescriptor, String newPath)
      throws FilesystemException;

  /** Makes a symbolic link, which holds {@code oldPath}. */
  void symlinkAt(String oldPath, String newPath) throws FilesystemException;

  /** Removes what is no directory. */
  void unlinkFileAt(String path) throws FilesystemException;

  /** Whether both are of the same file or directory. */
  boolean isSameObject(@Borrow Descriptor other);

  /** Bits that change, most probably, when it changes. */
  Types.MetadataHashValue metadataHash() throws FilesystemException;

  /** The same of what a path leads to. */
  Types.MetadataHashValue metadataHashAt(Set<Types.PathFlags> pathFlags, String path)
      throws FilesystemException;

  @Override
  void close();
}
