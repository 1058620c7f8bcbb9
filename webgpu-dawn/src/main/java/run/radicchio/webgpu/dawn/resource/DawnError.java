package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorKind;

/** An error of a device. */
record DawnError(GpuErrorKind kind, String message) implements GpuError {
  @Override
  public void close() {}
}
