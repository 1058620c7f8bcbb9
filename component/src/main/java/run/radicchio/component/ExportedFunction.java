package run.radicchio.component;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Bindings;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.proxy.Entrance;
import run.radicchio.component.proxy.GuestFunction;
import run.radicchio.component.type.FuncType;

/**
 * A function that an instance exports, called with dynamic values: for tools that learn its type
 * only when they load the component. Who knows the type calls {@link Instance#exports}.
 *
 * <p>Safe for use by several threads.
 */
public final class ExportedFunction {
  private final String name;
  private final FuncType type;
  private final Callee callee;
  private final Entrance entrance;
  private @Nullable GuestFunction function;

  ExportedFunction(String name, FuncType type, Callee callee, Entrance entrance) {
    this.name = name;
    this.type = type;
    this.callee = callee;
    this.entrance = entrance;
  }

  /** Made when it is first called, since most exports of an instance never are. */
  private GuestFunction function() {
    GuestFunction made = function;
    if (made == null) {
      // Handles are told apart by the resource types of the component that lifts the function.
      FuncType lifted = callee instanceof LiftedFunction guest ? guest.type() : type;
      made =
          new GuestFunction(
              callee,
              lifted.parameterTypes().stream().map(Bindings::dynamic).toList(),
              lifted.result() == null ? null : Bindings.dynamic(lifted.result()),
              entrance);
      function = made;
    }
    return made;
  }

  /** Its name, after that of the instance which exports it and {@code #} if there is one. */
  public String name() {
    return name;
  }

  /** Its type, in the terms of the component. */
  public FuncType type() {
    return type;
  }

  /**
   * Calls it and waits for its result.
   *
   * @param arguments in the representation of {@link run.radicchio.component.value}
   * @return its result in the same representation; null if it has none
   * @throws IllegalArgumentException if there are too many or too few arguments, or one is none of
   *     its type; the guest was not called
   * @throws Trap if the guest traps, the calling thread is interrupted, a deadline passes, or the
   *     result can never come; the store is at an end
   */
  public @Nullable Object call(Object... arguments) {
    checkCount(arguments);
    return function().call(arguments);
  }

  /**
   * Calls it without waiting. Where nobody is in the store, the guest begins on the calling thread,
   * and this returns when it has returned or waits for the first time; else it begins soon. To
   * cancel what is returned asks the guest to end the call.
   *
   * @param arguments as for {@link #call}
   * @return a future that is completed with what {@link #call} would return or throw
   * @throws IllegalArgumentException if there are too many or too few arguments
   */
  public CompletableFuture<@Nullable Object> callAsync(Object... arguments) {
    checkCount(arguments);
    return function().begin(arguments);
  }

  private void checkCount(Object[] arguments) {
    int count = type.parameters().size();
    if (arguments.length != count) {
      throw new IllegalArgumentException(
          "%s takes %d arguments, not %d".formatted(name, count, arguments.length));
    }
  }
}
