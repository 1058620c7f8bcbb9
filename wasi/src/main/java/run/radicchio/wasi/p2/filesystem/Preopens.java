package run.radicchio.wasi.p2.filesystem;

import java.util.List;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:filesystem/preopens}: the directories that a guest was given. */
@WitInterface(value = "wasi:filesystem/preopens", versions = WasiVersion.P2, uses = Types.class)
public interface Preopens {

  /**
   * A directory that was given.
   *
   * @param path what the guest calls it
   */
  @Tuple
  record Preopen(Descriptor descriptor, String path) {}

  /** All of them: at each call new descriptors. */
  List<Preopen> getDirectories();
}
