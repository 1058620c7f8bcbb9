package run.radicchio.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest did what it must not, and its instance is at an end.
 *
 * <p>The words of {@link Kind} are those of the official tests.
 */
public final class Trap extends ComponentException {
  private static final long serialVersionUID = 1;
  private final Kind kind;

  @SuppressWarnings("serial") // always a List.copyOf
  private final List<String> guestFrames;

  /** Why a guest was stopped. */
  public enum Kind {
    // Core WebAssembly.
    UNREACHABLE("wasm `unreachable` instruction executed"),
    MEMORY_OUT_OF_BOUNDS("out of bounds memory access"),
    TABLE_OUT_OF_BOUNDS("undefined element: out of bounds table access"),
    UNINITIALIZED_ELEMENT("uninitialized element"),
    INDIRECT_CALL_TYPE_MISMATCH("indirect call type mismatch"),
    INTEGER_OVERFLOW("integer overflow"),
    INTEGER_DIVIDE_BY_ZERO("integer divide by zero"),
    INVALID_CONVERSION_TO_INTEGER("invalid conversion to integer"),
    NULL_REFERENCE("null reference"),
    STACK_OVERFLOW("call stack exhausted"),
    UNCAUGHT_EXCEPTION("uncaught exception"),
    UNALIGNED_ATOMIC("unaligned atomic"),
    OTHER_CORE("core trap"),

    // The canonical ABI.
    CANNOT_LEAVE("cannot leave component instance"),
    CANNOT_ENTER("cannot enter component instance"),
    CANNOT_BLOCK_SYNC("cannot block a synchronous task before returning"),
    UNKNOWN_HANDLE("unknown handle index"),
    WRONG_HANDLE_TYPE("handle index used with the wrong type"),
    RESOURCE_LENT("cannot remove owned resource while borrowed"),
    BORROWS_REMAIN("borrow handles still remain at the end of the call"),
    NOT_OWNED("cannot lift own resource from a borrow"),
    TABLE_FULL("handle table is full"),
    UNALIGNED_POINTER("unaligned pointer"),
    POINTER_OUT_OF_BOUNDS("pointer out of bounds of memory"),
    STRING_OUT_OF_BOUNDS(
        "string pointer/length out of bounds of memory: string content out-of-bounds"),
    STRING_TOO_LONG("string is too long"),
    INVALID_UTF8("invalid utf-8"),
    INVALID_UTF16("unpaired surrogate in utf-16 string"),
    LIST_OUT_OF_BOUNDS("list content out-of-bounds"),
    LIST_TOO_LONG("list is too long"),
    INVALID_DISCRIMINANT("invalid variant discriminant"),
    INVALID_CHAR("invalid `char` bit pattern"),
    REALLOC_UNALIGNED("realloc return: result not aligned: unaligned pointer"),
    REALLOC_OUT_OF_BOUNDS("realloc return: beyond end of memory: list content out-of-bounds"),
    EXCEPTION_ESCAPED("core exception escaped from a component"),

    // Concurrency.
    UNSUPPORTED_CALLBACK_CODE("unsupported callback code"),
    NOT_ASYNC("invalid `task.return` or `task.cancel` from a synchronous task"),
    TASK_RETURN_MISMATCH("invalid `task.return` signature and/or options for current task"),
    TASK_ALREADY_RETURNED("`task.return` or `task.cancel` called after the task was resolved"),
    TASK_NOT_CANCELLED("`task.cancel` called by task which has not been cancelled"),
    TASK_NOT_RESOLVED("task exited without calling `task.return` or `task.cancel`"),
    BACKPRESSURE_OVERFLOW("backpressure counter overflow"),
    BACKPRESSURE_UNDERFLOW("backpressure counter underflow"),
    WAITABLE_SET_NOT_EMPTY("cannot drop non-empty waitable set"),
    WAITABLE_SET_HAS_WAITERS("cannot drop waitable set with waiters"),
    WAITABLE_IN_SET("waitable cannot be used synchronously while added to a waitable set"),
    SUBTASK_NOT_RESOLVED("cannot drop a subtask which has not yet resolved"),
    SUBTASK_ALREADY_RESOLVED("`subtask.cancel` called after terminal status delivered"),
    SUBTASK_ALREADY_CANCELLED("`subtask.cancel` called twice"),
    STREAM_BUSY("cannot use busy stream or future"),
    STREAM_DONE("cannot use stream or future after its other end was dropped or it was completed"),
    NOT_COPYING("stream or future has no copy in progress to cancel"),
    STREAM_TYPE_MISMATCH("stream or future of another element type"),
    INTRA_COMPONENT_COPY("cannot read from and write to intra-component stream or future"),
    FUTURE_NOT_WRITTEN("cannot drop future write end without first writing a value"),
    THREAD_NOT_SUSPENDED("thread is not suspended"),
    DEADLOCK("deadlock detected: event loop cannot make further progress"),

    // The host.
    HOST_FAILURE("a host function failed"),
    INTERRUPTED("the guest was interrupted"),
    DEADLINE_PASSED("the deadline passed"),
    LIMIT_EXCEEDED("a limit of the store is exceeded"),
    CLOSED("the instance is closed");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What happened, in the words of the official tests. */
    public String words() {
      return words;
    }
  }

  /** A trap with nothing to add to its kind's words. */
  public Trap(Kind kind) {
    this(kind, kind.words, null);
  }

  /** A trap whose message says more: it must contain the kind's meaning by itself. */
  public Trap(Kind kind, String message) {
    this(kind, message, null);
  }

  /** The same, with what brought it about. */
  public Trap(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, cause, List.of());
  }

  /**
   * The same, with where the guest was.
   *
   * @param guestFrames the guest's functions, innermost first, by the names that its modules give
   *     them
   */
  public Trap(Kind kind, String message, @Nullable Throwable cause, List<String> guestFrames) {
    super(message, cause);
    this.kind = kind;
    this.guestFrames = List.copyOf(guestFrames);
  }

  /** Why the guest was stopped. */
  public Kind kind() {
    return kind;
  }

  /**
   * The guest's functions that were running, innermost first; empty where none was. The innermost
   * may be one that a module imports, as {@code module#name}: what went wrong did so in a call of
   * it.
   */
  public List<String> guestFrames() {
    return guestFrames;
  }
}
