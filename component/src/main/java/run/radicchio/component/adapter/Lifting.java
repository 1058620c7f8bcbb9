package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.GUEST_VALUES;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.MEMORY;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.OBJECTS;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.PrimitiveType;

/**
 * Writes code that takes values from a guest (CanonicalABI, "Loading", "Flat Lifting").
 *
 * @param owner the class that is written
 * @param code the method that is written
 * @param context the local variable of the {@code Context}
 */
record Lifting(AdapterClass owner, CodeBuilder code, int context, Handles handles) {

  /** The same, for another body. */
  Lifting in(CodeBuilder body, int contextThere) {
    return new Lifting(owner, body, contextThere, handles);
  }

  /** Pushes a value, as its carrier. */
  void lift(Binding binding, Source source) {
    switch (binding) {
      case Binding.Scalar(PrimitiveType type) -> scalar(type, source);
      case Binding.NumericList list -> numbers(list, source);
      case Binding.ListOf list -> list(list, source);
      case Binding.RecordOf record -> record(record, source);
      case Binding.VariantOf variant -> variant(variant, source);
      case Binding.EnumOf enumeration -> enumeration(enumeration, source);
      case Binding.FlagsOf flags -> flags(flags, source);
      case Binding.OptionOf option -> option(option, source);
      case Binding.ResultOf result -> result(result, source);
      case Binding.Own _, Binding.BorrowOf _, Binding.StreamOf _, Binding.FutureOf _ ->
          handle(binding, source);
      case Binding.Wrapped wrapped -> {
        lift(wrapped.inner(), source);
        ControlFlow.apply(owner, code, wrapped.wrap());
      }
    }
  }

  private void scalar(PrimitiveType type, Source source) {
    if (type == PrimitiveType.STRING) {
      pushRange(source);
      code.aload(context)
          .invokestatic(
              GUEST_VALUES, "liftString", type(ConstantDescs.CD_String, INT, INT, CONTEXT));
      return;
    }
    Layout layout = Layout.of(type);
    source.push(code, layout.flat().getFirst(), layout.size());
    switch (type) {
      case BOOL -> isNotZero();
      case S8, U8 -> code.i2b();
      case S16, U16 -> code.i2s();
      case S32, U32, S64, U64 -> {}
      case F32 -> canonical(ConstantDescs.CD_float);
      case F64 -> canonical(ConstantDescs.CD_double);
      case CHAR -> code.invokestatic(GUEST_VALUES, "liftChar", type(INT, INT));
      case STRING, ERROR_CONTEXT ->
          throw new IllegalArgumentException("no Java type stands for " + type);
    }
  }

  private void isNotZero() {
    code.ifThenElse(CodeBuilder::iconst_1, CodeBuilder::iconst_0);
  }

  private void canonical(ClassDesc number) {
    code.invokestatic(GUEST_VALUES, "canonical", type(number, number));
  }

  private void pushRange(Source source) {
    source.push(code, NumberType.I32, 4);
    source.part(1, 4).push(code, NumberType.I32, 4);
  }

  private void numbers(Binding.NumericList list, Source source) {
    pushRange(source);
    code.aload(context);
    Members.pushNumbers(owner, code, list);
    code.invokestatic(
        GUEST_VALUES, "liftNumbers", type(OBJECT, INT, INT, CONTEXT, Members.NUMBERS));
  }

  private void list(Binding.ListOf list, Source source) {
    pushRange(source);
    code.aload(context);
    owner.callShared(
        code,
        "liftList",
        list,
        type(OBJECT, INT, INT, CONTEXT),
        body -> in(body, 2).elements(list.element()));
  }

  /** A method: address, length, context. */
  private void elements(Binding element) {
    Layout layout = Layout.of(element.type());
    int address = code.allocateLocal(TypeKind.LONG);
    int memory = code.allocateLocal(TypeKind.REFERENCE);
    int values = code.allocateLocal(TypeKind.REFERENCE);
    code.iload(0)
        .iload(1)
        .aload(context)
        .loadConstant(layout.size())
        .loadConstant(layout.alignment())
        .invokestatic(GUEST_VALUES, "checkLiftedList", type(INT, INT, INT, CONTEXT, INT, INT))
        .anewarray(OBJECT)
        .astore(values);
    code.iload(0).i2l().loadConstant(0xFFFF_FFFFL).land().lstore(address);
    pushMemory(code, context);
    code.astore(memory);
    ControlFlow.repeat(
        code,
        1,
        index -> {
          code.aload(values).iload(index);
          lift(element, new Source.MemorySource(memory, address, 0));
          Carriers.box(code, element);
          code.aastore();
          code.lload(address).loadConstant((long) layout.size()).ladd().lstore(address);
        });
    code.aload(values)
        .invokestatic(GUEST_VALUES, "list", type(Descriptors.of(List.class), OBJECTS))
        .areturn();
  }

  static void pushMemory(CodeBuilder code, int context) {
    code.aload(context).invokevirtual(CONTEXT, "memory", type(MEMORY));
  }

  private void record(Binding.RecordOf record, Source source) {
    if (source instanceof Source.MemorySource memory) {
      shared("liftRecord", record, memory, lifting -> lifting.fields(record, PARAMETERS));
    } else {
      fields(record, source);
    }
  }

  /** Where a shared method for values in memory takes its value from. */
  private static final Source.MemorySource PARAMETERS = new Source.MemorySource(1, 2, 0);

  private interface Body {
    void write(Lifting lifting);
  }

  private void shared(String purpose, Binding binding, Source.MemorySource memory, Body body) {
    code.aload(context).aload(memory.memory());
    memory.pushAddress(code);
    owner.callShared(
        code,
        purpose,
        binding,
        type(OBJECT, CONTEXT, MEMORY, LONG),
        method -> {
          body.write(in(method, 0));
          method.areturn();
        });
  }

  private void fields(Binding.RecordOf record, Source source) {
    Layout.Sequence layout = Members.layout(record.fields());
    Members.Constructor constructor = Members.constructor(Members.known(record), record.fields());
    constructor.push(owner, code);
    for (int i = 0; i < record.fields().size(); i++) {
      lift(record.fields().get(i), source.part(layout.positions().get(i), layout.offsets().get(i)));
    }
    constructor.call(code);
  }

  private void variant(Binding.VariantOf variant, Source source) {
    if (source instanceof Source.MemorySource memory) {
      shared("liftVariant", variant, memory, lifting -> lifting.cases(variant, PARAMETERS));
    } else {
      cases(variant, source);
    }
  }

  private void cases(Binding.VariantOf variant, Source source) {
    Layout.Cases layout = Layout.cases(Members.types(variant.payloads()));
    pushCase(variant.payloads().size(), layout, source);
    Source payload = source.part(1, layout.payloadOffset());
    ControlFlow.choose(
        code,
        variant.payloads().size(),
        index -> {
          Binding binding = variant.payloads().get(index);
          Members.Constructor constructor =
              Members.constructor(
                  variant.java().get(index), binding == null ? List.of() : List.of(binding));
          constructor.push(owner, code);
          if (binding != null) {
            lift(binding, payload);
          }
          constructor.call(code);
        });
  }

  /** Pushes which of several cases a value is. */
  void pushCase(int count, Layout.Cases layout, Source source) {
    source.push(code, NumberType.I32, layout.discriminant().size());
    code.loadConstant(count).invokestatic(GUEST_VALUES, "checkCase", type(INT, INT, INT));
  }

  private void enumeration(Binding.EnumOf enumeration, Source source) {
    Object[] constants = Members.known(enumeration).getEnumConstants();
    Layout.Cases layout = Layout.cases(Members.nothing(constants.length));
    source.push(code, NumberType.I32, layout.discriminant().size());
    owner.pushConstant(code, constants, OBJECTS);
    code.invokestatic(GUEST_VALUES, "enumCase", type(OBJECT, INT, OBJECTS));
  }

  private void flags(Binding.FlagsOf flags, Source source) {
    source.push(code, NumberType.I32, Layout.of(flags.type()).size());
    ClassDesc table = Descriptors.of(FlagSet.class);
    owner.pushConstant(code, new FlagSet(Members.known(flags)), table);
    code.invokestatic(table, "of", type(OBJECT, INT, table));
  }

  private void option(Binding.OptionOf option, Source source) {
    Layout.Cases layout = Layout.cases(Members.optional(null, option.element()));
    pushCase(2, layout, source);
    code.ifThenElse(
        some -> {
          Lifting inside = in(some, context);
          inside.lift(option.element(), source.part(1, layout.payloadOffset()));
          Carriers.box(some, option.element());
        },
        CodeBuilder::aconst_null);
    if (option.optional()) {
      code.invokestatic(GUEST_VALUES, "optional", type(OBJECT, OBJECT));
    }
  }

  private void result(Binding.ResultOf result, Source source) {
    Layout.Cases layout = Layout.cases(Members.optional(result.ok(), result.error()));
    pushCase(2, layout, source);
    Source payload = source.part(1, layout.payloadOffset());
    code.ifThenElse(
        error -> in(error, context).payload(result.error(), payload, "err"),
        ok -> in(ok, context).payload(result.ok(), payload, "ok"));
  }

  private void payload(@Nullable Binding binding, Source source, String kind) {
    if (binding != null) {
      lift(binding, source);
    }
    Carriers.box(code, binding);
    code.invokestatic(GUEST_VALUES, kind, type(OBJECT, OBJECT));
  }

  private void handle(Binding binding, Source source) {
    source.push(code, NumberType.I32, 4);
    handles.lift(owner, code, context, binding);
  }
}
