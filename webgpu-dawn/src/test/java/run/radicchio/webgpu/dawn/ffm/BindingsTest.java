package run.radicchio.webgpu.dawn.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.dawn.generated.WGPUBufferMapCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUCompilationInfoCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUCreateComputePipelineAsyncCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUCreateRenderPipelineAsyncCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUGlobal;
import run.radicchio.webgpu.dawn.generated.WGPUInstanceCapabilities;
import run.radicchio.webgpu.dawn.generated.WGPUPopErrorScopeCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUQueueWorkDoneCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPURequestAdapterCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPURequestDeviceCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUStatus;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;
import run.radicchio.webgpu.dawn.library.DawnLibrary;

/** The generated bindings against the library. */
class BindingsTest {
  private static final DawnLibrary LIBRARY = DawnLibrary.load(DawnLibrary.Options.defaults());

  @BeforeAll
  static void bind() {
    Functions.bind(LIBRARY.file().toString(), LIBRARY.symbols());
  }

  /** All of the generated classes. */
  private static List<Class<?>> classes() throws IOException {
    Path folder = Path.of("src/main/generated/java/run/radicchio/webgpu/dawn/generated");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.startsWith("WGPU"))
          .<Class<?>>map(BindingsTest::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName("run.radicchio.webgpu.dawn.generated." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyStructureIsLaidOutAsItSays() throws Exception {
    int structures = 0;
    for (Class<?> type : classes()) {
      if (Stream.of(type.getFields()).anyMatch(field -> field.getName().equals("LAYOUT"))) {
        StructLayout layout = (StructLayout) type.getField("LAYOUT").get(null);
        assertEquals(type.getField("SIZE").getLong(null), layout.byteSize(), type.getName());
        assertEquals(
            type.getField("ALIGNMENT").getLong(null), layout.byteAlignment(), type.getName());
        structures++;
      }
    }
    assertTrue(structures > 150, "structures: " + structures);
  }

  @Test
  void everyFunctionIsInTheLibrary() throws Exception {
    int functions = 0;
    for (Class<?> type : classes()) {
      for (Class<?> holder : type.getDeclaredClasses()) {
        String symbol =
            type == WGPUGlobal.class
                ? "wgpu" + holder.getSimpleName()
                : type.getSimpleName().replace("WGPU", "wgpu") + holder.getSimpleName();
        assertTrue(LIBRARY.symbols().find(symbol).isPresent(), symbol);
        functions++;
      }
    }
    assertEquals(253, functions);
  }

  /** {@code Operation} writes all of them as one. */
  @Test
  void callbackInfosAreAlike() {
    for (StructLayout layout :
        List.of(
            WGPUCompilationInfoCallbackInfo.LAYOUT,
            WGPUCreateComputePipelineAsyncCallbackInfo.LAYOUT,
            WGPUCreateRenderPipelineAsyncCallbackInfo.LAYOUT,
            WGPUPopErrorScopeCallbackInfo.LAYOUT,
            WGPUQueueWorkDoneCallbackInfo.LAYOUT,
            WGPURequestAdapterCallbackInfo.LAYOUT,
            WGPURequestDeviceCallbackInfo.LAYOUT)) {
      assertEquals(WGPUBufferMapCallbackInfo.LAYOUT, layout);
    }
  }

  @Test
  void theLibraryWritesAStructureAndNoMore() {
    try (Call call = Call.begin()) {
      long capabilities = call.allocate(WGPUInstanceCapabilities.SIZE + 8);
      long guard = capabilities + WGPUInstanceCapabilities.SIZE;
      WGPUInstanceCapabilities.initialize(capabilities);
      WGPUInstanceCapabilities.timedWaitAnyMaxCount(capabilities, -1);
      Memory.putLong(guard, 0x5A5A_5A5A_5A5A_5A5AL);
      assertEquals(WGPUStatus.SUCCESS, WGPUGlobal.getInstanceCapabilities(capabilities));
      assertNotEquals(-1, WGPUInstanceCapabilities.timedWaitAnyMaxCount(capabilities));
      assertEquals(0x5A5A_5A5A_5A5A_5A5AL, Memory.getLong(guard));
    }
  }

  @Test
  void structuresArePassedByValue() {
    try (Call call = Call.begin()) {
      byte[] name = {'w', 'g', 'p', 'u', 'C', 'r', 'e', 'a', 't', 'e', 'X'};
      long view = call.allocate(WGPUStringView.SIZE);
      WGPUStringView.data(view, call.copy(name));
      WGPUStringView.length(view, name.length);
      assertEquals(0, WGPUGlobal.getProcAddress(view));
      byte[] real = {'w', 'g', 'p', 'u', 'D', 'e', 'v', 'i', 'c', 'e', 'T', 'i', 'c', 'k', '!'};
      WGPUStringView.data(view, call.copy(real));
      WGPUStringView.length(view, real.length - 1);
      assertNotEquals(0, WGPUGlobal.getProcAddress(view));
    }
  }

  @Test
  void aFunctionThatIsMissingSaysSoWhenItIsCalled() {
    var handle =
        Functions.downcall(
            "wgpuDeviceMakeCoffee",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    MissingFunctionException failure =
        assertThrows(MissingFunctionException.class, () -> handle.invoke(1L));
    assertTrue(failure.getMessage().contains("wgpuDeviceMakeCoffee"), failure.getMessage());
    assertTrue(failure.getMessage().contains(LIBRARY.file().toString()), failure.getMessage());
  }

  @Test
  void oneProcessHasOneLibrary() {
    assertThrows(IllegalStateException.class, () -> Functions.bind("another", LIBRARY.symbols()));
  }
}
