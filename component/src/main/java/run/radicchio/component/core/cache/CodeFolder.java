package run.radicchio.component.core.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.Fingerprint;

/**
 * A folder with a file for each key, named by it: the {@link Fingerprint} of the key and the code,
 * and then the code. Other files may lie there; they are left alone.
 *
 * <p>Any number of processes may use it at once. Each writes a file of its own beside the place and
 * moves it there atomically, so that nobody reads half of one.
 */
public final class CodeFolder implements CodeStore {
  /** What files of ours are called, and those that are being written. */
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}(\\.code|\\d+\\.part)");

  private final Path folder;
  private final long limit;

  /**
   * Names a folder, which is made when something is written.
   *
   * @param limit how many bytes of files it may hold; when it holds more, those go that were not
   *     used for longest
   */
  public CodeFolder(Path folder, long limit) {
    this.folder = folder.toAbsolutePath();
    this.limit = limit;
  }

  @Override
  public byte @Nullable [] read(Fingerprint key) {
    Path file = file(key);
    try {
      if (Files.size(file) > limit) {
        return null;
      }
      Owner.check(folder);
      byte[] bytes = Files.readAllBytes(file);
      int start = Math.min(Fingerprint.LENGTH, bytes.length);
      byte[] code = Arrays.copyOfRange(bytes, start, bytes.length);
      if (!Arrays.equals(bytes, 0, start, checksum(key, code), 0, Fingerprint.LENGTH)) {
        log("it is damaged: " + file, null);
        return null;
      }
      touch(file);
      return code;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      log("it cannot be read: " + file, e);
      return null;
    }
  }

  @Override
  public void write(Fingerprint key, byte[] code) {
    try {
      Owner.createFolder(folder);
      Owner.check(folder);
      Path part = Files.createTempFile(folder, key.hex(), ".part");
      try {
        try (var out = Files.newOutputStream(part)) {
          out.write(checksum(key, code));
          out.write(code);
        }
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      makeRoom();
    } catch (IOException e) {
      log("nothing can be kept in " + folder, e);
    }
  }

  private Path file(Fingerprint key) {
    return folder.resolve(key.hex() + ".code");
  }

  private static byte[] checksum(Fingerprint key, byte[] code) {
    return Fingerprint.of(key.bytes(), code).bytes();
  }

  /** Notes that a file was used; where it cannot be noted, the file will go sooner. */
  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      log("its use cannot be noted: " + file, e);
    }
  }

  /** Says why a cache is of no use, to those who ask: it is no failure of anything else. */
  private static void log(String message, @Nullable IOException cause) {
    System.getLogger(CodeFolder.class.getName()).log(Level.DEBUG, message, cause);
  }

  private record Entry(Path file, long size, FileTime lastUse) {
    /** A file, or nothing if another process just deleted it to make room. */
    static Stream<Entry> of(Path file) {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Stream.of(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
      } catch (NoSuchFileException e) {
        return Stream.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Deletes files until the others are few enough, parts that were never finished among them. */
  private void makeRoom() throws IOException {
    List<Entry> entries = entries();
    long total = entries.stream().mapToLong(Entry::size).sum();
    for (Entry oldest : entries) {
      if (total <= limit) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      total -= oldest.size();
    }
  }

  /** Our files, the one first that was not used for longest. */
  private List<Entry> entries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .flatMap(Entry::of)
          .sorted(Comparator.comparing(Entry::lastUse))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
