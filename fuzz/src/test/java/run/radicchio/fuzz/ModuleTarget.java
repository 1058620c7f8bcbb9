package run.radicchio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import run.radicchio.component.binary.Section;

/** Bytes that are taken for a core module, in a component that instantiates it. */
public final class ModuleTarget {
  private static final Path MODULES = Path.of("../component/src/test/wat/core");
  private static final int SMALL = 1000;

  private ModuleTarget() {}

  /** The small ones of the tests. */
  static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(MODULES)) {
      for (Path module :
          files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList()) {
        if (Files.size(module) < SMALL) {
          seeds.add(Files.readAllBytes(module));
        }
      }
    }
    return seeds;
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    ComponentTarget.fuzzerTestOneInput(
        Bytes.component()
            .section(Section.CORE_MODULE, new Bytes().add(bytes))
            .section(Section.CORE_INSTANCE, 1, Bytes.of(0, 0, 0))
            .toArray());
  }
}
