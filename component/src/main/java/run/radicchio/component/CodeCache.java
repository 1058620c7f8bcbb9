package run.radicchio.component;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.cache.CodeFolder;
import run.radicchio.component.core.cache.UserFolder;

/**
 * Where {@link Component#load(byte[], CodeCache) loading} keeps the JVM classes that core modules
 * are compiled to, so that the next process need not validate and compile them again. Immutable.
 *
 * <p>An entry is found by the module's own bytes, and by what compiled it: by another build of this
 * library or of its engine, or on another version of Java, it is not found. So entries need never
 * be cleared, and a folder may be deleted at any time, by whomever.
 *
 * <p>Entries are code that runs in the process. A folder is used only if, on POSIX systems, it is
 * the user's own and nobody else can write to it, or replace it; it is made so if it is not there.
 * A folder that cannot be used is as good as none: components load all the same, and the reason is
 * logged, as {@code DEBUG}, to the {@link System.Logger} {@code
 * run.radicchio.component.core.cache.CodeFolder}. The same holds for an entry that is damaged.
 *
 * <p>Within a process, components that have a module in common share its classes, cache or not.
 */
public final class CodeCache {
  /** What a folder may hold if nothing else is said: that of about a hundred large modules. */
  private static final long DEFAULT_LIMIT = 256L << 20;

  private static final CodeCache NONE = new CodeCache(CodeStore.NONE);

  private final CodeStore store;

  private CodeCache(CodeStore store) {
    this.store = store;
  }

  /** Keeps nothing. */
  public static CodeCache none() {
    return NONE;
  }

  /** Keeps at most 256 MiB in a folder, which is made when it is needed. */
  public static CodeCache in(Path folder) {
    return in(folder, DEFAULT_LIMIT);
  }

  /**
   * Keeps code in a folder, which is made when it is needed.
   *
   * @param limit how many bytes the folder may hold; above that, the entries are deleted that were
   *     not used for longest
   */
  public static CodeCache in(Path folder, long limit) {
    return new CodeCache(new CodeFolder(folder, limit));
  }

  /**
   * Keeps code in the folder {@code radicchio/code} of the user's caches: those in {@code
   * XDG_CACHE_HOME} or {@code ~/.cache}, on macOS in {@code ~/Library/Caches}, on Windows in {@code
   * %LOCALAPPDATA%}. Where there is no such place, nothing is kept.
   */
  public static CodeCache ofUser() {
    UnaryOperator<@Nullable String> properties = System::getProperty;
    Path folder = UserFolder.of(properties, System::getenv);
    return folder == null ? NONE : in(folder);
  }

  CodeStore store() {
    return store;
  }
}
