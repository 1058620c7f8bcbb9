package run.radicchio.webgpu.dawn.steps;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.steps.Stepping.Ending;

/** A buffer and its mapping (specification, "Buffers"). */
final class Buffer {
  static final int MAP_READ = 1;
  static final int MAP_WRITE = 2;
  static final int COPY_SRC = 4;
  static final int COPY_DST = 8;
  static final int INDEX = 16;
  static final int VERTEX = 32;
  static final int UNIFORM = 64;
  static final int STORAGE = 128;
  static final int INDIRECT = 256;
  static final int QUERY_RESOLVE = 512;

  final Standing standing;
  final long size;
  final int usage;
  private boolean destroyed;
  private MapState state = MapState.UNMAPPED;
  private @Nullable Pending mapping;
  private long from;
  private long to;

  /** What is known of the mapping. */
  enum MapState {
    UNMAPPED,
    /** Asked for: it becomes mapped at any time. */
    PENDING,
    MAPPED,
    /**
     * The call that asked was given up, which may have been too late; or it was wrong, and was not
     * told so yet.
     */
    UNKNOWN
  }

  Buffer(Device device, long size, int usage) {
    this.standing = new Standing(device);
    this.size = size;
    this.usage = usage;
  }

  boolean has(int flags) {
    return (usage & flags) == flags;
  }

  MapState state() {
    return state;
  }

  boolean destroyed() {
    return destroyed;
  }

  /** Whether a queue can use it: the specification's internal state. */
  Validity available() {
    if (destroyed) {
      return Validity.INVALID;
    }
    return switch (state) {
      case UNMAPPED -> Validity.VALID;
      case PENDING, MAPPED -> Validity.INVALID;
      case UNKNOWN -> Validity.UNKNOWN;
    };
  }

  void map(long from, long to) {
    state = MapState.MAPPED;
    this.from = from;
    this.to = to;
  }

  /** A call is under way that maps it. */
  void pend(Pending call, long from, long to) {
    state = MapState.PENDING;
    mapping = call;
    this.from = from;
    this.to = to;
  }

  /** The call that maps it has ended well, if it is still that one that counts. */
  void settle(Pending call) {
    if (mapping == call) {
      state = MapState.MAPPED;
      mapping = null;
    }
  }

  /** The guest saw that it is mapped, before the call has told. */
  void seenMapped() {
    if (state == MapState.PENDING) {
      state = MapState.MAPPED;
      if (mapping != null) {
        mapping.endsWith(Ending.DONE);
      }
    }
  }

  /** Whether it is mapped, or counts as about to be, is not known until it is unmapped. */
  void doubt() {
    state = MapState.UNKNOWN;
  }

  /** Nobody waits any more for the call that maps it. */
  void giveUp(Pending call) {
    if (mapping == call && state == MapState.PENDING) {
      state = MapState.UNKNOWN;
    }
  }

  /** Unmaps it; a call under way may end in one of these ways. */
  void unmap(Ending first, Ending... others) {
    if (state == MapState.PENDING && mapping != null) {
      mapping.endsWith(first, others);
    }
    state = MapState.UNMAPPED;
    mapping = null;
  }

  void destroy() {
    unmap(Ending.ABORT_ERROR, Ending.DONE);
    destroyed = true;
  }

  /** Whether a range of it is mapped, if any is. */
  boolean maps(long offset, long length) {
    return offset % 8 == 0
        && length % 4 == 0
        && Long.compareUnsigned(offset, from) >= 0
        && fits(offset, length, to);
  }

  /** Whether a range lies within the first bytes, without overflow. */
  static boolean fits(long offset, long length, long size) {
    return Long.compareUnsigned(offset, size) <= 0
        && Long.compareUnsigned(length, size - offset) <= 0;
  }

  /** What is left of it from an offset on. */
  static long rest(long size, long offset) {
    return Long.compareUnsigned(offset, size) > 0 ? 0 : size - offset;
  }
}
