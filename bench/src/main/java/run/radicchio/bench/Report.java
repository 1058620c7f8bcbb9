package run.radicchio.bench;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import run.radicchio.bench.Measurements.Case;
import run.radicchio.bench.Measurements.Cost;

/**
 * A table of what was measured, beside what it is meant to be: for each benchmark its time, that of
 * the engine's side, what counts of the time (all of it, or what it has over the engine's side or
 * over another benchmark, or its share of another), the most that this is meant to be, and the same
 * of its bytes.
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
    Comparison comparison =
        target != null
            ? compared(measured, cost, target)
            : engine != null ? Comparison.over(cost, engine, Double.POSITIVE_INFINITY) : null;
    double mostBytes = target == null ? Double.POSITIVE_INFINITY : target.bytes();
    return List.of(
        measured.toString(),
        time(cost.nanoseconds()),
        engine == null ? "" : time(engine.nanoseconds()),
        comparison == null ? "" : comparison.counts,
        comparison == null ? "" : comparison.atMost,
        bytes(cost.bytes()),
        bytes(mostBytes),
        target == null || comparison == null
            ? ""
            : comparison.met && !(cost.bytes() > mostBytes) ? "met" : "missed");
  }

  /** Time, or a share of it, and what it is meant to be. */
  private record Comparison(String counts, String atMost, boolean met) {
    static Comparison over(Cost cost, Cost base, double nanoseconds) {
      double over = cost.nanoseconds() - base.nanoseconds();
      return new Comparison(time(over), time(nanoseconds), over <= nanoseconds);
    }

    static Comparison share(Cost cost, Cost whole, double percent) {
      double share = 100 * cost.nanoseconds() / whole.nanoseconds();
      return new Comparison(number(share) + " %", number(percent) + " %", share <= percent);
    }
  }

  /** Null where what it is compared with was not measured. */
  private @Nullable Comparison compared(Case measured, Cost cost, AtMost target) {
    if (!target.of().isEmpty()) {
      Cost whole = measurements.cost(measured.other(target.of()), Side.COMPONENT);
      return whole == null ? null : Comparison.share(cost, whole, target.percent());
    }
    Cost base =
        switch (target.over()) {
          case "" -> Cost.NOTHING;
          case AtMost.ENGINE -> measurements.cost(measured, Side.ENGINE);
          default -> measurements.cost(measured.other(target.over()), Side.COMPONENT);
        };
    return base == null ? null : Comparison.over(cost, base, target.nanoseconds());
  }

  private static @Nullable AtMost target(Case measured) {
    try {
      for (Method method : Class.forName(measured.type()).getMethods()) {
        if (method.getName().equals(measured.method())) {
          return method.getAnnotation(AtMost.class);
        }
      }
      throw new IllegalArgumentException(measured + " is no method");
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(measured + " is in no class", e);
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
    if (Double.isInfinite(size)) {
      return "";
    }
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
