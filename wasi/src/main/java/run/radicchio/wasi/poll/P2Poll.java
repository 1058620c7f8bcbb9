package run.radicchio.wasi.poll;

import java.util.List;
import run.radicchio.component.Trap;
import run.radicchio.wasi.p2.io.Errors;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.Streams;

/** What {@code wasi:io@0.2} has besides resources. */
public final class P2Poll implements Poll, Errors, Streams {
  /** More than a guest has, unless it names some more than once; each costs the host something. */
  private static final int MOST = 1 << 20;

  @Override
  public int[] poll(List<Pollable> in) {
    if (in.isEmpty()) {
      throw new IllegalArgumentException("an empty list is never ready");
    } else if (in.size() > MOST) {
      throw new Trap(
          Trap.Kind.LIMIT_EXCEEDED,
          "%d pollables are waited for at once, and %d are at most".formatted(in.size(), MOST));
    }
    return Waiting.untilAny(in.stream().map(P2Poll::event).toList());
  }

  private static Event event(Pollable pollable) {
    return pollable instanceof EventPollable(Event event) ? event : new ForeignEvent(pollable);
  }

  /** A pollable that an embedder has made, which can only be asked and waited for. */
  private record ForeignEvent(Pollable pollable) implements Event {
    @Override
    public boolean isReady() {
      return pollable.ready();
    }

    @Override
    public Registration onReady(Runnable wake) {
      Thread waiting =
          Thread.startVirtualThread(
              () -> {
                try {
                  pollable.block();
                } catch (RuntimeException failure) {
                  // It says so itself to who asks whether it is ready.
                }
                wake.run();
              });
      return waiting::interrupt;
    }
  }
}
