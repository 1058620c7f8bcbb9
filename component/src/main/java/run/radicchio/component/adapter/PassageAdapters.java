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

  /** A definition that lowers functions, told apart by identity; its adapters live as long. */
  public static final class Caller {}

  /** Whether arguments of a type can lend handles to the function. */
  public static boolean lends(FuncType type) {
    return type.parameterTypes().stream().anyMatch(PassageAdapterCode::lends);
  }

  /** The adapter for a caller, which is made now if it is not there. */
  public synchronized PassageAdapter get(Caller caller, Supplier<PassageAdapter> maker) {
    return adapters.computeIfAbsent(caller, _ -> maker.get());
  }
}
