package run.radicchio.component.abi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyResult;
import run.radicchio.component.runtime.EndListener;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Transfer;

/** A future that a guest writes and the host reads. */
final class GuestFuture {
  private GuestFuture() {}

  /**
   * Reads it: the stage completes when the guest has written, or fails when its store ends before.
   */
  static CompletionStage<Object> read(
      ComponentInstance giver, Items items, Transfer.ReadableSide readable) {
    CompletableFuture<Object> stage = new CompletableFuture<>();
    Store store = giver.store();
    EndListener failing = stage::completeExceptionally;
    store.endListeners().add(failing);
    HostSink sink = new HostSink(giver, items, 1, value -> store.tell(() -> stage.complete(value)));
    readable.read(
        null,
        sink,
        new Transfer.Listener() {
          @Override
          public void copied(Runnable reclaim) {
            reclaim.run();
          }

          @Override
          public void done(CopyResult result) {
            store.endListeners().remove(failing);
            readable.drop();
          }
        });
    return stage;
  }
}
