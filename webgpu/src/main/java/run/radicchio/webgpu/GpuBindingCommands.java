package run.radicchio.webgpu;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * What passes and bundles have in common: resources for shaders.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpubindingcommandsmixin">GPUBindingCommandsMixin</a>
 */
public interface GpuBindingCommands {
  /**
   * Sets a bind group for the draws or dispatches that follow.
   *
   * <p>Invalidates the encoder if the index is too high, or the dynamic offsets are not one for
   * each binding that takes one, aligned, and within its buffer.
   *
   * @param index the number of the group, WGSL's {@code @group}
   * @param bindGroup the group; null: takes the one there away
   * @param dynamicOffsetsData holds an offset for each binding that takes one, in the order of
   *     their numbers; null: empty
   * @param dynamicOffsetsDataStart the first element to use; null: 0
   * @param dynamicOffsetsDataLength how many elements to use; null: all from the first on
   * @throws SetBindGroupException {@code range-error} if the array has no such part
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpubindingcommandsmixin-setbindgroup-index-bindgroup-dynamicoffsetsdata-dynamicoffsetsdatastart-dynamicoffsetsdatalength">GPUBindingCommandsMixin.setBindGroup</a>
   */
  void setBindGroup(
      @GpuIndex32 int index,
      @Nullable @Borrow GpuBindGroup bindGroup,
      @GpuBufferDynamicOffset int @Nullable [] dynamicOffsetsData,
      @Nullable @GpuSize64 Long dynamicOffsetsDataStart,
      @Nullable @GpuSize32 Integer dynamicOffsetsDataLength)
      throws SetBindGroupException;

  /**
   * Sets immediate data for the draws or dispatches that follow. The bytes are read before the call
   * returns.
   *
   * <p>Invalidates the encoder if the bytes do not fit into {@link
   * GpuSupportedLimits#maxImmediateSize}, if a number is no multiple of 4, or if {@code data} has
   * fewer bytes than asked for.
   *
   * @param rangeOffset where the first byte goes in the immediate data, a multiple of 4
   * @param data the bytes, from position to limit
   * @param dataOffset the first byte of {@code data} to use, counted from its position; null: 0
   * @param dataSize how many bytes, a multiple of 4; null: the rest of {@code data}
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpubindingcommandsmixin-setimmediates">GPUBindingCommandsMixin.setImmediates</a>
   */
  void setImmediates(
      @GpuSize32 int rangeOffset,
      ByteBuffer data,
      @Nullable @GpuSize64 Long dataOffset,
      @Nullable @GpuSize64 Long dataSize);

  /** {@link #setBindGroup(int, GpuBindGroup, int[], Long, Integer)} without dynamic offsets. */
  default void setBindGroup(@GpuIndex32 int index, @Nullable @Borrow GpuBindGroup bindGroup) {
    try {
      setBindGroup(index, bindGroup, null, null, null);
    } catch (SetBindGroupException e) {
      throw new AssertionError("the range of no offsets is always right", e);
    }
  }

  /** {@link #setImmediates(int, ByteBuffer, Long, Long)} with all of the data. */
  default void setImmediates(@GpuSize32 int rangeOffset, ByteBuffer data) {
    setImmediates(rangeOffset, data, null, null);
  }
}
