package run.radicchio.surface.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.SurfaceWebGpu;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.webgpu.GpuCanvasContext;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.canvas.OffscreenCanvas;

final class WebGpuContextTest {
  private final FakeDisplay display = new FakeDisplay();
  private final HostSurface surface =
      new HostSurface(display, new CreateDesc(null, null), () -> {});
  private final List<String> calls = new ArrayList<>();
  private final WebGpuContext context = new WebGpuContext(surface, fake(OffscreenCanvas.class));

  /** Notes which functions are called, with their arguments; a canvas is 4 wide and 2 high. */
  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "context" -> fake(GpuCanvasContext.class);
                  case "toString" -> type.getSimpleName();
                  case "width" -> 4;
                  case "height" -> 2;
                  case String name -> {
                    calls.add(arguments == null ? name : name + List.of(arguments));
                    yield null;
                  }
                }));
  }

  private void present() {
    display.events().frame();
    context.present();
  }

  @Test
  void aPictureThatTheDisplayDoesNotReadIsDiscarded() {
    context.getCurrentTexture();
    present();
    assertEquals(List.of("getCurrentTexture", "discard"), calls);
  }

  @Test
  void aPictureIsReadOnce() {
    display.show =
        frame -> {
          frame.read();
          assertThrows(IllegalStateException.class, frame::read);
        };
    present();
    assertEquals(List.of("present"), calls);
  }

  @Test
  void aPictureThatWasPresentedCannotBeRead() {
    present();
    assertThrows(IllegalStateException.class, display.presented.getFirst()::read);
  }

  @Test
  void theSizeIsThatAtTheTimeOfConfiguring() {
    display.events().input(new InputEvent.Resize(new ResizeEvent(3, 5)));
    context.getCurrentTexture();
    assertEquals(List.of("getCurrentTexture"), calls);
    context.configure(
        new SurfaceWebGpu.ContextConfiguration(
            fake(GpuDevice.class), GpuTextureFormat.BGRA8UNORM, null, null, null, null, null));
    assertEquals("resize[5, 3]", calls.get(1));
    assertTrue(calls.get(2).startsWith("configure"));
  }

  @Test
  void closingGivesTheCanvasBack() {
    context.close();
    assertEquals(List.of("close", "close"), calls);
  }
}
