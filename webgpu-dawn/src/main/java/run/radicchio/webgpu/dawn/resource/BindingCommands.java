package run.radicchio.webgpu.dawn.resource;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.GpuBindingCommands;
import run.radicchio.webgpu.SetBindGroupError;
import run.radicchio.webgpu.SetBindGroupErrorKind;
import run.radicchio.webgpu.SetBindGroupException;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;

/** Binding, which the encoders of passes and bundles have. */
interface BindingCommands extends Encoder, GpuBindingCommands {
  /** Dawn's function that sets a bind group. */
  @FunctionalInterface
  interface SetBindGroup {
    void call(long encoder, int index, long group, long dynamicOffsetCount, long dynamicOffsets);
  }

  /** Dawn's function that sets immediate data. */
  @FunctionalInterface
  interface SetImmediates {
    void call(long encoder, int offset, long data, long size);
  }

  /** Dawn's functions for one kind of encoder. */
  record Functions(SetBindGroup setBindGroup, SetImmediates setImmediates) {}

  Functions bindingFunctions();

  @Override
  default void setBindGroup(
      int index,
      @Nullable GpuBindGroup bindGroup,
      int @Nullable [] dynamicOffsets,
      @Nullable Long dynamicOffsetsStart,
      @Nullable Integer dynamicOffsetsLength)
      throws SetBindGroupException {
    long start = Given.or(dynamicOffsetsStart, 0);
    int there = dynamicOffsets == null ? 0 : dynamicOffsets.length;
    long count =
        dynamicOffsetsLength == null ? there - start : Integer.toUnsignedLong(dynamicOffsetsLength);
    if (dynamicOffsets != null && (start < 0 || count < 0 || start > there - count)) {
      throw new SetBindGroupException(
          new SetBindGroupError(
              new SetBindGroupErrorKind.RangeError(),
              "there are %d dynamic offsets, and not %d from the one at %s on"
                  .formatted(there, count, Long.toUnsignedString(start))));
    }
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long group = DawnObject.addressOrNull(call, bindGroup);
      if (!turn.accepts()) {
        return;
      }
      if (dynamicOffsets == null) {
        bindingFunctions().setBindGroup().call(handle().address(call), index, group, 0, 0);
        return;
      }
      long array = call.allocate(count * Integer.BYTES);
      for (int i = 0; i < count; i++) {
        Memory.putInt(array + (long) i * Integer.BYTES, dynamicOffsets[(int) start + i]);
      }
      bindingFunctions().setBindGroup().call(handle().address(call), index, group, count, array);
    }
  }

  @Override
  default void setImmediates(
      int rangeOffset, ByteBuffer data, @Nullable Long dataOffset, @Nullable Long dataSize) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (!turn.accepts()) {
        return;
      }
      long encoder = handle().address(call);
      SetImmediates setImmediates = bindingFunctions().setImmediates();
      long offset = Given.or(dataOffset, 0);
      long size = Given.length(dataSize, offset, data.remaining());
      if (!Bytes.has(data, offset, size)) {
        // An offset that is no multiple of 4 spoils the encoder, as data that is too short should.
        setImmediates.call(encoder, 1, 0, 0);
        return;
      }
      long bytes = Bytes.address(call, data, (int) offset, (int) size);
      setImmediates.call(encoder, rangeOffset, bytes, size);
    } finally {
      Reference.reachabilityFence(data);
    }
  }
}
