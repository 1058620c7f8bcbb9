package run.radicchio.component.abi;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyEnd;
import run.radicchio.component.runtime.ElementType;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Transfer;

/** Streams and futures between the host and a guest. */
final class HostTransfers {
  private HostTransfers() {}

  /**
   * What a guest reads that the host writes: a {@code Flow.Publisher} or a {@code CompletionStage}.
   */
  static Transfer.ReadableSide toGuest(TransferCodec codec, Store store, @Nullable Object value) {
    ElementType element = new ElementType(codec.elementType(), null);
    if (codec.kind() == CopyEnd.Kind.READABLE_STREAM) {
      HostElements elements =
          codec.chunked() ? new HostChunks(codec.item()) : new HostValues(codec.item());
      HostStream stream = new HostStream(store, element, elements);
      Flow.Publisher<?> publisher = Representation.require(Flow.Publisher.class, value);
      publisher.subscribe(stream);
      return stream;
    }
    CompletionStage<?> stage = Representation.require(CompletionStage.class, value);
    return new HostFuture(store, element, codec.item(), stage);
  }

  /**
   * What the host reads that a guest writes: a {@code Flow.Publisher} or a {@code CompletionStage}.
   *
   * @param giver the instance that gives it to the host
   */
  static Object toHost(
      TransferCodec codec, ComponentInstance giver, Transfer.ReadableSide readable) {
    return codec.kind() == CopyEnd.Kind.READABLE_STREAM
        ? new GuestStream(giver, Items.of(codec), readable)
        : GuestFuture.read(giver, Items.of(codec), readable);
  }
}
