package run.radicchio.conformance.wasi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a folder that a test may change, as long as it is open. */
record Scratch(Path folder) implements Closeable {

  /** A copy of a folder and all in it. */
  static Scratch of(Path original) throws IOException {
    Path folder = Files.createTempDirectory("radicchio-wasi-testsuite");
    Scratch scratch = new Scratch(folder);
    for (Path file : below(original)) {
      Files.copy(file, folder.resolve(original.relativize(file).toString()));
    }
    return scratch;
  }

  @Override
  public void close() throws IOException {
    for (Path file : below(folder).reversed()) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  /** Folders before what is in them; symbolic links are not followed. */
  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.skip(1).sorted(Comparator.comparing(Path::getNameCount)).toList();
    }
  }
}
