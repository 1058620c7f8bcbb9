package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.component.Component;
import run.radicchio.streaming.StreamServer;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

class StreamingExampleTest {
  @TempDir Path temporary;

  private static DawnGpu software() {
    return DawnGpu.open(DawnGpu.Options.defaults().withGpus(GpuChoice.of("software")));
  }

  private static Component cube() throws IOException {
    return Component.load(Path.of(Execution.guest("cube")));
  }

  @Test
  void someoneWatches() throws IOException, InterruptedException {
    try (DawnGpu gpu = software();
        StreamServer server = StreamingExample.stream(cube(), gpu)) {
      assertEquals(
          new Browser.Visit(0, ""), Browser.visit("visit.mjs", URI.create(server.invitation())));
    }
  }

  @Test
  void framesAreRecorded() throws IOException {
    try (DawnGpu gpu = software()) {
      StreamingExample.record(cube(), gpu, temporary);
    }
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(
          List.of("00001.png", "00002.png", "00003.png"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
