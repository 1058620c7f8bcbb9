package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ValType;

/** The core function types that canonical definitions have to do with, made once for each type. */
final class CoreSignatures {
  private static final CoreType.Function RETURNS_NOTHING = new Flattening().taskReturn(null);

  private final Flattening flattening = new Flattening();
  private final IdentityHashMap<FuncType, CoreType.Function> lifts = new IdentityHashMap<>(0);
  private final IdentityHashMap<FuncType, CoreType.Function> asyncLifts = new IdentityHashMap<>(0);
  private final IdentityHashMap<FuncType, CoreType.Function> callbackLifts =
      new IdentityHashMap<>(0);
  private final IdentityHashMap<FuncType, CoreType.Function> lowers = new IdentityHashMap<>(0);
  private final IdentityHashMap<FuncType, CoreType.Function> asyncLowers = new IdentityHashMap<>(0);
  private final IdentityHashMap<ValType, CoreType.Function> taskReturns = new IdentityHashMap<>(0);

  /** The type of the core function that {@code canon lift} takes. */
  CoreType.Function lift(FuncType type, boolean async, boolean callback) {
    return once(
        async ? (callback ? callbackLifts : asyncLifts) : lifts,
        type,
        each -> flattening.lift(each, async, callback));
  }

  /** The type of the core function that {@code canon lower} makes. */
  CoreType.Function lower(FuncType type, boolean async) {
    return once(async ? asyncLowers : lowers, type, each -> flattening.lower(each, async));
  }

  /** The type of the core function that {@code canon task.return} makes. */
  CoreType.Function taskReturn(@Nullable ValType result) {
    return result == null ? RETURNS_NOTHING : once(taskReturns, result, flattening::taskReturn);
  }

  private static <T> CoreType.Function once(
      IdentityHashMap<T, CoreType.Function> known, T type, Function<T, CoreType.Function> make) {
    CoreType.Function function = known.get(type);
    if (function == null) {
      function = make.apply(type);
      known.put(type, function);
    }
    return function;
  }
}
