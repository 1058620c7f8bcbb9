package run.radicchio.bench.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * Requests a second of several servers, of which the first is what the others are compared with.
 */
final class Rates {
  /** What the others are meant to reach, of the first. */
  private static final double AT_LEAST = 0.25;

  private static final String FORM = "%-16s%12s%12s%12s%10s%10s  %s";

  private final SequencedMap<String, List<Double>> measured = new LinkedHashMap<>();

  void add(String server, double rate) {
    measured.computeIfAbsent(server, _ -> new ArrayList<>()).add(rate);
  }

  /** The table, as lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(FORM.formatted("", "requests/s", "least", "most", "of bare", "at least", ""));
    double bare = median(measured.firstEntry().getValue());
    measured.forEach((server, rates) -> lines.add(line(server, rates, bare)));
    return lines.stream().map(String::stripTrailing).toList();
  }

  private String line(String server, List<Double> rates, double bare) {
    List<Double> sorted = rates.stream().sorted().toList();
    double median = median(rates);
    boolean isCompared = !server.equals(measured.firstEntry().getKey());
    return FORM.formatted(
        server,
        number(median),
        number(sorted.getFirst()),
        number(sorted.getLast()),
        isCompared ? percent(median / bare) : "",
        isCompared ? percent(AT_LEAST) : "",
        isCompared ? median >= AT_LEAST * bare ? "met" : "missed" : "");
  }

  private static double median(List<Double> rates) {
    List<Double> sorted = rates.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String number(double rate) {
    return String.format(Locale.ROOT, "%,.0f", rate);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
