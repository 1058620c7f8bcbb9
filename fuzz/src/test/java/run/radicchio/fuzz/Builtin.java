package run.radicchio.fuzz;

import java.util.List;

/** A canonical built-in: the code of its definition, what follows the code, and its core type. */
record Builtin(int code, List<Immediate> immediates, String parameters, String results) {

  /** What a definition says besides its code. */
  enum Immediate {
    RESOURCE,
    STREAM,
    FUTURE,
    /** Whether something is asynchronous or can be cancelled. */
    FLAG,
    MEMORY,
    COPY_OPTIONS,
    MEMORY_OPTIONS,
    /** The result and the options of a {@code task.return}, whose type follows from them. */
    RESULT,
    /** The type and the index of a slot. */
    SLOT
  }

  /** Those that are assembled; a letter is a core type. */
  static final List<Builtin> ALL =
      List.of(
          builtin(0x02, "i", "i", Immediate.RESOURCE),
          builtin(0x03, "i", "", Immediate.RESOURCE),
          builtin(0x04, "i", "i", Immediate.RESOURCE),
          builtin(0x05, "", ""),
          builtin(0x06, "i", "i", Immediate.FLAG),
          builtin(0x09, "", "", Immediate.RESULT),
          builtin(0x0a, "", "i", Immediate.SLOT),
          builtin(0x0b, "i", "", Immediate.SLOT),
          builtin(0x0c, "", "i", Immediate.FLAG),
          builtin(0x0d, "i", ""),
          builtin(0x0e, "", "l", Immediate.STREAM),
          builtin(0x0f, "iii", "i", Immediate.STREAM, Immediate.COPY_OPTIONS),
          builtin(0x10, "iii", "i", Immediate.STREAM, Immediate.COPY_OPTIONS),
          builtin(0x11, "i", "i", Immediate.STREAM, Immediate.FLAG),
          builtin(0x12, "i", "i", Immediate.STREAM, Immediate.FLAG),
          builtin(0x13, "i", "", Immediate.STREAM),
          builtin(0x14, "i", "", Immediate.STREAM),
          builtin(0x15, "", "l", Immediate.FUTURE),
          builtin(0x16, "ii", "i", Immediate.FUTURE, Immediate.COPY_OPTIONS),
          builtin(0x17, "ii", "i", Immediate.FUTURE, Immediate.COPY_OPTIONS),
          builtin(0x18, "i", "i", Immediate.FUTURE, Immediate.FLAG),
          builtin(0x19, "i", "i", Immediate.FUTURE, Immediate.FLAG),
          builtin(0x1a, "i", "", Immediate.FUTURE),
          builtin(0x1b, "i", "", Immediate.FUTURE),
          builtin(0x1c, "ii", "i", Immediate.MEMORY_OPTIONS),
          builtin(0x1d, "ii", "", Immediate.MEMORY_OPTIONS),
          builtin(0x1e, "i", ""),
          builtin(0x1f, "", "i"),
          builtin(0x20, "ii", "i", Immediate.FLAG, Immediate.MEMORY),
          builtin(0x21, "ii", "i", Immediate.FLAG, Immediate.MEMORY),
          builtin(0x22, "i", ""),
          builtin(0x23, "ii", ""),
          builtin(0x24, "", ""),
          builtin(0x25, "", ""),
          builtin(0x26, "", "i"),
          builtin(0x28, "i", ""),
          builtin(0x29, "", "i", Immediate.FLAG),
          builtin(0x2a, "i", "i", Immediate.FLAG),
          builtin(0x2b, "i", "i", Immediate.FLAG),
          builtin(0x2c, "i", "i", Immediate.FLAG),
          builtin(0x2d, "i", "i", Immediate.FLAG));

  private static Builtin builtin(
      int code, String parameters, String results, Immediate... immediates) {
    return new Builtin(code, List.of(immediates), parameters, results);
  }
}
