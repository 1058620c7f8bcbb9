package run.radicchio.webgpu.dawn.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The format of a shared library. It is looked at before a file that a user names is loaded: the
 * JVM loads others only to print warnings of its own.
 */
enum BinaryFormat {
  ELF("7f454c46"),
  MACH_O("cffaedfe|cafebabe"), // of one architecture, of several
  PE("4d5a....");

  private final String magic;

  BinaryFormat(String magic) {
    this.magic = magic;
  }

  /** The format of a file, or null where it is none of these. */
  static @Nullable BinaryFormat of(Path file) throws IOException {
    String start;
    try (InputStream bytes = Files.newInputStream(file)) {
      start = HexFormat.of().formatHex(bytes.readNBytes(4));
    }
    for (BinaryFormat format : values()) {
      if (start.matches(format.magic)) {
        return format;
      }
    }
    return null;
  }
}
