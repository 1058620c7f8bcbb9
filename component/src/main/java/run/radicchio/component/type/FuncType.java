package run.radicchio.component.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a function.
 *
 * @param async whether it may block (Concurrency, "Async Functions")
 * @param parameters names and types, in order
 * @param result the type of its result, or null where it has none
 */
public record FuncType(boolean async, List<Parameter> parameters, @Nullable ValType result)
    implements ExternType {
  public FuncType {
    parameters = List.copyOf(parameters);
  }

  /** A parameter and its type. */
  public record Parameter(String name, ValType type) {}

  /** The parameters without their names. */
  public List<ValType> parameterTypes() {
    return parameters.stream().map(Parameter::type).toList();
  }
}
