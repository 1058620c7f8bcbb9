package run.radicchio.webgpu.dawn.steps;

/** A query set. */
final class QuerySet {
  final Standing standing;
  final boolean timestamps;
  final long count;
  private boolean destroyed;

  QuerySet(Device device, boolean timestamps, long count) {
    this.standing = new Standing(device);
    this.timestamps = timestamps;
    this.count = count;
  }

  boolean destroyed() {
    return destroyed;
  }

  void destroy() {
    destroyed = true;
  }
}
