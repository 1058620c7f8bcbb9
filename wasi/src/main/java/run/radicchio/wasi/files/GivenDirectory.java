package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;

/**
 * A directory that guests are given.
 *
 * @param host where it is
 * @param guest what guests call it
 */
public record GivenDirectory(Path host, String guest, Access access) {

  /** A directory that is there. */
  public GivenDirectory {
    if (!Pinned.isPossible()) {
      throw new UnsupportedOperationException(
          "directories can be given to guests on Linux only yet, on x86-64 and AArch64");
    }
    try (Pinned pinned = Pinned.ofHost(host)) {
      if (!OpenDirectory.isOne(pinned)) {
        throw new IllegalArgumentException(
            host + " is no directory that could be given to a guest");
      }
    } catch (IOException failure) {
      throw new IllegalArgumentException(
          "%s cannot be given to a guest: %s".formatted(host, failure.getMessage()), failure);
    }
  }

  /** Opens it for a guest. */
  OpenDirectory open(Sandbox sandbox) throws IOException {
    Set<DescriptorFlags> flags =
        access == Access.READ_WRITE
            ? EnumSet.of(DescriptorFlags.READ, DescriptorFlags.MUTATE_DIRECTORY)
            : EnumSet.of(DescriptorFlags.READ);
    Pinned pinned = Pinned.ofHost(host);
    try {
      if (!OpenDirectory.isOne(pinned)) {
        throw new FileException(ErrorCode.NOT_DIRECTORY);
      }
      return OpenDirectory.of(sandbox, pinned, flags, access);
    } catch (IOException | RuntimeException failure) {
      pinned.close();
      throw failure;
    }
  }
}
