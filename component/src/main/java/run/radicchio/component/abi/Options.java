package run.radicchio.component.abi;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;

/**
 * The options of a canonical definition, of one instance (CanonicalABI, "Canonical ABI Options").
 *
 * @param realloc of type {@code (int, int, int, int)int}
 * @param postReturn a flat call ({@link FlatCall})
 * @param callback of type {@code (int, int, int)int}
 */
public record Options(
    StringEncoding encoding,
    CoreExtern.@Nullable Memory memory,
    CoreExtern.@Nullable Function realloc,
    @Nullable FlatCall postReturn,
    boolean async,
    CoreExtern.@Nullable Function callback) {

  /** No option given. */
  public static final Options NONE =
      new Options(StringEncoding.UTF8, null, null, null, false, null);

  /** Of a built-in that only stores to a memory. */
  public static Options of(CoreExtern.Memory memory) {
    return new Options(StringEncoding.UTF8, memory, null, null, false, null);
  }

  /** Whether values mean the same under both: those with no memory named have nothing in memory. */
  public boolean liftsLike(Options other) {
    return encoding == other.encoding && (memory == null || memory == other.memory);
  }
}
