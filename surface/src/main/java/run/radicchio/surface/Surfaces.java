package run.radicchio.surface;

import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.WitInterface;

/** {@code wasi-gfx:surface/surface}: what a guest draws on to be seen, and hears of its viewers. */
@WitInterface(value = "wasi-gfx:surface/surface", versions = Surfaces.VERSION)
public interface Surfaces {
  /** The version of all of {@code wasi-gfx}. */
  String VERSION = "0.2.0";

  /** Another surface. */
  @Constructor
  Surface surface(CreateDesc desc);
}
