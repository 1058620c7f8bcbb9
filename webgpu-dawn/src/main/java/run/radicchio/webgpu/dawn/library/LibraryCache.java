package run.radicchio.webgpu.dawn.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder where libraries are unpacked, once per user and not once per process: {@code
 * SHA-256/FILE}.
 *
 * <p>Any number of processes may unpack at once. Each writes a file of its own beside the place,
 * checks it, and moves it there atomically; whoever comes last replaces a file by an equal one.
 *
 * <p>A file in its place is hashed only when it may have changed. One that was checked bears {@link
 * #CHECKED} as its time of last modification, which whatever writes to it takes away.
 */
final class LibraryCache {
  private static final FileTime CHECKED = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  /** What is loaded into the process must not be another user's to write. */
  private static final FileAttribute<?>[] OWNER_ONLY =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
          }
          : new FileAttribute<?>[0]; // Windows keeps a user's folders to the user.

  /** The files in temporary folders, by folder and hash. */
  private static final Map<Path, Path> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private final @Nullable Path folder;
  private final Path temporary;

  /**
   * @param folder where to unpack, made when needed; null where the machine has no such place
   * @param temporary where to unpack for this process alone if nothing can be written there
   */
  LibraryCache(@Nullable Path folder, Path temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /** The cache in a folder that the embedder names, or else in the usual place. */
  static LibraryCache of(@Nullable Path named, Machine machine) {
    Path folder = named != null ? named.toAbsolutePath() : usualFolder(machine);
    return new LibraryCache(folder, machine.temporary());
  }

  /** Where the user of a machine keeps our caches, or null where there is no such place. */
  static @Nullable Path usualFolder(Machine machine) {
    Path home = machine.home();
    if (machine.system().startsWith("windows")) {
      Path local = machine.pathIn("LOCALAPPDATA");
      return local == null ? null : local.resolve("radicchio").resolve("Cache");
    }
    if (machine.system().startsWith("mac")) {
      return home == null ? null : home.resolve("Library").resolve("Caches").resolve("radicchio");
    }
    Path xdg = machine.pathIn("XDG_CACHE_HOME");
    if (xdg != null) {
      return xdg.resolve("radicchio");
    }
    return home == null ? null : home.resolve(".cache").resolve("radicchio");
  }

  /**
   * The file of a library, unpacked now if it is not there or not intact.
   *
   * @return an absolute path
   * @throws DawnLibraryException if the jar is damaged, or the library can be written nowhere
   */
  Path unpack(PackedLibrary library) {
    if (folder == null) {
      return unpackForThisProcess(library, new IOException("no home directory"));
    }
    Path file = folder.resolve(library.sha256()).resolve(library.file());
    try {
      if (!isIntact(file, library)) {
        write(library, file);
      }
      return file;
    } catch (IOException unwritable) {
      return unpackForThisProcess(library, unwritable);
    }
  }

  /**
   * Unpacks into a fresh folder that no other user can write to, and that goes when the process
   * does (on Windows it stays: a loaded library cannot be deleted).
   */
  private Path unpackForThisProcess(PackedLibrary library, IOException reason) {
    Path key = temporary.resolve(library.sha256());
    Path known = OF_THIS_PROCESS.get(key);
    if (known != null) {
      return known;
    }
    try {
      Path own = Files.createTempDirectory(temporary, "radicchio-");
      Path file = own.resolve(library.file());
      own.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      write(library, file);
      OF_THIS_PROCESS.put(key, file);
      return file;
    } catch (IOException e) {
      e.addSuppressed(reason);
      throw new DawnLibraryException(
          ("The library of %s cannot be unpacked, neither into %s (%s) nor into %s (%s)."
                  + " Make one of them writable, or name another with XDG_CACHE_HOME or"
                  + " -Djava.io.tmpdir.")
              .formatted(
                  library.artifact(),
                  folder == null ? "a cache folder" : folder,
                  reason,
                  temporary,
                  e),
          e);
    }
  }

  private static void write(PackedLibrary library, Path file) throws IOException {
    Files.createDirectories(file.getParent(), OWNER_ONLY);
    Path part = Files.createTempFile(file.getParent(), library.file(), ".part");
    try {
      library.writeTo(part);
      Files.setLastModifiedTime(part, CHECKED);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AccessDeniedException e) {
      // Windows lets nobody replace a loaded library: a process that was faster has it.
      if (!isIntact(file, library)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean isIntact(Path file, PackedLibrary library) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!attributes.isRegularFile() || attributes.size() != library.size()) {
      return false;
    }
    if (attributes.lastModifiedTime().equals(CHECKED)) {
      return true;
    }
    if (!library.isIn(file)) {
      return false;
    }
    if (Files.isWritable(file)) { // A cache that may only be read serves too, hashed each time.
      Files.setLastModifiedTime(file, CHECKED);
    }
    return true;
  }
}
