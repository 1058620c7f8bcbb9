package run.radicchio.conformance.wasi;

import java.util.Map;

/** A header or a trailer. */
record HttpField(String name, String value) {
  /** The field of a line {@code name: value}. */
  static HttpField of(String line) {
    int colon = Math.max(line.indexOf(':'), 0);
    return new HttpField(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }

  static HttpField of(Map.Entry<String, String> entry) {
    return new HttpField(entry.getKey(), entry.getValue());
  }
}
