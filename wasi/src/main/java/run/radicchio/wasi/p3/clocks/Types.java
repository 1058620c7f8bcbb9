package run.radicchio.wasi.p3.clocks;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:clocks/types}: what the clocks have in common. */
@WitInterface(value = "wasi:clocks/types", versions = WasiVersion.P3, types = Duration.class)
public interface Types {}
