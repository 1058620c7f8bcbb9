package run.radicchio.webgpu.dawn.object;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUBufferMapCallback;
import run.radicchio.webgpu.dawn.generated.WGPUBufferMapCallbackInfo;
import run.radicchio.webgpu.dawn.generated.WGPUCallbackMode;
import run.radicchio.webgpu.dawn.generated.WGPUCompilationInfoCallback;
import run.radicchio.webgpu.dawn.generated.WGPUCreateComputePipelineAsyncCallback;
import run.radicchio.webgpu.dawn.generated.WGPUCreateRenderPipelineAsyncCallback;
import run.radicchio.webgpu.dawn.generated.WGPUQueueWorkDoneCallback;
import run.radicchio.webgpu.dawn.generated.WGPURequestAdapterCallback;
import run.radicchio.webgpu.dawn.generated.WGPURequestDeviceCallback;

/**
 * The kinds of asynchronous calls. Dawn answers each once, with a status, mostly a message, and
 * sometimes an object.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its field is a function without state.
public enum Operation {
  REQUEST_ADAPTER(
      arena ->
          WGPURequestAdapterCallback.upcall(
              (status, adapter, message, token, _) -> answered(token, status, adapter, message),
              arena)),
  REQUEST_DEVICE(
      arena ->
          WGPURequestDeviceCallback.upcall(
              (status, device, message, token, _) -> answered(token, status, device, message),
              arena)),
  MAP_BUFFER(
      arena ->
          WGPUBufferMapCallback.upcall(
              (status, message, token, _) -> answered(token, status, 0, message), arena)),
  CREATE_COMPUTE_PIPELINE(
      arena ->
          WGPUCreateComputePipelineAsyncCallback.upcall(
              (status, pipeline, message, token, _) -> answered(token, status, pipeline, message),
              arena)),
  CREATE_RENDER_PIPELINE(
      arena ->
          WGPUCreateRenderPipelineAsyncCallback.upcall(
              (status, pipeline, message, token, _) -> answered(token, status, pipeline, message),
              arena)),
  /** Its object is the information, which lives until the answer has been read. */
  GET_COMPILATION_INFO(
      arena ->
          WGPUCompilationInfoCallback.upcall(
              (status, info, token, _) -> answered(token, status, info, null), arena)),
  FINISH_WORK(
      arena ->
          WGPUQueueWorkDoneCallback.upcall(
              (status, message, token, _) -> answered(token, status, 0, message), arena));

  private static final Tokens<UnderWay<?>> UNDER_WAY = new Tokens<>();

  private static final Map<Operation, Long> CALLBACKS = new ConcurrentHashMap<>();

  private final ToLongFunction<Arena> makeCallback;

  Operation(ToLongFunction<Arena> makeCallback) {
    this.makeCallback = makeCallback;
  }

  /**
   * Turns Dawn's answer into a result. It runs inside Dawn's callback, so it may read what Dawn
   * shows, but must not call Dawn or wait.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  public interface Answer<T> {
    T read(int status, long object, String message) throws Exception;
  }

  /**
   * Starts a call.
   *
   * @param pump lets the call end
   * @param needed stays alive until the call has ended
   * @param answer reads what Dawn answers; an exception of its becomes that of the future
   * @param start gets the address of the callback info, calls Dawn with it, and returns its future
   * @return completes on the pump's thread
   */
  public <T> CompletableFuture<T> start(
      EventPump pump, Lifetime needed, Answer<T> answer, LongUnaryOperator start) {
    CompletableFuture<T> result = new CompletableFuture<>();
    long token = UNDER_WAY.add(new UnderWay<>(pump, needed, answer, result));
    needed.enter();
    try (Call call = Call.begin()) {
      // The callback infos of all these calls are alike.
      long info = call.allocate(WGPUBufferMapCallbackInfo.SIZE);
      WGPUBufferMapCallbackInfo.initialize(info);
      WGPUBufferMapCallbackInfo.mode(info, WGPUCallbackMode.WAIT_ANY_ONLY);
      WGPUBufferMapCallbackInfo.callback(info, callback());
      WGPUBufferMapCallbackInfo.userdata1(info, token);
      pump.await(start.applyAsLong(info));
    } catch (RuntimeException | Error e) {
      UnderWay<?> failed = UNDER_WAY.remove(token);
      if (failed != null) {
        needed.leave();
      }
      throw e;
    }
    return result;
  }

  /** The address of the function that Dawn calls, which is made when it is first needed. */
  private long callback() {
    return CALLBACKS.computeIfAbsent(this, kind -> kind.makeCallback.applyAsLong(Arena.global()));
  }

  private static void answered(
      long token, int status, long object, @Nullable MemorySegment message) {
    UnderWay<?> call = UNDER_WAY.remove(token);
    if (call != null) {
      call.answered(status, object, message == null ? "" : Text.readMessage(message.address()));
    }
  }

  /** A call that Dawn has not answered, or whose answer is about to be delivered. */
  private static final class UnderWay<T> implements Runnable {
    private final EventPump pump;
    private final Lifetime needed;
    private final Answer<T> answer;
    private final CompletableFuture<T> result;
    private @Nullable T value;
    private @Nullable Throwable failure;

    UnderWay(EventPump pump, Lifetime needed, Answer<T> answer, CompletableFuture<T> result) {
      this.pump = pump;
      this.needed = needed;
      this.answer = answer;
      this.result = result;
    }

    void answered(int status, long object, String message) {
      try {
        value = answer.read(status, object, message);
      } catch (Throwable e) {
        failure = e;
      }
      pump.deliver(this);
    }

    /** Delivers the answer. */
    @Override
    public void run() {
      // First, so that who sees the result sees nothing else of the call.
      needed.leave();
      if (failure == null) {
        result.complete(value);
      } else {
        result.completeExceptionally(failure);
      }
    }
  }
}
