package run.radicchio.component.core.endive;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.Fingerprint;

/** The modules that this build compiled before, in a store. */
final class KeptModules {
  private final CodeStore store;
  private final @Nullable Fingerprint build;

  /**
   * Those of a build.
   *
   * @param build null if it cannot be told from others, so that there are none
   */
  KeptModules(CodeStore store, @Nullable Fingerprint build) {
    this.store = store;
    this.build = build;
  }

  /** What is kept of the module that has a fingerprint; null if nothing is. */
  @Nullable KeptModule find(Fingerprint module) {
    byte[] code = build == null ? null : store.read(key(build, module));
    return code == null ? null : KeptModule.decode(code);
  }

  /** Keeps a module. */
  void keep(Fingerprint module, KeptModule kept) {
    if (build != null) {
      store.write(key(build, module), kept.encode());
    }
  }

  private static Fingerprint key(Fingerprint build, Fingerprint module) {
    return Fingerprint.of(build.bytes(), module.bytes());
  }
}
