package run.radicchio.fuzz;

import run.radicchio.component.binary.Section;

/** Bytes that are taken for a core module, in a component that instantiates it. */
public final class ModuleTarget {
  private ModuleTarget() {}

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    ComponentTarget.fuzzerTestOneInput(
        Bytes.component()
            .section(Section.CORE_MODULE, new Bytes().add(bytes))
            .section(Section.CORE_INSTANCE, 1, Bytes.of(0, 0, 0))
            .toArray());
  }
}
