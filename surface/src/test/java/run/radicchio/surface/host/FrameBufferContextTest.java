package run.radicchio.surface.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.FrameBuffer;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.canvas.Picture;

final class FrameBufferContextTest {
  private final FakeDisplay display = new FakeDisplay();
  private final HostSurface surface =
      new HostSurface(display, new CreateDesc(null, null), () -> {});
  private final FrameBufferContext context = new FrameBufferContext(surface);

  private static ByteBuffer bytes(int count, int first) {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    for (int i = 0; i < count; i++) {
      bytes.put(i, (byte) (first + i));
    }
    return bytes.asReadOnlyBuffer();
  }

  private Picture present() {
    display.events().frame();
    context.present();
    return display.presented.getLast().read().toCompletableFuture().join();
  }

  @Test
  void showsWhatWasSet() {
    try (FrameBuffer.Buffer buffer = context.getCurrentBuffer()) {
      buffer.setWithCopy(bytes(32, 1));
      assertEquals(bytes(32, 1), buffer.getWithCopy());
    }
    Picture picture = present();
    assertEquals(GpuTextureFormat.BGRA8UNORM, picture.format());
    assertEquals(4, picture.width());
    assertEquals(2, picture.height());
    byte[] expected = new byte[32];
    bytes(32, 1).get(expected);
    for (int alpha = 3; alpha < 32; alpha += 4) {
      expected[alpha] = (byte) 0xFF;
    }
    assertArrayEquals(expected, picture.packed());
  }

  @Test
  void isBlankAtFirstAndAfterResizing() {
    assertEquals(ByteBuffer.allocate(32), context.getCurrentBuffer().getWithCopy());
    context.getCurrentBuffer().setWithCopy(bytes(32, 1));
    display.events().input(new InputEvent.Resize(new ResizeEvent(1, 1)));
    assertEquals(ByteBuffer.allocate(4), context.getCurrentBuffer().getWithCopy());
  }

  @Test
  void takesAPictureOfTheSizeBefore() {
    display.events().input(new InputEvent.Resize(new ResizeEvent(1, 1)));
    context.getCurrentBuffer().setWithCopy(bytes(32, 1));
    assertEquals(4, present().width());
    context.getCurrentBuffer().setWithCopy(bytes(4, 1));
    assertEquals(1, present().width());
  }

  @Test
  void refusesOtherSizes() {
    FrameBuffer.Buffer buffer = context.getCurrentBuffer();
    assertEquals(
        "set-with-copy: expected 32 bytes for a surface of 4x2, found 31",
        assertThrows(IllegalArgumentException.class, () -> buffer.setWithCopy(bytes(31, 0)))
            .getMessage());
  }
}
