package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * A number of slots for results of queries of one type. Results are read by {@link
 * GpuCommandEncoder#resolveQuerySet}.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuqueryset">GPUQuerySet</a>
 */
@WitResource
public interface GpuQuerySet extends GpuObject {
  /**
   * Frees the slots. Using the set in a later submission is a validation error. A second call does
   * nothing.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuqueryset-destroy">GPUQuerySet.destroy</a>
   */
  void destroy();

  /**
   * The type of its queries.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuqueryset-type">GPUQuerySet.type</a>
   */
  GpuQueryType type();

  /**
   * How many queries it has room for.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuqueryset-count">GPUQuerySet.count</a>
   */
  @GpuSize32Out
  int count();
}
