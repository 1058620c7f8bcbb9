package run.radicchio.component.core;

import java.util.List;

/** Compiles core modules. Safe for use by several threads. */
public interface CoreEngine {

  /**
   * Compiles a core module.
   *
   * @param bytes the module's binary format
   * @return the compiled module
   * @throws CoreModuleException if the bytes are no valid module, or use a proposal that the engine
   *     does not run
   */
  CoreModule compile(byte[] bytes);

  /**
   * The guest's functions that were running when something was thrown, a {@link
   * run.radicchio.component.Trap} or not.
   *
   * @return their names as their modules give them, innermost first; empty where none was
   */
  List<String> guestFrames(Throwable thrown);
}
