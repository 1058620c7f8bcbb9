package run.radicchio.component.proxy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.abi.Conversion;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.ErrorBinding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.canon.HostCallee;

/**
 * A function of the host that a component imports and exports. No guest is called, but its caller
 * may have other Java types for its values than the host's interface.
 */
final class HandedOn {
  private final HostCallee host;
  private final List<Conversion> parameters = new ArrayList<>();
  private final Conversion result;
  private final @Nullable ErrorBinding error;

  private HandedOn(
      HostCallee host,
      List<Binding> parameters,
      @Nullable Binding result,
      @Nullable ErrorBinding error) {
    FunctionBinding function = host.binding();
    this.host = host;
    for (int i = 0; i < parameters.size(); i++) {
      this.parameters.add(Conversion.of(parameters.get(i), function.parameters().get(i)));
    }
    this.result = Conversion.of(function.wholeResult(), result);
    this.error = error;
  }

  /** For a caller with values of some representation. */
  static HandedOn of(HostCallee host, List<Binding> parameters, @Nullable Binding result) {
    return new HandedOn(host, parameters, result, null);
  }

  /** For a Java method, which throws what is an error. */
  static HandedOn of(HostCallee host, FunctionBinding caller) {
    return new HandedOn(host, caller.parameters(), caller.wholeResult(), caller.error());
  }

  HostCallee host() {
    return host;
  }

  /**
   * Arguments as the function has them.
   *
   * @throws IllegalArgumentException if one is none of its type
   */
  @Nullable Object[] arguments(@Nullable Object[] given) {
    @Nullable Object[] converted = new @Nullable Object[given.length];
    for (int i = 0; i < converted.length; i++) {
      converted[i] = parameters.get(i).apply(given[i]);
    }
    return converted;
  }

  /**
   * The result as its caller has it.
   *
   * @throws Exception what it has instead, for an error
   */
  @Nullable Object result(@Nullable Object given) throws Exception {
    Object converted = result.apply(given);
    if (error == null || !(converted instanceof Result<?, ?> either)) {
      return converted;
    }
    return switch (either) {
      case Result.Ok<?, ?> ok -> ok.value();
      case Result.Err<?, ?> err -> throw error.make().apply(err.error());
    };
  }
}
