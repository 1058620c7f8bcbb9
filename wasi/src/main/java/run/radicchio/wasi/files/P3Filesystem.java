package run.radicchio.wasi.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import run.radicchio.wasi.p3.filesystem.Preopens;
import run.radicchio.wasi.p3.filesystem.Types;

/** {@code wasi:filesystem@0.3}: the directories that guests were given. */
public record P3Filesystem(Sandbox sandbox, List<GivenDirectory> directories)
    implements Types, Preopens {

  @Override
  public List<Preopen> getDirectories() {
    List<Preopen> preopens = new ArrayList<>();
    try {
      for (GivenDirectory given : directories) {
        preopens.add(new Preopen(new P3Descriptor(given.open(sandbox)), given.guest()));
      }
      return preopens;
    } catch (IOException failure) {
      preopens.forEach(preopen -> preopen.descriptor().close());
      throw new UncheckedIOException("a directory cannot be given any more", failure);
    }
  }
}
