package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;

/** A Java method that calls a lifted function. Made once for each method. */
public final class GuestAdapter {
  private static final ClassValue<Map<String, GuestAdapter>> ADAPTERS =
      new ClassValue<>() {
        @Override
        protected Map<String, GuestAdapter> computeValue(Class<?> java) {
          return new ConcurrentHashMap<>();
        }
      };

  private final MethodHandle call;

  private GuestAdapter(FunctionBinding function) {
    List<Class<?>> parameters = new ArrayList<>();
    for (Binding parameter : function.parameters()) {
      parameters.add(Carriers.of(parameter));
    }
    call = function.type().async() ? beginning(function, parameters) : whole(function, parameters);
  }

  private static MethodHandle whole(FunctionBinding function, List<Class<?>> parameters) {
    MethodType type =
        MethodType.methodType(Carriers.of(function.result()), parameters)
            .insertParameterTypes(0, GuestSite.class);
    return new LateClass(new GuestAdapterCode(function, type)::write)
        .method(GuestAdapterCode.CALL, type);
  }

  private static MethodHandle beginning(FunctionBinding function, List<Class<?>> parameters) {
    MethodType type =
        MethodType.methodType(CompletionStage.class, parameters)
            .insertParameterTypes(0, StageSite.class);
    return new LateClass(new StageAdapterCode(function, type)::write)
        .method(StageAdapterCode.CALL, type);
  }

  /** That of a method. */
  public static GuestAdapter of(FunctionBinding function) {
    return ADAPTERS
        .get(function.method().getDeclaringClass())
        .computeIfAbsent(function.name(), _ -> new GuestAdapter(function));
  }

  /**
   * Takes a {@link GuestSite}, or a {@link StageSite} if the function is {@code async}, and the
   * arguments, the resource first if it is a method of one.
   */
  public MethodHandle call() {
    return call;
  }
}
