package run.radicchio.webgpu;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;

/**
 * One message of the compiler, with the place in the code that it is about. Positions count UTF-16
 * code units, Java's {@code char}s, of {@link GpuShaderModuleDescriptor#code}.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucompilationmessage">GPUCompilationMessage</a>
 */
@WitResource
public interface GpuCompilationMessage extends AutoCloseable {
  /**
   * The text.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationmessage-message">GPUCompilationMessage.message</a>
   */
  String message();

  /**
   * Error, warning or information.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationmessage-type">GPUCompilationMessage.type</a>
   */
  GpuCompilationMessageType type();

  /**
   * The line where the place begins; the first is 1. It is 0 if the message is about no place.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationmessage-linenum">GPUCompilationMessage.lineNum</a>
   */
  @Unsigned long lineNum();

  /**
   * Where in the line the place begins, in {@code char}s; the first is 1. It is 0 if the message is
   * about no place.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationmessage-linepos">GPUCompilationMessage.linePos</a>
   */
  @Unsigned long linePos();

  /**
   * Where in the code the place begins, in {@code char}s from its start; 0 if the message is about
   * no place.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationmessage-offset">GPUCompilationMessage.offset</a>
   */
  @Unsigned long offset();

  /**
   * How long the place is, in {@code char}s; 0 if it is a point or there is none.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucompilationmessage-length">GPUCompilationMessage.length</a>
   */
  @Unsigned long length();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
