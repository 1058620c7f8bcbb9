package run.radicchio.component.host;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.Trap;
import run.radicchio.component.binding.ErrorBinding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.type.FuncType;

/** A method of a Java interface as a function that components call, in any store. */
public final class HostFunction {
  private final FunctionBinding binding;
  private final @Nullable Object receiver;

  /**
   * A method of an object.
   *
   * @param receiver the object; null for a method of a resource, whose first argument is the object
   */
  public HostFunction(FunctionBinding binding, @Nullable Object receiver) {
    this.binding = binding;
    this.receiver = receiver;
  }

  FunctionBinding binding() {
    return binding;
  }

  @Nullable Object receiver() {
    return receiver;
  }

  /** Its name, such as {@code [method]gpu-queue.submit}. */
  public String name() {
    return binding.name();
  }

  /** Its type. */
  public FuncType type() {
    return binding.type();
  }

  /** What the method returns; traps where it fails otherwise than its type says. */
  @Nullable Object invoke(@Nullable Object[] arguments) {
    Object target = receiver;
    @Nullable Object[] rest = arguments;
    if (target == null) {
      target = arguments[0];
      rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    }
    try {
      return binding.method().invoke(target, rest);
    } catch (InvocationTargetException failure) {
      Throwable cause = failure.getCause();
      if (isError(cause)) {
        return new Thrown(cause);
      }
      throw failed(cause);
    } catch (IllegalAccessException | IllegalArgumentException failure) {
      throw failed(failure);
    }
  }

  /** What a method threw that its type allows. */
  record Thrown(Throwable error) {}

  private boolean isError(@Nullable Throwable cause) {
    ErrorBinding error = binding.error();
    return error != null && error.exception().isInstance(cause);
  }

  /** The result, as the codec takes it, of what the method returned. */
  @Nullable Object result(@Nullable Object returned) {
    ErrorBinding error = binding.error();
    if (returned instanceof Thrown(Throwable thrown) && error != null) {
      return Result.err(error.payloadOf().apply(thrown));
    }
    if (error != null) {
      return Result.ok(returned);
    }
    return binding.type().result() == null ? null : returned;
  }

  /** The result, as the codec takes it, of a stage that is done; traps where it failed. */
  @Nullable Object result(CompletableFuture<?> done) {
    return switch (done.state()) {
      case SUCCESS -> result(done.resultNow());
      case FAILED -> result(null, done.exceptionNow());
      case CANCELLED ->
          result(null, new CancellationException("the host's operation was cancelled"));
      case RUNNING -> throw new IllegalStateException("the stage is not done");
    };
  }

  private @Nullable Object result(@Nullable Object completed, @Nullable Throwable failure) {
    if (failure == null) {
      return result(completed);
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (isError(cause)) {
      return result(new Thrown(cause));
    }
    throw failed(cause);
  }

  /** Whether what the method returned is to be waited for. */
  @Nullable CompletionStage<?> stage(@Nullable Object returned) {
    if (!binding.type().async() || returned instanceof Thrown) {
      return null;
    }
    if (returned instanceof CompletionStage<?> stage) {
      return stage;
    }
    throw failed(new NullPointerException("an async function must return a CompletionStage"));
  }

  private Trap failed(@Nullable Throwable cause) {
    if (cause instanceof Trap trap) {
      return trap;
    }
    return new Trap(
        Trap.Kind.HOST_FAILURE, "the host's %s failed: %s".formatted(name(), cause), cause);
  }
}
