package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.GUEST_VALUES;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.OBJECTS;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.PrimitiveType;

/**
 * Writes code that gives values to a guest (CanonicalABI, "Storing", "Flat Lowering").
 *
 * @param owner the class that is written
 * @param code the method that is written
 * @param context the local variable of the {@code Context}
 */
record Lowering(AdapterClass owner, CodeBuilder code, int context, Handles handles) {

  /** The same, for another body. */
  Lowering in(CodeBuilder body, int contextThere) {
    return new Lowering(owner, body, contextThere, handles);
  }

  /** Pops a value, which is its carrier. */
  void lower(Binding binding, Sink sink) {
    switch (binding) {
      case Binding.Scalar(PrimitiveType type) -> scalar(type, sink);
      case Binding.NumericList list -> numbers(list, sink);
      case Binding.ListOf list -> list(list, sink);
      case Binding.RecordOf record -> record(record, sink);
      case Binding.VariantOf variant -> variant(variant, sink);
      case Binding.EnumOf enumeration -> enumeration(enumeration, sink);
      case Binding.FlagsOf flags -> flags(flags, sink);
      case Binding.OptionOf option -> option(option, sink);
      case Binding.ResultOf result -> result(result, sink);
      case Binding.Own _, Binding.BorrowOf _, Binding.StreamOf _, Binding.FutureOf _ ->
          handle(binding, sink);
      case Binding.Wrapped wrapped -> {
        ControlFlow.apply(owner, code, wrapped.unwrap());
        lower(wrapped.inner(), sink);
      }
    }
  }

  private void scalar(PrimitiveType type, Sink sink) {
    switch (type) {
      case STRING -> {
        code.aload(context).invokestatic(GUEST_VALUES, "lowerString", type(LONG, OBJECT, CONTEXT));
        putRange(sink);
        return;
      }
      case U8 -> code.loadConstant(0xFF).iand();
      case U16 -> code.loadConstant(0xFFFF).iand();
      case BOOL, S8, S16, S32, U32, S64, U64 -> {}
      case F32 -> canonical(ConstantDescs.CD_float);
      case F64 -> canonical(ConstantDescs.CD_double);
      case CHAR -> code.invokestatic(GUEST_VALUES, "lowerChar", type(INT, INT));
      case ERROR_CONTEXT -> throw new IllegalArgumentException("no Java type stands for " + type);
    }
    Layout layout = Layout.of(type);
    sink.put(code, layout.flat().getFirst(), layout.size());
  }

  private void canonical(ClassDesc number) {
    code.invokestatic(GUEST_VALUES, "canonical", type(number, number));
  }

  private void putRange(Sink sink) {
    putRange(code, sink);
  }

  /** Pops an address and a length that are in one. */
  static void putRange(CodeBuilder code, Sink sink) {
    int range = code.allocateLocal(TypeKind.LONG);
    code.lstore(range).lload(range).l2i();
    sink.put(code, NumberType.I32, 4);
    code.lload(range).loadConstant(32).lushr().l2i();
    sink.part(1, 4).put(code, NumberType.I32, 4);
  }

  private void numbers(Binding.NumericList list, Sink sink) {
    code.aload(context);
    Members.pushNumbers(owner, code, list);
    code.invokestatic(GUEST_VALUES, "lowerNumbers", type(LONG, OBJECT, CONTEXT, Members.NUMBERS));
    putRange(sink);
  }

  private void list(Binding.ListOf list, Sink sink) {
    code.aload(context);
    owner.callShared(
        code,
        "lowerList",
        list,
        type(LONG, OBJECT, CONTEXT),
        body -> in(body, 1).elements(list.element()));
    putRange(sink);
  }

  /** A method: list, context. */
  private void elements(Binding element) {
    Layout layout = Layout.of(element.type());
    int values = code.allocateLocal(TypeKind.REFERENCE);
    int length = code.allocateLocal(TypeKind.INT);
    int range = code.allocateLocal(TypeKind.LONG);
    int address = code.allocateLocal(TypeKind.LONG);
    code.aload(0)
        .invokestatic(GUEST_VALUES, "elements", type(OBJECTS, OBJECT))
        .astore(values)
        .aload(values)
        .arraylength()
        .istore(length)
        .iload(length)
        .aload(context)
        .loadConstant(layout.size())
        .loadConstant(layout.alignment())
        .invokestatic(GUEST_VALUES, "allocateList", type(LONG, INT, CONTEXT, INT, INT))
        .lstore(range)
        .lload(range)
        .loadConstant(0xFFFF_FFFFL)
        .land()
        .lstore(address);
    ControlFlow.repeat(
        code,
        length,
        index -> {
          code.aload(values).iload(index).aaload();
          Carriers.unbox(code, element);
          lower(element, new Sink.MemorySink(context, address, 0));
          code.lload(address).loadConstant((long) layout.size()).ladd().lstore(address);
        });
    code.lload(range).lreturn();
  }

  private void record(Binding.RecordOf record, Sink sink) {
    composite("lowerRecord", record, sink, (lowering, to) -> lowering.fields(record, to));
  }

  private interface Body {
    void write(Lowering lowering, Sink sink);
  }

  /** What consists of parts has a method of its own where it goes to memory. */
  private void composite(String purpose, Binding binding, Sink sink, Body body) {
    if (!(sink instanceof Sink.MemorySink memory)) {
      body.write(this, sink);
      return;
    }
    code.aload(context);
    memory.pushAddress(code);
    owner.callShared(
        code,
        purpose,
        binding,
        type(ConstantDescs.CD_void, OBJECT, CONTEXT, LONG),
        method -> {
          method.aload(0);
          body.write(in(method, 1), new Sink.MemorySink(1, 2, 0));
          method.return_();
        });
  }

  private void fields(Binding.RecordOf record, Sink sink) {
    int value = storePresent();
    Layout.Sequence layout = Members.layout(record.fields());
    List<MethodHandle> accessors = Members.accessors(Members.known(record), record.fields());
    for (int i = 0; i < accessors.size(); i++) {
      pushPart(accessors.get(i), value, record.fields().get(i));
      lower(record.fields().get(i), sink.part(layout.positions().get(i), layout.offsets().get(i)));
    }
  }

  /** Pops an object that must not be null; returns its local variable. */
  private int storePresent() {
    code.invokestatic(GUEST_VALUES, "present", type(OBJECT, OBJECT));
    return store();
  }

  private int store() {
    int value = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(value);
    return value;
  }

  private void pushPart(MethodHandle accessor, int value, Binding part) {
    owner.pushConstant(code, accessor, ConstantDescs.CD_MethodHandle);
    code.aload(value);
    Members.invoke(code, Carriers.descriptor(part), List.of(OBJECT));
  }

  private void variant(Binding.VariantOf variant, Sink sink) {
    composite("lowerVariant", variant, sink, (lowering, to) -> lowering.cases(variant, to));
  }

  private void cases(Binding.VariantOf variant, Sink sink) {
    int value = store();
    Layout.Cases layout = Layout.cases(Members.types(variant.payloads()));
    ClassDesc classes = Descriptors.of(Class[].class);
    code.aload(value);
    owner.pushConstant(code, variant.java().toArray(Class<?>[]::new), classes);
    code.invokestatic(GUEST_VALUES, "caseOf", type(INT, OBJECT, classes));
    int index = code.allocateLocal(TypeKind.INT);
    code.istore(index).iload(index);
    putCase(layout, sink);
    code.iload(index);
    ControlFlow.choose(
        code,
        variant.payloads().size(),
        i -> {
          Binding payload = variant.payloads().get(i);
          if (payload != null) {
            Class<?> java = variant.java().get(i);
            pushPart(Members.accessors(java, List.of(payload)).getFirst(), value, payload);
            lower(payload, sink.part(1, layout.payloadOffset()));
          }
        });
  }

  private void putCase(Layout.Cases layout, Sink sink) {
    sink.put(code, NumberType.I32, layout.discriminant().size());
  }

  private void enumeration(Binding.EnumOf enumeration, Sink sink) {
    code.invokestatic(GUEST_VALUES, "enumIndex", type(INT, OBJECT));
    putCase(Layout.cases(Members.nothing(enumeration.type().names().size())), sink);
  }

  private void flags(Binding.FlagsOf flags, Sink sink) {
    code.invokestatic(Descriptors.of(FlagSet.class), "bits", type(INT, OBJECT));
    sink.put(code, NumberType.I32, Layout.of(flags.type()).size());
  }

  private void option(Binding.OptionOf option, Sink sink) {
    if (option.optional()) {
      code.invokestatic(GUEST_VALUES, "orNull", type(OBJECT, OBJECT));
    }
    int value = store();
    Layout.Cases layout = Layout.cases(Members.optional(null, option.element()));
    code.aload(value)
        .ifThenElse(
            java.lang.classfile.Opcode.IFNULL,
            none -> {
              none.iconst_0();
              in(none, context).putCase(layout, sink);
            },
            some -> {
              some.iconst_1();
              Lowering inside = in(some, context);
              inside.putCase(layout, sink);
              some.aload(value);
              inside.payload(option.element(), sink.part(1, layout.payloadOffset()));
            });
  }

  /** Pops what is an object in any case. */
  private void payload(@Nullable Binding binding, Sink sink) {
    Carriers.unbox(code, binding);
    if (binding != null) {
      lower(binding, sink);
    }
  }

  private void result(Binding.ResultOf result, Sink sink) {
    int value = store();
    code.aload(value)
        .invokestatic(GUEST_VALUES, "resultCase", type(INT, OBJECT))
        .ifThenElse(
            error -> in(error, context).result(value, result, 1, sink),
            ok -> in(ok, context).result(value, result, 0, sink));
  }

  private void result(int value, Binding.ResultOf result, int index, Sink sink) {
    code.aload(value).invokestatic(GUEST_VALUES, "resultPayload", type(OBJECT, OBJECT));
    Carriers.unbox(code, index == 0 ? result.ok() : result.error());
    outcome(result.ok(), result.error(), index, sink);
  }

  /**
   * Pops the payload of a result, which is its carrier.
   *
   * @param index 0 for ok, 1 for an error
   */
  void outcome(@Nullable Binding ok, @Nullable Binding error, int index, Sink sink) {
    Layout.Cases layout = Layout.cases(Members.optional(ok, error));
    code.loadConstant(index);
    putCase(layout, sink);
    Binding payload = index == 0 ? ok : error;
    if (payload != null) {
      lower(payload, sink.part(1, layout.payloadOffset()));
    }
  }

  private void handle(Binding binding, Sink sink) {
    handles.lower(owner, code, context, binding);
    sink.put(code, NumberType.I32, 4);
  }
}
