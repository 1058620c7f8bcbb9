package run.radicchio.component.guest;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;

/** Signals that are completed when a test says so, and what guests tell. */
final class SignalHost implements Signals {
  /** What was asked for and not completed. */
  final Map<Integer, CompletableFuture<Integer>> signals = new ConcurrentHashMap<>();

  /** What was asked for, in order. */
  final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();

  /** What was told. */
  final BlockingQueue<Integer> notes = new LinkedBlockingQueue<>();

  /** What is done with what is told. */
  IntConsumer whenTold = notes::add;

  @Override
  public CompletionStage<Integer> signal(int number) {
    CompletableFuture<Integer> signal = new CompletableFuture<>();
    signals.put(number, signal);
    begun.add(number);
    return signal;
  }

  @Override
  public void note(int number) {
    whenTold.accept(number);
  }

  /** Completes a signal with a hundred more than its number. */
  void complete(int number) {
    signals.remove(number).complete(100 + number);
  }
}
