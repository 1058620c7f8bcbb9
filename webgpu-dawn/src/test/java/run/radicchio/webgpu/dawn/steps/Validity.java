package run.radicchio.webgpu.dawn.steps;

/** Whether an object is valid; unknown where the model leaves open whether it is. */
enum Validity {
  VALID,
  INVALID,
  UNKNOWN;

  static Validity of(boolean valid) {
    return valid ? VALID : INVALID;
  }

  /** Valid if both are. */
  Validity and(Validity other) {
    if (this == INVALID || other == INVALID) {
      return INVALID;
    }
    return this == UNKNOWN ? UNKNOWN : other;
  }

  Validity and(boolean valid) {
    return and(of(valid));
  }
}
