package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import run.radicchio.cli.Execution;

/**
 * What a program draws on surfaces that nobody sees, while a script does what hands would. Frames
 * count from 1.
 */
final class Recording {
  private final Program program;
  private final String size;
  private final List<String> script = new ArrayList<>();

  /** Of surfaces of a size such as {@code 640x480}, in a folder of their own. */
  Recording(String name, Path folder, String size) {
    this.program = new Program(name, folder);
    this.size = size;
  }

  /** Before a frame something happens: the rest of an event in JSON, from its type on. */
  Recording at(int frame, String... events) {
    for (String event : events) {
      script.add("{\"frame\": %d, \"type\": %s}".formatted(frame, event));
    }
    return this;
  }

  /** Presses a key so many times. */
  Recording press(int frame, String key, int times) {
    return at(frame, Stream.generate(() -> key(key)).limit(times).toArray(String[]::new));
  }

  static String key(String code) {
    return "\"key-down\", \"key\": \"%s\"".formatted(code);
  }

  static String resize(int width, int height) {
    return "\"resize\", \"width\": %d, \"height\": %d".formatted(width, height);
  }

  /** What a pointer does: {@code down}, {@code move} or {@code up}. */
  static String pointer(String does, double x, double y) {
    return "\"pointer-%s\", \"x\": %s, \"y\": %s".formatted(does, x, y);
  }

  /** The program's outcome, after so many frames. */
  Execution run(int frames, String... options) throws IOException {
    Path folder = program.folder();
    Path events = Files.write(folder.resolve("events.jsonl"), script);
    return program.runWith(
        List.of(
            "--display",
            "off",
            "--size",
            size,
            "--frames",
            Integer.toString(frames),
            "--events",
            events.toString(),
            "--png",
            folder.resolve("frames").toString()),
        options);
  }

  /** Runs it, which must work, and gives the frames of its only or first surface. */
  List<BufferedImage> frames(int count, String... options) throws IOException {
    Execution execution = run(count, options);
    assertEquals(new Execution(0, "", ""), execution);
    return read("", count);
  }

  /** The frames of another surface, once it has run. */
  List<BufferedImage> framesOf(int surface, int count) throws IOException {
    return read("surface-" + surface, count);
  }

  private List<BufferedImage> read(String name, int count) throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Path file =
          program.folder().resolve("frames").resolve(name).resolve("%05d.png".formatted(number));
      frames.add(ImageIO.read(file.toFile()));
    }
    return frames;
  }

  /** All pixels as 0xAARRGGBB, row by row. */
  static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
