package run.radicchio.component.canon;

import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.ComponentInstance;

/** What a canonical definition refers to by index, of one instance. */
public interface IndexSpaces {
  /** The instance. */
  ComponentInstance instance();

  /** A component function. */
  Callee function(int index);

  /** A core function. */
  CoreExtern.Function coreFunction(int index);

  /** A core memory. */
  CoreExtern.Memory memory(int index);

  /** A core table. */
  CoreExtern.Table table(int index);
}
