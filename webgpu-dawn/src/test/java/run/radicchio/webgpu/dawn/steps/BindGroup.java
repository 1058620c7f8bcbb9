package run.radicchio.webgpu.dawn.steps;

import java.util.List;

/** A bind group: what it binds, in the order of its bindings. */
record BindGroup(Standing standing, BindGroupLayout layout, List<Bound> bound) {

  /**
   * What an entry binds: a {@link BufferRange}, {@link View} or {@link Sampler}.
   *
   * @param entry what the layout says of it
   */
  record Bound(BindGroupLayout.Entry entry, Object resource) {}

  /** A part of a buffer. */
  record BufferRange(Buffer buffer, long offset, long size) {}

  void addTo(Uses uses) {
    for (Bound one : bound) {
      switch (one.resource) {
        case BufferRange range -> uses.add(range.buffer());
        case View view -> uses.add(view.texture());
        default -> {}
      }
    }
  }

  /** How the commands of a usage scope use what it binds. */
  void addTo(UsageScope scope) {
    for (Bound one : bound) {
      boolean written =
          one.entry.type() == BindGroupLayout.Type.STORAGE_TEXTURE
              ? one.entry.more() != 1
              : one.entry.buffer() && one.entry.of() == BindGroupLayout.Entry.STORAGE;
      UsageScope.Usage usage = written ? UsageScope.Usage.STORAGE : UsageScope.Usage.READ;
      switch (one.resource) {
        case BufferRange range -> scope.add(range.buffer(), usage);
        case View view -> scope.add(view, usage);
        default -> {}
      }
    }
  }

  /**
   * Whether offsets fit its buffers. By the specification only what the layout asks for at least
   * has to lie within a buffer, and here all that is bound (docs/deviations.md).
   */
  boolean accepts(long[] offsets) {
    int next = 0;
    for (Bound one : bound) {
      if (one.entry.type() == BindGroupLayout.Type.DYNAMIC_BUFFER) {
        BufferRange range = (BufferRange) one.resource;
        long offset = offsets[next++];
        if (offset % 256 != 0
            || !Buffer.fits(range.offset + offset, range.size, range.buffer.size)) {
          return false;
        }
      }
    }
    return true;
  }
}
