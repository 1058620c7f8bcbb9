package run.radicchio.webgpu.dawn.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A shared library inside one of the {@code natives} jars, with what the jar's description says of
 * it.
 *
 * @param artifact the jar's Maven artifact
 * @param resources the class loader that finds the jar
 * @param folder the resource folder of the library, with a slash at its end
 * @param file the file's name, in the jar and on disk
 * @param size in bytes
 * @param sha256 in hexadecimal digits, lower case
 * @param origin of which revision it is, and the package that it was taken out of, in words
 */
record PackedLibrary(
    String artifact,
    ClassLoader resources,
    String folder,
    String file,
    long size,
    String sha256,
    String origin) {

  /** The library's Maven artifact, whether there is such a jar or not. */
  static String artifact(String library, Platform platform) {
    return "run.radicchio:" + library + "-" + platform.id();
  }

  /** What to do about a library's jar that is missing, for the middle of a sentence. */
  static String howToAdd(String library, Platform platform) {
    return "add the artifact %s (as a module, with --add-modules run.radicchio.natives.%s.%s)"
        .formatted(artifact(library, platform), library, platform.id().replace('-', '_'));
  }

  /**
   * Finds a library by the first part of its artifact's name.
   *
   * @return null where no jar that the class loader knows carries it
   * @throws DawnLibraryException if a jar does and its description cannot be read
   */
  static @Nullable PackedLibrary find(String library, Platform platform, ClassLoader resources) {
    // The dash in the platform keeps this from being a package, which a module would encapsulate.
    String folder = "run/radicchio/natives/" + platform.id() + "/";
    String artifact = artifact(library, platform);
    try (InputStream description =
        resources.getResourceAsStream(folder + library + ".properties")) {
      if (description == null) {
        return null;
      }
      Properties properties = new Properties();
      properties.load(description);
      return new PackedLibrary(
          artifact,
          resources,
          folder,
          required(properties, "file"),
          Long.parseLong(required(properties, "size")),
          required(properties, "sha256"),
          required(properties, "origin"));
    } catch (IOException | IllegalArgumentException e) {
      throw new DawnLibraryException(
          "The jar of "
              + artifact
              + " is damaged: its description cannot be read ("
              + e.getMessage()
              + "). Get the jar again.",
          e);
    }
  }

  /**
   * Writes the library to a file that exists, through to the disk.
   *
   * @throws DawnLibraryException if the jar does not hold the bytes that its description promises
   */
  void writeTo(Path target) throws IOException {
    MessageDigest digest = sha256Digest();
    try (InputStream packed = resources.getResourceAsStream(folder + file);
        FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      if (packed == null) {
        throw damaged("has no file " + folder + file);
      }
      long written =
          new DigestInputStream(packed, digest).transferTo(Channels.newOutputStream(channel));
      String found = HexFormat.of().formatHex(digest.digest());
      if (written != size || !found.equals(sha256)) {
        throw damaged(
            "promises "
                + file
                + " with "
                + size
                + " bytes and SHA-256 "
                + sha256
                + ", and holds "
                + written
                + " bytes with SHA-256 "
                + found);
      }
      channel.force(true);
    }
  }

  /** Whether a file's bytes are this library's. */
  boolean isIn(Path candidate) throws IOException {
    MessageDigest digest = sha256Digest();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(candidate), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest()).equals(sha256);
  }

  private DawnLibraryException damaged(String how) {
    return new DawnLibraryException(
        "The jar of " + artifact + " is damaged: it " + how + ". Get the jar again.");
  }

  private static String required(Properties properties, String name) {
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("it has no \"" + name + "\"");
    }
    return value;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256.", e);
    }
  }
}
