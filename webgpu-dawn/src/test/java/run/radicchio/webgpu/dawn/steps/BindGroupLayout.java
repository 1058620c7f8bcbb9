package run.radicchio.webgpu.dawn.steps;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bind group layout.
 *
 * @param pipeline the pipeline whose default layout it is of, which it can be used with only
 */
record BindGroupLayout(Standing standing, List<Entry> entries, @Nullable Object pipeline) {
  static final int VERTEX = 1;
  static final int FRAGMENT = 2;
  static final int COMPUTE = 4;

  /** What an entry binds, by the numbers that the guest knows. */
  enum Type {
    BUFFER,
    DYNAMIC_BUFFER,
    SAMPLER,
    TEXTURE,
    STORAGE_TEXTURE,
    NOTHING
  }

  /**
   * An entry.
   *
   * @param of the type of a buffer or sampler, the sample type, or the storage format
   * @param more the least size of a buffer, whether a texture is multisampled, or the access
   */
  record Entry(long binding, int visibility, Type type, long of, long more) {
    static final long UNIFORM = 0;
    static final long STORAGE = 1;
    static final long READ_ONLY_STORAGE = 2;

    boolean buffer() {
      return type == Type.BUFFER || type == Type.DYNAMIC_BUFFER;
    }

    long least() {
      return more == Arguments.NONE ? 0 : more;
    }

    boolean multisampled() {
      return type == Type.TEXTURE && more == 1;
    }

    private boolean allowed() {
      boolean vertex = (visibility & VERTEX) != 0;
      return binding < 1000
          && switch (type) {
            case BUFFER, DYNAMIC_BUFFER -> !vertex || of != STORAGE;
            case SAMPLER -> true;
            case TEXTURE -> more != 1 || of != 0;
            case STORAGE_TEXTURE -> allowedStorage(vertex);
            case NOTHING -> false;
          };
    }

    /** Access 0 is to write only, 1 to read only, 2 to both. */
    private boolean allowedStorage(boolean vertex) {
      Format format = Format.of(of);
      return format != null
          && format.storable()
          && (!vertex || more == 1)
          && (more != 2 || format == Format.R32UINT || format == Format.R32FLOAT);
    }
  }

  boolean allowed() {
    return entries.stream().allMatch(Entry::allowed)
        && entries.stream().map(Entry::binding).distinct().count() == entries.size();
  }

  /** The entries in the order of their bindings. */
  List<Entry> sorted() {
    return entries.stream().sorted(Comparator.comparing(Entry::binding)).toList();
  }

  /** Whether bind groups of one can be used where the other is asked for. */
  boolean equivalent(BindGroupLayout other) {
    return Objects.equals(sorted(), other.sorted()) && pipeline == other.pipeline;
  }

  long dynamicCount() {
    return entries.stream().filter(entry -> entry.type() == Type.DYNAMIC_BUFFER).count();
  }
}
