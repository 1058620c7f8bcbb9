package run.radicchio.component.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.canon.HostCall;
import run.radicchio.component.canon.HostCallee;
import run.radicchio.component.runtime.Store;

/** A function of the host, in one store. */
public record StoreFunction(HostFunction function, Store store) implements HostCallee {

  @Override
  public FunctionBinding binding() {
    return function.binding();
  }

  @Override
  public @Nullable Object receiver() {
    return function.receiver();
  }

  @Override
  public void call(HostCall call) {
    Object returned = function.invoke(call.start());
    CompletionStage<?> stage = function.stage(returned);
    if (stage == null) {
      call.resolve(function.result(returned));
      return;
    }
    CompletableFuture<?> future = stage.toCompletableFuture();
    store.hostOperations().begins();
    var _ =
        future.whenComplete(
            (_, _) ->
                store.runOrPost(
                    () -> {
                      store.hostOperations().ends();
                      call.resolve(function.result(future));
                    }));
  }

  @Override
  public String toString() {
    return function.name();
  }
}
