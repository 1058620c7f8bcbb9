package run.radicchio.wasi.p2.io;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:io/error}: why a stream failed. */
@WitInterface(value = "wasi:io/error", versions = WasiVersion.P2, types = Errors.IoError.class)
public interface Errors {

  /** Why an operation of a stream failed. Other interfaces may know more about it. */
  @WitResource
  @WitName("error")
  interface IoError extends AutoCloseable {
    /** What went wrong, for people who look for it and not for programs. */
    String toDebugString();

    @Override
    void close();
  }
}
