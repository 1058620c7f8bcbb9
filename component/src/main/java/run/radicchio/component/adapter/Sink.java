package run.radicchio.component.adapter;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import run.radicchio.component.type.CoreType.NumberType;

/** Where a value goes to, while code is written that gives it. */
sealed interface Sink {

  /**
   * Pops a core value and puts it here.
   *
   * @param byteSize what it takes in memory
   */
  void put(CodeBuilder code, NumberType type, int byteSize);

  /**
   * A part of what is here.
   *
   * @param position how many core values come before it
   * @param offset how many bytes come before it in memory
   */
  Sink part(int position, int offset);

  /** Local variables, which may be of wider types where cases are joined. */
  record FlatSink(List<Source.Local> locals, int position) implements Sink {
    @Override
    public void put(CodeBuilder code, NumberType type, int byteSize) {
      Source.Local local = locals.get(position);
      Joins.widen(code, type, local.type());
      code.storeLocal(Descriptors.kind(local.type()), local.slot());
    }

    @Override
    public Sink part(int parts, int offset) {
      return new FlatSink(locals, position + parts);
    }
  }

  /**
   * Guest memory.
   *
   * @param context the local variable of the {@code Context}: the memory may grow at any time
   * @param address the local variable of the address, a {@code long}
   * @param offset from there
   */
  record MemorySink(int context, int address, int offset) implements Sink {
    @Override
    public void put(CodeBuilder code, NumberType type, int byteSize) {
      code.aload(context);
      pushAddress(code);
      String store =
          switch (type) {
            case I32 -> byteSize == 1 ? "storeByte" : byteSize == 2 ? "storeShort" : "storeInt";
            case I64 -> "storeLong";
            case F32 -> "storeFloat";
            case F64 -> "storeDouble";
            case V128 -> throw new IllegalArgumentException("no vector crosses");
          };
      code.invokestatic(
          Descriptors.GUEST_VALUES,
          store,
          Descriptors.type(
              java.lang.constant.ConstantDescs.CD_void,
              Descriptors.of(type),
              Descriptors.CONTEXT,
              Descriptors.LONG));
    }

    void pushAddress(CodeBuilder code) {
      code.lload(address);
      if (offset != 0) {
        code.loadConstant((long) offset).ladd();
      }
    }

    @Override
    public MemorySink part(int parts, int bytes) {
      return new MemorySink(context, address, offset + bytes);
    }
  }
}
