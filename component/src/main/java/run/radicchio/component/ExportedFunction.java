package run.radicchio.component;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.runtime.Call;
import run.radicchio.component.runtime.Callee;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ValType;

/** A function that an instance exports. Safe for use by several threads. */
public final class ExportedFunction {
  private final String name;
  private final FuncType type;
  private final Store store;
  private final Callee callee;

  ExportedFunction(String name, FuncType type, Store store, Callee callee) {
    this.name = name;
    this.type = type;
    this.store = store;
    this.callee = callee instanceof LiftedFunction lifted ? forHost(lifted) : callee;
  }

  private static LiftedFunction forHost(LiftedFunction function) {
    List<Binding> parameters =
        function.type().parameterTypes().stream().map(Bindings::dynamic).toList();
    ValType result = function.type().result();
    return function.represented(
        FunctionCodec.ofHost(parameters, result == null ? null : Bindings.dynamic(result)));
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
    Invocation invocation = new Invocation(arguments);
    GuestFailures.explained(
        () -> store.run(() -> callee.call(invocation, null), invocation::resolved));
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
  private static final class Invocation implements Call {
    private final Object[] arguments;
    private Object @Nullable [] result;

    Invocation(Object[] arguments) {
      this.arguments = arguments.clone();
    }

    @Override
    public Object[] start() {
      return arguments;
    }

    @Override
    public void resolve(Object @Nullable [] newResult) {
      if (newResult == null) {
        throw new IllegalStateException("the host's calls are not cancelled");
      }
      result = newResult;
    }

    boolean resolved() {
      return result != null;
    }

    @Nullable Object result() {
      return result == null || result.length == 0 ? null : result[0];
    }
  }
}
