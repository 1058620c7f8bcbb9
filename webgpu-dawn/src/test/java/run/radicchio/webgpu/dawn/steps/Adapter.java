package run.radicchio.webgpu.dawn.steps;

/** An adapter, which gives one device. */
final class Adapter {
  boolean consumed;

  /** Whether a request of a device is under way, or was given up, which may have been too late. */
  boolean asked;
}
