package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorType;

/**
 * What the kernel says of a file.
 *
 * @param device the number of the file system, by which and by {@code inode} a file is known
 */
record Attributes(
    DescriptorType type,
    long links,
    long size,
    Instant accessed,
    Instant modified,
    Instant changed,
    long device,
    long inode) {

  private static final String WANTED =
      "unix:mode,nlink,size,lastAccessTime,lastModifiedTime,ctime,dev,ino";

  /** The bits of a mode that say what it is, and what they say. */
  private static final int TYPE_BITS = 0xf000;

  private static final Map<Integer, DescriptorType> TYPES =
      Map.of(
          0x1000, DescriptorType.FIFO,
          0x2000, DescriptorType.CHARACTER_DEVICE,
          0x4000, DescriptorType.DIRECTORY,
          0x6000, DescriptorType.BLOCK_DEVICE,
          0x8000, DescriptorType.REGULAR_FILE,
          0xa000, DescriptorType.SYMBOLIC_LINK,
          0xc000, DescriptorType.SOCKET);

  /** Those of what is pinned. */
  static Attributes of(Pinned pinned) throws IOException {
    return pinned.use(path -> read(path));
  }

  /** Those of what a directory has under a name. */
  static Attributes of(Pinned directory, String name) throws IOException {
    return directory.use(name, path -> read(path, LinkOption.NOFOLLOW_LINKS));
  }

  private static Attributes read(Path path, LinkOption... options) throws IOException {
    Map<String, Object> values = Files.readAttributes(path, WANTED, options);
    return new Attributes(
        TYPES.getOrDefault((int) number(values, "mode") & TYPE_BITS, DescriptorType.UNKNOWN),
        number(values, "nlink"),
        number(values, "size"),
        time(values, "lastAccessTime"),
        time(values, "lastModifiedTime"),
        time(values, "ctime"),
        number(values, "dev"),
        number(values, "ino"));
  }

  private static long number(Map<String, Object> values, String name) {
    return values.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static Instant time(Map<String, Object> values, String name) {
    return values.get(name) instanceof FileTime time ? time.toInstant() : Instant.EPOCH;
  }

  boolean isDirectory() {
    return type == DescriptorType.DIRECTORY;
  }

  boolean isLink() {
    return type == DescriptorType.SYMBOLIC_LINK;
  }

  boolean isSameObject(Attributes other) {
    return device == other.device && inode == other.inode;
  }
}
