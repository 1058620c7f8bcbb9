package run.radicchio.component.core;

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
}
