package run.radicchio.webgpu;

/**
 * What all objects of a device have: a label. It names them in messages and tools, and nothing
 * depends on it.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuobjectbase">GPUObjectBase</a>
 */
public interface GpuObject extends AutoCloseable {
  /**
   * The label; empty if none was set.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuobjectbase-label">GPUObjectBase.label</a>
   */
  String label();

  /**
   * Sets the label.
   *
   * @param label the label; any string, and not only one object may have it
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuobjectbase-label">GPUObjectBase.label</a>
   */
  void setLabel(String label);

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
