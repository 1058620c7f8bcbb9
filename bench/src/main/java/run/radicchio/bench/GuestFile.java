package run.radicchio.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The components that are measured. */
enum GuestFile {
  HOST_CALLS("bench/host-calls"),
  GUEST_CALLS("bench/guest-calls"),
  ASYNC_CALLS("bench/async-calls"),
  COMPONENT_CALLS("bench/component-calls"),
  WEBGPU_CALLS("bench/webgpu-calls"),
  /** Of 63 KB, in Rust, without imports. */
  ECHO("tests/echo");

  private final String name;

  GuestFile(String name) {
    this.name = name;
  }

  /** Where it is: benchmarks run in the folder {@code bench}. */
  Path path() {
    return Path.of("../guests").resolve(name + ".wasm");
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(path());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
