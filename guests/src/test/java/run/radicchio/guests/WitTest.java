package run.radicchio.guests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.text.WitPrinter;
import run.radicchio.surface.FrameBuffer;
import run.radicchio.surface.SurfaceFrameBuffer;
import run.radicchio.surface.SurfaceWebGpu;
import run.radicchio.surface.Surfaces;
import run.radicchio.webgpu.WebGpu;

/** The WIT that guests are built from is what the Java contracts say. */
class WitTest {
  @Test
  void webgpuIsThatOfTheContract() throws IOException {
    assertPrinted("wasi:webgpu", "wit/deps/wasi-webgpu/webgpu.wit", WebGpu.class);
  }

  @Test
  void surfacesAreThoseOfTheContract() throws IOException {
    assertPrinted(
        "wasi-gfx:surface",
        "surface/wit/deps/wasi-gfx-surface/surface.wit",
        Surfaces.class,
        SurfaceFrameBuffer.class,
        SurfaceWebGpu.class);
    assertPrinted(
        "wasi-gfx:frame-buffer",
        "surface/wit/deps/wasi-gfx-frame-buffer/frame-buffer.wit",
        FrameBuffer.class);
  }

  /** A file has a package alone, without those that it uses. */
  private static void assertPrinted(String name, String file, Class<?>... contract)
      throws IOException {
    String printed = WitPrinter.printPackage(List.of(contract), null);
    assertEquals(
        printed.split("\n(?=package )", 2)[0],
        Files.readString(Path.of(file)),
        () ->
            """
            The contract changed: ./radicchio wit %s | sed '/^$/{N;/^\\npackage/Q}' > guests/%s \
            and run guests/build"""
                .formatted(name, file));
  }
}
