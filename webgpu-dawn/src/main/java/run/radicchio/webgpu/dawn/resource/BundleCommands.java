package run.radicchio.webgpu.dawn.resource;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundleEncoder;

/**
 * The commands of a render bundle, as Dawn's bundle encoder gets them, and as passes repeat them.
 *
 * <p>This Dawn reads immediate data of a bundle from where the commands of the pass are, which
 * corrupts the process. So its bundle encoder gets all commands but those, and says whether the
 * bundle is valid; and a bundle with immediate data is never executed by Dawn: its commands are
 * given to the pass ({@link RepeatedBundle}). Debug groups and markers are not repeated.
 */
final class BundleCommands implements RenderCommands.Functions {
  /** A command that is given to a render pass. What it refers to by address must live. */
  @FunctionalInterface
  interface Command {
    void in(Call call, long pass);
  }

  private static final RenderCommands.Functions RENDER = DawnRenderPassEncoder.RENDER;
  private static final BindingCommands.Functions BINDING = DawnRenderPassEncoder.BINDING;

  /** A multiple of 4 that no offset can be. */
  private static final long NO_END = (1L << Integer.SIZE) - Integer.BYTES;

  private final List<Command> commands = new ArrayList<>();
  private boolean setImmediates;

  /** Whether one of the commands sets immediate data. */
  boolean setImmediates() {
    return setImmediates;
  }

  /** The commands so far. */
  List<Command> commands() {
    return List.copyOf(commands);
  }

  /** Dawn's functions that bind, which are recorded here too. */
  BindingCommands.Functions binding() {
    return new BindingCommands.Functions(this::setBindGroup, this::setImmediates);
  }

  private void setBindGroup(long encoder, int index, long group, long count, long offsets) {
    WGPURenderBundleEncoder.setBindGroup(encoder, index, group, count, offsets);
    byte[] copy = bytes(offsets, count * Integer.BYTES);
    commands.add(
        (call, pass) -> BINDING.setBindGroup().call(pass, index, group, count, call.copy(copy)));
  }

  private void setImmediates(long encoder, int offset, long data, long size) {
    // Of no bytes nothing is recorded, but where they begin is checked, and so where others end.
    WGPURenderBundleEncoder.setImmediateData(encoder, offset, data, 0);
    long end = Math.min(Integer.toUnsignedLong(offset) + size, NO_END);
    WGPURenderBundleEncoder.setImmediateData(encoder, (int) end, data, 0);
    if (size != 0) {
      setImmediates = true;
      byte[] copy = bytes(data, size);
      commands.add(
          (call, pass) -> BINDING.setImmediates().call(pass, offset, call.copy(copy), size));
    }
  }

  private static byte[] bytes(long address, long size) {
    return Memory.at(address, size).toArray(ValueLayout.JAVA_BYTE);
  }

  @Override
  public void setPipeline(long encoder, long pipeline) {
    WGPURenderBundleEncoder.setPipeline(encoder, pipeline);
    commands.add((_, pass) -> RENDER.setPipeline(pass, pipeline));
  }

  @Override
  public void setIndexBuffer(long encoder, long buffer, int format, long offset, long size) {
    WGPURenderBundleEncoder.setIndexBuffer(encoder, buffer, format, offset, size);
    commands.add((_, pass) -> RENDER.setIndexBuffer(pass, buffer, format, offset, size));
  }

  @Override
  public void setVertexBuffer(long encoder, int slot, long buffer, long offset, long size) {
    WGPURenderBundleEncoder.setVertexBuffer(encoder, slot, buffer, offset, size);
    commands.add((_, pass) -> RENDER.setVertexBuffer(pass, slot, buffer, offset, size));
  }

  @Override
  public void draw(long encoder, int vertices, int instances, int firstVertex, int firstInstance) {
    WGPURenderBundleEncoder.draw(encoder, vertices, instances, firstVertex, firstInstance);
    commands.add((_, pass) -> RENDER.draw(pass, vertices, instances, firstVertex, firstInstance));
  }

  @Override
  public void drawIndexed(
      long encoder, int indices, int instances, int firstIndex, int baseVertex, int firstInstance) {
    WGPURenderBundleEncoder.drawIndexed(
        encoder, indices, instances, firstIndex, baseVertex, firstInstance);
    commands.add(
        (_, pass) ->
            RENDER.drawIndexed(pass, indices, instances, firstIndex, baseVertex, firstInstance));
  }

  @Override
  public void drawIndirect(long encoder, long indirectBuffer, long indirectOffset) {
    WGPURenderBundleEncoder.drawIndirect(encoder, indirectBuffer, indirectOffset);
    commands.add((_, pass) -> RENDER.drawIndirect(pass, indirectBuffer, indirectOffset));
  }

  @Override
  public void drawIndexedIndirect(long encoder, long indirectBuffer, long indirectOffset) {
    WGPURenderBundleEncoder.drawIndexedIndirect(encoder, indirectBuffer, indirectOffset);
    commands.add((_, pass) -> RENDER.drawIndexedIndirect(pass, indirectBuffer, indirectOffset));
  }
}
