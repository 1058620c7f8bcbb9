package run.radicchio.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import run.radicchio.webgpu.dawn.adapter.AdapterDescription;

/** Adapters side by side: a column for each, a row for each thing to know of them. */
final class AdapterTable {
  private static final String GAP = "   ";
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private static final SequencedMap<String, Function<AdapterDescription, String>> ROWS =
      new LinkedHashMap<>();

  static {
    ROWS.put("name", AdapterDescription::name);
    ROWS.put("type", adapter -> type(adapter.type()));
    ROWS.put("backend", AdapterDescription::backend);
    ROWS.put("driver", AdapterDescription::driver);
    size("buffer", "maxBufferSize");
    size("storage binding", "maxStorageBufferBindingSize");
    size("uniform binding", "maxUniformBufferBindingSize");
    number("storage buffers a stage", "maxStorageBuffersPerShaderStage");
    number("invocations a workgroup", "maxComputeInvocationsPerWorkgroup");
    ROWS.put("workgroup", adapter -> dimensions(adapter.limits()));
    number("workgroups a dimension", "maxComputeWorkgroupsPerDimension");
    size("workgroup storage", "maxComputeWorkgroupStorageSize");
    number("2D texture", "maxTextureDimension2D");
  }

  private AdapterTable() {}

  /** Adapters as lines of text, without a line break at the end. */
  static String of(List<AdapterDescription> adapters) {
    List<List<String>> rows = new ArrayList<>();
    ROWS.forEach((label, cell) -> rows.add(row(label, adapters, cell)));
    for (String feature : features(adapters)) {
      rows.add(row(feature, adapters, one -> one.features().contains(feature) ? "yes" : "-"));
    }
    List<Integer> widths =
        IntStream.rangeClosed(0, adapters.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static void size(String label, String limit) {
    ROWS.put(label, adapter -> binarySize(limit(adapter.limits(), limit)));
  }

  private static void number(String label, String limit) {
    ROWS.put(label, adapter -> Long.toUnsignedString(limit(adapter.limits(), limit)));
  }

  private static List<String> features(List<AdapterDescription> adapters) {
    TreeSet<String> all = new TreeSet<>();
    adapters.forEach(adapter -> all.addAll(adapter.features()));
    return List.copyOf(all);
  }

  private static List<String> row(
      String label, List<AdapterDescription> adapters, Function<AdapterDescription, String> cell) {
    List<String> row = new ArrayList<>(Collections.nCopies(1, label));
    adapters.forEach(adapter -> row.add(cell.apply(adapter)));
    return row;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      line.append(row.get(column)).repeat(' ', widths.get(column) - row.get(column).length());
      line.append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String type(AdapterDescription.Type type) {
    return switch (type) {
      case DISCRETE_GPU -> "discrete GPU";
      case INTEGRATED_GPU -> "integrated GPU";
      case CPU -> "software on the CPU";
      case UNKNOWN -> "unknown";
    };
  }

  private static long limit(Map<String, Long> limits, String name) {
    return limits.getOrDefault(name, 0L);
  }

  private static String dimensions(Map<String, Long> limits) {
    return "%s x %s x %s"
        .formatted(
            limit(limits, "maxComputeWorkgroupSizeX"),
            limit(limits, "maxComputeWorkgroupSizeY"),
            limit(limits, "maxComputeWorkgroupSizeZ"));
  }

  /** A number of bytes in the largest unit of which it is a whole number. */
  private static String binarySize(long bytes) {
    int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.size() - 1);
    return Long.toUnsignedString(bytes >>> (10 * unit)) + " " + UNITS.get(unit);
  }
}
