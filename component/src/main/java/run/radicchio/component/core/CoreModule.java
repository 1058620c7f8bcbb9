package run.radicchio.component.core;

import java.util.List;
import run.radicchio.component.type.CoreModuleType;

/** A compiled core module. Immutable; safe for use by several threads. */
public interface CoreModule {

  /** Its imports, in order, and its exports by name. */
  CoreModuleType type();

  /**
   * Instantiates it, running its start function.
   *
   * @param imports what it imports, one for each import of {@link #type()}, in the same order and
   *     of matching types
   * @return the instance, which owns the memories it defines until it is closed
   * @throws run.radicchio.component.Trap if a segment is out of bounds or the start function traps
   */
  CoreInstance instantiate(List<CoreExtern> imports);
}
