package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/** An error that an error scope took, or that none took. */
@WitResource
public interface GpuError extends AutoCloseable {
  /**
   * A text for people that says what went wrong. Programs should not read meaning out of it.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuerror-message">GPUError.message</a>
   */
  String message();

  /** Which kind of error it is. */
  GpuErrorKind kind();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
