package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayOptionsTest {
  private static final String PAINT = Execution.guest("paint");

  @TempDir Path temporary;

  private static Execution off(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "run";
    all[1] = "--no-cache";
    all[2] = "--display";
    all[3] = "off";
    System.arraycopy(options, 0, all, 4, options.length);
    all[all.length - 1] = PAINT;
    return Execution.of(all);
  }

  @Test
  void whatDrawsOnSurfacesNeedsADisplay() {
    Execution.of("run", PAINT)
        .failed(2, "radicchio: " + PAINT + " draws on a surface: say what shows it by --display\n");
  }

  @Test
  void whatCouldDrawOnSurfacesNeedsNone() {
    Execution help = Execution.of("run", PAINT, "--help");
    assertEquals(0, help.exitCode());
    assertTrue(help.out().contains("Usage"), help.out());
  }

  @Test
  void sizesAndNumbersAreChecked() {
    Execution wrong = off("--size", "0x5");
    assertEquals(2, wrong.exitCode());
    assertTrue(
        wrong.err().contains("a surface cannot be 0 wide and 5 high: from 1 to 8192 it can"),
        wrong.err());
    assertTrue(
        off("--size", "big").err().contains("expected a size such as 1280x720, found `big`"));
    off("--frames", "0").failed(2, "radicchio: --frames: expected 1 or more, found 0\n");
    off("--y4m", "-", "--rgb24", "-")
        .failed(2, "radicchio: --rgb24 and --y4m cannot both go to standard output\n");
  }

  /** Tests run without a screen, wherever that is. */
  @Test
  void windowsNeedAScreen() {
    Execution.of("run", "--no-cache", "--display", "window", PAINT)
        .failed(
            1,
            "radicchio: --display window: there is no screen to open windows on:"
                + " on a desktop, DISPLAY says where that is\n");
  }

  @Test
  void eventsAreChecked() throws IOException {
    Path script = temporary.resolve("events.jsonl");
    Files.writeString(script, "{\"frame\": 1, \"type\": \"dance\"}\n", UTF_8);
    off("--events", script.toString())
        .failed(
            2,
            "radicchio: --events: "
                + script
                + ": line 1: `type`: expected pointer-move, pointer-down, pointer-up, key-down,"
                + " key-up or resize, found dance\n");
    assertTrue(
        off("--events", temporary + "/none").err().startsWith("radicchio: --events: " + temporary));
  }

  @Test
  void videoGoesToStandardOutputAlone() {
    ByteArrayOutputStream video = new ByteArrayOutputStream();
    Execution execution =
        Execution.between(
            InputStream.nullInputStream(),
            video,
            "run",
            "--no-cache",
            "--display",
            "off",
            "--size",
            "64x48",
            "--frames",
            "3",
            "--y4m",
            "-",
            PAINT);
    assertEquals(new Execution(0, "", ""), execution);
    String header = "YUV4MPEG2 W64 H48 F30:1 Ip A1:1 C420mpeg2 XCOLORRANGE=LIMITED\n";
    assertTrue(video.toString(ISO_8859_1).startsWith(header));
    assertEquals(header.length() + 3 * ("FRAME\n".length() + 64 * 48 * 3 / 2), video.size());
  }

  @Test
  void whereNothingCanBeWrittenItFails() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "", UTF_8);
    Execution failed = off("--frames", "2", "--png", file.toString());
    assertEquals(1, failed.exitCode());
    assertEquals(
        "radicchio: --display: java.nio.file.FileAlreadyExistsException: " + file + "\n",
        failed.err());
  }
}
