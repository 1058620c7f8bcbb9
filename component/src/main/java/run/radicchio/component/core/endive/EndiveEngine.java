package run.radicchio.component.core.endive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CodeStore;
import run.radicchio.component.core.CoreEngine;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.core.Fingerprint;

/** The engine Endive, in its compiled mode. */
public final class EndiveEngine implements CoreEngine {
  private static final @Nullable Fingerprint BUILD = BuildIdentity.find();

  /** The modules of this process, which engines share. */
  private static final WeakValues<EndiveModule> LOADED = new WeakValues<>();

  private final KeptModules kept;
  private final WeakValues<EndiveModule> loaded;

  /**
   * An engine.
   *
   * @param store where it keeps the code of modules for later processes
   */
  public EndiveEngine(CodeStore store) {
    this(new KeptModules(store, BUILD), LOADED);
  }

  /**
   * An engine.
   *
   * @param loaded the modules that it has in memory
   */
  EndiveEngine(KeptModules kept, WeakValues<EndiveModule> loaded) {
    this.kept = kept;
    this.loaded = loaded;
  }

  @Override
  public CoreModule compile(byte[] bytes) {
    byte[] encoded = EncodedNames.encode(bytes);
    Fingerprint fingerprint = Fingerprint.of(encoded);
    return loaded.get(fingerprint.hex(), () -> EndiveModule.load(encoded, fingerprint, kept));
  }

  @Override
  public List<String> guestFrames(Throwable thrown) {
    return GuestFrames.of(thrown);
  }
}
