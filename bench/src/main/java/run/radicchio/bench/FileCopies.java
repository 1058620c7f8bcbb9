package run.radicchio.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.wasi.Access;
import run.radicchio.wasi.Wasi;

/**
 * A file of 1 GB is copied by 64 KiB at a time into one that is not there: by a guest through its
 * streams, or by Java through channels. The files are in memory, where the system has such a
 * folder: a disk would take as long for either.
 */
@BenchmarkMode(Mode.SampleTime)
@State(Scope.Thread)
public class FileCopies {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final int CHUNK = 1 << 16;

  /** The file's. */
  @Param("1024")
  int mebibytes = 1024;

  @Param Side side = Side.COMPONENT;

  /** Of WASI; 0.2 with Rust's standard library. Java has none. */
  @Param({"p2", "p3"})
  String version = "p3";

  private Copying copying = this::inJava;
  private Path folder = Path.of(".");

  private interface Copying {
    void copy() throws IOException;
  }

  /** Makes the file. */
  @Setup
  public void prepare() throws IOException {
    long size = (long) mebibytes << 20;
    folder =
        Files.createTempDirectory(hasRoom(MEMORY, 2 * size) ? MEMORY : Path.of("target"), "files");
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    try (FileChannel file =
        FileChannel.open(from(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long written = 0; written < size; ) {
        written += file.write(chunk.putLong(0, written).clear());
      }
    }
    copying = side == Side.BARE ? this::inJava : guest("commands-" + version);
  }

  private static boolean hasRoom(Path folder, long bytes) throws IOException {
    return Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() > bytes;
  }

  private Path from() {
    return folder.resolve("from");
  }

  private Path to() {
    return folder.resolve("to");
  }

  private Copying guest(String name) throws IOException {
    Wasi wasi =
        Wasi.builder()
            .arguments(List.of(name, "copy", "from", "to"))
            .directory(folder, ".", Access.READ_WRITE)
            .build();
    Path file = Path.of("../wasi/guests").resolve(name + ".wasm");
    LinkedComponent command =
        wasi.addTo(new Linker()).link(Component.load(Files.readAllBytes(file)));
    return () -> {
      try (Instance instance = command.instantiate()) {
        int status = wasi.run(instance);
        if (status != 0) {
          throw new IOException("the guest ended with status " + status);
        }
      }
    };
  }

  private void inJava() throws IOException {
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    try (FileChannel in = FileChannel.open(from(), StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (in.read(chunk.clear()) > 0) {
        chunk.flip();
        while (chunk.hasRemaining()) {
          out.write(chunk);
        }
      }
    }
  }

  /** Removes what was copied, which takes no part in what is measured. */
  @TearDown(Level.Invocation)
  public void removeCopy() throws IOException {
    Files.deleteIfExists(to());
  }

  /** Removes the rest. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(from());
    Files.delete(folder);
  }

  /** All of it. */
  @AtMost(times = 2, nanoseconds = 0, over = AtMost.BARE)
  @Benchmark
  public void copy() throws IOException {
    copying.copy();
  }
}
