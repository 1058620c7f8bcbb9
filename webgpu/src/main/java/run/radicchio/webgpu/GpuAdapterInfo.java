package run.radicchio.webgpu;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;

/**
 * What names an adapter. Each string may be empty: a host tells no more than it wants to.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuadapterinfo">GPUAdapterInfo</a>
 */
@WitResource
public interface GpuAdapterInfo extends AutoCloseable {
  /**
   * The maker, in lower case with hyphens, such as {@code nvidia}; empty if not told.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-vendor">GPUAdapterInfo.vendor</a>
   */
  String vendor();

  /**
   * The family or class of GPUs, in lower case with hyphens, such as {@code turing}; empty if not
   * told.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-architecture">GPUAdapterInfo.architecture</a>
   */
  String architecture();

  /**
   * The maker's identifier of the device; empty if not told.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-device">GPUAdapterInfo.device</a>
   */
  String device();

  /**
   * A text for people that names the adapter; empty if not told.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-description">GPUAdapterInfo.description</a>
   */
  String description();

  /**
   * The smallest number of invocations that a subgroup can have; 4 if {@code subgroups} is not
   * supported.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-subgroupminsize">GPUAdapterInfo.subgroupMinSize</a>
   */
  @Unsigned int subgroupMinSize();

  /**
   * The largest number of invocations that a subgroup can have; 128 if {@code subgroups} is not
   * supported.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-subgroupmaxsize">GPUAdapterInfo.subgroupMaxSize</a>
   */
  @Unsigned int subgroupMaxSize();

  /**
   * Whether this is a fallback adapter: slower than others would be, such as one in software, but
   * available and predictable.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuadapterinfo-isfallbackadapter">GPUAdapterInfo.isFallbackAdapter</a>
   */
  boolean isFallbackAdapter();

  /** Gives this handle back. What it stands for lives on while others need it. */
  @Override
  void close();
}
