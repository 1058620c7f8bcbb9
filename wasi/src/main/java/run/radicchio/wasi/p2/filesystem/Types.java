package run.radicchio.wasi.p2.filesystem;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.clocks.WallClock;
import run.radicchio.wasi.p2.io.Errors;
import run.radicchio.wasi.p2.io.Streams;

/**
 * {@code wasi:filesystem/types}: files and directories.
 *
 * <p>A guest knows them by {@linkplain Descriptor descriptors}. Paths are relative to one of a
 * directory, have {@code /} between their names, and lead nowhere out of it: not by {@code ..}, nor
 * by symbolic links.
 */
@WitInterface(
    value = "wasi:filesystem/types",
    versions = WasiVersion.P2,
    uses = {Errors.class, Streams.class, WallClock.class},
    types = Descriptor.class)
public interface Types {
  /** What something is in a file system. */
  enum DescriptorType {
    /** Nobody knows, or something else. */
    UNKNOWN,
    /** A block device. */
    BLOCK_DEVICE,
    /** A character device. */
    CHARACTER_DEVICE,
    /** A directory. */
    DIRECTORY,
    /** A named pipe. */
    FIFO,
    /** A symbolic link. */
    SYMBOLIC_LINK,
    /** A regular file. */
    REGULAR_FILE,
    /** A socket. */
    SOCKET
  }

  /** What a descriptor is for. */
  enum DescriptorFlags {
    /** The file can be read. */
    READ,
    /** The file can be written. */
    WRITE,
    /** A write is over when data and attributes are on the disk. A wish. */
    FILE_INTEGRITY_SYNC,
    /** A write is over when data is on the disk. A wish. */
    DATA_INTEGRITY_SYNC,
    /** Reads are as sure as writes. A wish. */
    REQUESTED_WRITE_SYNC,
    /** What is below the directory can be changed. */
    MUTATE_DIRECTORY
  }

  /** How a path is followed. */
  enum PathFlags {
    /** Where it ends at a symbolic link, it goes on. */
    SYMLINK_FOLLOW
  }

  /** How a file is opened. */
  enum OpenFlags {
    /** It is made where there is none. */
    CREATE,
    /** It must be a directory. */
    DIRECTORY,
    /** It must not be there yet. */
    EXCLUSIVE,
    /** It is emptied. */
    TRUNCATE
  }

  /**
   * What is known of a file or directory.
   *
   * @param linkCount how many names it has
   * @param size in bytes: of a file, or of the path in a symbolic link
   * @param dataAccessTimestamp when it was last read; null where nobody keeps that
   * @param dataModificationTimestamp when it was last written; null where nobody keeps that
   * @param statusChangeTimestamp when anything of it last changed; null where nobody keeps that
   */
  record DescriptorStat(
      DescriptorType type,
      @LinkCount long linkCount,
      @Filesize long size,
      WallClock.@Nullable Datetime dataAccessTimestamp,
      WallClock.@Nullable Datetime dataModificationTimestamp,
      WallClock.@Nullable Datetime statusChangeTimestamp) {}

  /** What becomes of a timestamp. */
  sealed interface NewTimestamp {
    /** It stays. */
    record NoChange() implements NewTimestamp {}

    /** It is now. */
    record Now() implements NewTimestamp {}

    /** It is this. */
    record Timestamp(WallClock.Datetime timestamp) implements NewTimestamp {}
  }

  /** What a directory has. */
  record DirectoryEntry(DescriptorType type, String name) {}

  /** How a file will be used. */
  enum Advice {
    /** Nothing special. */
    NORMAL,
    /** From lower offsets to higher ones. */
    SEQUENTIAL,
    /** In any order. */
    RANDOM,
    /** Soon. */
    WILL_NEED,
    /** Not soon. */
    DONT_NEED,
    /** Once. */
    NO_REUSE
  }

  /** 128 bits that change, most probably, with a file. */
  record MetadataHashValue(@Unsigned long lower, @Unsigned long upper) {}

  /**
   * Why a stream failed, where it is one of a file.
   *
   * @return null where it is none, or nothing more is known
   */
  @Nullable ErrorCode filesystemErrorCode(Errors.@Borrow IoError err);
}
