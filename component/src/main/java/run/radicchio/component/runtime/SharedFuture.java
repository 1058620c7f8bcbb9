package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/** A future whose both ends are held by guests (CanonicalABI, {@code SharedFutureImpl}). */
public final class SharedFuture implements Transfer.ReadableSide, Transfer.WritableSide {
  private final ElementType element;
  private boolean dropped;
  private @Nullable Pending pending;

  private record Pending(
      @Nullable ComponentInstance owner, Buffer buffer, Transfer.Listener listener) {}

  /** A new future. */
  public SharedFuture(ElementType element) {
    this.element = element;
  }

  @Override
  public ElementType element() {
    return element;
  }

  @Override
  public void cancel() {
    notifyPending(CopyResult.CANCELLED);
  }

  @Override
  public void drop() {
    if (!dropped) {
      dropped = true;
      notifyPending(CopyResult.DROPPED);
    }
  }

  private void notifyPending(CopyResult result) {
    Pending notified = pending;
    if (notified != null) {
      pending = null;
      notified.listener().done(result);
    }
  }

  @Override
  public void read(
      @Nullable ComponentInstance reader, Buffer.Sink sink, Transfer.Listener listener) {
    Pending writer = pending;
    if (writer == null) {
      pending = new Pending(reader, sink, listener);
    } else {
      SharedStream.trapIfWithin("future", reader, writer.owner(), element);
      sink.moveFrom((Buffer.Source) writer.buffer(), 1);
      notifyPending(CopyResult.COMPLETED);
      listener.done(CopyResult.COMPLETED);
    }
  }

  @Override
  public void write(
      @Nullable ComponentInstance writer, Buffer.Source source, Transfer.Listener listener) {
    Pending reader = pending;
    if (dropped) {
      listener.done(CopyResult.DROPPED);
    } else if (reader == null) {
      pending = new Pending(writer, source, listener);
    } else {
      SharedStream.trapIfWithin("future", writer, reader.owner(), element);
      ((Buffer.Sink) reader.buffer()).moveFrom(source, 1);
      notifyPending(CopyResult.COMPLETED);
      listener.done(CopyResult.COMPLETED);
    }
  }
}
