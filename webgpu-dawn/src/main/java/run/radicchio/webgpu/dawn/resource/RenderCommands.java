package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuIndexFormat;
import run.radicchio.webgpu.GpuRenderCommands;
import run.radicchio.webgpu.GpuRenderPipeline;
import run.radicchio.webgpu.dawn.ffm.Call;

/** Drawing, which the encoders of render passes and bundles have. */
interface RenderCommands extends Encoder, GpuRenderCommands {
  /** Dawn's functions for one kind of encoder, named as there. */
  interface Functions {
    void setPipeline(long encoder, long pipeline);

    void setIndexBuffer(long encoder, long buffer, int format, long offset, long size);

    void setVertexBuffer(long encoder, int slot, long buffer, long offset, long size);

    void draw(long encoder, int vertices, int instances, int firstVertex, int firstInstance);

    void drawIndexed(
        long encoder,
        int indices,
        int instances,
        int firstIndex,
        int baseVertex,
        int firstInstance);

    void drawIndirect(long encoder, long indirectBuffer, long indirectOffset);

    void drawIndexedIndirect(long encoder, long indirectBuffer, long indirectOffset);
  }

  Functions renderFunctions();

  @Override
  default void setPipeline(GpuRenderPipeline pipeline) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions().setPipeline(handle().address(call), DawnObject.address(call, pipeline));
      }
    }
  }

  @Override
  default void setIndexBuffer(
      GpuBuffer buffer, GpuIndexFormat indexFormat, @Nullable Long offset, @Nullable Long size) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions()
            .setIndexBuffer(
                handle().address(call),
                DawnObject.address(call, buffer),
                Values.of(indexFormat),
                Given.or(offset, 0),
                Given.orHighest(size));
      }
    }
  }

  @Override
  default void setVertexBuffer(
      int slot, @Nullable GpuBuffer buffer, @Nullable Long offset, @Nullable Long size) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions()
            .setVertexBuffer(
                handle().address(call),
                slot,
                DawnObject.addressOrNull(call, buffer),
                Given.or(offset, 0),
                Given.orHighest(size));
      }
    }
  }

  @Override
  default void draw(
      int vertexCount,
      @Nullable Integer instanceCount,
      @Nullable Integer firstVertex,
      @Nullable Integer firstInstance) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions()
            .draw(
                handle().address(call),
                vertexCount,
                Given.or(instanceCount, 1),
                Given.or(firstVertex, 0),
                Given.or(firstInstance, 0));
      }
    }
  }

  @Override
  default void drawIndexed(
      int indexCount,
      @Nullable Integer instanceCount,
      @Nullable Integer firstIndex,
      @Nullable Integer baseVertex,
      @Nullable Integer firstInstance) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions()
            .drawIndexed(
                handle().address(call),
                indexCount,
                Given.or(instanceCount, 1),
                Given.or(firstIndex, 0),
                Given.or(baseVertex, 0),
                Given.or(firstInstance, 0));
      }
    }
  }

  @Override
  default void drawIndirect(GpuBuffer indirectBuffer, long indirectOffset) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions()
            .drawIndirect(
                handle().address(call), DawnObject.address(call, indirectBuffer), indirectOffset);
      }
    }
  }

  @Override
  default void drawIndexedIndirect(GpuBuffer indirectBuffer, long indirectOffset) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        renderFunctions()
            .drawIndexedIndirect(
                handle().address(call), DawnObject.address(call, indirectBuffer), indirectOffset);
      }
    }
  }
}
