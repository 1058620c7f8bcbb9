package run.radicchio.webgpu.dawn.steps;

/** Which device an object is of, and whether it is valid: each object has one. */
final class Standing {
  private final Device device;
  private Validity validity = Validity.UNKNOWN;

  Standing(Device device) {
    this.device = device;
  }

  Device device() {
    return device;
  }

  Validity validity() {
    return validity;
  }

  boolean isInvalid() {
    return validity == Validity.INVALID;
  }

  void is(Validity known) {
    validity = known;
  }

  /** Whether it is valid to use with what is of a device. */
  Validity with(Device other) {
    return device == other ? validity : Validity.INVALID;
  }
}
