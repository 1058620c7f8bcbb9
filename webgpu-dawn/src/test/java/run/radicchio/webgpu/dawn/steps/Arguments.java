package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what was drawn into the numbers of a step, while the step is predicted. */
final class Arguments {
  /** Stands for {@code none}. */
  static final long NONE = -1;

  private final Slots slots;
  private final Set<List<Draw>> tried;
  private final List<Integer> choices;
  private final List<Long> numbers = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private int next;

  /**
   * The arguments of a step.
   *
   * @param tried what was done to fill slots for it, and to make it right
   */
  Arguments(Slots slots, List<Integer> choices, Set<List<Draw>> tried) {
    this.slots = slots;
    this.tried = tried;
    this.choices = choices;
  }

  /** A slot that a step needs, and that is empty: to be filled first. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Draw> filling;

    Missing(List<Draw> filling) {
      super(null, null, false, false);
      this.filling = filling;
    }

    /** What to do first. */
    List<Draw> filling() {
      return filling;
    }
  }

  /** A number from 0 to less than a count, 0 where nothing was drawn. */
  int choice(int count) {
    return next < choices.size() ? choices.get(next++) % count : 0;
  }

  /** One of these, as an argument. */
  long one(long... candidates) {
    return number(candidates[choice(candidates.length)]);
  }

  /** An argument. */
  long number(long number) {
    return add(number, number == NONE ? "none" : Long.toString(number));
  }

  private long add(long number, String word) {
    numbers.add(number);
    words.add(word);
    return number;
  }

  /** An argument of a floating-point type. */
  double real(double... candidates) {
    double number = candidates[choice(candidates.length)];
    add(Double.doubleToRawLongBits(number), Double.toString(number));
    return number;
  }

  /** Something that there is, as an argument. */
  <T> T the(Kind<T> kind) {
    int slot = kind.slots() == 1 ? 0 : choice(kind.slots());
    T there = at(kind, slot);
    wants(!kind.spent().test(there), kind.filling().apply(slot));
    return there;
  }

  /** Has something done first, mostly, without which the call would not be right. */
  void wants(boolean done, List<Draw> first) {
    if (!done && choice(8) < 5 && !tried.contains(first)) {
      throw new Missing(first);
    }
  }

  /** The device in the first slot mostly, since others take long to make. */
  Device device() {
    int choice = choice(100);
    return at(Kind.DEVICE, choice < 98 ? 0 : choice - 97);
  }

  /** What is in a slot. */
  <T> T at(Kind<T> kind, int slot) {
    T there = slots.at(kind, slot);
    if (there == null) {
      throw new Missing(kind.filling().apply(slot));
    }
    add(slot, kind.name() + " " + slot);
    return there;
  }

  /** Something that there is, or none, which is the simplest, in so many of a hundred cases. */
  <T> @Nullable T maybe(Kind<T> kind, int percent) {
    if (choice(100) >= 100 - percent) {
      return the(kind);
    }
    number(NONE);
    return null;
  }

  /** A slot to put something into. */
  <T> Slots.Slot<T> out(Kind<T> kind) {
    int slot = kind.slots() == 1 ? 0 : choice(kind.slots());
    add(slot, "to " + kind.name() + " " + slot);
    return slots.slot(kind, slot);
  }

  /** A slot for the call while it is under way, where one is free; else it is waited for. */
  @Nullable Integer pending() {
    int choice = choice(8);
    if (choice == 0
        || choice > Kind.PENDING.slots()
        || slots.at(Kind.PENDING, choice - 1) != null) {
      number(NONE);
      return null;
    }
    add(choice - 1, "pending " + (choice - 1));
    return choice - 1;
  }

  /** The slot of the last thing that was asked for. */
  int lastSlot() {
    return numbers.getLast().intValue();
  }

  Slots slots() {
    return slots;
  }

  /** The numbers for people to read. */
  List<String> words() {
    return words;
  }

  long[] numbers() {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
