package run.radicchio.component.validation;

import run.radicchio.component.InvalidComponentException;

/**
 * Bounds what a file has us do beyond what its bytes pay for.
 *
 * <p>A few bytes can have large types copied, walked through or compared, or begin something that
 * takes much more memory than they do. That is counted in steps, of some 64 bytes of memory each,
 * and there may be so many as are in proportion to the file: components that tools make need a
 * tenth of them.
 */
final class Work {
  /** To begin a component. */
  static final int COMPONENT = 6;

  /** To begin a type that has an index space of its own. */
  static final int TYPE_SCOPE = 4;

  /** To define core types that are more than a function's parameters and results. */
  static final int CORE_GROUP = 4;

  /** To introduce a resource type. */
  static final int RESOURCE = 3;

  /** To give a type of values a name. */
  static final int NAMED_TYPE = 2;

  /** To name something so that it must be compared with other names in another form. */
  static final int OTHER_FORM = 2;

  /** To instantiate something. */
  static final int INSTANTIATION = 8;

  /** To make an instance of definitions. */
  static final int INLINE_INSTANCE = 6;

  /** To begin a copy of a type. */
  static final int COPY = 8;

  /** To begin to compare two types. */
  static final int COMPARISON = 8;

  /** Looking at a part takes no memory, and little time: so many are looked at in a step. */
  private static final int PARTS_PER_STEP = 8;

  /** For any file. */
  private static final int STEPS = 400;

  /** For so many bytes of the file there is a step besides. */
  private static final int BYTES_PER_STEP = 4;

  private final long most;
  private long steps;
  private long offset;

  /** For a file of so many bytes. */
  Work(int length) {
    this(STEPS + (long) length / BYTES_PER_STEP);
  }

  private Work(long most) {
    this.most = most;
  }

  /** For no file, where as many steps may be made as there are. */
  static Work unbounded() {
    return new Work(Long.MAX_VALUE);
  }

  /** Says where in the file is what brings about the next steps. */
  void at(long newOffset) {
    offset = newOffset;
  }

  /**
   * Makes steps.
   *
   * @throws InvalidComponentException if they are too many
   */
  void steps(int count) {
    steps += count;
    if (steps > most) {
      throw new InvalidComponentException(
          "its definitions and types are too complex for its size: to check them takes more than the"
              + " %d steps that a file of this size may take".formatted(most),
          offset);
    }
  }

  /** The same, for what is at an offset of the file. */
  void steps(int count, long newOffset) {
    at(newOffset);
    steps(count);
  }

  /** Looks at parts, to most of which nothing is done. */
  void look(int parts) {
    steps(parts / PARTS_PER_STEP);
  }
}
