package run.radicchio.component.binding;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ResultType;

/**
 * A function and the Java method that it is.
 *
 * @param name the name that an instance exports it under, such as {@code [method]gpu-queue.submit}
 * @param type its type; where it is async, the method returns a {@code CompletionStage}
 * @param method public and accessible; of a resource for {@code [method]}, else of the interface
 * @param parameters the bindings of the parameters of {@code type}: for a method of a resource the
 *     first is the resource, on which {@code method} is called, and {@code method} takes the rest
 * @param result the binding of what the method returns or its stage gives, which with an {@code
 *     error} is the {@code ok} payload; null where that is nothing
 * @param error where the type's result is a {@code result} whose error the method throws or its
 *     stage fails with; else null
 */
public record FunctionBinding(
    String name,
    FuncType type,
    Method method,
    List<Binding> parameters,
    @Nullable Binding result,
    @Nullable ErrorBinding error) {
  public FunctionBinding {
    parameters = List.copyOf(parameters);
  }

  /**
   * The binding of the whole result, in which an error is a {@link
   * run.radicchio.component.Result.Err}; null where the type has none.
   */
  public @Nullable Binding wholeResult() {
    if (error == null) {
      return result;
    }
    if (type.result() != null && type.result().structure() instanceof ResultType whole) {
      return new Binding.ResultOf(whole, result, error.payload());
    }
    throw new IllegalStateException(name + " throws an error but returns no result");
  }
}
