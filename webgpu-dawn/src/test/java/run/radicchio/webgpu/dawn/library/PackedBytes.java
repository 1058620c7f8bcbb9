package run.radicchio.webgpu.dawn.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes packed as the {@code natives} jars pack a library, in a folder in place of a jar. */
final class PackedBytes {
  private PackedBytes() {}

  /** Packs bytes as the named library of a platform, with a true description. */
  static ClassLoader pack(Path folder, String library, Platform platform, byte[] bytes) {
    return pack(folder, library, platform, bytes, bytes.length, sha256(bytes));
  }

  /** Packs bytes with a description that need not be true. */
  static ClassLoader pack(
      Path folder, String library, Platform platform, byte[] bytes, long size, String sha256) {
    Path place = folder.resolve("run/radicchio/natives").resolve(platform.id());
    try {
      Files.createDirectories(place);
      Files.write(place.resolve("library.bin"), bytes);
      Files.writeString(
          place.resolve(library + ".properties"),
          "file=library.bin\nsize=" + size + "\nsha256=" + sha256 + "\norigin=a test\n");
      return loader(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class loader that knows the resources of a folder and none besides. */
  static ClassLoader loader(Path folder) {
    try {
      return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
