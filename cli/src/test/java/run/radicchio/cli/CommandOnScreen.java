package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.WindowEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code radicchio run --display window}, on a screen that nobody else uses. {@code
 * surface/window-test} runs it, on a screen that is none.
 */
@Timeout(60)
class CommandOnScreen {
  private static final Color BLACK = new Color(0x000000);
  private static final Color WHITE = new Color(0xffffff);
  private static final Color RED = new Color(0xe03020);

  private final Robot robot = robot();
  private CompletableFuture<Execution> command = new CompletableFuture<>();

  private static Robot robot() {
    try {
      Robot robot = new Robot();
      robot.setAutoWaitForIdle(true);
      return robot;
    } catch (AWTException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a guest, and waits until there is its window. */
  private void run(String... words) {
    String[] all =
        Stream.concat(
                Stream.of("run", "--no-cache", "--display", "window", "--size", "360x240"),
                Arrays.stream(words))
            .toArray(String[]::new);
    command =
        CompletableFuture.supplyAsync(
            () -> Execution.of(all), task -> Thread.ofPlatform().daemon().start(task));
    await(() -> window().isPresent() || command.isDone());
  }

  /** Somebody closes the window; the command is to end by that, and to have nothing to say. */
  private void closeAndEnd() throws Exception {
    JFrame window = window().orElseThrow();
    // By the thread that opens it, so that it is open.
    EventQueue.invokeAndWait(
        () -> window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING)));
    assertEquals(new Execution(0, "", ""), command.get(30, TimeUnit.SECONDS));
  }

  @AfterEach
  void noWindowIsLeft() {
    await(() -> window().isEmpty());
  }

  private static Optional<JFrame> window() {
    return Arrays.stream(Frame.getFrames())
        .filter(Frame::isVisible)
        .map(JFrame.class::cast)
        .findFirst();
  }

  /** Where the middle of a texel is on the screen, whose units may have several pixels. */
  private static Point point(int x, int y) {
    JFrame window = window().orElseThrow();
    Point origin = window.getContentPane().getLocationOnScreen();
    int scale = (int) window.getGraphicsConfiguration().getDefaultTransform().getScaleX();
    return new Point(origin.x + x / scale, origin.y + y / scale);
  }

  private void move(int x, int y) {
    Point point = point(x, y);
    robot.mouseMove(point.x, point.y);
  }

  private void drag(int fromX, int fromY, int toX, int toY) {
    move(fromX, fromY);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    move(toX, toY);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  private void awaitPixel(Color color, int x, int y) {
    await(() -> pixel(x, y).equals(color));
  }

  private Color pixel(int x, int y) {
    Point point = point(x, y);
    return robot.getPixelColor(point.x, point.y);
  }

  private void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      robot.delay(20);
    }
  }

  @Test
  void isPaintedOn() throws Exception {
    run(Execution.guest("paint"));
    awaitPixel(WHITE, 100, 120);
    drag(60, 120, 300, 120);
    awaitPixel(BLACK, 300, 120);
    assertEquals(BLACK, pixel(60, 120));
    assertEquals(BLACK, pixel(180, 120));
    assertEquals(WHITE, pixel(180, 112));
    assertEquals(WHITE, pixel(310, 120));
    // The fourth of nine fields above it, each 40 wide, is red.
    drag(124, 16, 124, 16);
    drag(180, 60, 180, 200);
    awaitPixel(RED, 180, 200);
    assertEquals(RED, pixel(180, 120));
    assertEquals(BLACK, pixel(60, 120));
    closeAndEnd();
  }

  /** By itself it would end in an hour, or never. */
  @ParameterizedTest
  @ValueSource(strings = {"compute()", "sleep()", "wait()"})
  void endsThoughItsGuestGoesOn(String call) throws Exception {
    run("--invoke", call, Execution.guest("tests/unseen"));
    closeAndEnd();
  }
}
