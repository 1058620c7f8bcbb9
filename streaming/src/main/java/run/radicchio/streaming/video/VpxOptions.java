package run.radicchio.streaming.video;

import java.util.HashMap;
import java.util.Map;

/** How libvpx is to encode. */
final class VpxOptions {
  /**
   * Each picture is encoded when it comes, for a decoder that may miss some. Of threads there is
   * one: they wait for each other in a loop, which on a machine with fewer cores than threads takes
   * ten times as long.
   */
  private static final Map<String, String> BOTH =
      Map.of(
          "deadline", "realtime",
          "lag-in-frames", "0",
          "error-resilient", "default",
          "threads", "1",
          "g", "100000",
          "qmin", "4",
          "qmax", "63");

  static final Map<String, String> VP8 =
      with(Map.of("cpu-used", "10", "static-thresh", "100", "noise-sensitivity", "0"));

  static final Map<String, String> VP9 =
      with(Map.of("cpu-used", "8", "row-mt", "0", "aq-mode", "3"));

  private VpxOptions() {}

  private static Map<String, String> with(Map<String, String> own) {
    Map<String, String> all = new HashMap<>(BOTH);
    all.putAll(own);
    return Map.copyOf(all);
  }
}
