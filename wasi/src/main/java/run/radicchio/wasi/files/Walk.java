package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.ErrorCode;

/**
 * Follows a path from a directory, name by name, and keeps within it (wasi-filesystem, "Path
 * resolution").
 *
 * <p>In: a pinned directory, and a path that a guest has written, or that is in a link which
 * somebody has made. Out: the pinned directory in which it ends, and the name there, which nothing
 * needs to have. {@code ..} goes back to where the walk came from and not to where the kernel
 * thinks that it leads, so a directory that is moved meanwhile takes nobody out.
 */
final class Walk implements AutoCloseable {
  /** As in Linux. */
  private static final int MOST_LINKS = 40;

  /** As in Linux, but in characters. */
  private static final int LONGEST_PATH = 4096;

  /** Each is a descriptor while the walk lasts. */
  private static final int DEEPEST = 256;

  private static final Pattern SLASHES = Pattern.compile("/+");

  private final Pinned base;
  private final Deque<Pinned> entered = new ArrayDeque<>();
  private final Deque<String> left = new ArrayDeque<>();
  private int links;
  private boolean directoryWanted;
  private @Nullable String name;

  private Walk(Pinned base) {
    this.base = base;
  }

  /**
   * Follows a path.
   *
   * @param follow whether to go on where it ends at a symbolic link
   * @return where it ends; to be closed
   * @throws FileException {@code NOT_PERMITTED} if it leads out; other codes if it leads nowhere
   */
  static Walk of(Pinned base, String path, boolean follow) throws IOException {
    Walk walk = new Walk(base);
    try {
      walk.prepend(path);
      walk.run(follow);
      return walk;
    } catch (IOException | RuntimeException failure) {
      walk.close();
      throw failure;
    }
  }

  /**
   * One name, as a directory can have it.
   *
   * @throws FileException {@code INVALID} if it is none
   */
  static String checkedName(String name) throws FileException {
    if (name.isEmpty() || name.equals("..") || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
      throw new FileException(ErrorCode.INVALID);
    }
    return name;
  }

  /** The directory in which the path ends. */
  Pinned directory() {
    return entered.isEmpty() ? base : entered.getLast();
  }

  /** The name in {@link #directory}; null where the path leads to that directory itself. */
  @Nullable String name() {
    return name;
  }

  /**
   * The name in {@link #directory}.
   *
   * @throws FileException with the given code if the path leads to that directory itself
   */
  String name(ErrorCode otherwise) throws FileException {
    if (name == null) {
      throw new FileException(otherwise);
    }
    return name;
  }

  /** Whether the path says, by a slash at its end, that it leads to a directory. */
  boolean isDirectoryWanted() {
    return directoryWanted;
  }

  /** What the path leads to. */
  Pinned end() throws IOException {
    return directory().child(name == null ? "." : name);
  }

  /** Walks a path before what is left. */
  private void prepend(String path) throws FileException {
    if (path.isEmpty()) {
      throw new FileException(ErrorCode.NO_ENTRY);
    } else if (path.startsWith("/")) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    } else if (path.indexOf('\0') >= 0) {
      throw new FileException(ErrorCode.INVALID);
    } else if (path.length() > LONGEST_PATH) {
      throw new FileException(ErrorCode.NAME_TOO_LONG);
    }
    directoryWanted |= left.isEmpty() && (path.endsWith("/") || path.endsWith("/."));
    List<String> names = SLASHES.splitAsStream(path).filter(one -> !one.equals(".")).toList();
    names.reversed().forEach(left::addFirst);
  }

  private void run(boolean follow) throws IOException {
    while (!left.isEmpty()) {
      String next = left.removeFirst();
      boolean last = left.isEmpty();
      if (next.equals("..")) {
        goBack();
      } else if (!last || ((follow || directoryWanted) && isLink(next))) {
        enter(next);
      } else {
        name = next;
      }
    }
  }

  private void goBack() throws FileException {
    if (entered.isEmpty()) {
      throw new FileException(ErrorCode.NOT_PERMITTED);
    }
    entered.removeLast().close();
  }

  private boolean isLink(String next) throws IOException {
    try {
      return Attributes.of(directory(), next).isLink();
    } catch (java.nio.file.NoSuchFileException nothing) {
      return false;
    }
  }

  /** Goes to what has a name, or along the path in it. */
  private void enter(String next) throws IOException {
    Pinned child = directory().child(next);
    try {
      Attributes attributes = Attributes.of(child);
      if (attributes.isDirectory()) {
        if (entered.size() == DEEPEST) {
          throw new FileException(ErrorCode.NAME_TOO_LONG);
        }
        entered.addLast(child);
      } else if (attributes.isLink()) {
        child.close();
        follow(next);
      } else {
        throw new FileException(ErrorCode.NOT_DIRECTORY);
      }
    } catch (IOException | RuntimeException failure) {
      child.close();
      throw failure;
    }
  }

  private void follow(String link) throws IOException {
    if (++links > MOST_LINKS) {
      throw new FileException(ErrorCode.LOOP);
    }
    prepend(directory().use(link, path -> Files.readSymbolicLink(path).toString()));
  }

  @Override
  public void close() {
    entered.forEach(Pinned::close);
    entered.clear();
  }
}
