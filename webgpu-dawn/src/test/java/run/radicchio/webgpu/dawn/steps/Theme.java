package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Calls that have to do with each other, so that a try that makes these gets somewhere. */
enum Theme {
  EVERYTHING(""),
  BUFFERS("GPU_BUFFER CREATE_BUFFER _BUFFER SUBMIT WORK_DONE FINISH CREATE_COMMAND PENDING QUEUE"),
  COMPUTING(
      "COMPUTE_PASS COMPUTE_PIPELINE BIND_GROUP PIPELINE_LAYOUT FINISH SUBMIT BUFFER_DESTROY"
          + " CREATE_BUFFER SHADER_MODULE PENDING"),
  RENDERING(
      "RENDER_PASS RENDER_PIPELINE FINISH SUBMIT TEXTURE_DESTROY CREATE_VIEW CREATE_TEXTURE"
          + " QUERY_SET BIND_GROUP DESTROY"),
  BUNDLES("BUNDLE RENDER_PIPELINE FINISH SUBMIT BEGIN_RENDER_PASS RENDER_PASS_ENCODER_END"),
  TEXTURES("GPU_TEXTURE CREATE_TEXTURE _TEXTURE SAMPLER CREATE_BIND_GROUP FINISH SUBMIT"),
  ENCODERS(
      "COMMAND_ENCODER PASS_ENCODER_END DEBUG SUBMIT QUERY_SET PASS_ENCODER_BEGIN CREATE_BUFFER"),
  DEVICES("GPU_DEVICE GPU_ADAPTER REQUEST_ LOST ERROR PENDING MAP_ASYNC WORK_DONE COMPILATION");

  private final String words;

  /** Of calls whose names have one of these words. */
  Theme(String words) {
    this.words = words;
  }

  /** Its calls, those several times that are to be made more often. */
  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Call call : Call.values()) {
      if (Stream.of(words.split(" ", -1)).anyMatch(call.name()::contains)) {
        calls.addAll(Collections.nCopies(weight(call), call));
      }
    }
    return calls;
  }

  private static int weight(Call call) {
    String name = call.name();
    if (Stream.of("GPU_SUPPORTED", "RECORD", "GPU_ADAPTER_INFO", "GPU_COMPILATION_MESSAGE")
            .anyMatch(name::startsWith)
        || name.endsWith("LABEL")) {
      return 1;
    }
    if (name.endsWith("DROP") || name.startsWith("GPU_ADAPTER")) {
      return 2;
    }
    return call == Call.GPU_DEVICE_DESTROY || call == Call.LOST_WAIT ? 1 : 10;
  }
}
