package run.radicchio.webgpu.dawn.steps;

/** The queue of a device. */
record Queue(Device device) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
