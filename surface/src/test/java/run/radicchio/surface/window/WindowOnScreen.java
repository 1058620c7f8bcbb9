package run.radicchio.surface.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AWTException;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.Key;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.InputEvent.KeyDown;
import run.radicchio.surface.display.InputEvent.KeyUp;
import run.radicchio.surface.display.InputEvent.PointerDown;
import run.radicchio.surface.display.InputEvent.PointerMove;
import run.radicchio.surface.display.InputEvent.PointerUp;
import run.radicchio.surface.display.InputEvent.Resize;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/**
 * Windows on a screen that nobody else uses. {@code surface/window-test} runs it, on a screen that
 * is none.
 */
@Timeout(60)
class WindowOnScreen {
  private static final int RED = 0xFFCC1020;
  private static final int GREEN = 0xFF10CC20;
  private static final Size SIZE = new Size(320, 200);

  private final Robot robot = robot();
  private final WindowDisplay display = WindowDisplay.open("window test", SIZE);
  private final Surface surface = new Surface();
  private final Screen screen = display.open(new CreateDesc(null, null), surface);

  /** What a guest is told. */
  private static final class Surface implements SurfaceEvents {
    final BlockingQueue<CompletableFuture<Void>> frames = new LinkedBlockingQueue<>();
    final BlockingQueue<run.radicchio.surface.display.InputEvent> input =
        new LinkedBlockingQueue<>();
    volatile boolean ended;

    @Override
    public CompletionStage<Void> frame() {
      CompletableFuture<Void> answer = new CompletableFuture<>();
      frames.add(answer);
      return answer;
    }

    @Override
    public void input(run.radicchio.surface.display.InputEvent event) {
      input.add(event);
    }

    @Override
    public void end() {
      ended = true;
    }

    /** The next thing of a kind that is done with it. */
    <T> T next(Class<T> kind) throws InterruptedException {
      while (true) {
        Object event = input.take();
        if (kind.isInstance(event)) {
          return kind.cast(event);
        }
      }
    }
  }

  private static Robot robot() {
    try {
      Robot robot = new Robot();
      robot.setAutoWaitForIdle(true);
      return robot;
    } catch (AWTException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    display.close();
  }

  private static JFrame window() {
    return (JFrame)
        Arrays.stream(Frame.getFrames()).filter(Frame::isVisible).findFirst().orElseThrow();
  }

  /** Where the surface begins on the screen. */
  private static Point origin() {
    return window().getContentPane().getLocationOnScreen();
  }

  /** Where a texel is on the screen, whose units may have several pixels. */
  private static Point point(int x, int y) {
    return new Point(origin().x + units(x), origin().y + units(y));
  }

  private static int units(int texels) {
    return texels / scale();
  }

  private static int scale() {
    return (int) window().getGraphicsConfiguration().getDefaultTransform().getScaleX();
  }

  private void move(int x, int y) {
    Point point = point(x, y);
    robot.mouseMove(point.x, point.y);
  }

  private void press(int code) {
    robot.keyPress(code);
    robot.keyRelease(code);
  }

  /** A picture whose left half has one color and whose right half another. */
  private static Picture picture(Size size, int left, int right) {
    ByteBuffer texels =
        ByteBuffer.allocateDirect(4 * size.width() * size.height()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size.width() * size.height(); i++) {
      texels.putInt(i % size.width() < size.width() / 2 ? left : right);
    }
    return new Picture(
        size.width(),
        size.height(),
        GpuTextureFormat.BGRA8UNORM,
        GpuCanvasAlphaMode.OPAQUE,
        PredefinedColorSpace.SRGB,
        GpuCanvasToneMappingMode.STANDARD,
        texels.flip());
  }

  /** Answers a frame event with a picture. */
  private void draw(Picture picture) throws InterruptedException {
    CompletableFuture<Void> asked = surface.frames.take();
    screen.present(() -> CompletableFuture.completedFuture(picture));
    asked.complete(null);
  }

  private void awaitPixel(int x, int y, int color) {
    Point point = point(x, y);
    await(() -> robot.getPixelColor(point.x, point.y).getRGB() == color);
  }

  private void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      robot.delay(20);
    }
  }

  @Test
  void hasAPixelForEachTexel() {
    assertEquals(System.getenv().getOrDefault("GDK_SCALE", "1"), String.valueOf(scale()));
    assertEquals(units(SIZE.width()), window().getContentPane().getWidth());
    assertEquals(SIZE, screen.size());
  }

  @Test
  void showsPicturesAsTheyCome() throws Exception {
    draw(picture(SIZE, RED, GREEN));
    awaitPixel(1, 1, RED);
    awaitPixel(158, 199, RED);
    awaitPixel(161, 0, GREEN);
    awaitPixel(319, 199, GREEN);
    draw(picture(SIZE, GREEN, RED));
    awaitPixel(1, 1, GREEN);
    // One of another size fills the window all the same.
    draw(picture(new Size(32, 20), RED, GREEN));
    awaitPixel(1, 1, RED);
    awaitPixel(319, 199, GREEN);
  }

  @Test
  void readsNoMoreThanTwoAhead() throws Exception {
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Void> asked = surface.frames.take();
      screen.present(CompletableFuture::new);
      asked.complete(null);
    }
    robot.delay(200);
    assertEquals(0, surface.frames.size());
    screen.present(
        () -> {
          throw new AssertionError("a third picture was read");
        });
  }

  @Test
  void tellsOfPointers() throws Exception {
    move(10, 20);
    move(30, 40);
    await(() -> surface.input.contains(new PointerMove(new PointerEvent(30, 40))));
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    assertEquals(new PointerEvent(30, 40), surface.next(PointerDown.class).event());
    move(50, 60);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    assertEquals(new PointerEvent(50, 60), surface.next(PointerUp.class).event());
  }

  @Test
  void tellsOfKeys() throws Exception {
    move(10, 20);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    surface.next(PointerUp.class);
    robot.keyPress(KeyEvent.VK_SHIFT);
    press(KeyEvent.VK_B);
    robot.keyRelease(KeyEvent.VK_SHIFT);
    press(KeyEvent.VK_LEFT);
    press(KeyEvent.VK_TAB);
    assertEquals(Key.SHIFT_LEFT, surface.next(KeyDown.class).event().key());
    assertEquals(
        new run.radicchio.surface.KeyEvent(Key.KEY_B, "B", false, false, false, true),
        surface.next(KeyDown.class).event());
    assertEquals(Key.KEY_B, surface.next(KeyUp.class).event().key());
    assertEquals(Key.ARROW_LEFT, surface.next(KeyDown.class).event().key());
    assertEquals(Key.TAB, surface.next(KeyDown.class).event().key());
  }

  @Test
  void isAsLargeAsItIsMade() throws Exception {
    JFrame window = window();
    window.setSize(window.getWidth() + units(40), window.getHeight() + units(10));
    assertEquals(new ResizeEvent(210, 360), surface.next(Resize.class).event());
    screen.requestSetSize(100, null);
    assertEquals(new ResizeEvent(100, 360), surface.next(Resize.class).event());
    draw(picture(new Size(360, 100), RED, GREEN));
    awaitPixel(359, 99, GREEN);
  }

  @Test
  void isOverOnceSomebodyClosesTheLast() throws Exception {
    Surface second = new Surface();
    Screen other = display.open(new CreateDesc(50, 60), second);
    assertEquals(new Size(60, 50), other.size());
    closeWindow(new Size(60, 50));
    await(() -> second.ended);
    other.present(
        () -> {
          throw new AssertionError("a picture was read that nobody sees");
        });
    assertTrue(!surface.ended && !display.over().toCompletableFuture().isDone());
    closeWindow(SIZE);
    display.over().toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertTrue(surface.ended);
    assertThrows(DisplayClosedException.class, () -> other.present(CompletableFuture::new));
    assertThrows(
        DisplayClosedException.class, () -> display.open(new CreateDesc(1, 1), new Surface()));
  }

  private static void closeWindow(Size size) {
    Frame closed =
        Arrays.stream(Frame.getFrames())
            .filter(Frame::isVisible)
            .filter(frame -> ((JFrame) frame).getContentPane().getWidth() == units(size.width()))
            .findFirst()
            .orElseThrow();
    closed.dispatchEvent(new WindowEvent(closed, WindowEvent.WINDOW_CLOSING));
  }
}
