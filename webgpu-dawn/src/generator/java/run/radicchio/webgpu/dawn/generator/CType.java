package run.radicchio.webgpu.dawn.generator;

import java.util.Locale;

/** The type of a member, a parameter or a result in C, and how Java holds it. */
sealed interface CType {
  long size();

  long alignment();

  /** The Java expression of its memory layout. */
  String layout();

  /** A type that fits a register: numbers, enums, handles, and pointers as addresses. */
  enum Scalar implements CType {
    BOOL(4, "int", "JAVA_INT"),
    INT8(1, "byte", "JAVA_BYTE"),
    INT16(2, "short", "JAVA_SHORT"),
    INT32(4, "int", "JAVA_INT"),
    INT64(8, "long", "JAVA_LONG"),
    FLOAT(4, "float", "JAVA_FLOAT"),
    DOUBLE(8, "double", "JAVA_DOUBLE");

    private final long size;
    private final String carrier;
    private final String layout;

    Scalar(long size, String carrier, String layout) {
      this.size = size;
      this.carrier = carrier;
      this.layout = layout;
    }

    /** The Java type that crosses the border. */
    String carrier() {
      return carrier;
    }

    /** The Java type that callers see. */
    String java() {
      return this == BOOL ? "boolean" : carrier;
    }

    /** The end of the names of the methods that read and write it: {@code Int} of getInt. */
    String accessor() {
      String kind = java();
      return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public long alignment() {
      return size;
    }

    @Override
    public String layout() {
      return layout;
    }
  }

  /** A structure by value. */
  record Struct(Declaration.Structure structure) implements CType {
    @Override
    public long size() {
      return structure.size();
    }

    @Override
    public long alignment() {
      return structure.alignment();
    }

    @Override
    public String layout() {
      return structure.name().type() + ".LAYOUT";
    }
  }
}
