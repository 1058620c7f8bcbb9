package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/** A future whose both ends are held by guests (CanonicalABI, {@code SharedFutureImpl}). */
public final class SharedFuture implements Transfer.ReadableSide, Transfer.WritableSide {
  private final FirstEnd first;

  /** A new future. */
  public SharedFuture(ElementType element) {
    first = new FirstEnd("future", element);
  }

  @Override
  public ElementType element() {
    return first.element();
  }

  @Override
  public void cancel() {
    first.finish(CopyResult.CANCELLED);
  }

  @Override
  public void drop() {
    first.drop();
  }

  @Override
  public void read(
      @Nullable ComponentInstance reader, Buffer.Sink sink, Transfer.Listener listener) {
    FirstEnd.Pending writer = first.waitingFor(reader);
    if (writer == null) {
      first.waits(reader, sink, listener);
    } else {
      move((Buffer.Source) writer.buffer(), sink, listener);
    }
  }

  @Override
  public void write(
      @Nullable ComponentInstance writer, Buffer.Source source, Transfer.Listener listener) {
    if (first.dropped()) {
      listener.done(CopyResult.DROPPED);
      return;
    }
    FirstEnd.Pending reader = first.waitingFor(writer);
    if (reader == null) {
      first.waits(writer, source, listener);
    } else {
      move(source, (Buffer.Sink) reader.buffer(), listener);
    }
  }

  /** Moves the value, and tells both ends: the one that waited, and the one that came. */
  private void move(Buffer.Source source, Buffer.Sink sink, Transfer.Listener came) {
    sink.moveFrom(source, 1);
    first.finish(CopyResult.COMPLETED);
    came.done(CopyResult.COMPLETED);
  }
}
