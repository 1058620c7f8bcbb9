package run.radicchio.component.definition;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.ValType;

/** A canonical definition of a core function (Binary.md, {@code canon}; CanonicalABI.md). */
public sealed interface Canon {

  /** {@code canon lower}. */
  record Lower(int function, CanonicalOptions options, FuncType type) implements Canon {}

  /** {@code canon resource.new}. */
  record ResourceNew(ResourceType resource) implements Canon {}

  /** {@code canon resource.drop}. */
  record ResourceDrop(ResourceType resource) implements Canon {}

  /** {@code canon resource.rep}. */
  record ResourceRep(ResourceType resource) implements Canon {}

  /** The built-ins without immediates. */
  enum Simple implements Canon {
    BACKPRESSURE_INC,
    BACKPRESSURE_DEC,
    TASK_CANCEL,
    SUBTASK_DROP,
    WAITABLE_SET_NEW,
    WAITABLE_SET_DROP,
    WAITABLE_JOIN,
    ERROR_CONTEXT_DROP,
    THREAD_INDEX,
    THREAD_RESUME_LATER
  }

  /** {@code canon task.return}: the result's type, or null. */
  record TaskReturn(@Nullable ValType result, CanonicalOptions options) implements Canon {}

  /** {@code canon context.get} of a slot of thread-local storage. */
  record ContextGet(CoreType.NumberType type, int slot) implements Canon {}

  /** {@code canon context.set} of a slot of thread-local storage. */
  record ContextSet(CoreType.NumberType type, int slot) implements Canon {}

  /** {@code canon subtask.cancel}. */
  record SubtaskCancel(boolean async) implements Canon {}

  /** {@code canon stream.new}. */
  record StreamNew(StreamType type) implements Canon {}

  /** {@code canon stream.read} and {@code stream.write}. */
  record StreamCopy(Direction direction, StreamType type, CanonicalOptions options)
      implements Canon {}

  /** {@code canon stream.cancel-read} and {@code stream.cancel-write}. */
  record StreamCancel(Direction direction, StreamType type, boolean async) implements Canon {}

  /** {@code canon stream.drop-readable} and {@code stream.drop-writable}. */
  record StreamDrop(Direction direction, StreamType type) implements Canon {}

  /** {@code canon future.new}. */
  record FutureNew(FutureType type) implements Canon {}

  /** {@code canon future.read} and {@code future.write}. */
  record FutureCopy(Direction direction, FutureType type, CanonicalOptions options)
      implements Canon {}

  /** {@code canon future.cancel-read} and {@code future.cancel-write}. */
  record FutureCancel(Direction direction, FutureType type, boolean async) implements Canon {}

  /** {@code canon future.drop-readable} and {@code future.drop-writable}. */
  record FutureDrop(Direction direction, FutureType type) implements Canon {}

  /** {@code canon error-context.new}. */
  record ErrorContextNew(CanonicalOptions options) implements Canon {}

  /** {@code canon error-context.debug-message}. */
  record ErrorContextDebugMessage(CanonicalOptions options) implements Canon {}

  /** {@code canon waitable-set.wait}, into a core memory. */
  record WaitableSetWait(boolean cancellable, int memory) implements Canon {}

  /** {@code canon waitable-set.poll}, into a core memory. */
  record WaitableSetPoll(boolean cancellable, int memory) implements Canon {}

  /** {@code canon thread.new-indirect}: the function's type and the table it is taken from. */
  record ThreadNewIndirect(CoreType.Function type, int table) implements Canon {}

  /** The built-ins that give up the thread. */
  record ThreadSwitch(ThreadOperation operation, boolean cancellable) implements Canon {}

  /** Which end of a stream or future. */
  enum Direction {
    READ,
    WRITE
  }

  /** How a thread is given up, and what for. */
  enum ThreadOperation {
    YIELD,
    SUSPEND,
    SUSPEND_THEN_RESUME,
    YIELD_THEN_RESUME,
    SUSPEND_THEN_PROMOTE,
    YIELD_THEN_PROMOTE
  }
}
