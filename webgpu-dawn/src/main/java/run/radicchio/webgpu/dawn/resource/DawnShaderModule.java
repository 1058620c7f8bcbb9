package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import run.radicchio.webgpu.GpuCompilationInfo;
import run.radicchio.webgpu.GpuCompilationMessage;
import run.radicchio.webgpu.GpuCompilationMessageType;
import run.radicchio.webgpu.GpuShaderModule;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUChainedStruct;
import run.radicchio.webgpu.dawn.generated.WGPUCompilationInfo;
import run.radicchio.webgpu.dawn.generated.WGPUCompilationMessage;
import run.radicchio.webgpu.dawn.generated.WGPUCompilationMessageType;
import run.radicchio.webgpu.dawn.generated.WGPUDawnCompilationMessageUtf16;
import run.radicchio.webgpu.dawn.generated.WGPUSType;
import run.radicchio.webgpu.dawn.generated.WGPUShaderModule;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.Operation;
import run.radicchio.webgpu.dawn.object.Text;

/**
 * A shader module.
 *
 * @param added how many UTF-16 code units stand before the code that it was given
 */
record DawnShaderModule(Device device, Handle handle, int added)
    implements DawnObject, GpuShaderModule {
  @Override
  public CompletionStage<GpuCompilationInfo> getCompilationInfo() {
    try (Call call = Call.begin()) {
      long module = handle.address(call);
      return Operation.GET_COMPILATION_INFO.start(
          device.pump(),
          device.lifetime(),
          (status, info, _) -> read(info),
          callback -> WGPUShaderModule.getCompilationInfo(module, callback));
    }
  }

  private GpuCompilationInfo read(long info) {
    List<GpuCompilationMessage> messages = new ArrayList<>();
    long count = info == 0 ? 0 : WGPUCompilationInfo.messageCount(info);
    for (long i = 0; i < count; i++) {
      messages.add(message(WGPUCompilationInfo.messages(info) + i * WGPUCompilationMessage.SIZE));
    }
    return new Info(List.copyOf(messages));
  }

  /** A message. Dawn counts in bytes, and in the extension as WebGPU wants it, in UTF-16. */
  private Message message(long from) {
    String text = Text.read(WGPUCompilationMessage.message(from));
    GpuCompilationMessageType type = type(WGPUCompilationMessage.type(from));
    long line = WGPUCompilationMessage.lineNum(from);
    long utf16 = WGPUCompilationMessage.nextInChain(from);
    while (utf16 != 0
        && WGPUChainedStruct.sType(utf16) != WGPUSType.DAWN_COMPILATION_MESSAGE_UTF16) {
      utf16 = WGPUChainedStruct.next(utf16);
    }
    if (utf16 == 0) {
      return new Message(text, type, line, 0, 0, 0);
    }
    long position = WGPUDawnCompilationMessageUtf16.linePos(utf16);
    long offset = WGPUDawnCompilationMessageUtf16.offset(utf16);
    return new Message(
        text,
        type,
        line,
        line == 1 ? Math.max(position - added, 0) : position,
        // Of a message about nothing in particular everything is 0.
        line == 0 ? offset : Math.max(offset - added, 0),
        WGPUDawnCompilationMessageUtf16.length(utf16));
  }

  private static GpuCompilationMessageType type(int type) {
    return switch (type) {
      case WGPUCompilationMessageType.ERROR -> GpuCompilationMessageType.ERROR;
      case WGPUCompilationMessageType.WARNING -> GpuCompilationMessageType.WARNING;
      default -> GpuCompilationMessageType.INFO;
    };
  }

  private record Info(List<GpuCompilationMessage> messages) implements GpuCompilationInfo {
    @Override
    public void close() {}
  }

  private record Message(
      String message,
      GpuCompilationMessageType type,
      long lineNum,
      long linePos,
      long offset,
      long length)
      implements GpuCompilationMessage {
    @Override
    public void close() {}
  }
}
