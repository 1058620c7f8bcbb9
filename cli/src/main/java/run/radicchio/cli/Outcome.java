package run.radicchio.cli;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Result;
import run.radicchio.component.text.Wave;

/**
 * What a call returned.
 *
 * @param value in the representation of {@link run.radicchio.component.value}; null where the
 *     function has no result
 */
record Outcome(ExportedFunction function, @Nullable Object value) {

  /** Whether the guest says that it failed. */
  boolean isError() {
    return value instanceof Result.Err;
  }

  /** Whether the guest says no more than that it failed: a command has said why by itself. */
  boolean isBareError() {
    return value instanceof Result.Err(var payload) && payload == null;
  }

  /** Whether it says nothing but that it is done. */
  boolean isEmpty() {
    return value == null || (value instanceof Result.Ok(var payload) && payload == null);
  }

  /**
   * It in WAVE.
   *
   * @throws Failure if WAVE cannot write such values
   */
  String wave() {
    try {
      return Wave.printResult(value, function.type());
    } catch (IllegalArgumentException unwritable) {
      throw Failure.misuse(
          "what %s returns cannot be printed: %s"
              .formatted(function.name(), unwritable.getMessage()),
          unwritable);
    }
  }

  /** The error for the user: a string as it is, all else in WAVE. */
  String errorMessage() {
    return value instanceof Result.Err(String text)
        ? text
        : "%s returned %s".formatted(function.name(), wave());
  }
}
