package run.radicchio.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.webgpu.WebGpu;

/** The WIT that guests are built from is what the Java contract says. */
class WitTest {
  private static final Path WEBGPU = Path.of("wit/deps/wasi-webgpu/webgpu.wit");

  @Test
  void webgpuIsThatOfTheContract() throws IOException {
    assertEquals(
        WitPrinter.print(WebGpu.class),
        Files.readString(WEBGPU),
        "The contract changed: ./radicchio wit wasi:webgpu/webgpu > guests/"
            + WEBGPU
            + " and run guests/build");
  }
}
