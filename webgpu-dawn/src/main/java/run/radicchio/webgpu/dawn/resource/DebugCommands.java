package run.radicchio.webgpu.dawn.resource;

import java.util.function.LongConsumer;
import run.radicchio.webgpu.GpuDebugCommands;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;
import run.radicchio.webgpu.dawn.object.Text;

/** Debug groups and markers, which all encoders have. */
interface DebugCommands extends Encoder, GpuDebugCommands {
  /** A function of Dawn that takes an encoder and a text. */
  @FunctionalInterface
  interface WithText {
    void call(long encoder, long stringView);
  }

  /** Dawn's functions for one kind of encoder. */
  record Functions(WithText push, LongConsumer pop, WithText insert) {}

  Functions debugFunctions();

  @Override
  default void pushDebugGroup(String groupLabel) {
    call(debugFunctions().push(), groupLabel);
  }

  @Override
  default void popDebugGroup() {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        debugFunctions().pop().accept(handle().address(call));
      }
    }
  }

  @Override
  default void insertDebugMarker(String markerLabel) {
    call(debugFunctions().insert(), markerLabel);
  }

  private void call(WithText function, String text) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        long view = call.allocate(WGPUStringView.SIZE);
        Text.write(call, view, text);
        function.call(handle().address(call), view);
      }
    }
  }
}
