package run.radicchio.component.definition;

import org.jspecify.annotations.Nullable;

/**
 * The options of a canonical definition (Explainer, {@code canonopt}), indices being into the core
 * function and core memory index spaces.
 */
public record CanonicalOptions(
    StringEncoding stringEncoding,
    @Nullable Integer memory,
    @Nullable Integer realloc,
    @Nullable Integer postReturn,
    boolean async,
    @Nullable Integer callback) {

  /** How strings lie in memory. */
  public enum StringEncoding {
    UTF8,
    UTF16,
    LATIN1_UTF16
  }
}
