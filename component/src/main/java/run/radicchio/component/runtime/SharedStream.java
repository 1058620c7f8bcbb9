package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** A stream whose both ends are held by guests (CanonicalABI, {@code SharedStreamImpl}). */
public final class SharedStream implements Transfer.ReadableSide, Transfer.WritableSide {
  private final ElementType element;
  private boolean dropped;
  private @Nullable Pending pending;

  private record Pending(
      @Nullable ComponentInstance owner, Buffer buffer, Transfer.Listener listener) {}

  /** A new stream. */
  public SharedStream(ElementType element) {
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
      if (pending != null) {
        notifyPending(CopyResult.DROPPED);
      }
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
    if (dropped) {
      listener.done(CopyResult.DROPPED);
    } else if (writer == null) {
      pending = new Pending(reader, sink, listener);
    } else {
      trapIfWithin("stream", reader, writer.owner(), element);
      if (writer.buffer().remaining() > 0) {
        if (sink.remaining() > 0) {
          int count = Math.min(sink.remaining(), writer.buffer().remaining());
          sink.moveFrom((Buffer.Source) writer.buffer(), count);
          writer.listener().copied(() -> pending = null);
        }
        listener.done(CopyResult.COMPLETED);
      } else {
        notifyPending(CopyResult.COMPLETED);
        pending = new Pending(reader, sink, listener);
      }
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
      trapIfWithin("stream", writer, reader.owner(), element);
      if (reader.buffer().remaining() > 0) {
        if (source.remaining() > 0) {
          int count = Math.min(source.remaining(), reader.buffer().remaining());
          ((Buffer.Sink) reader.buffer()).moveFrom(source, count);
          reader.listener().copied(() -> pending = null);
        }
        listener.done(CopyResult.COMPLETED);
      } else if (source.isZeroLength() && reader.buffer().isZeroLength()) {
        listener.done(CopyResult.COMPLETED);
      } else {
        notifyPending(CopyResult.COMPLETED);
        pending = new Pending(writer, source, listener);
      }
    }
  }

  /** No copy within one instance is a temporary restriction of the specification. */
  static void trapIfWithin(
      String what,
      @Nullable ComponentInstance one,
      @Nullable ComponentInstance other,
      ElementType element) {
    if (one != null && one == other && !element.isNoneOrNumber()) {
      throw new Trap(
          Trap.Kind.INTRA_COMPONENT_COPY, "cannot read from and write to intra-component " + what);
    }
  }
}
