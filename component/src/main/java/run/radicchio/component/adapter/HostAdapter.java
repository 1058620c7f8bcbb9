package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Failures;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.validation.Flattening;

/**
 * A Java method as a core function: what {@code canon lower} makes of a function of the host. Made
 * once for each method.
 */
public final class HostAdapter {
  private static final ClassValue<Map<Key, HostAdapter>> ADAPTERS =
      new ClassValue<>() {
        @Override
        protected Map<Key, HostAdapter> computeValue(Class<?> java) {
          return new ConcurrentHashMap<>();
        }
      };

  private record Key(String name, boolean async) {}

  private final CoreType.Function coreType;
  private final MethodHandle call;
  private final @Nullable MethodHandle result;

  private HostAdapter(FunctionBinding function, boolean async) {
    coreType = new Flattening().lower(function.type(), async);
    MethodType callType =
        CoreExtern.Function.methodType(coreType).insertParameterTypes(0, HostSite.class);
    LateClass written = new LateClass(new HostAdapterCode(function, async, callType)::write);
    call = written.method(HostAdapterCode.CALL, callType);
    result =
        function.type().async()
            ? written.method(HostAdapterCode.RESULT, HostAdapterCode.RESULT_TYPE)
            : null;
  }

  /**
   * That of a method.
   *
   * @param async whether it is lowered {@code async}
   */
  public static HostAdapter of(FunctionBinding function, boolean async) {
    return ADAPTERS
        .get(function.method().getDeclaringClass())
        .computeIfAbsent(
            new Key(function.name(), async), key -> new HostAdapter(function, key.async()));
  }

  /** The core function, where an instance imports it. */
  public CoreExtern.Function at(HostSite site, String name) {
    return new CoreExtern.Function(coreType, name, () -> site.linked(call));
  }

  /**
   * Lowers the result of an asynchronous call.
   *
   * @param value what the stage gave, or the payload of an error
   * @param address where the guest wants it, as it gave it; of no meaning for a flat result
   * @return the bits of a flat result, or 0
   */
  public long lowerResult(Context context, @Nullable Object value, boolean error, int address) {
    if (result == null) {
      throw new IllegalStateException("the function is not async");
    }
    try {
      return (long) result.invokeExact(context, value, error, address);
    } catch (Throwable failure) {
      throw Failures.rethrown(failure);
    }
  }
}
