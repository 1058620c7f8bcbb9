package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/** What the guest {@code tests/steps} asks its host. */
@WitInterface("radicchio:steps/stepping")
public interface Stepping {
  /**
   * A call for the guest to make.
   *
   * @param observed the slot of the device whose errors of this call are to be told
   * @param numbers slots and arguments, as the guest's source says
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody changes it.
  record Step(Call call, @Nullable @Unsigned Integer observed, @Unsigned long[] numbers) {}

  /** How a call ended. */
  enum Ending {
    DONE,
    PENDING,
    TYPE_ERROR,
    RANGE_ERROR,
    OPERATION_ERROR,
    ABORT_ERROR,
    PIPELINE_ERROR_VALIDATION,
    PIPELINE_ERROR_INTERNAL
  }

  /** What error a call caused. */
  enum Caught {
    NOTHING,
    VALIDATION_ERROR,
    OUT_OF_MEMORY_ERROR,
    INTERNAL_ERROR
  }

  /**
   * What a call came to.
   *
   * @param numbers what it returned
   * @param message what the error said, if there was one
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody changes it.
  record Outcome(Ending ending, Caught caught, @Unsigned long[] numbers, String message) {

    /** Whether the call was refused. */
    boolean failed() {
      return (ending != Ending.DONE && ending != Ending.PENDING) || caught != Caught.NOTHING;
    }
  }

  /** Takes what the last call came to, and gives the next one; none at the end of a try. */
  @Nullable Step next(@Nullable Outcome last);
}
