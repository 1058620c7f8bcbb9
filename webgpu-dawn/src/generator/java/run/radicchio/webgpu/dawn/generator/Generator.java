package run.radicchio.webgpu.dawn.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command: reads a {@code dawn.json}, and writes the Java files or checks them. */
final class Generator {
  private Generator() {}

  /**
   * Runs the command: {@code [--check] DAWN_JSON FOLDER}. With {@code --check} nothing is written,
   * and the exit code is 1 if the folder does not hold what would be.
   */
  public static void main(String[] arguments) throws IOException {
    boolean check = arguments.length == 3 && arguments[0].equals("--check");
    if (!check && arguments.length != 2) {
      System.err.println("usage: generate [--check] PATH/TO/dawn.json");
      System.exit(2);
    }
    Path json = Path.of(arguments[arguments.length - 2]);
    Path folder = Path.of(arguments[arguments.length - 1]);
    Map<String, String> expected = Bindings.write(DawnJson.parse(Files.readString(json)));
    if (!check) {
      replace(folder, expected);
    } else if (!read(folder).equals(expected)) {
      System.err.println(folder + " is not what " + json + " gives: run webgpu-dawn/generate");
      System.exit(1);
    }
  }

  private static void replace(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (String old : read(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The text of each file of a folder by its name. */
  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
