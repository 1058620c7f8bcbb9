package run.radicchio.webgpu.dawn.resource;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GetMappedRangeError;
import run.radicchio.webgpu.GetMappedRangeErrorKind;
import run.radicchio.webgpu.GetMappedRangeException;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferMapState;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.MapAsyncError;
import run.radicchio.webgpu.MapAsyncErrorKind;
import run.radicchio.webgpu.MapAsyncException;
import run.radicchio.webgpu.UnmapError;
import run.radicchio.webgpu.UnmapErrorKind;
import run.radicchio.webgpu.UnmapException;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.ffm.Memory;
import run.radicchio.webgpu.dawn.generated.WGPUBuffer;
import run.radicchio.webgpu.dawn.generated.WGPUBufferDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUBufferMapState;
import run.radicchio.webgpu.dawn.generated.WGPUBufferUsage;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUErrorType;
import run.radicchio.webgpu.dawn.generated.WGPUMapAsyncStatus;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;
import run.radicchio.webgpu.dawn.object.Operation;

/** A buffer. */
final class DawnBuffer implements DawnObject, GpuBuffer {
  private static final VarHandle MAPPING;

  static {
    try {
      MAPPING = MethodHandles.lookup().findVarHandle(DawnBuffer.class, "mapping", Mapping.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What buffers may be used for that are mapped to be read. */
  private static final long READABLE = WGPUBufferUsage.MAP_READ | WGPUBufferUsage.COPY_DST;

  /** What buffers may be used for that are mapped to be written. */
  private static final long WRITABLE = WGPUBufferUsage.MAP_WRITE | WGPUBufferUsage.COPY_SRC;

  private final Device device;
  private final Handle handle;
  private final long size;
  private final boolean valid;

  /** Its usage as Dawn's bitmask. */
  private final int usage;

  /** The mapping that is under way; null where none is. */
  private volatile @Nullable Mapping mapping;

  private DawnBuffer(Device device, Handle handle, long size, int usage, boolean valid) {
    this.device = device;
    this.handle = handle;
    this.size = size;
    this.usage = usage;
    this.valid = valid;
  }

  static DawnBuffer create(DawnDevice maker, GpuBufferDescriptor descriptor) {
    Device device = maker.device();
    long usage = Masks.of(descriptor.usage(), Masks::bit);
    try (Call call = Call.begin()) {
      long written = SmallDescriptors.buffer(call, descriptor, usage);
      long buffer = WGPUDevice.createBuffer(maker.handle().address(call), written);
      if (buffer == 0) {
        buffer = createUnmappable(call, maker, written);
      }
      if (descriptor.size() % 4 != 0) {
        // Dawn maps it, though it refuses it; WebGPU makes none.
        WGPUBuffer.unmap(buffer);
      }
      Handle handle = device.own(ObjectKind.BUFFER, buffer, DawnObject.label(descriptor.label()));
      return new DawnBuffer(
          device, handle, descriptor.size(), (int) usage, isValid(maker, descriptor, usage));
    }
  }

  /** Whether a buffer is as it may be. That there is no memory for it only Dawn knows. */
  private static boolean isValid(DawnDevice maker, GpuBufferDescriptor descriptor, long usage) {
    boolean mapped = Given.or(descriptor.mappedAtCreation(), false);
    return usage != 0
        && ((usage & WGPUBufferUsage.MAP_READ) == 0 || (usage & ~READABLE) == 0)
        && ((usage & WGPUBufferUsage.MAP_WRITE) == 0 || (usage & ~WRITABLE) == 0)
        && Long.compareUnsigned(descriptor.size(), maker.limits().maxBufferSize()) <= 0
        && (!mapped || descriptor.size() % 4 == 0);
  }

  /** Dawn makes nothing where it has no memory to map; WebGPU makes an invalid buffer. */
  private static long createUnmappable(Call call, DawnDevice maker, long descriptor) {
    long size = WGPUBufferDescriptor.size(descriptor);
    long most = maker.limits().maxBufferSize();
    int type =
        Long.compareUnsigned(size, most) > 0
            ? WGPUErrorType.VALIDATION
            : WGPUErrorType.OUT_OF_MEMORY;
    maker
        .device()
        .error(
            type,
            "there is no memory to map a new buffer of %s bytes; the device's maxBufferSize is %s"
                .formatted(Long.toUnsignedString(size), Long.toUnsignedString(most)));
    WGPUBufferDescriptor.mappedAtCreation(descriptor, false);
    return WGPUDevice.createErrorBuffer(maker.handle().address(call), descriptor);
  }

  @Override
  public Handle handle() {
    return handle;
  }

  @Override
  public long size() {
    handle.checkOpen();
    return size;
  }

  @Override
  public Set<GpuBufferUsage> usage() {
    handle.checkOpen();
    return Masks.flags(GpuBufferUsage.class, usage, Masks::bit);
  }

  @Override
  public GpuBufferMapState mapState() {
    try (Call call = Call.begin()) {
      int state = WGPUBuffer.getMapState(handle.address(call));
      // Dawn may have mapped it already when its answer has not been told.
      if (mapping != null || state == WGPUBufferMapState.PENDING) {
        return GpuBufferMapState.PENDING;
      }
      return state == WGPUBufferMapState.MAPPED
          ? GpuBufferMapState.MAPPED
          : GpuBufferMapState.UNMAPPED;
    }
  }

  @Override
  public CompletionStage<Void> mapAsync(
      Set<GpuMapMode> mode, @Nullable Long offset, @Nullable Long length) {
    if (!valid && mapState() == GpuBufferMapState.UNMAPPED) {
      return CompletableFuture.failedFuture(
          mapError(new MapAsyncErrorKind.AbortError(), "the buffer is invalid"));
    }
    try (Call call = Call.begin()) {
      long address = handle.address(call);
      Mapping attempt = new Mapping();
      if (WGPUBuffer.getMapState(address) == WGPUBufferMapState.UNMAPPED
          && MAPPING.compareAndSet(this, null, attempt)) {
        return map(address, attempt, mode, Given.or(offset, 0), length);
      }
    }
    String message = "the buffer is already mapped, or being mapped";
    device.error(WGPUErrorType.VALIDATION, message);
    return CompletableFuture.failedFuture(
        mapError(new MapAsyncErrorKind.OperationError(), message));
  }

  private CompletionStage<Void> map(
      long address, Mapping attempt, Set<GpuMapMode> mode, long start, @Nullable Long length) {
    return Operation.MAP_BUFFER.start(
        device.pump(),
        device.lifetime(),
        attempt,
        callback ->
            WGPUBuffer.mapAsync(
                address,
                Masks.of(mode, Masks::bit),
                start,
                Given.length(length, start, size),
                callback));
  }

  /** A mapping that is under way, until Dawn answers or the buffer is unmapped. */
  private final class Mapping implements Operation.Answer<Void> {
    @Override
    public Void read(int status, long object, String message) throws MapAsyncException {
      if (!MAPPING.compareAndSet(DawnBuffer.this, this, null)) {
        throw mapError(new MapAsyncErrorKind.AbortError(), "the buffer was unmapped meanwhile");
      }
      if (status != WGPUMapAsyncStatus.SUCCESS) {
        throw mapError(kind(status), message);
      }
      return null;
    }
  }

  private static MapAsyncErrorKind kind(int status) {
    return status == WGPUMapAsyncStatus.ERROR
        ? new MapAsyncErrorKind.OperationError()
        : new MapAsyncErrorKind.AbortError();
  }

  private static MapAsyncException mapError(MapAsyncErrorKind kind, String message) {
    return new MapAsyncException(new MapAsyncError(kind, message));
  }

  @Override
  public Function<IntFunction<ByteBuffer>, ByteBuffer> getMappedRange(
      @Nullable Long offset, @Nullable Long length) throws GetMappedRangeException {
    long start = Given.or(offset, 0);
    long count = Given.length(length, start, size);
    long stamp = device.uses().readLock();
    try (Call call = Call.begin()) {
      checkRange(call, start, count);
    } finally {
      device.uses().unlockRead(stamp);
    }
    if (count > Integer.MAX_VALUE - 8) {
      throw rangeError(
          new GetMappedRangeErrorKind.RangeError(), "cannot copy " + count + " bytes at once");
    }
    return make -> copy(start, count, make.apply((int) count));
  }

  /** Copies to a buffer, which was made, by code of others, before anything is locked. */
  private ByteBuffer copy(long start, long count, ByteBuffer target) {
    long stamp = device.uses().readLock();
    try (Call call = Call.begin()) {
      long range = mappedRange(call, start, count);
      if (range == 0) {
        throw new IllegalStateException("the buffer was unmapped before its bytes were copied");
      }
      Memory.copy(range, MemorySegment.ofBuffer(target), count);
      return target;
    } finally {
      device.uses().unlockRead(stamp);
    }
  }

  @Override
  public void getMappedRangeSetWithCopy(
      ByteBuffer data, @Nullable Long offset, @Nullable Long length)
      throws GetMappedRangeException {
    long start = Given.or(offset, 0);
    long count = Given.length(length, start, size);
    long stamp = device.uses().readLock();
    try (Call call = Call.begin()) {
      checkRange(call, start, count);
      if (count != data.remaining()) {
        throw rangeError(
            new GetMappedRangeErrorKind.OperationError(),
            "the range has %d bytes, and the data %d".formatted(count, data.remaining()));
      }
      long writable = WGPUBuffer.getMappedRange(handle.address(call), start, count);
      // What is written to a buffer that is mapped for reading is lost.
      if (writable != 0) {
        Memory.at(writable, count).copyFrom(MemorySegment.ofBuffer(data));
      }
    } finally {
      device.uses().unlockRead(stamp);
    }
  }

  /** The address of a range for reading; 0 if it is not mapped. */
  private long mappedRange(Call call, long start, long count) {
    long buffer = handle.address(call);
    // Until its answer has been told nothing is mapped, whatever Dawn has done already.
    return mapping == null ? WGPUBuffer.getConstMappedRange(buffer, start, count) : 0;
  }

  private void checkRange(Call call, long start, long count) throws GetMappedRangeException {
    if (mappedRange(call, start, count) == 0) {
      throw rangeError(
          new GetMappedRangeErrorKind.OperationError(),
          "the bytes from %s on, %s of them, are not a mapped range: it must be mapped, start at a multiple of 8 and have a multiple of 4 bytes"
              .formatted(Long.toUnsignedString(start), Long.toUnsignedString(count)));
    }
  }

  private static GetMappedRangeException rangeError(GetMappedRangeErrorKind kind, String message) {
    return new GetMappedRangeException(new GetMappedRangeError(kind, message));
  }

  @Override
  public void unmap() throws UnmapException {
    boolean pending;
    long stamp = device.uses().writeLock();
    try (Call call = Call.begin()) {
      long buffer = handle.address(call);
      pending = MAPPING.getAndSet(this, null) != null;
      WGPUBuffer.unmap(buffer);
    } finally {
      device.uses().unlockWrite(stamp);
    }
    if (pending) {
      throw new UnmapException(
          new UnmapError(new UnmapErrorKind.AbortError(), "the buffer was still being mapped"));
    }
  }

  @Override
  public void destroy() {
    long stamp = device.uses().writeLock();
    try (Call call = Call.begin()) {
      long buffer = handle.address(call);
      mapping = null;
      WGPUBuffer.destroy(buffer);
    } finally {
      device.uses().unlockWrite(stamp);
    }
  }
}
