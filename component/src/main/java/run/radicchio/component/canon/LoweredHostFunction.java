package run.radicchio.component.canon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Options;
import run.radicchio.component.adapter.HostAdapter;
import run.radicchio.component.adapter.HostSite;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Cancellation;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Subtask;

/**
 * A Java method as a core function of an instance (CanonicalABI, {@code canon lower}). The method
 * runs on the Java thread of its caller; one of an {@code async} type returns a stage, which may be
 * waited for.
 */
final class LoweredHostFunction implements HostSite.Settlement {
  private final ComponentInstance instance;
  private final FunctionBinding function;
  private final @Nullable Object receiver;
  private final Options options;
  private final HostAdapter adapter;

  LoweredHostFunction(ComponentInstance instance, HostCallee callee, Options options) {
    this.instance = instance;
    this.function = callee.binding();
    this.receiver = callee.receiver();
    this.options = options;
    this.adapter = HostAdapter.of(function, options.async());
  }

  /** The core function. */
  CoreExtern.Function coreFunction() {
    HostSite site =
        new HostSite(
            new Context(options, instance),
            function,
            receiver,
            function.type().async() ? this : null);
    return adapter.at(site, function.name());
  }

  @Override
  public void begin() {
    if (!options.async()) {
      // Whether it would block depends on the method: it is the caller's mistake in any case.
      instance.store().current().trapUnlessMayBlock();
    }
  }

  @Override
  public long settle(
      Context context, @Nullable Object stage, @Nullable Throwable thrown, int resultAddress) {
    Operation operation = new Operation(context, resultAddress);
    if (thrown != null) {
      operation.fail(thrown);
    } else if (stage instanceof CompletionStage<?> later) {
      operation.begin(later.toCompletableFuture());
    } else {
      operation.fail(new NullPointerException("an async function must return a CompletionStage"));
    }
    return operation.outcome();
  }

  /** One call. */
  private final class Operation implements Cancellation, Runnable, BiConsumer<Object, Throwable> {
    private final Context context;
    private final Subtask subtask;
    private final int resultAddress;
    private long flatResult;
    private @Nullable CompletableFuture<?> pending;

    Operation(Context context, int resultAddress) {
      this.context = context;
      this.subtask = context.lender() == null ? new Subtask() : context.lender();
      this.resultAddress = resultAddress;
      subtask.start();
    }

    void begin(CompletableFuture<?> future) {
      if (future.isDone()) {
        resolve(future);
        return;
      }
      Store store = instance.store();
      pending = future;
      subtask.setCancellation(this);
      store.hostOperations().begins();
      store.hostOperations().add(future);
      var _ = future.whenComplete(this);
    }

    long outcome() {
      if (options.async()) {
        return subtask.statusFor(instance);
      }
      subtask.await(instance.store().current());
      return flatResult;
    }

    /** The stage is done, on whatever Java thread. */
    @Override
    public void accept(@Nullable Object result, @Nullable Throwable failure) {
      instance.store().post(this);
    }

    /** The stage is done: the guest is told. */
    @Override
    public void run() {
      CompletableFuture<?> future = pending;
      if (future == null) {
        return;
      }
      pending = null;
      instance.store().hostOperations().remove(future);
      instance.store().hostOperations().ends();
      subtask.tell();
      if (subtask.cancellationRequested() && future.isCancelled()) {
        subtask.cancelled();
      } else {
        resolve(future);
      }
    }

    /** The host may heed it or not; a future that is cancelled ends the call at once. */
    @Override
    public void request(@Nullable ComponentInstance caller) {
      CompletableFuture<?> future = pending;
      if (future != null && future.cancel(true)) {
        run();
      }
    }

    private void resolve(CompletableFuture<?> done) {
      switch (done.state()) {
        case SUCCESS -> returned(done.resultNow(), false);
        case FAILED -> fail(causeOf(done.exceptionNow()));
        case CANCELLED ->
            fail(
                new java.util.concurrent.CancellationException(
                    "the host's operation was cancelled"));
        case RUNNING -> throw new IllegalStateException("the stage is not done");
      }
    }

    private static Throwable causeOf(Throwable failure) {
      Throwable cause = failure.getCause();
      return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    void fail(Throwable failure) {
      returned(HostSite.errorPayload(function, failure), true);
    }

    private void returned(@Nullable Object value, boolean error) {
      flatResult = adapter.lowerResult(context, value, error, resultAddress);
      subtask.returned();
    }
  }
}
