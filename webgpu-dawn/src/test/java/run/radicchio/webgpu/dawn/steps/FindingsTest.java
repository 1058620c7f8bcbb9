package run.radicchio.webgpu.dawn.steps;

import static run.radicchio.webgpu.dawn.steps.Call.GPU_BUFFER_MAP_ASYNC;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_BUFFER_MAP_STATE;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_BUFFER_UNMAP;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_COMMAND_ENCODER_BEGIN_RENDER_PASS;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_COMMAND_ENCODER_FINISH;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_COMPUTE_PASS_ENCODER_END;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_DEVICE_CREATE_BIND_GROUP_LAYOUT;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_DEVICE_CREATE_BUFFER;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_DEVICE_CREATE_COMPUTE_PIPELINE_ASYNC;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_DEVICE_CREATE_RENDER_PIPELINE_ASYNC;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_RENDER_BUNDLE_ENCODER_FINISH;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_RENDER_BUNDLE_ENCODER_SET_BIND_GROUP;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_RENDER_BUNDLE_ENCODER_SET_IMMEDIATES;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_RENDER_PASS_ENCODER_END;
import static run.radicchio.webgpu.dawn.steps.Call.GPU_RENDER_PASS_ENCODER_SET_STENCIL_REFERENCE;
import static run.radicchio.webgpu.dawn.steps.Call.PENDING_DROP;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AfterContainer;

/** What random steps found once. */
class FindingsTest {
  @AfterContainer
  static void close() {
    Tries.close();
  }

  /** They were left when Dawn had made them. */
  @Example
  void pipelinesThatNobodyWaitsForAreClosed() {
    for (int i = 0; i < 20; i++) {
      Tries.make(
          List.of(
              Draw.of(GPU_DEVICE_CREATE_COMPUTE_PIPELINE_ASYNC, 0, 0, 0, 1),
              Draw.of(PENDING_DROP, 0),
              Draw.of(GPU_DEVICE_CREATE_RENDER_PIPELINE_ASYNC, 0, 2, 0, 2)));
    }
  }

  /** It was refused as one that is about to be mapped, and unmapping aborted that. */
  @Example
  void aMappedBufferCannotBeMapped() {
    Tries.make(
        List.of(
            Draw.of(GPU_DEVICE_CREATE_BUFFER, 0, 0, 0, 0, 3),
            Draw.of(GPU_BUFFER_MAP_ASYNC, 0, 1),
            Draw.of(GPU_BUFFER_MAP_STATE, 0),
            Draw.of(GPU_BUFFER_UNMAP, 0)));
  }

  /** It was an abort error, though an invalid buffer may be mapped at its creation. */
  @Example
  void anInvalidBufferThatIsMappedCannotBeMapped() {
    Tries.make(
        List.of(
            Draw.of(GPU_DEVICE_CREATE_BUFFER, 0, 0, 6, 0, 3), Draw.of(GPU_BUFFER_MAP_ASYNC, 0)));
  }

  /** Dawn mapped it, though it is of a size for which WebGPU makes none. */
  @Example
  void aBufferOfAnOddSizeIsNotMappedAtItsCreation() {
    Tries.make(
        List.of(
            Draw.of(GPU_DEVICE_CREATE_BUFFER, 0, 0, 0, 7, 3), Draw.of(GPU_BUFFER_MAP_STATE, 0)));
  }

  /** It ended, and so commands to it were errors at once. */
  @Example
  void aPassThatCannotEndStaysOpen() {
    Tries.make(
        List.of(
            Draw.of(GPU_COMMAND_ENCODER_BEGIN_RENDER_PASS),
            Draw.of(GPU_COMMAND_ENCODER_FINISH, 0, 7, 7),
            Draw.of(GPU_RENDER_PASS_ENCODER_END, 0, 7),
            Draw.of(GPU_RENDER_PASS_ENCODER_SET_STENCIL_REFERENCE, 0, 7)));
  }

  /** Dawn told neither of two passes from the other, whose end opens their encoder again. */
  @Example
  void aPassCannotEndWhenAnotherOfItsEncoderHas() {
    Tries.make(
        List.of(
            Draw.of(GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS),
            Draw.of(GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS, 0, 7, 1),
            Draw.of(GPU_COMPUTE_PASS_ENCODER_END, 1, 7),
            Draw.of(GPU_COMPUTE_PASS_ENCODER_END, 0),
            Draw.of(GPU_COMMAND_ENCODER_BEGIN_COMPUTE_PASS, 0, 7, 1),
            Draw.of(GPU_COMPUTE_PASS_ENCODER_END, 0)));
  }

  /** It was taken where no bytes are set. */
  @Example
  void immediateDataOfABundleCannotBeginBeyondItsEnd() {
    Tries.make(
        List.of(
            Draw.of(GPU_RENDER_BUNDLE_ENCODER_SET_IMMEDIATES, 0, 4, 0, 0, 3),
            Draw.of(GPU_RENDER_BUNDLE_ENCODER_FINISH, 0, 7)));
  }

  /** Dawn asks for room for the whole range, which docs/deviations.md says. */
  @Example
  void aDynamicOffsetMovesAWholeRange() {
    Tries.make(
        List.of(
            Draw.of(GPU_DEVICE_CREATE_BIND_GROUP_LAYOUT, 0, 3, 3),
            Draw.of(GPU_RENDER_BUNDLE_ENCODER_SET_BIND_GROUP, 0, 0, 0, 3, 0, 2),
            Draw.of(GPU_RENDER_BUNDLE_ENCODER_FINISH, 0, 7)));
  }
}
