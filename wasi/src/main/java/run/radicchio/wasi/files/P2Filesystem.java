package run.radicchio.wasi.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.Preopens;
import run.radicchio.wasi.p2.filesystem.Types;
import run.radicchio.wasi.p2.io.Errors;
import run.radicchio.wasi.streams.StreamFailure;

/** {@code wasi:filesystem@0.2}: the directories that guests were given. */
public record P2Filesystem(Sandbox sandbox, List<GivenDirectory> directories)
    implements Types, Preopens {

  @Override
  public List<Preopen> getDirectories() {
    List<Preopen> preopens = new ArrayList<>();
    try {
      for (GivenDirectory given : directories) {
        preopens.add(new Preopen(new P2Descriptor(given.open(sandbox)), given.guest()));
      }
      return preopens;
    } catch (IOException failure) {
      preopens.forEach(preopen -> preopen.descriptor().close());
      throw new UncheckedIOException("a directory cannot be given any more", failure);
    }
  }

  @Override
  public @Nullable ErrorCode filesystemErrorCode(Errors.IoError err) {
    return err instanceof StreamFailure(var cause) && cause instanceof FileException failure
        ? failure.code()
        : null;
  }
}
