package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;

/**
 * A Java method that calls a lifted function which is not {@code async}. Made once for each method.
 */
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
    parameters.add(GuestSite.class);
    for (Binding parameter : function.parameters()) {
      parameters.add(Carriers.of(parameter));
    }
    MethodType type = MethodType.methodType(Carriers.of(function.result()), parameters);
    call =
        new LateClass(new GuestAdapterCode(function, type)::write)
            .method(GuestAdapterCode.CALL, type);
  }

  /** That of a method. */
  public static GuestAdapter of(FunctionBinding function) {
    return ADAPTERS
        .get(function.method().getDeclaringClass())
        .computeIfAbsent(function.name(), _ -> new GuestAdapter(function));
  }

  /** Takes a {@link GuestSite} and the arguments, the resource first if it is a method of one. */
  public MethodHandle call() {
    return call;
  }
}
