package run.radicchio.component.adapter;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import run.radicchio.component.type.FuncType;

/**
 * The adapters between a lifted function, however many instances have it, and those that call it:
 * one for each canonical definition that lowers it. Safe for use by several threads.
 */
public final class PassageAdapters {
  private final Map<Caller, PassageAdapter> adapters = new WeakHashMap<>();
  private final boolean lends;

  /** A definition that lowers functions, told apart by identity; its adapters live as long. */
  public static final class Caller {}

  /** Of a function of a type. */
  public PassageAdapters(FuncType type) {
    lends = type.parameterTypes().stream().anyMatch(PassageAdapterCode::lends);
  }

  /** Whether arguments can lend handles to the function. */
  public boolean lends() {
    return lends;
  }

  /** The adapter for a caller, which is made now if it is not there. */
  public synchronized PassageAdapter get(Caller caller, Supplier<PassageAdapter> maker) {
    return adapters.computeIfAbsent(caller, _ -> maker.get());
  }
}
