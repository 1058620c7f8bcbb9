package run.radicchio.cli;

import com.google.gson.JsonParseException;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.offscreen.OffscreenDisplay;
import run.radicchio.surface.offscreen.PngFolder;
import run.radicchio.surface.offscreen.Recorder;
import run.radicchio.surface.offscreen.Script;
import run.radicchio.surface.offscreen.Video;
import run.radicchio.surface.window.WindowDisplay;

/** What shows the surfaces of a component. */
final class DisplayOptions {
  private static final String STANDARD_OUTPUT = "-";

  /** In seconds. */
  private static final long TIME_TO_END = 3;

  /** The kinds of displays. */
  enum Kind {
    /** None: frames are recorded. */
    OFF,

    /** Windows of a desktop. */
    WINDOW,

    /** A page, for whoever opens its address. */
    BROWSER
  }

  @Option(
      names = "--display",
      paramLabel = "off|window|browser",
      description = {
        "Show what a component draws on its surfaces: off records it, window opens windows, browser"
            + " prints the address of a page and begins when somebody opens it. `radicchio stream`"
            + " does so for many, and can be told more.",
        "A component that draws on surfaces needs this option."
      })
  private @Nullable Kind kind;

  @Option(
      names = "--size",
      paramLabel = "WIDTHxHEIGHT",
      defaultValue = "1280x720",
      converter = SizeText.class,
      description =
          "Off, window: make surfaces so large (${DEFAULT-VALUE}) for which the component wants no"
              + " other size.")
  private Size size;

  @Option(
      names = "--frames",
      paramLabel = "NUMBER",
      defaultValue = "60",
      description = "Off: record so many frames of each surface (${DEFAULT-VALUE}).")
  private int frames;

  @Option(
      names = "--png",
      paramLabel = "FOLDER",
      description = "Off: write each frame to a file there, 00001.png and so on.")
  private @Nullable Path png;

  @Option(
      names = "--rgb24",
      paramLabel = "FILE",
      description =
          "Off: write all frames to one file, or standard output if it is -, three bytes a texel.")
  private @Nullable String rgb24;

  @Option(
      names = "--y4m",
      paramLabel = "FILE",
      description =
          "Off: write all frames to one file, or standard output if it is -, as YUV4MPEG2.")
  private @Nullable String y4m;

  @Option(
      names = "--rate",
      paramLabel = "NUMBER",
      defaultValue = "30",
      description = "Off: have --y4m say that it is so many frames a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--events",
      paramLabel = "FILE.jsonl",
      description = {
        "Off: what happens to surfaces, a JSON object a line:",
        "{\"frame\": 10, \"type\": \"key-down\", \"key\": \"KeyA\"} before the tenth; key-up too,"
            + " pointer-move, pointer-down and pointer-up with x and y, resize with width and height."
      })
  private @Nullable Path events;

  private volatile boolean closed;

  /** {@code WIDTHxHEIGHT}. */
  static final class SizeText implements ITypeConverter<Size> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    @Override
    public Size convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "expected a size such as 1280x720, found `%s`".formatted(text));
      }
      try {
        return new Size(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Whether nobody is left to see what the guest draws, so that it is interrupted. */
  boolean isClosed() {
    return closed;
  }

  /** Whether there is to be a display. */
  boolean isChosen() {
    return kind != null;
  }

  /** Whether pictures go to standard output, so that nothing else can. */
  boolean takesStandardOutput() {
    return kind == Kind.OFF && (STANDARD_OUTPUT.equals(rgb24) || STANDARD_OUTPUT.equals(y4m));
  }

  /**
   * Runs a component on the display that was chosen, or on what refuses surfaces. Whoever runs it
   * is interrupted where nobody is left to see what it draws.
   *
   * @param title the component's name
   * @param err where it is said how to come to the display, if that must be
   * @return what the component's run returns
   */
  int show(
      String title,
      OutputStream standardOutput,
      PrintWriter err,
      ToIntFunction<Display> component) {
    if (kind == Kind.BROWSER) {
      return new InBrowser(component, () -> closed = true).run(err);
    }
    try (Display display = open(title, standardOutput)) {
      return component.applyAsInt(display);
    }
  }

  private Display open(String title, OutputStream standardOutput) {
    return switch (kind) {
      case null -> new NoDisplay(title);
      case OFF -> offscreen(standardOutput);
      case WINDOW -> window(title);
      case BROWSER -> throw new IllegalStateException("its display is there when somebody comes");
    };
  }

  /** A guest that goes on though somebody closed all of its windows is ended some time later. */
  private Display window(String title) {
    try {
      WindowDisplay windows = WindowDisplay.open(title, size);
      Executor later = CompletableFuture.delayedExecutor(TIME_TO_END, TimeUnit.SECONDS);
      Thread guest = Thread.currentThread();
      windows
          .over()
          .thenRunAsync(
              () -> {
                closed = true;
                guest.interrupt();
              },
              later);
      return windows;
    } catch (IllegalStateException e) {
      throw Failure.of("--display window: " + e.getMessage());
    }
  }

  private Display offscreen(OutputStream standardOutput) {
    Failure.checkPositive("--frames", frames);
    Failure.checkPositive("--rate", rate);
    if (STANDARD_OUTPUT.equals(rgb24) && STANDARD_OUTPUT.equals(y4m)) {
      throw Failure.misuse("--rgb24 and --y4m cannot both go to standard output");
    }
    return new OffscreenDisplay(
        new OffscreenDisplay.Options(size, frames, script()),
        surface -> recorder(surface, standardOutput));
  }

  private Script script() {
    if (events == null) {
      return Script.empty();
    }
    try (BufferedReader text = Files.newBufferedReader(events, StandardCharsets.UTF_8)) {
      return Script.read(text);
    } catch (JsonParseException e) {
      throw Failure.misuse("--events: %s: %s".formatted(events, e.getMessage()), e);
    } catch (IOException e) {
      throw Failure.misuse("--events: %s cannot be read: %s".formatted(events, e), e);
    }
  }

  private Recorder recorder(int surface, OutputStream standardOutput) throws IOException {
    List<Recorder> recorders = new ArrayList<>();
    if (png != null) {
      recorders.add(PngFolder.of(png, surface));
    }
    if (rgb24 != null) {
      recorders.add(new Video(new Video.Form.Rgb24(), stream(rgb24, surface, standardOutput)));
    }
    if (y4m != null) {
      recorders.add(new Video(new Video.Form.Y4m(rate), stream(y4m, surface, standardOutput)));
    }
    return Recorder.all(recorders);
  }

  private static OutputStream stream(String file, int surface, OutputStream standardOutput)
      throws IOException {
    if (surface > 1) {
      throw new IOException(
          "the component has made a second surface, and a video shows one: record it by --png");
    }
    return new BufferedOutputStream(
        file.equals(STANDARD_OUTPUT) ? standardOutput : Files.newOutputStream(Path.of(file)));
  }
}
