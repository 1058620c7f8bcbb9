package run.radicchio.webgpu.dawn.steps;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was drawn into the numbers of a step, while the step is predicted. */
final class Arguments {
  /** Stands for {@code none}. */
  static final long NONE = -1;

  private final Slots slots;
  private final List<Integer> choices;
  private final List<Long> numbers = new ArrayList<>();
  private int next;

  Arguments(Slots slots, List<Integer> choices) {
    this.slots = slots;
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
    numbers.add(number);
    return number;
  }

  /** An argument of a floating-point type. */
  double real(double... candidates) {
    double number = candidates[choice(candidates.length)];
    number(Double.doubleToRawLongBits(number));
    return number;
  }

  /** Something that there is, as an argument. */
  <T> T the(Kind<T> kind) {
    return at(kind, kind.slots() == 1 ? 0 : choice(kind.slots()));
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
    number(slot);
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
    number(slot);
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
    number(choice - 1);
    return choice - 1;
  }

  /** The slot of the last thing that was asked for. */
  int lastSlot() {
    return numbers.getLast().intValue();
  }

  Slots slots() {
    return slots;
  }

  long[] numbers() {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
