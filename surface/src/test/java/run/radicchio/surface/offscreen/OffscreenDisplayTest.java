package run.radicchio.surface.offscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

final class OffscreenDisplayTest {
  private static final CreateDesc ANY = new CreateDesc(null, null);

  /** A guest that presents a picture of one color for each frame but the even ones. */
  private static final class Guest implements SurfaceEvents {
    final List<InputEvent> inputs = Collections.synchronizedList(new ArrayList<>());
    final CompletableFuture<Screen> screen = new CompletableFuture<>();
    final CompletableFuture<Void> end = new CompletableFuture<>();
    final AtomicInteger closed = new AtomicInteger();
    private int frame;

    @Override
    public CompletionStage<Void> frame() {
      frame++;
      if (frame % 2 == 1) {
        present(frame * 10);
      }
      return CompletableFuture.completedFuture(null);
    }

    void present(int red) {
      Screen shown = screen.join();
      shown.present(() -> CompletableFuture.completedFuture(picture(shown.size(), red)));
    }

    private Picture picture(Size size, int red) {
      ByteBuffer texels = ByteBuffer.allocate(size.width() * size.height() * 4);
      for (int at = 0; at < texels.limit(); at += 4) {
        texels.putInt(at, red << 24 | 0xFF);
      }
      return new Picture(
          size.width(),
          size.height(),
          GpuTextureFormat.RGBA8UNORM,
          GpuCanvasAlphaMode.OPAQUE,
          PredefinedColorSpace.SRGB,
          GpuCanvasToneMappingMode.STANDARD,
          size.width() * 4,
          texels.asReadOnlyBuffer(),
          closed::incrementAndGet);
    }

    @Override
    public void input(InputEvent event) {
      inputs.add(event);
    }

    @Override
    public void end() {
      end.complete(null);
    }
  }

  private static OffscreenDisplay.Options options(int frames, String script) throws IOException {
    return new OffscreenDisplay.Options(
        new Size(2, 1), frames, Script.read(new BufferedReader(new StringReader(script))));
  }

  private static Guest show(OffscreenDisplay display) {
    Guest guest = new Guest();
    guest.screen.complete(display.open(ANY, guest));
    return guest;
  }

  @Test
  void recordsSoManyFramesAndThoseWithoutAPictureAgain() throws IOException {
    ByteArrayOutputStream video = new ByteArrayOutputStream();
    OffscreenDisplay display =
        new OffscreenDisplay(options(5, ""), _ -> new Video(new Video.Form.Rgb24(), video));
    Guest guest = show(display);
    guest.end.join();
    assertThrows(DisplayClosedException.class, () -> guest.present(1));
    display.close();
    byte[] bytes = video.toByteArray();
    List<Byte> reds = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += 6) {
      reds.add(bytes[at]);
    }
    assertEquals(List.of((byte) 10, (byte) 10, (byte) 30, (byte) 30, (byte) 50), reds);
    assertEquals(3, guest.closed.get());
  }

  /** Of red 10, luma is 16 + 0.2126 * 10 * 219 / 255, and the chromas are 127 and 132. */
  @Test
  void writesVideoThatSaysWhatItIs() throws IOException {
    ByteArrayOutputStream video = new ByteArrayOutputStream();
    try (OffscreenDisplay display =
        new OffscreenDisplay(options(2, ""), _ -> new Video(new Video.Form.Y4m(25), video))) {
      show(display).end.join();
    }
    String frame = "FRAME\n" + (char) 18 + (char) 18 + (char) 127 + (char) 132;
    assertEquals(
        "YUV4MPEG2 W2 H1 F25:1 Ip A1:1 C420mpeg2 XCOLORRANGE=LIMITED\n" + frame + frame,
        video.toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void writesPngFiles(@TempDir Path folder) throws IOException {
    try (OffscreenDisplay display =
        new OffscreenDisplay(options(2, ""), surface -> PngFolder.of(folder, surface))) {
      show(display).end.join();
      show(display).end.join();
    }
    BufferedImage first = ImageIO.read(folder.resolve("00001.png").toFile());
    assertEquals(2, first.getWidth());
    assertEquals(1, first.getHeight());
    assertEquals(0xFF0A0000, first.getRGB(1, 0));
    assertTrue(Files.exists(folder.resolve("00002.png")));
    assertTrue(Files.exists(folder.resolve("surface-2/00002.png")));
  }

  @Test
  void tellsWhatTheScriptSays() throws IOException {
    String script =
        """
        {"frame": 2, "type": "resize", "width": 3, "height": 4}

        {"frame": 2, "type": "pointer-up", "x": 1, "y": 2}
        {"frame": 1, "surface": 2, "type": "pointer-up", "x": 1, "y": 2}
        {"frame": 9, "type": "pointer-up", "x": 1, "y": 2}
        """;
    try (OffscreenDisplay display =
        new OffscreenDisplay(options(3, script), _ -> Recorder.none())) {
      Guest guest = show(display);
      guest.end.join();
      assertEquals(2, guest.inputs.size());
      assertEquals(new InputEvent.Resize(new ResizeEvent(4, 3)), guest.inputs.getFirst());
      assertEquals(new Size(3, 4), guest.screen.join().size());
    }
  }

  @Test
  void aVideoHasOneSize() throws IOException {
    OffscreenDisplay display =
        new OffscreenDisplay(
            options(3, "{\"frame\": 2, \"type\": \"resize\", \"width\": 3, \"height\": 4}"),
            _ -> new Video(new Video.Form.Rgb24(), new ByteArrayOutputStream()));
    Guest guest = show(display);
    guest.end.join();
    assertEquals(
        "picture 3 is of 3x4, but those before are of 2x1, and a video has one size",
        assertThrows(UncheckedIOException.class, display::close).getCause().getMessage());
    assertEquals(2, guest.closed.get());
  }

  @Test
  void whatCannotBeRecordedEndsTheDisplay() throws IOException {
    OffscreenDisplay display =
        new OffscreenDisplay(
            options(3, ""),
            _ -> {
              throw new IOException("no room");
            });
    assertThrows(DisplayClosedException.class, () -> display.open(ANY, new Guest()));
    assertEquals(
        "no room",
        assertThrows(UncheckedIOException.class, display::close).getCause().getMessage());
  }

  @Test
  void aSurfaceThatTheGuestClosesIsRecordedAsFarAsItCame() throws IOException {
    List<Integer> frames = Collections.synchronizedList(new ArrayList<>());
    Recorder counting =
        new Recorder() {
          @Override
          public void record(int number, Picture picture) {
            frames.add(number);
          }

          @Override
          public void close() {
            frames.add(-1);
          }
        };
    OffscreenDisplay display = new OffscreenDisplay(options(1 << 30, ""), _ -> counting);
    Guest guest = show(display);
    while (frames.isEmpty()) {
      Thread.onSpinWait();
    }
    guest.screen.join().close();
    display.close();
    assertEquals(1, frames.getFirst());
    assertEquals(-1, frames.getLast());
  }

  @Test
  void scriptsSayWhereTheyAreWrong() {
    assertEquals(
        "line 2: `frame`: expected a number, found nothing",
        assertThrows(
                JsonParseException.class,
                () -> options(1, "\n{\"type\": \"pointer-up\", \"x\": 1, \"y\": 2}"))
            .getMessage());
  }
}
