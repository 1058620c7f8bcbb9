package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;

/** A stream whose both ends are held by guests (CanonicalABI, {@code SharedStreamImpl}). */
public final class SharedStream implements Transfer.ReadableSide, Transfer.WritableSide {
  private final FirstEnd first;

  /** A new stream. */
  public SharedStream(ElementType element) {
    first = new FirstEnd("stream", element);
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
    if (first.dropped()) {
      listener.done(CopyResult.DROPPED);
      return;
    }
    FirstEnd.Pending writer = first.waitingFor(reader);
    if (writer == null) {
      first.waits(reader, sink, listener);
    } else if (writer.buffer().remaining() > 0) {
      if (sink.remaining() > 0) {
        move((Buffer.Source) writer.buffer(), sink);
        writer.listener().copied(first::forget);
      }
      listener.done(CopyResult.COMPLETED);
    } else {
      first.finish(CopyResult.COMPLETED);
      first.waits(reader, sink, listener);
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
    } else if (reader.buffer().remaining() > 0) {
      if (source.remaining() > 0) {
        move(source, (Buffer.Sink) reader.buffer());
        reader.listener().copied(first::forget);
      }
      listener.done(CopyResult.COMPLETED);
    } else if (source.isZeroLength() && reader.buffer().isZeroLength()) {
      listener.done(CopyResult.COMPLETED);
    } else {
      first.finish(CopyResult.COMPLETED);
      first.waits(writer, source, listener);
    }
  }

  private static void move(Buffer.Source source, Buffer.Sink sink) {
    sink.moveFrom(source, Math.min(source.remaining(), sink.remaining()));
  }
}
