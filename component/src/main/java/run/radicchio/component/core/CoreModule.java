package run.radicchio.component.core;

import java.util.List;
import run.radicchio.component.type.CoreModuleType;

/** A compiled core module. Immutable; safe for use by several threads. */
public interface CoreModule {

  /** Its imports, in order, and its exports by name. */
  CoreModuleType type();

  /** Whether guest code runs when it is instantiated. */
  boolean hasStart();

  /** Does now what else the first instantiation would do for all. It may take a while. */
  default void prepare() {}

  /** The same as {@link #instantiate(List, CoreLimits)}, with as much memory as there is. */
  default CoreInstance instantiate(List<CoreExtern> imports) {
    return instantiate(imports, CoreLimits.NONE);
  }

  /**
   * Instantiates it, running its start function.
   *
   * @param imports what it imports, one for each import of {@link #type()}, in the same order and
   *     of matching types
   * @param limits asked for what its memories and tables take, now and later
   * @return the instance, which owns the memories it defines until it is closed
   * @throws run.radicchio.component.Trap if a segment is out of bounds, the start function traps,
   *     or it needs more than the limits allow
   */
  CoreInstance instantiate(List<CoreExtern> imports, CoreLimits limits);
}
