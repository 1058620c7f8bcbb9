package run.radicchio.webgpu.dawn.steps;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Caught;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;
import run.radicchio.webgpu.dawn.steps.Stepping.Outcome;

/** What the specification says of a call: how it may end, what error it causes, what it returns. */
final class Prediction {
  private final @Nullable Device device;
  private Set<Ending> endings = EnumSet.of(Ending.DONE);
  private Set<Caught> faults = EnumSet.of(Caught.NOTHING);
  private Predicate<long[]> numbers = _ -> true;
  private String returned = "anything";
  private BiConsumer<Outcome, Boolean> effect = (_, _) -> {};
  private boolean observable = true;
  private boolean spoiling;

  private Prediction(@Nullable Device device) {
    this.device = device;
  }

  /** A call whose errors are a device's. */
  static Prediction of(Device device) {
    return new Prediction(device);
  }

  /** A call that causes no error of a device. */
  static Prediction ofNoDevice() {
    return new Prediction(null);
  }

  /** The call is a validation error unless something holds. */
  Prediction requires(boolean valid) {
    return valid ? this : fails(Caught.VALIDATION_ERROR);
  }

  /** The call is a validation error unless something is valid. */
  Prediction requires(Validity validity) {
    return validity == Validity.UNKNOWN ? mayFail() : requires(validity == Validity.VALID);
  }

  /**
   * The call makes an object, which is valid if something is, or else the call is a validation
   * error. Where that is left open, whether there was an error tells.
   */
  Prediction makes(Standing made, Validity validity, Runnable keep) {
    boolean lost = made.device().lost();
    return requires(validity)
        .afterObserved(
            (outcome, observed) -> {
              if (lost) {
                made.is(Validity.INVALID);
              } else if (validity == Validity.UNKNOWN && observed) {
                made.is(Validity.of(outcome.caught() == Caught.NOTHING));
              } else {
                made.is(validity);
              }
              keep.run();
            });
  }

  Prediction makes(Standing made, boolean valid, Runnable keep) {
    return makes(made, Validity.of(valid), keep);
  }

  /** The call is a command that makes what is encoded invalid, which is an error only later. */
  Prediction spoils() {
    spoiling = true;
    return this;
  }

  /** The call causes an error, unless the device is lost, of which no errors are told. */
  Prediction fails(Caught fault) {
    if (device != null && !device.lost()) {
      faults = EnumSet.of(fault);
    }
    return this;
  }

  /** The call may be a validation error or not. */
  Prediction mayFail() {
    if (device != null && !device.lost()) {
      faults = EnumSet.of(Caught.NOTHING, Caught.VALIDATION_ERROR);
    }
    return this;
  }

  /** The call may be left under way in a slot, and ends as said there. */
  Prediction underWay(Slots slots, @Nullable Integer slot, Pending call) {
    endings = EnumSet.copyOf(call.endings());
    if (slot != null) {
      endings.add(Ending.PENDING);
    }
    return after(
        outcome -> {
          if (outcome.ending() == Ending.PENDING) {
            slots.slot(Kind.PENDING, slot).put(call);
          } else {
            call.take(outcome);
          }
        });
  }

  /** The call ends in one of these ways. */
  Prediction ends(Ending first, Ending... others) {
    endings = EnumSet.of(first, others);
    return this;
  }

  /** The call returns these numbers. */
  Prediction returns(long... expected) {
    returned = Arrays.toString(expected);
    numbers = actual -> Arrays.equals(expected, actual);
    return this;
  }

  /** The call returns numbers of which something holds. */
  Prediction returns(String what, Predicate<long[]> expected) {
    returned = what;
    numbers = expected;
    return this;
  }

  /** What is so once the call was made, however it ends. */
  Prediction before(Runnable change) {
    return then(change);
  }

  /** The call changes what error scopes there are, so none may be put around it. */
  Prediction unobserved() {
    observable = false;
    return this;
  }

  /** What is so after the call. */
  Prediction then(Runnable change) {
    return after(_ -> change.run());
  }

  /** What is so after the call, by how it ended. */
  Prediction after(Consumer<Outcome> change) {
    return afterObserved((outcome, _) -> change.accept(outcome));
  }

  private Prediction afterObserved(BiConsumer<Outcome, Boolean> change) {
    effect = effect.andThen(change);
    return this;
  }

  @Nullable Device device() {
    return device;
  }

  /** Whether the call has no right to succeed. */
  boolean wrong() {
    return spoiling || !faults.contains(Caught.NOTHING) || !endings.contains(Ending.DONE);
  }

  boolean observable() {
    return observable;
  }

  /** The error that it causes for certain; null where there may be one or not. */
  @Nullable Caught certainFault() {
    return faults.size() == 1 ? faults.iterator().next() : null;
  }

  /** Whether the call ended as predicted; errors are known only of one that was observed. */
  boolean allows(Outcome outcome, boolean observed) {
    return endings.contains(outcome.ending())
        && (!observed || faults.contains(outcome.caught()))
        && (outcome.ending() != Ending.DONE || numbers.test(outcome.numbers()));
  }

  void take(Outcome outcome, boolean observed) {
    effect.accept(outcome, observed);
  }

  @Override
  public String toString() {
    return endings + ", " + faults + ", returning " + returned;
  }
}
