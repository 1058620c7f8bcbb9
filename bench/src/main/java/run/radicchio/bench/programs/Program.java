package run.radicchio.bench.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.Wasi;
import run.radicchio.webgpu.WebGpu;

/**
 * A program of {@code guests/}, run in this process.
 *
 * @param folder what it finds as its root
 */
record Program(String name, Component component, WebGpu webgpu, Path folder) {
  private static final Pattern TIME = Pattern.compile(" in (\\d+\\.\\d+) s$", Pattern.MULTILINE);

  /** Loads it; benchmarks run in the folder {@code bench}. */
  static Program load(String name, WebGpu webgpu, Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("../guests").resolve(name + ".wasm"));
    return new Program(name, Component.load(bytes), webgpu, folder);
  }

  /** How long it says its work on the GPU took. */
  Duration time(Work work) {
    Stream<String> arguments = Stream.concat(work.arguments().stream(), Stream.of("--time"));
    String said = run(arguments, work.input(), OutputStream.nullOutputStream());
    Matcher time = TIME.matcher(said);
    if (!time.find()) {
      throw new IllegalStateException(
          "%s says no time, such as `5 steps in 1.2345 s`, but: %s".formatted(name, said));
    }
    return Duration.ofNanos(Math.round(1e9 * Double.parseDouble(time.group(1))));
  }

  /**
   * What it writes to a file.
   *
   * @param option what has it write one
   */
  ByteBuffer output(String option, List<String> arguments) throws IOException {
    run(
        Stream.concat(arguments.stream(), Stream.of(option, "output")),
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream());
    Path file = folder.resolve("output");
    ByteBuffer output = ByteBuffer.wrap(Files.readAllBytes(file));
    Files.delete(file);
    return output.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What it writes to its standard output. */
  byte[] printed(Work work) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(work.arguments().stream(), work.input(), out);
    return out.toByteArray();
  }

  /** Runs it, and gives what it wrote to standard error. */
  private String run(Stream<String> arguments, InputStream in, OutputStream out) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Wasi wasi =
        Wasi.builder()
            .arguments(Stream.concat(Stream.of(name), arguments).toList())
            .directory(folder, "/", Access.READ_WRITE)
            .stdin(in)
            .stdout(out)
            .stderr(err)
            .build();
    try (Instance instance = wasi.addTo(new Linker()).add(webgpu).instantiate(component)) {
      int status = wasi.run(instance);
      if (status != 0) {
        throw new IllegalStateException(
            "%s ended with status %d: %s".formatted(name, status, err.toString(UTF_8)));
      }
    }
    return err.toString(UTF_8);
  }
}
