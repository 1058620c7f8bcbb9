package run.radicchio.component.canon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.GuestBuffer;
import run.radicchio.component.abi.Options;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyEnd;
import run.radicchio.component.runtime.CopyResult;
import run.radicchio.component.runtime.ElementType;
import run.radicchio.component.runtime.Event;
import run.radicchio.component.runtime.SharedFuture;
import run.radicchio.component.runtime.SharedStream;
import run.radicchio.component.runtime.Transfer;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.ValType;

/** The built-ins of streams and futures (CanonicalABI, {@code canon stream.new} and after). */
final class CopyBuiltins {
  /** What a built-in returns that has not finished. */
  static final int BLOCKED = 0xFFFF_FFFF;

  private final ComponentInstance instance;
  private final ElementType elementType;

  CopyBuiltins(ComponentInstance instance, @Nullable ValType element) {
    this.instance = instance;
    this.elementType = new ElementType(element, instance);
  }

  CoreExtern.Function newStream() {
    return create("stream.new", CopyEnd.Kind.READABLE_STREAM, CopyEnd.Kind.WRITABLE_STREAM);
  }

  CoreExtern.Function newFuture() {
    return create("future.new", CopyEnd.Kind.READABLE_FUTURE, CopyEnd.Kind.WRITABLE_FUTURE);
  }

  private CoreExtern.Function create(
      String name, CopyEnd.Kind readableKind, CopyEnd.Kind writableKind) {
    return FlatCall.coreFunction(
        new CoreType.Function(List.of(), List.of(NumberType.I64)),
        _ -> {
          instance.checkMayLeave();
          Transfer shared =
              readableKind.isStream()
                  ? new SharedStream(elementType)
                  : new SharedFuture(elementType);
          long readable = instance.handles().add(new CopyEnd(readableKind, shared));
          long writable = instance.handles().add(new CopyEnd(writableKind, shared));
          return readable | (writable << 32);
        },
        name);
  }

  CoreExtern.Function copy(CopyEnd.Kind kind, Options options, GuestBuffer.Element element) {
    Context context = new Context(options, instance);
    return Builtins.ofInts(
        name(kind, ""),
        kind.isStream() ? 3 : 2,
        true,
        (index, pointer, count) -> {
          instance.checkMayLeave();
          trapIfSyncMayNotBlock(options.async());
          CopyEnd end = CopyEnd.get(instance, index, kind, elementType);
          trapUnlessIdle(end);
          if (!options.async()) {
            end.trapIfInSet();
          }
          int length = kind.isStream() ? count : 1;
          GuestBuffer buffer = new GuestBuffer(element, context, pointer, length);
          begin(end, index, buffer);
          return payloadOrBlocked(end, options.async());
        });
  }

  private void trapIfSyncMayNotBlock(boolean async) {
    if (!async) {
      instance.store().current().trapUnlessMayBlock();
    }
  }

  private static void trapUnlessIdle(CopyEnd end) {
    switch (end.state()) {
      case IDLE -> {}
      case COPYING, CANCELLING_COPY ->
          throw new Trap(
              Trap.Kind.STREAM_BUSY, "cannot have concurrent operations active on a future/stream");
      case DONE -> throw new Trap(Trap.Kind.STREAM_DONE, doneMessage(end.kind()));
    }
  }

  private static String doneMessage(CopyEnd.Kind kind) {
    return switch (kind) {
      case READABLE_STREAM ->
          "cannot read from stream after being notified that the writable end dropped";
      case WRITABLE_STREAM ->
          "cannot write to stream after being notified that the readable end dropped";
      case READABLE_FUTURE -> "cannot read from future after previous read succeeded";
      case WRITABLE_FUTURE ->
          "cannot write to future after previous write succeeded or readable end dropped";
    };
  }

  private void begin(CopyEnd end, int index, GuestBuffer buffer) {
    Transfer.Listener listener = new CopyListener(end, index, buffer);
    end.setState(CopyEnd.State.COPYING);
    switch (end.kind()) {
      case READABLE_STREAM, READABLE_FUTURE -> end.readable().read(instance, buffer, listener);
      case WRITABLE_STREAM, WRITABLE_FUTURE -> end.writable().write(instance, buffer, listener);
    }
  }

  /** Makes events of what becomes of a copy. */
  private record CopyListener(CopyEnd end, int index, GuestBuffer buffer)
      implements Transfer.Listener {

    @Override
    public void copied(Runnable reclaim) {
      end.setPendingEvent(
          () -> {
            reclaim.run();
            // The copy could have gone on, had it not been cancelled: the guest learns both.
            return event(
                end.state() == CopyEnd.State.CANCELLING_COPY
                    ? CopyResult.CANCELLED
                    : CopyResult.COMPLETED);
          });
    }

    @Override
    public void done(CopyResult result) {
      end.setPendingEvent(() -> event(result));
    }

    private Event event(CopyResult result) {
      boolean over =
          result == CopyResult.DROPPED
              || (result == CopyResult.COMPLETED && !end.kind().isStream());
      end.setState(over ? CopyEnd.State.DONE : CopyEnd.State.IDLE);
      int payload = result.code();
      if (end.kind().isStream()) {
        payload |= buffer.progress() << 4;
      }
      return new Event(end.kind().event(), index, payload);
    }
  }

  private int payloadOrBlocked(CopyEnd end, boolean async) {
    if (!end.hasPendingEvent()) {
      if (async) {
        return BLOCKED;
      }
      end.waitForPendingEvent(instance.store().current());
    }
    return end.takePendingEvent().payload();
  }

  CoreExtern.Function cancel(CopyEnd.Kind kind, boolean async) {
    return Builtins.ofInts(
        name(kind, "cancel-"),
        1,
        true,
        (index, _, _) -> {
          instance.checkMayLeave();
          trapIfSyncMayNotBlock(async);
          CopyEnd end = CopyEnd.get(instance, index, kind, elementType);
          if (end.state() != CopyEnd.State.COPYING || end.hasSyncWaiter()) {
            throw new Trap(Trap.Kind.NOT_COPYING);
          }
          if (!async) {
            end.trapIfInSet();
          }
          end.setState(CopyEnd.State.CANCELLING_COPY);
          if (!end.hasPendingEvent()) {
            end.cancel();
          }
          return payloadOrBlocked(end, async);
        });
  }

  CoreExtern.Function drop(CopyEnd.Kind kind) {
    String what = kind.isStream() ? "stream.drop-" : "future.drop-";
    return Builtins.ofInts(
        what + (kind.isReadable() ? "readable" : "writable"),
        1,
        false,
        (index, _, _) -> {
          instance.checkMayLeave();
          CopyEnd.drop(instance, index, kind, elementType);
          return 0;
        });
  }

  private static String name(CopyEnd.Kind kind, String prefix) {
    return (kind.isStream() ? "stream." : "future.")
        + prefix
        + (kind.isReadable() ? "read" : "write");
  }
}
