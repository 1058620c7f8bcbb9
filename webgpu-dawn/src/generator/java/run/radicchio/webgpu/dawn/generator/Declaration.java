package run.radicchio.webgpu.dawn.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the C header declares, and a Java file is written for. */
sealed interface Declaration {
  Name name();

  /** An enum, or a bitmask, whose values are 64 bits wide. */
  record Values(Name name, boolean bitmask, List<Value> values) implements Declaration {}

  /**
   * A structure, with the members that C adds to those in {@code dawn.json}.
   *
   * @param sType the Java expression that marks it in a chain; null for one that is never chained
   */
  record Structure(
      Name name, @Nullable String sType, List<Member> members, List<Function> functions)
      implements Declaration {

    /** Where each member begins, in order, and where the last one ends. */
    List<Long> offsets() {
      List<Long> offsets = new ArrayList<>();
      long end = 0;
      for (Member member : members) {
        long offset = align(end, member.type().alignment());
        offsets.add(offset);
        end = offset + member.type().size();
      }
      offsets.add(end);
      return offsets;
    }

    long size() {
      return align(offsets().getLast(), alignment());
    }

    long alignment() {
      return members.stream().mapToLong(member -> member.type().alignment()).max().orElse(1);
    }

    private static long align(long offset, long alignment) {
      return (offset + alignment - 1) / alignment * alignment;
    }
  }

  /** An opaque object with the functions that take it first. */
  record Handle(Name name, List<Function> functions) implements Declaration {}

  /** A function that C calls. */
  record Callback(Name name, List<Member> parameters) implements Declaration {}

  /** The functions and constants that belong to no type. */
  record Globals(Name name, List<Function> functions, List<Constant> constants)
      implements Declaration {
    Globals(List<Function> functions, List<Constant> constants) {
      this(new Name("global"), functions, constants);
    }
  }

  /**
   * A value of an enum or a bitmask.
   *
   * @param value the number in C
   */
  record Value(Name name, long value) {}

  /**
   * A constant.
   *
   * @param value its Java expression
   */
  record Constant(Name name, CType.Scalar type, String value) {}

  /**
   * A function that the library exports.
   *
   * @param symbol its name in C
   * @param java its name in Java
   * @param returns null for nothing
   * @param c how C declares its result
   */
  record Function(
      String symbol, String java, List<Member> parameters, CType.@Nullable Scalar returns, String c) {}

  /**
   * A member of a structure or a parameter of a function.
   *
   * @param c how C declares its type
   * @param initial the Java expression it has by default; null for all bits zero, or, of a
   *     structure, for that structure's own defaults
   */
  record Member(Name name, CType type, String c, @Nullable String initial) {}
}
