package run.radicchio.component.adapter;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import run.radicchio.component.type.CoreType.NumberType;

/** Where a value comes from, while code is written that takes it. */
sealed interface Source {

  /**
   * Pushes a core value. From memory one of less than 32 bits is extended by zeros.
   *
   * @param byteSize what it takes in memory
   */
  void push(CodeBuilder code, NumberType type, int byteSize);

  /**
   * A part of what is here.
   *
   * @param position how many core values come before it
   * @param offset how many bytes come before it in memory
   */
  Source part(int position, int offset);

  /** A core value that is in a local variable. */
  record Local(NumberType type, int slot) {}

  /** Core values in local variables, which may be of wider types where cases were joined. */
  record FlatSource(List<Local> locals, int position) implements Source {
    @Override
    public void push(CodeBuilder code, NumberType type, int byteSize) {
      Local local = locals.get(position);
      code.loadLocal(Descriptors.kind(local.type()), local.slot());
      Joins.narrow(code, local.type(), type);
    }

    @Override
    public Source part(int parts, int offset) {
      return new FlatSource(locals, position + parts);
    }
  }

  /**
   * Guest memory.
   *
   * @param memory the local variable of the {@code MemorySegment}
   * @param address the local variable of the address, a {@code long}
   * @param offset from there
   */
  record MemorySource(int memory, int address, int offset) implements Source {
    @Override
    public void push(CodeBuilder code, NumberType type, int byteSize) {
      code.aload(memory);
      pushAddress(code);
      String load =
          switch (type) {
            case I32 -> byteSize == 1 ? "loadByte" : byteSize == 2 ? "loadShort" : "loadInt";
            case I64 -> "loadLong";
            case F32 -> "loadFloat";
            case F64 -> "loadDouble";
            case V128 -> throw new IllegalArgumentException("no vector crosses");
          };
      code.invokestatic(
          Descriptors.GUEST_VALUES,
          load,
          Descriptors.type(Descriptors.of(type), Descriptors.MEMORY, Descriptors.LONG));
    }

    void pushAddress(CodeBuilder code) {
      code.lload(address);
      if (offset != 0) {
        code.loadConstant((long) offset).ladd();
      }
    }

    @Override
    public MemorySource part(int parts, int bytes) {
      return new MemorySource(memory, address, offset + bytes);
    }
  }
}
