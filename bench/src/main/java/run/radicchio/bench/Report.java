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
 * the bare side, what counts of the time (all of it, or what it has over the bare side or over
 * another benchmark, or its share of another, or how many times another it is), the most that this
 * is meant to be, and the same of its bytes.
 */
final class Report {
  private static final List<String> HEAD =
      List.of("", "time", "bare", "counts", "at most", "bytes", "at most", "");

  /** In nanoseconds: a clock may take less for nothing. */
  private static final double LEAST_TIMED = 1;

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
    Cost bare = measurements.cost(measured, Side.BARE);
    AtMost target = target(measured);
    Comparison comparison =
        target != null
            ? compared(measured, cost, target)
            : bare != null ? Comparison.over(cost, bare, Double.POSITIVE_INFINITY) : null;
    double mostBytes = target == null ? Double.POSITIVE_INFINITY : target.bytes();
    return List.of(
        measured.toString(),
        time(cost.nanoseconds()),
        bare == null ? "" : time(bare.nanoseconds()),
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

    /** As a multiple, which so much time over the base may exceed. */
    static Comparison times(Cost cost, Cost base, AtMost target) {
      double unit = Math.max(base.nanoseconds(), LEAST_TIMED);
      double times = cost.nanoseconds() / unit;
      double most = Math.max(target.times(), 1 + target.nanoseconds() / unit);
      return new Comparison(multiple(times), multiple(most), times <= most);
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
          case AtMost.BARE -> measurements.cost(measured, Side.BARE);
          default -> measurements.cost(measured.other(target.over()), Side.COMPONENT);
        };
    if (base == null) {
      return null;
    }
    return target.times() > 0
        ? Comparison.times(cost, base, target)
        : Comparison.over(cost, base, target.nanoseconds());
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

  private static String multiple(double times) {
    return String.format(Locale.ROOT, "%.2f x", times);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }
}
