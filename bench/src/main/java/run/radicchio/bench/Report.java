package run.radicchio.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import run.radicchio.bench.Measurements.Case;
import run.radicchio.bench.Measurements.Cost;

/**
 * A table of what was measured, beside what it is meant to be: for each benchmark its time, that of
 * the engine's side, what counts of the time (all of it, or what it has over the engine's side or
 * over another benchmark), the most that this is meant to be, and the same of its bytes.
 */
final class Report {
  private static final List<String> HEAD =
      List.of("", "time", "engine", "counts", "at most", "bytes", "at most", "");

  private final Measurements measurements;

  Report(Measurements measurements) {
    this.measurements = measurements;
  }

  /** The table, as lines. */
  List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Case each : measurements.cases()) {
      Cost cost = measurements.cost(each, Side.COMPONENT);
      if (cost != null) {
        rows.add(row(each, cost));
      }
    }
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<String> row(Case measured, Cost cost) {
    Cost engine = measurements.cost(measured, Side.ENGINE);
    AtMost target = target(measured);
    Cost base = target == null ? engine : base(measured, target);
    Double over = base == null ? null : cost.nanoseconds() - base.nanoseconds();
    return List.of(
        measured.toString(),
        time(cost.nanoseconds()),
        engine == null ? "" : time(engine.nanoseconds()),
        over == null ? "" : time(over),
        target == null ? "" : time(target.nanoseconds()),
        bytes(cost.bytes()),
        target == null ? "" : bytes(target.bytes()),
        target == null || over == null ? "" : verdict(target, over, cost.bytes()));
  }

  /** What does not count; null where that was not measured. */
  private @Nullable Cost base(Case measured, AtMost target) {
    return switch (target.over()) {
      case "" -> Cost.NOTHING;
      case AtMost.ENGINE -> measurements.cost(measured, Side.ENGINE);
      default -> measurements.cost(measured.other(target.over()), Side.COMPONENT);
    };
  }

  private static String verdict(AtMost target, double over, double bytes) {
    boolean tooLarge = target.bytes() < bytes; // not where bytes are unknown
    return over <= target.nanoseconds() && !tooLarge ? "met" : "missed";
  }

  private static @Nullable AtMost target(Case measured) {
    try {
      return Class.forName(measured.type())
          .getMethod(measured.method())
          .getAnnotation(AtMost.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(measured + " is no method", e);
    }
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      boolean text = i == 0 || i == widths.length - 1;
      line.append(("%" + (text ? "-" : "") + Math.max(1, widths[i]) + "s  ").formatted(row.get(i)));
    }
    return line.toString().stripTrailing();
  }

  private static String time(double nanoseconds) {
    double size = Math.abs(nanoseconds);
    if (size < 10_000) {
      return number(nanoseconds) + " ns";
    }
    return size < 10_000_000
        ? number(nanoseconds / 1e3) + " us"
        : number(nanoseconds / 1e6) + " ms";
  }

  private static String bytes(double bytes) {
    return Double.isFinite(bytes) ? number(bytes) : "";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }
}
