package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;
import static run.radicchio.webgpu.dawn.SoftwareDevice.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GetMappedRangeErrorKind;
import run.radicchio.webgpu.GetMappedRangeException;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferMapState;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuError;
import run.radicchio.webgpu.GpuErrorFilter;
import run.radicchio.webgpu.GpuErrorKind;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.MapAsyncErrorKind;
import run.radicchio.webgpu.MapAsyncException;
import run.radicchio.webgpu.UnmapException;
import run.radicchio.webgpu.WriteBufferException;

/** Buffers: what they are, mapping, writing, copying. */
class BufferTest {
  private final SoftwareDevice gpu = new SoftwareDevice();

  @AfterEach
  void close() {
    gpu.close();
  }

  private static int[] ints(ByteBuffer bytes) {
    int[] ints = new int[bytes.remaining() / 4];
    bytes.order(ByteOrder.nativeOrder()).asIntBuffer().get(ints);
    return ints;
  }

  @Test
  void tellsWhatItWasMadeWith() {
    EnumSet<GpuBufferUsage> usage = EnumSet.of(GpuBufferUsage.UNIFORM, GpuBufferUsage.COPY_DST);
    try (GpuBuffer buffer =
        gpu.device.createBuffer(GpuBufferDescriptor.of(48, usage).withLabel("numbers"))) {
      assertEquals(48, buffer.size());
      assertEquals(usage, buffer.usage());
      assertEquals("numbers", buffer.label());
      assertEquals(GpuBufferMapState.UNMAPPED, buffer.mapState());
    }
  }

  @Test
  void manyAreMappedAtOnce() {
    List<GpuBuffer> buffers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      buffers.add(
          gpu.device.createBuffer(GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.MAP_READ))));
    }
    List<CompletionStage<Void>> mappings =
        buffers.stream().map(buffer -> buffer.mapAsync(EnumSet.of(GpuMapMode.READ))).toList();
    for (CompletionStage<Void> mapping : mappings) {
      await(mapping);
    }
    for (GpuBuffer buffer : buffers) {
      assertEquals(GpuBufferMapState.MAPPED, buffer.mapState());
      buffer.close();
    }
  }

  @Test
  void isFilledWhenItIsMappedAtCreation() throws Exception {
    try (GpuBuffer buffer =
        gpu.device.createBuffer(
            GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.COPY_SRC))
                .withMappedAtCreation(true))) {
      assertEquals(GpuBufferMapState.MAPPED, buffer.mapState());
      assertArrayEquals(new int[4], ints(buffer.getMappedRangeGetWithCopy()));
      buffer.getMappedRangeSetWithCopy(bytes(1, 2), 8L, 8L);
      assertArrayEquals(new int[] {0, 0, 1, 2}, ints(buffer.getMappedRangeGetWithCopy()));
      buffer.unmap();
      assertArrayEquals(new int[] {0, 0, 1, 2}, gpu.read(buffer));
    }
  }

  @Test
  void isMappedForWritingAndThenForReading() throws Exception {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.MAP_WRITE, GpuBufferUsage.COPY_SRC)) {
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.WRITE), 8L, null));
      buffer.getMappedRangeSetWithCopy(bytes(5, 6), 8L, null);
      buffer.unmap();
      assertArrayEquals(new int[] {0, 0, 5, 6}, gpu.read(buffer));
    }
  }

  @Test
  void isReadToWhereItsReaderWants() throws Exception {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)) {
      gpu.queue.writeBufferWithCopy(buffer, 0, bytes(1, 2, 3, 4));
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
      var range = buffer.getMappedRange(8L, null);
      assertArrayEquals(new int[] {3, 4}, ints(range.apply(ByteBuffer::allocateDirect)));
      assertThrows(IndexOutOfBoundsException.class, () -> range.apply(_ -> ByteBuffer.allocate(4)));
      buffer.unmap();
      assertThrows(IllegalStateException.class, () -> range.apply(ByteBuffer::allocate));
    }
  }

  @Test
  void refusesRangesThatAreNotMapped() throws Exception {
    try (GpuBuffer buffer = gpu.buffer(64, GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)) {
      assertNoRange(buffer, null, null);
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ), 16L, 32L));
      assertEquals(32, buffer.getMappedRangeGetWithCopy(16L, 32L).remaining());
      assertEquals(0, buffer.getMappedRangeGetWithCopy(48L, 0L).remaining());
      assertNoRange(buffer, 0L, 8L);
      assertNoRange(buffer, 16L, null);
      assertNoRange(buffer, 20L, 4L);
      assertNoRange(buffer, 16L, 6L);
      assertNoRange(buffer, 16L, -1L);
      assertNoRange(buffer, -8L, 8L);
      assertNoRange(buffer, 128L, null);
      buffer.unmap();
      assertNoRange(buffer, 16L, 32L);
    }
  }

  private static void assertNoRange(GpuBuffer buffer, Long offset, Long size) {
    GetMappedRangeException failure =
        assertThrows(
            GetMappedRangeException.class, () -> buffer.getMappedRangeGetWithCopy(offset, size));
    assertInstanceOf(GetMappedRangeErrorKind.OperationError.class, failure.error().kind());
  }

  @Test
  void dropsWhatIsSetWhileItIsMappedForReading() throws Exception {
    try (GpuBuffer buffer = gpu.buffer(8, GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)) {
      gpu.queue.writeBufferWithCopy(buffer, 0, bytes(1, 2), null, null);
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
      buffer.getMappedRangeSetWithCopy(bytes(3, 4));
      assertArrayEquals(new int[] {1, 2}, ints(buffer.getMappedRangeGetWithCopy()));
    }
  }

  @Test
  void takesAsManyBytesAsTheRangeHas() throws Exception {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.MAP_WRITE)) {
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.WRITE)));
      assertThrows(
          GetMappedRangeException.class,
          () -> buffer.getMappedRangeSetWithCopy(bytes(1, 2, 3), 0L, 8L));
    }
  }

  @Test
  void refusesToBeMappedInTheWrongWay() {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.MAP_READ)) {
      GpuError error =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> {
                assertNotMapped(buffer.mapAsync(EnumSet.of(GpuMapMode.WRITE)), OPERATION_ERROR);
                assertNotMapped(buffer.mapAsync(EnumSet.noneOf(GpuMapMode.class)), OPERATION_ERROR);
                assertNotMapped(
                    buffer.mapAsync(EnumSet.of(GpuMapMode.READ), 4L, null), OPERATION_ERROR);
                assertNotMapped(
                    buffer.mapAsync(EnumSet.of(GpuMapMode.READ), 0L, 32L), OPERATION_ERROR);
                assertNotMapped(
                    buffer.mapAsync(EnumSet.of(GpuMapMode.READ), 0L, -1L), OPERATION_ERROR);
                assertNotMapped(
                    buffer.mapAsync(EnumSet.of(GpuMapMode.READ), 32L, null), OPERATION_ERROR);
              });
      assertNotNull(error);
      assertInstanceOf(GpuErrorKind.Validation.class, error.kind());
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
      GpuError again =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> assertNotMapped(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)), OPERATION_ERROR));
      assertNotNull(again);
    }
  }

  private static final Class<? extends MapAsyncErrorKind> OPERATION_ERROR =
      MapAsyncErrorKind.OperationError.class;

  private static void assertNotMapped(
      CompletionStage<Void> mapping, Class<? extends MapAsyncErrorKind> kind) {
    MapAsyncException failure = assertThrows(MapAsyncException.class, () -> await(mapping));
    assertInstanceOf(kind, failure.error().kind(), failure.getMessage());
  }

  @Test
  void givesUpMappingWhenItIsUnmapped() {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.MAP_READ)) {
      CompletionStage<Void> first = buffer.mapAsync(EnumSet.of(GpuMapMode.READ));
      GpuError error =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> assertNotMapped(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)), OPERATION_ERROR));
      assertNotNull(error, "whether the first is still under way or the buffer is mapped");
      try {
        buffer.unmap();
      } catch (UnmapException e) {
        assertNotMapped(first, MapAsyncErrorKind.AbortError.class);
      }
      assertEquals(GpuBufferMapState.UNMAPPED, buffer.mapState());
      await(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)));
    }
  }

  @Test
  void cannotBeMappedOnceItIsDestroyed() {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.MAP_READ)) {
      buffer.destroy();
      GpuError error =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> assertNotMapped(buffer.mapAsync(EnumSet.of(GpuMapMode.READ)), OPERATION_ERROR));
      assertNotNull(error);
    }
  }

  @Test
  void cannotBeMappedIfItIsInvalid() {
    GpuBufferDescriptor descriptor =
        GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.STORAGE));
    GpuBuffer[] made = new GpuBuffer[1];
    assertNotNull(
        gpu.errorOf(
            GpuErrorFilter.VALIDATION, () -> made[0] = gpu.device.createBuffer(descriptor)));
    try (GpuBuffer buffer = made[0]) {
      assertNull(
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () ->
                  assertNotMapped(
                      buffer.mapAsync(EnumSet.of(GpuMapMode.READ)),
                      MapAsyncErrorKind.AbortError.class)));
    }
  }

  @Test
  void survivesWhatCannotBe() {
    assertInvalid(GpuBufferDescriptor.of(16, EnumSet.noneOf(GpuBufferUsage.class)));
    assertInvalid(
        GpuBufferDescriptor.of(16, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.MAP_WRITE)));
    assertInvalid(GpuBufferDescriptor.of(1L << 62, EnumSet.of(GpuBufferUsage.COPY_DST)));
    assertInvalid(GpuBufferDescriptor.of(-1, EnumSet.of(GpuBufferUsage.COPY_DST)));
    assertInvalid(
        GpuBufferDescriptor.of(1L << 62, EnumSet.of(GpuBufferUsage.COPY_DST))
            .withMappedAtCreation(true));
    assertInvalid(
        GpuBufferDescriptor.of(7, EnumSet.of(GpuBufferUsage.COPY_DST)).withMappedAtCreation(true));
  }

  private void assertInvalid(GpuBufferDescriptor descriptor) {
    GpuError error =
        gpu.errorOf(
            GpuErrorFilter.VALIDATION,
            () -> {
              try (GpuBuffer buffer = gpu.device.createBuffer(descriptor)) {
                assertEquals(descriptor.size(), buffer.size());
                assertEquals(descriptor.usage(), buffer.usage());
              }
            });
    assertNotNull(error, descriptor::toString);
  }

  @Test
  void isWrittenFromAnywhereInAnyBytes() throws Exception {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC)) {
      ByteBuffer heap = bytes(9, 1, 2, 9);
      gpu.queue.writeBufferWithCopy(buffer, 0, heap.slice(4, 12), 0L, 4L);
      ByteBuffer direct = ByteBuffer.allocateDirect(16).put(bytes(8, 3, 4, 8)).flip();
      gpu.queue.writeBufferWithCopy(buffer, 8, direct.asReadOnlyBuffer(), 4L, 8L);
      direct.position(8);
      gpu.queue.writeBufferWithCopy(buffer, 4, direct, 4L, null);
      assertArrayEquals(new int[] {1, 8, 3, 4}, gpu.read(buffer));
      assertEquals(8, direct.position());
    }
  }

  @Test
  void isNotWrittenFromBytesThatAreNotThere() {
    try (GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.COPY_DST)) {
      assertNotWritten(buffer, 0L, 20L);
      assertNotWritten(buffer, 20L, null);
      assertNotWritten(buffer, 0L, 6L);
      assertNotWritten(buffer, -4L, null);
      assertNotWritten(buffer, 0L, -4L);
      GpuError error =
          gpu.errorOf(
              GpuErrorFilter.VALIDATION,
              () -> {
                try {
                  gpu.queue.writeBufferWithCopy(buffer, 8, bytes(1, 2, 3, 4), null, null);
                } catch (WriteBufferException e) {
                  throw new AssertionError(e);
                }
              });
      assertNotNull(error);
    }
  }

  private void assertNotWritten(GpuBuffer buffer, Long offset, Long size) {
    assertThrows(
        WriteBufferException.class,
        () -> gpu.queue.writeBufferWithCopy(buffer, 0, bytes(1, 2, 3, 4), offset, size));
  }

  @Test
  void isClearedAndCopiedInParts() throws Exception {
    try (GpuBuffer from = gpu.buffer(16, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC);
        GpuBuffer to = gpu.buffer(16, GpuBufferUsage.COPY_DST, GpuBufferUsage.COPY_SRC);
        var encoder = gpu.device.createCommandEncoder()) {
      gpu.queue.writeBufferWithCopy(from, 0, bytes(1, 2, 3, 4), null, null);
      encoder.copyBufferToBuffer(from, 8L, to, 4L, null);
      encoder.clearBuffer(from, 4L, 8L);
      gpu.submit(encoder);
      assertArrayEquals(new int[] {0, 3, 4, 0}, gpu.read(to));
      assertArrayEquals(new int[] {1, 0, 0, 4}, gpu.read(from));
      await(gpu.queue.onSubmittedWorkDone());
    }
  }

  @Test
  void cannotBeUsedOnceItIsClosed() {
    GpuBuffer buffer = gpu.buffer(16, GpuBufferUsage.COPY_DST);
    buffer.setLabel("gone");
    buffer.close();
    buffer.close();
    IllegalStateException failure = assertThrows(IllegalStateException.class, buffer::mapState);
    assertTrue(failure.getMessage().contains("gpu-buffer"), failure.getMessage());
    assertTrue(failure.getMessage().contains("gone"), failure.getMessage());
    assertNull(gpu.errorOf(GpuErrorFilter.VALIDATION, () -> {}));
  }
}
