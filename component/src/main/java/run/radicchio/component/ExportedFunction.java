package run.radicchio.component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.GuestCall;
import run.radicchio.component.canon.HostCall;
import run.radicchio.component.canon.HostCallee;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.FuncType;

/** A function that an instance exports. Safe for use by several threads. */
public final class ExportedFunction {
  private final String name;
  private final FuncType type;
  private final Store store;
  private final Callee callee;
  private final FunctionCodec codec;

  ExportedFunction(String name, FuncType type, Store store, Callee callee) {
    this.name = name;
    this.type = type;
    this.store = store;
    this.callee = callee;
    // Handles are told apart by the resource types of the component that lifts the function.
    FuncType lifted = callee instanceof LiftedFunction guest ? guest.type() : type;
    this.codec =
        FunctionCodec.ofHost(
            lifted.parameterTypes().stream().map(Bindings::dynamic).toList(),
            lifted.result() == null ? null : Bindings.dynamic(lifted.result()));
  }

  /** Its name, after that of the instance which exports it and {@code #} if there is one. */
  public String name() {
    return name;
  }

  /** Its type. */
  public FuncType type() {
    return type;
  }

  /**
   * Calls it and waits for its result.
   *
   * @param arguments in the representation of {@link run.radicchio.component.value}
   * @return its result in the same representation; null if it has none
   * @throws IllegalArgumentException if there are too many or too few arguments
   * @throws Trap if the guest traps, the calling thread is interrupted, or the result can never
   *     come; the instance is at an end
   */
  public @Nullable Object call(Object... arguments) {
    if (arguments.length != type.parameters().size()) {
      throw new IllegalArgumentException(
          "%s takes %d arguments, not %d"
              .formatted(name, type.parameters().size(), arguments.length));
    }
    Invocation invocation = new Invocation(codec, arguments);
    GuestFailures.explained(() -> store.run(() -> invocation.begin(callee), invocation::resolved));
    return invocation.result();
  }

  /**
   * Calls it without waiting.
   *
   * @param arguments as for {@link #call}
   * @return a stage that is completed with what {@link #call} would return or throw
   */
  public CompletionStage<@Nullable Object> callAsync(Object... arguments) {
    CompletableFuture<@Nullable Object> stage = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("radicchio-call-" + name)
        .start(
            () -> {
              try {
                stage.complete(call(arguments));
              } catch (Throwable failure) {
                stage.completeExceptionally(failure);
              }
            });
    return stage;
  }

  /** A call by the host. */
  private static final class Invocation implements GuestCall, HostCall {
    private final FunctionCodec codec;
    private final Object[] arguments;
    private Object @Nullable [] result;

    Invocation(FunctionCodec codec, Object[] arguments) {
      this.codec = codec;
      this.arguments = arguments.clone();
    }

    void begin(Callee callee) {
      switch (callee) {
        case LiftedFunction guest -> {
          var _ = guest.call(this, null);
        }
        case HostCallee host -> host.call(this);
      }
    }

    @Override
    public Object[] start() {
      return arguments;
    }

    @Override
    public long start(Context callee, FlatCall core) {
      return core.call(codec.lowerArguments(callee, arguments));
    }

    @Override
    public void resolve(Context callee, long[] flat, boolean taskReturn) {
      result = codec.liftResult(callee, flat, taskReturn);
    }

    @Override
    public void resolve(@Nullable Object[] newResult) {
      result = newResult;
    }

    @Override
    public void cancelled() {
      throw new IllegalStateException("the host's calls are not cancelled");
    }

    boolean resolved() {
      return result != null;
    }

    @Nullable Object result() {
      return result == null || result.length == 0 ? null : result[0];
    }
  }
}
