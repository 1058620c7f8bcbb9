package run.radicchio.component.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.canon.HostCall;
import run.radicchio.component.canon.HostCallee;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Store;

/** A function of the host, in one store. */
public record StoreFunction(HostFunction function, Store store) implements HostCallee {

  @Override
  public FunctionCodec codec() {
    return function.codec();
  }

  @Override
  public Cancellation call(HostCall call) {
    Object returned = function.invoke(call.start());
    CompletionStage<?> stage = function.stage(returned);
    if (stage == null) {
      call.resolve(function.result(returned));
      return Cancellation.NONE;
    }
    CompletableFuture<?> future = stage.toCompletableFuture();
    if (future.isDone()) {
      call.resolve(function.result(future));
      return Cancellation.NONE;
    }
    Operation operation = new Operation(call, future);
    operation.begin();
    return operation;
  }

  @Override
  public String toString() {
    return function.name();
  }

  /** A call that the host completes later. */
  private final class Operation implements Cancellation {
    private final HostCall call;
    private final CompletableFuture<?> future;
    private boolean over;
    private boolean cancellationRequested;

    Operation(HostCall call, CompletableFuture<?> future) {
      this.call = call;
      this.future = future;
    }

    void begin() {
      store.hostOperationBegins();
      var _ = future.whenComplete((_, _) -> store.post(this::finish));
    }

    private void finish() {
      if (over) {
        return;
      }
      over = true;
      store.hostOperationEnds();
      if (cancellationRequested && future.isCancelled()) {
        call.cancelled();
      } else {
        call.resolve(function.result(future));
      }
    }

    /** The host may heed it or not; a future that is cancelled ends the call at once. */
    @Override
    public void request(@Nullable ComponentInstance caller) {
      cancellationRequested = true;
      if (future.cancel(true)) {
        finish();
      }
    }
  }
}
