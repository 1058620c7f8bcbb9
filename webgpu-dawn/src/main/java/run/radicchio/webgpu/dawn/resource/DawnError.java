package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorKind;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;

/** An error of a device. */
record DawnError(GpuErrorKind kind, String message) implements GpuError {
  /**
   * An error as Dawn reports it.
   *
   * @param type a {@code WGPUErrorType}
   */
  static DawnError of(int type, String message) {
    GpuErrorKind kind =
        switch (type) {
          case WGPUErrorType.VALIDATION -> new GpuErrorKind.Validation();
          case WGPUErrorType.OUT_OF_MEMORY -> new GpuErrorKind.OutOfMemory();
          default -> new GpuErrorKind.Internal();
        };
    return new DawnError(kind, message);
  }

  @Override
  public void close() {}
}
