package run.radicchio.wasi.p3.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/types}: what the standard streams have in common. */
@WitInterface(value = "wasi:cli/types", versions = WasiVersion.P3, types = Types.ErrorCode.class)
public interface Types {

  /** Why a standard stream failed. */
  enum ErrorCode {
    /** Reading or writing failed. */
    IO,
    /** The bytes are no text, where text is wanted. */
    ILLEGAL_BYTE_SEQUENCE,
    /** Nobody reads any more. */
    PIPE
  }
}
