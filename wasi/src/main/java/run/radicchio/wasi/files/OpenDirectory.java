package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorType;
import run.radicchio.wasi.p2.filesystem.Types.MetadataHashValue;
import run.radicchio.wasi.p2.filesystem.Types.OpenFlags;

/** A directory that a guest has open. Paths are relative to it, and never lead out of it. */
final class OpenDirectory implements Node {
  /** What was there may be gone when it is opened, and the other way round. */
  private static final int ATTEMPTS = 16;

  private final Sandbox sandbox;
  private final Pinned pinned;
  private final Set<DescriptorFlags> flags;
  private final Access access;

  private OpenDirectory(Sandbox sandbox, Pinned pinned, Set<DescriptorFlags> flags, Access access) {
    this.sandbox = sandbox;
    this.pinned = pinned;
    this.flags = flags;
    this.access = access;
  }

  /**
   * What is pinned and known to be a directory.
   *
   * @param pinned closed with it
   * @param flags what the guest is told that it may do
   * @param access what it may do: of the directory that it was given, whichever flags it names.
   *     Programs for WASI 0.1 know none for changing directories
   */
  static OpenDirectory of(Sandbox sandbox, Pinned pinned, Set<DescriptorFlags> flags, Access access)
      throws IOException {
    sandbox.opens();
    Set<DescriptorFlags> own = EnumSet.of(DescriptorFlags.READ);
    own.addAll(flags);
    return new OpenDirectory(sandbox, pinned, own, access);
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
    return access == Access.READ_WRITE;
  }

  private void checkMutable() throws FileException {
    if (!mayBeTouched()) {
      throw new FileException(ErrorCode.READ_ONLY);
    }
  }

  /** What is done where a path ends. */
  private interface Use<T> {
    T at(Walk walk) throws IOException;
  }

  private <T> T at(String path, boolean follow, Use<T> use) throws IOException {
    try (Walk walk = Walk.of(pinned, path, follow)) {
      return use.at(walk);
    }
  }

  /** What is known of what a path leads to. */
  Attributes attributes(String path, boolean follow) throws IOException {
    return at(
        path,
        follow,
        walk -> {
          try (Pinned end = end(walk)) {
            return Attributes.of(end);
          }
        });
  }

  /** What a path leads to; a directory, where the path says so. */
  private static Pinned end(Walk walk) throws IOException {
    Pinned end = walk.end();
    try {
      if (walk.isDirectoryWanted() && !Attributes.of(end).isDirectory()) {
        throw new FileException(ErrorCode.NOT_DIRECTORY);
      }
      return end;
    } catch (IOException | RuntimeException failure) {
      end.close();
      throw failure;
    }
  }

  MetadataHashValue metadataHash(String path, boolean follow) throws IOException {
    return sandbox.hash(attributes(path, follow));
  }

  void setTimes(
      String path, boolean follow, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    checkMutable();
    at(
        path,
        follow,
        walk -> {
          String name = walk.name();
          walk.directory().setTimes(name == null ? "." : name, accessed, modified);
          return true;
        });
  }

  void createDirectory(String path) throws IOException {
    checkMutable();
    at(
        path,
        false,
        walk -> walk.directory().use(walk.name(ErrorCode.EXIST), Files::createDirectory));
  }

  void createLink(String target, String path) throws IOException {
    if (target.startsWith("/")) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    } else if (target.isEmpty()) {
      throw new FileException(ErrorCode.NO_ENTRY);
    } else if (target.indexOf('\0') >= 0) {
      throw new FileException(ErrorCode.INVALID);
    }
    checkMutable();
    at(
        path,
        false,
        walk ->
            walk.directory()
                .use(newName(walk), one -> Files.createSymbolicLink(one, Path.of(target))));
  }

  /** The name for something that will be no directory, so that its path may not say that it is. */
  private static String newName(Walk walk) throws IOException {
    if (walk.isDirectoryWanted()) {
      end(walk).close(); // fails where it is none
      throw new FileException(ErrorCode.EXIST);
    }
    return walk.name(ErrorCode.EXIST);
  }

  /** The path in a symbolic link; one that leads out is not told. */
  String readLink(String path) throws IOException {
    String target =
        at(
            path,
            false,
            walk ->
                walk.directory()
                    .use(walk.name(ErrorCode.INVALID), one -> Files.readSymbolicLink(one))
                    .toString());
    if (target.startsWith("/")) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    }
    return target;
  }

  void removeDirectory(String path) throws IOException {
    remove(path, true);
  }

  void removeFile(String path) throws IOException {
    remove(path, false);
  }

  private void remove(String path, boolean directory) throws IOException {
    checkMutable();
    at(
        path,
        false,
        walk -> {
          String name = walk.name(directory ? ErrorCode.INVALID : ErrorCode.IS_DIRECTORY);
          boolean isDirectory = Attributes.of(walk.directory(), name).isDirectory();
          if (isDirectory && !directory) {
            throw new FileException(ErrorCode.IS_DIRECTORY);
          } else if (!isDirectory && (directory || walk.isDirectoryWanted())) {
            throw new FileException(ErrorCode.NOT_DIRECTORY);
          }
          return walk.directory()
              .use(
                  name,
                  one -> {
                    Files.delete(one);
                    return null;
                  });
        });
  }

  /** Gives something another name, in this or another directory of the guest's. */
  void rename(String path, OpenDirectory other, String newPath) throws IOException {
    transfer(
        path,
        false,
        other,
        newPath,
        ErrorCode.BUSY,
        (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  /** Gives a file one more name, in this or another directory of the guest's. */
  void link(String path, boolean follow, OpenDirectory other, String newPath) throws IOException {
    if (attributes(path, follow).isDirectory()) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    }
    other.at(newPath, false, OpenDirectory::newName);
    transfer(
        path, follow, other, newPath, ErrorCode.EXIST, (from, to) -> Files.createLink(to, from));
  }

  private interface Transfer {
    Path of(Path from, Path to) throws IOException;
  }

  /** Both directories must be the guest's to change, since the file can be changed by either. */
  private void transfer(
      String path,
      boolean follow,
      OpenDirectory other,
      String newPath,
      ErrorCode otherwise,
      Transfer transfer)
      throws IOException {
    checkMutable();
    other.checkMutable();
    at(
        path,
        follow,
        from ->
            other.at(
                newPath,
                false,
                to -> {
                  String name = from.name(otherwise);
                  String newName = to.name(otherwise);
                  if (from.isDirectoryWanted() || to.isDirectoryWanted()) {
                    checkDirectory(from.directory(), name);
                  }
                  return from.directory()
                      .use(name, one -> to.directory().use(newName, two -> transfer.of(one, two)));
                }));
  }

  private static void checkDirectory(Pinned directory, String name) throws IOException {
    if (!Attributes.of(directory, name).isDirectory()) {
      throw new FileException(ErrorCode.NOT_DIRECTORY);
    }
  }

  /** What is in it, from the beginning. */
  DirectoryEntries entries() throws IOException {
    return DirectoryEntries.of(sandbox, pinned);
  }

  /**
   * Opens what a path leads to.
   *
   * @param wanted what the guest wants to do with it
   */
  Node open(String path, boolean follow, Set<OpenFlags> how, Set<DescriptorFlags> wanted)
      throws IOException {
    boolean changes =
        wanted.contains(DescriptorFlags.WRITE)
            || wanted.contains(DescriptorFlags.MUTATE_DIRECTORY)
            || how.contains(OpenFlags.TRUNCATE)
            || how.contains(OpenFlags.CREATE);
    if (changes) {
      checkMutable();
    }
    if (how.contains(OpenFlags.DIRECTORY)
        && (how.contains(OpenFlags.CREATE)
            || how.contains(OpenFlags.EXCLUSIVE)
            || how.contains(OpenFlags.TRUNCATE))) {
      throw new FileException(ErrorCode.INVALID);
    }
    boolean exclusive = how.contains(OpenFlags.CREATE) && how.contains(OpenFlags.EXCLUSIVE);
    return at(path, follow && !exclusive, walk -> open(walk, how, exclusive, wanted));
  }

  private Node open(Walk walk, Set<OpenFlags> how, boolean exclusive, Set<DescriptorFlags> wanted)
      throws IOException {
    String name = walk.name();
    if (exclusive) {
      create(walk, walk.name(ErrorCode.EXIST));
    }
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        return opened(end(walk), how, wanted);
      } catch (FileException failure) {
        boolean missing = failure.code() == ErrorCode.NO_ENTRY && name != null;
        if (!missing || exclusive || !how.contains(OpenFlags.CREATE)) {
          throw failure;
        }
      }
      try {
        create(walk, name);
      } catch (FileAlreadyExistsException meanwhile) {
        // Somebody was faster; that one is opened then.
      }
    }
    throw new FileException(ErrorCode.BUSY);
  }

  private static void create(Walk walk, String name) throws IOException {
    if (walk.isDirectoryWanted()) {
      throw new FileException(ErrorCode.IS_DIRECTORY);
    }
    walk.directory()
        .use(
            name,
            one -> {
              Files.newByteChannel(
                      one,
                      StandardOpenOption.WRITE,
                      StandardOpenOption.CREATE_NEW,
                      LinkOption.NOFOLLOW_LINKS)
                  .close();
              return null;
            });
  }

  private Node opened(Pinned end, Set<OpenFlags> how, Set<DescriptorFlags> wanted)
      throws IOException {
    try {
      return switch (Attributes.of(end).type()) {
        case DIRECTORY -> {
          if (wanted.contains(DescriptorFlags.WRITE) || how.contains(OpenFlags.TRUNCATE)) {
            throw new FileException(ErrorCode.IS_DIRECTORY);
          }
          yield of(sandbox, end, wanted, access);
        }
        case SYMBOLIC_LINK -> throw new FileException(ErrorCode.LOOP);
        case REGULAR_FILE -> {
          if (how.contains(OpenFlags.DIRECTORY)) {
            throw new FileException(ErrorCode.NOT_DIRECTORY);
          } else if (wanted.contains(DescriptorFlags.MUTATE_DIRECTORY)) {
            throw new FileException(ErrorCode.INVALID);
          }
          yield OpenFile.of(sandbox, end, ofFile(how, wanted), how.contains(OpenFlags.TRUNCATE));
        }
        // Opening a pipe or a device may wait for ever, or do something to the machine.
        case FIFO, SOCKET, BLOCK_DEVICE, CHARACTER_DEVICE, UNKNOWN ->
            throw new FileException(
                how.contains(OpenFlags.DIRECTORY)
                    ? ErrorCode.NOT_DIRECTORY
                    : ErrorCode.NOT_PERMITTED);
      };
    } catch (IOException | RuntimeException failure) {
      end.close();
      throw failure;
    }
  }

  /** Who makes a file may write it, and who names neither reading nor writing may read. */
  private static Set<DescriptorFlags> ofFile(Set<OpenFlags> how, Set<DescriptorFlags> wanted) {
    Set<DescriptorFlags> flags = EnumSet.noneOf(DescriptorFlags.class);
    flags.addAll(wanted);
    if (!wanted.contains(DescriptorFlags.WRITE)) {
      flags.add(DescriptorFlags.READ);
    }
    if (how.contains(OpenFlags.CREATE)) {
      flags.add(DescriptorFlags.WRITE);
    }
    return flags;
  }

  @Override
  public void close() {
    pinned.close();
    sandbox.closes();
  }

  /** Whether something is a directory. */
  static boolean isOne(Pinned pinned) throws IOException {
    return Attributes.of(pinned).type() == DescriptorType.DIRECTORY;
  }
}
