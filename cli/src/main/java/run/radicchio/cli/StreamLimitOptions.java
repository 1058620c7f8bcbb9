package run.radicchio.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import run.radicchio.streaming.StreamLimits;
import run.radicchio.surface.display.Size;

/** How much those can have a server do who watch. */
final class StreamLimitOptions {
  @Option(
      names = "--max-sessions",
      paramLabel = "NUMBER",
      defaultValue = "8",
      converter = Count.class,
      description =
          "Have so many sessions at one time (${DEFAULT-VALUE}); one that nobody watches ends for"
              + " another.")
  private int sessions;

  @Option(
      names = "--max-viewers",
      paramLabel = "NUMBER",
      defaultValue = "16",
      converter = Count.class,
      description = "Let so many watch one session (${DEFAULT-VALUE}).")
  private int viewers;

  @Option(
      names = "--max-connections",
      paramLabel = "NUMBER",
      defaultValue = "256",
      converter = Count.class,
      description =
          "Let so many clients be connected at one time (${DEFAULT-VALUE}), and others wait.")
  private int connections;

  @Option(
      names = "--max-message",
      paramLabel = "SIZE",
      defaultValue = "4k",
      converter = LimitOptions.Size.class,
      description = "Take messages of so many bytes (${DEFAULT-VALUE}) from a page.")
  private long messageBytes;

  @Option(
      names = "--max-messages",
      paramLabel = "NUMBER",
      defaultValue = "500",
      converter = Count.class,
      description = "Take so many messages a second (${DEFAULT-VALUE}) from a page.")
  private int messages;

  @Option(
      names = "--max-size",
      paramLabel = "WIDTHxHEIGHT",
      defaultValue = "2560x1600",
      converter = DisplayOptions.SizeText.class,
      description = "Let no surface be wider or higher (${DEFAULT-VALUE}).")
  private Size largest;

  @Option(
      names = "--max-frame-rate",
      paramLabel = "NUMBER",
      defaultValue = "60",
      converter = Count.class,
      description = "Ask for so many frames a second (${DEFAULT-VALUE}), if viewers keep up.")
  private int frameRate;

  @Option(
      names = "--min-bit-rate",
      paramLabel = "NUMBER",
      defaultValue = "200000",
      converter = Count.class,
      description = "Send a viewer no less than so many bits a second (${DEFAULT-VALUE}).")
  private int leastBits;

  @Option(
      names = "--max-bit-rate",
      paramLabel = "NUMBER",
      defaultValue = "20000000",
      converter = Count.class,
      description = "Send a viewer no more than so many bits a second (${DEFAULT-VALUE}).")
  private int mostBits;

  @Option(
      names = "--opening-time",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = LimitOptions.Time.class,
      description = "Give a page so long to connect (${DEFAULT-VALUE}).")
  private Duration opening;

  @Option(
      names = "--silence",
      paramLabel = "TIME",
      defaultValue = "20s",
      converter = LimitOptions.Time.class,
      description = "Give a viewer up of whom nothing is heard for so long (${DEFAULT-VALUE}).")
  private Duration silence;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = LimitOptions.Time.class,
      description = "Let a component go on for so long when nobody watches (${DEFAULT-VALUE}).")
  private Duration grace;

  /** A number of something. */
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[1-9]\\d{0,8}")) {
        throw new TypeConversionException("expected 1 or more, found `%s`".formatted(text));
      }
      return Integer.valueOf(text);
    }
  }

  StreamLimits limits() {
    if (leastBits > mostBits) {
      throw Failure.misuse(
          "--min-bit-rate %d is more than --max-bit-rate %d".formatted(leastBits, mostBits));
    }
    return new StreamLimits(
        new StreamLimits.Clients(
            sessions,
            viewers,
            connections,
            Math.toIntExact(Math.min(messageBytes, 1 << 24)),
            messages),
        new StreamLimits.Video(largest, frameRate, leastBits, mostBits),
        new StreamLimits.Times(opening, silence, grace));
  }
}
