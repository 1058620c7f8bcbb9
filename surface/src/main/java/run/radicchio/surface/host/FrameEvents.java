package run.radicchio.surface.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.surface.FrameEvent;

/** The frame events of a surface, of which the next one waits until the last is answered. */
final class FrameEvents implements EventStream.Listener<FrameEvent> {
  private static final FrameEvent EVENT = new FrameEvent(true);

  private final EventOrder order;
  private final EventStream<FrameEvent> stream = new EventStream<>(1, this);
  private @Nullable CompletableFuture<Void> unanswered;
  private boolean told;
  private boolean ended;

  /** Frame events that come after what happened before. */
  FrameEvents(EventOrder order) {
    this.order = order;
  }

  /** Another reader, who is told of the frame that nobody was told of yet. */
  Flow.Publisher<FrameEvent> open() {
    Flow.Publisher<FrameEvent> reader = stream.open();
    order.then(this::tell);
    return reader;
  }

  /** Asks for a frame; the stage completes when that is answered. */
  CompletionStage<Void> frame() {
    CompletableFuture<Void> answer;
    synchronized (this) {
      if (ended) {
        return CompletableFuture.completedFuture(null);
      }
      if (unanswered == null) {
        unanswered = new CompletableFuture<>();
        told = false;
        notifyAll();
      }
      answer = unanswered;
    }
    order.then(this::tell);
    return answer.copy();
  }

  private void tell() {
    synchronized (this) {
      if (unanswered == null || told || !stream.hasReaders()) {
        return;
      }
      told = true;
      stream.add(EVENT);
    }
    stream.signal();
  }

  /**
   * A guest that reads no frame events is about to present something, and waits until a frame is
   * asked for.
   */
  void awaitTurn() {
    if (!stream.hasReaders()) {
      order.begin();
      awaitRequest();
    }
  }

  private synchronized void awaitRequest() {
    try {
      while (unanswered == null && !ended && !stream.hasReaders()) {
        wait();
      }
    } catch (InterruptedException interruption) {
      throw new Trap(
          Trap.Kind.INTERRUPTED, "the guest was interrupted where it presents", interruption);
    }
  }

  /** Something was presented: the answer of a guest that reads no frame events. */
  void presented() {
    if (!stream.hasReaders()) {
      answer();
    }
  }

  @Override
  public void took(FrameEvent event) {
    order.took();
  }

  @Override
  public void asked() {
    order.asked();
  }

  @Override
  public void ready() {
    boolean answered;
    synchronized (this) {
      answered = told && stream.isAwaited();
    }
    if (answered) {
      answer();
    }
    order.begin();
  }

  private void answer() {
    CompletableFuture<Void> answered;
    synchronized (this) {
      answered = unanswered;
      unanswered = null;
    }
    if (answered != null) {
      answered.complete(null);
    }
  }

  /** There will be no more. */
  void end() {
    synchronized (this) {
      ended = true;
      notifyAll();
    }
    stream.end();
    answer();
  }
}
