package run.radicchio.component.core.cache;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Whose a folder is: on POSIX systems, where others may write to one. Windows keeps a user's
 * folders to the user.
 */
final class Owner {
  private static final String VIEW = "unix";
  private static final int ROOT = 0;
  private static final int WRITABLE_BY_GROUP = 0020;
  private static final int WRITABLE_BY_OTHERS = 0002;

  /** Of a folder in which nobody can replace what is another's. */
  private static final int STICKY = 01000;

  private Owner() {}

  private static boolean isKnown(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains(VIEW);
  }

  /** Makes a folder and those that it is in, as far as they are not there, for the user alone. */
  static void createFolder(Path folder) throws IOException {
    FileAttribute<?>[] attributes =
        isKnown(folder)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, attributes);
  }

  /**
   * Checks that none but the user of this process (and root) can write to a folder, or put another
   * in its place.
   *
   * @throws AccessDeniedException if others can
   */
  static void check(Path folder) throws IOException {
    if (isKnown(folder)) {
      check(folder, effectiveUser());
    }
  }

  /** The same for a user. */
  static void check(Path folder, int user) throws IOException {
    Path real = folder.toRealPath();
    Access access = Access.of(real);
    access.check(access.owner() == user, WRITABLE_BY_GROUP | WRITABLE_BY_OTHERS);
    for (Path in = real.getParent(); in != null; in = in.getParent()) {
      Access around = Access.of(in);
      around.check(
          around.owner() == user || around.owner() == ROOT,
          (around.mode() & STICKY) == 0 ? WRITABLE_BY_OTHERS : 0);
    }
  }

  private record Access(Path folder, int owner, int mode) {
    static Access of(Path folder) throws IOException {
      Map<String, Object> attributes = Files.readAttributes(folder, VIEW + ":uid,mode");
      return new Access(folder, (int) attributes.get("uid"), (int) attributes.get("mode"));
    }

    void check(boolean isOurs, int forbidden) throws AccessDeniedException {
      if (!isOurs) {
        throw new AccessDeniedException(folder.toString(), null, "it is of user " + owner);
      }
      if ((mode & forbidden) != 0) {
        throw new AccessDeniedException(
            folder.toString(), null, "others can write to it: mode %o".formatted(mode & 07777));
      }
    }
  }

  /** The user as whom this process opens files. */
  static int effectiveUser() throws IOException {
    try {
      return (int) Calls.GETEUID.invokeExact();
    } catch (Throwable e) {
      throw new IOException("geteuid cannot be called", e);
    }
  }

  private static final class Calls {
    private static final MethodHandle GETEUID = geteuid();

    @SuppressWarnings("restricted") // the function is named with its true type
    private static MethodHandle geteuid() {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow("geteuid"),
          FunctionDescriptor.of(ValueLayout.JAVA_INT));
    }
  }
}
