package run.radicchio.component.adapter;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.type.CoreType.NumberType;

/** Local variables of generated code that hold what a core function takes or returns. */
record Words(List<Source.Local> locals) {

  /** New ones, all zero. */
  static Words zero(CodeBuilder code, List<NumberType> types) {
    return new Words(
        types.stream()
            .map(type -> new Source.Local(type, ControlFlow.zero(code, Descriptors.kind(type))))
            .toList());
  }

  /** Parameters of the method, from one on. */
  static Words parameters(CodeBuilder code, int first, List<NumberType> types) {
    List<Source.Local> locals = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      locals.add(new Source.Local(types.get(i), code.parameterSlot(first + i)));
    }
    return new Words(locals);
  }

  /**
   * New ones, of the bits in an array.
   *
   * @param array the local variable of a {@code long[]}
   */
  static Words ofBits(CodeBuilder code, int array, List<NumberType> types) {
    Words words = zero(code, types);
    for (int i = 0; i < types.size(); i++) {
      Source.Local local = words.locals.get(i);
      code.aload(array).loadConstant(i).laload();
      Joins.narrow(code, NumberType.I64, local.type());
      code.storeLocal(Descriptors.kind(local.type()), local.slot());
    }
    return words;
  }

  /** The types of flat values, where more than a core function can have are in memory. */
  static List<NumberType> types(List<NumberType> flat, int max) {
    return flat.size() > max ? List.of(NumberType.I32) : flat;
  }

  List<NumberType> types() {
    return locals.stream().map(Source.Local::type).toList();
  }

  /** What is put into them. */
  Sink sink() {
    return new Sink.FlatSink(locals, 0);
  }

  /** What is in them; where that is a pointer, what it points to. */
  Source source(CodeBuilder code, int max, Layout layout, int context) {
    if (layout.flat().size() <= max) {
      return new Source.FlatSource(locals, 0);
    }
    int address = Pointers.check(code, locals.getFirst().slot(), context, layout);
    int memory = code.allocateLocal(TypeKind.REFERENCE);
    Lifting.pushMemory(code, context);
    code.astore(memory);
    return new Source.MemorySource(memory, address, 0);
  }

  /** Pushes them. */
  void push(CodeBuilder code) {
    for (Source.Local local : locals) {
      code.loadLocal(Descriptors.kind(local.type()), local.slot());
    }
  }

  /** Calls the handle on the stack with them, for a result that was there before. */
  void call(CodeBuilder code, Words result) {
    push(code);
    List<ClassDesc> types = types().stream().map(Descriptors::of).toList();
    if (result.locals.isEmpty()) {
      Members.invoke(code, ConstantDescs.CD_void, types);
    } else {
      Source.Local first = result.locals.getFirst();
      Members.invoke(code, Descriptors.of(first.type()), types);
      code.storeLocal(Descriptors.kind(first.type()), first.slot());
    }
  }
}
