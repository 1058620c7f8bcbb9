package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.GUEST_COPIES;
import static run.radicchio.component.adapter.Descriptors.GUEST_VALUES;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.MEMORY;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.GuestCopies;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.ValType;

/**
 * Writes code that takes values from one guest and gives them to another, without making anything
 * of them in between: both lifting and lowering of the canonical ABI.
 *
 * @param owner the class that is written
 * @param code the method that is written
 * @param from the local variable of the giving guest's {@code Context}
 * @param to that of the taking guest's
 */
record Copying(AdapterClass owner, CodeBuilder code, int from, int to) {

  /**
   * A type as both guests have it: the same but for the resource types that they speak of.
   *
   * @param given the giving guest's
   * @param taken the taking guest's
   */
  record Pair(ValType given, ValType taken) {}

  /** Copies a value. */
  void copy(Pair pair, Source source, Sink sink) {
    ValType given = pair.given().structure();
    ValType taken = pair.taken().structure();
    switch (given) {
      case PrimitiveType primitive -> primitive(primitive, source, sink);
      case ListType list when list.length() != null ->
          fixedList(list, new Pair(list.element(), ((ListType) taken).element()), source, sink);
      case FlagsType flags -> flags(flags, source, sink);
      case OwnType own ->
          handle("moveOwn", own.resource(), ((OwnType) taken).resource(), source, sink);
      case BorrowType borrow ->
          handle("lend", borrow.resource(), ((BorrowType) taken).resource(), source, sink);
      case StreamType _, FutureType _ -> end(given, taken, source, sink);
      default -> composite(given, taken, source, sink);
    }
  }

  private void composite(ValType given, ValType taken, Source source, Sink sink) {
    List<Pair> parts = Parts.of(given, taken);
    switch (Parts.kindOf(given)) {
      case LIST -> list(parts.getFirst(), source, sink);
      case FIELDS -> shared("copyRecord", given, taken, source, sink, Copying::fields);
      case CASES -> shared("copyVariant", given, taken, source, sink, Copying::cases);
    }
  }

  private void primitive(PrimitiveType type, Source source, Sink sink) {
    switch (type) {
      case STRING -> {
        pushRange(source);
        pushContexts();
        code.invokestatic(GUEST_COPIES, "copyString", type(LONG, INT, INT, CONTEXT, CONTEXT));
        putRange(sink);
      }
      case ERROR_CONTEXT -> {
        source.push(code, NumberType.I32, 4);
        pushContexts();
        code.invokestatic(GUEST_COPIES, "copyErrorContext", type(INT, INT, CONTEXT, CONTEXT));
        sink.put(code, NumberType.I32, 4);
      }
      default -> scalar(type, source, sink);
    }
  }

  private void scalar(PrimitiveType type, Source source, Sink sink) {
    Layout layout = Layout.of(type);
    NumberType core = layout.flat().getFirst();
    source.push(code, core, layout.size());
    switch (type) {
      case BOOL -> code.ifThenElse(CodeBuilder::iconst_1, CodeBuilder::iconst_0);
      case S8 -> code.i2b();
      case U8 -> code.loadConstant(0xFF).iand();
      case S16 -> code.i2s();
      case U16 -> code.loadConstant(0xFFFF).iand();
      case CHAR -> code.invokestatic(GUEST_VALUES, "liftChar", type(INT, INT));
      default -> {}
    }
    sink.put(code, core, layout.size());
  }

  private void pushContexts() {
    code.aload(from).aload(to);
  }

  private void pushRange(Source source) {
    source.push(code, NumberType.I32, 4);
    source.part(1, 4).push(code, NumberType.I32, 4);
  }

  private void putRange(Sink sink) {
    Lowering.putRange(code, sink);
  }

  /** Bits beyond the last flag mean nothing. */
  private void flags(FlagsType flags, Source source, Sink sink) {
    int count = flags.names().size();
    Layout layout = Layout.of(flags);
    source.push(code, NumberType.I32, layout.size());
    code.loadConstant(count == Integer.SIZE ? -1 : (1 << count) - 1).iand();
    sink.put(code, NumberType.I32, layout.size());
  }

  private void handle(
      String method, ResourceType given, ResourceType taken, Source source, Sink sink) {
    ClassDesc resource = Descriptors.of(ResourceType.class);
    source.push(code, NumberType.I32, 4);
    pushContexts();
    owner.pushConstant(code, given, resource);
    owner.pushConstant(code, taken, resource);
    code.invokestatic(GUEST_COPIES, method, type(INT, INT, CONTEXT, CONTEXT, resource, resource));
    sink.put(code, NumberType.I32, 4);
  }

  private void end(ValType given, ValType taken, Source source, Sink sink) {
    ClassDesc ends = Descriptors.of(GuestCopies.Ends.class);
    source.push(code, NumberType.I32, 4);
    pushContexts();
    owner.pushConstant(code, GuestCopies.Ends.of(given, taken), ends);
    code.invokestatic(GUEST_COPIES, "moveEnd", type(INT, INT, CONTEXT, CONTEXT, ends));
    sink.put(code, NumberType.I32, 4);
  }

  private void list(Pair element, Source source, Sink sink) {
    pushRange(source);
    pushContexts();
    Layout layout = Layout.of(element.given());
    if (Parts.areBytesPlain(element.given())) {
      code.loadConstant(layout.size())
          .loadConstant(layout.alignment())
          .invokestatic(GUEST_COPIES, "copyList", type(LONG, INT, INT, CONTEXT, CONTEXT, INT, INT));
    } else {
      owner.callShared(
          code,
          "copyList",
          element.given(),
          type(LONG, INT, INT, CONTEXT, CONTEXT),
          body -> new Copying(owner, body, 2, 3).elements(element));
    }
    putRange(sink);
  }

  /** A method: address, length, both contexts. */
  private void elements(Pair element) {
    Layout layout = Layout.of(element.given());
    int range = code.allocateLocal(TypeKind.LONG);
    Addresses at = new Addresses(code);
    code.iload(0)
        .iload(1)
        .aload(from)
        .loadConstant(layout.size())
        .loadConstant(layout.alignment())
        .invokestatic(GUEST_VALUES, "checkList", type(INT, INT, INT, CONTEXT, INT, INT))
        .aload(to)
        .loadConstant(layout.size())
        .loadConstant(layout.alignment())
        .invokestatic(GUEST_VALUES, "allocateList", type(LONG, INT, CONTEXT, INT, INT))
        .lstore(range);
    code.iload(0).i2l().loadConstant(0xFFFF_FFFFL).land().lstore(at.given());
    code.lload(range).loadConstant(0xFFFF_FFFFL).land().lstore(at.taken());
    repeat(element, layout, at, 1);
    code.lload(range).lreturn();
  }

  /** Local variables of addresses that go from element to element. */
  private record Addresses(int given, int taken) {
    Addresses(CodeBuilder code) {
      this(code.allocateLocal(TypeKind.LONG), code.allocateLocal(TypeKind.LONG));
    }
  }

  private void repeat(Pair element, Layout layout, Addresses at, int count) {
    int memory = code.allocateLocal(TypeKind.REFERENCE);
    Lifting.pushMemory(code, from);
    code.astore(memory);
    ControlFlow.repeat(
        code,
        count,
        _ -> {
          copy(
              element,
              new Source.MemorySource(memory, at.given(), 0),
              new Sink.MemorySink(to, at.taken(), 0));
          code.lload(at.given()).loadConstant((long) layout.size()).ladd().lstore(at.given());
          code.lload(at.taken()).loadConstant((long) layout.size()).ladd().lstore(at.taken());
        });
  }

  private void fixedList(ListType list, Pair element, Source source, Sink sink) {
    int length = Parts.lengthOf(list);
    Layout layout = Layout.of(element.given());
    if (source instanceof Source.MemorySource given && sink instanceof Sink.MemorySink taken) {
      Addresses at = new Addresses(code);
      given.pushAddress(code);
      code.lstore(at.given());
      taken.pushAddress(code);
      code.lstore(at.taken());
      int count = code.allocateLocal(TypeKind.INT);
      code.loadConstant(length).istore(count);
      repeat(element, layout, at, count);
      return;
    }
    // One side is flat, so they are few.
    for (int i = 0; i < length; i++) {
      int position = i * layout.flat().size();
      int offset = i * layout.size();
      copy(element, source.part(position, offset), sink.part(position, offset));
    }
  }

  private interface Body {
    void write(Copying copying, ValType given, ValType taken, Source source, Sink sink);
  }

  /** What consists of parts has a method of its own where it goes from memory to memory. */
  private void shared(
      String purpose, ValType given, ValType taken, Source source, Sink sink, Body body) {
    if (!(source instanceof Source.MemorySource here && sink instanceof Sink.MemorySink there)) {
      body.write(this, given, taken, source, sink);
      return;
    }
    code.aload(from).aload(here.memory());
    here.pushAddress(code);
    code.aload(to);
    there.pushAddress(code);
    owner.callShared(
        code,
        purpose,
        given,
        type(ConstantDescs.CD_void, CONTEXT, MEMORY, LONG, CONTEXT, LONG),
        method -> {
          body.write(
              new Copying(owner, method, 0, 4),
              given,
              taken,
              new Source.MemorySource(1, 2, 0),
              new Sink.MemorySink(4, 5, 0));
          method.return_();
        });
  }

  private static void fields(
      Copying copying, ValType given, ValType taken, Source source, Sink sink) {
    List<Pair> fields = Parts.of(given, taken);
    Layout.Sequence layout =
        Layout.sequence(fields.stream().map(field -> Layout.of(field.given())).toList());
    for (int i = 0; i < fields.size(); i++) {
      int position = layout.positions().get(i);
      int offset = layout.offsets().get(i);
      copying.copy(fields.get(i), source.part(position, offset), sink.part(position, offset));
    }
  }

  private static void cases(
      Copying copying, ValType given, ValType taken, Source source, Sink sink) {
    CodeBuilder code = copying.code;
    List<@Nullable Pair> payloads = Parts.payloads(given, taken);
    Layout.Cases layout = Layout.cases(Parts.givenTypes(payloads));
    int size = layout.discriminant().size();
    int index = code.allocateLocal(TypeKind.INT);
    source.push(code, NumberType.I32, size);
    code.loadConstant(payloads.size())
        .invokestatic(GUEST_VALUES, "checkCase", type(INT, INT, INT))
        .istore(index)
        .iload(index);
    sink.put(code, NumberType.I32, size);
    if (payloads.stream().allMatch(payload -> payload == null)) {
      return;
    }
    code.iload(index);
    ControlFlow.choose(
        code,
        payloads.size(),
        i -> {
          Pair payload = payloads.get(i);
          if (payload != null) {
            copying.copy(
                payload,
                source.part(1, layout.payloadOffset()),
                sink.part(1, layout.payloadOffset()));
          }
        });
  }
}
