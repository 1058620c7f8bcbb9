package run.radicchio.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import run.radicchio.component.StoreOptions;

/** What a component may use. */
final class LimitOptions {

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Time.class,
      description = "End the component after this time, such as 500ms, 10s or 2m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--max-memory",
      paramLabel = "SIZE",
      converter = Size.class,
      description = "Give the component's memories no more than this, such as 64M or 2G.")
  private @Nullable Long maxMemory;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description =
          "Let the component's threads run in an order that is random, but always the same.")
  private @Nullable Long seed;

  StoreOptions options() {
    return options(StoreOptions.defaults().memoryLimit());
  }

  /**
   * The same.
   *
   * @param usualMemory how many bytes there may be where the user says nothing
   */
  StoreOptions options(long usualMemory) {
    return StoreOptions.defaults()
        .withDeadline(timeout)
        .withSeed(seed)
        .withMemoryLimit(maxMemory == null ? usualMemory : maxMemory);
  }

  /** How long something may take: so long where the user says nothing. */
  Duration time(Duration usual) {
    return timeout == null ? usual : timeout;
  }

  /** A number and a unit. */
  private static long parse(String text, Map<String, Long> units, String example) {
    Matcher matcher = Pattern.compile("(\\d{1,12})([a-z]*)").matcher(text.toLowerCase(Locale.ROOT));
    Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
    if (unit == null || Long.parseLong(matcher.group(1)) == 0) {
      throw new TypeConversionException("expected %s, found `%s`".formatted(example, text));
    }
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
  }

  static final class Time implements ITypeConverter<Duration> {
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L);

    @Override
    public Duration convert(String text) {
      return Duration.ofMillis(parse(text, MILLIS, "a time such as 500ms, 10s or 2m"));
    }
  }

  static final class Size implements ITypeConverter<Long> {
    private static final Map<String, Long> BYTES =
        Map.of("", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

    @Override
    public Long convert(String text) {
      return parse(text, BYTES, "a size such as 64M or 2G");
    }
  }
}
