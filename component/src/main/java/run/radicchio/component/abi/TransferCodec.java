package run.radicchio.component.abi;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.runtime.CopyEnd;
import run.radicchio.component.runtime.ElementType;
import run.radicchio.component.runtime.Transfer;
import run.radicchio.component.type.ValType;

/**
 * Readable ends of streams and futures.
 *
 * @param kind a readable end
 * @param elementType null for elements of no type
 * @param item of what is transferred: elements, or lists of them; null for elements of no type
 * @param chunked whether items are lists of elements
 * @param host whether the elements are represented as the host's Java types, and the end as a
 *     {@code Flow.Publisher} or {@code CompletionStage}; else the end is what it is on its way from
 *     guest to guest
 */
record TransferCodec(
    CopyEnd.Kind kind,
    @Nullable ValType elementType,
    @Nullable Codec item,
    boolean chunked,
    boolean host)
    implements HandleCodec {

  @Override
  public Object fromIndex(Context context, int index) {
    Transfer.ReadableSide readable =
        CopyEnd.lift(
            context.instance(), index, kind, new ElementType(elementType, context.instance()));
    return host ? HostTransfers.toHost(this, context.instance(), readable) : readable;
  }

  @Override
  public int toIndex(Context context, @Nullable Object value) {
    Transfer.ReadableSide readable =
        value instanceof Transfer.ReadableSide side
            ? side
            : HostTransfers.toGuest(this, context.instance().store(), value);
    return CopyEnd.give(context.instance(), kind, readable);
  }
}
