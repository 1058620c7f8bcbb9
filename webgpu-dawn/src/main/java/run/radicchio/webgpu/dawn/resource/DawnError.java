package run.radicchio.webgpu.dawn.resource;

import java.util.regex.Pattern;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorKind;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;

/** An error of a device. */
record DawnError(GpuErrorKind kind, String message) implements GpuError {
  /** Where in Dawn's source some errors were made, which helps nobody here. */
  private static final Pattern BACKTRACE = Pattern.compile("\\n +at \\w+ \\([^)\\n]*\\)");

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
    return new DawnError(kind, BACKTRACE.matcher(message).replaceAll("").strip());
  }

  @Override
  public void close() {}
}
