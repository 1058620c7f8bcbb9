package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The threads of a store that wait, and what decides which of several goes on. */
final class Schedule {
  private final List<GuestThread> waiting = new ArrayList<>();
  private final @Nullable Long seed;
  private @Nullable RandomGenerator random;

  /** One that decides by a seed, or where that is null by the order in which threads came. */
  Schedule(@Nullable Long seed) {
    this.seed = seed;
    renew();
  }

  /** It decides as it did from the beginning. */
  void renew() {
    random = seed == null ? null : new SplittableRandom(seed);
  }

  void add(GuestThread thread) {
    waiting.add(thread);
  }

  void remove(GuestThread thread) {
    waiting.remove(thread);
  }

  /** The thread to go on, or null if none is ready. */
  @Nullable GuestThread next() {
    return pick(waiting, GuestThread::ready);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean anyReady() {
    for (int i = 0; i < waiting.size(); i++) {
      if (waiting.get(i).ready()) {
        return true;
      }
    }
    return false;
  }

  /** Forgets all that wait, and returns them. */
  List<GuestThread> end() {
    List<GuestThread> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  /** One of several, or null if there is none. */
  <T> @Nullable T pick(List<T> candidates) {
    return pick(candidates, _ -> true);
  }

  /** One of those that are candidates, or null if there is none. */
  <T> @Nullable T pick(List<T> all, Predicate<T> candidate) {
    if (random != null) {
      List<T> candidates = all.stream().filter(candidate).toList();
      return candidates.isEmpty() ? null : candidates.get(random.nextInt(candidates.size()));
    }
    for (int i = 0; i < all.size(); i++) {
      T each = all.get(i);
      if (candidate.test(each)) {
        return each;
      }
    }
    return null;
  }
}
