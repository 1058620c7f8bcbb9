package run.radicchio.component.validation;

import static run.radicchio.component.validation.CanonicalOptionsReader.requireMemory;
import static run.radicchio.component.validation.CanonicalOptionsReader.requireRealloc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Canon;
import run.radicchio.component.definition.Canon.Direction;
import run.radicchio.component.definition.Canon.Simple;
import run.radicchio.component.definition.Canon.ThreadOperation;
import run.radicchio.component.definition.CanonicalOptions;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.CoreTypeText;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;
import run.radicchio.component.validation.CanonicalOptionsReader.Use;

/** Reads canonical definitions (Binary.md, {@code canon}; CanonicalABI.md). */
final class CanonReader {
  private static final NumberType I32 = NumberType.I32;
  private static final NumberType I64 = NumberType.I64;

  private static final CoreType.Function NOTHING = signature(List.of());
  private static final CoreType.Function TAKES_I32 = signature(List.of(I32));
  private static final CoreType.Function GIVES_I32 = signature(List.of(), I32);
  private static final CoreType.Function GIVES_I64 = signature(List.of(), I64);
  private static final CoreType.Function I32_TO_I32 = signature(List.of(I32), I32);
  private static final CoreType.Function TWO_TO_I32 = signature(List.of(I32, I32), I32);
  private static final CoreType.Function THREE_TO_I32 = signature(List.of(I32, I32, I32), I32);

  private static final CoreType.Reference FUNCREF =
      new CoreType.Reference(true, CoreType.AbstractHeap.FUNC);

  private static final int CONTEXT_SLOTS = 2;

  private final BinaryReader reader;
  private final Scope scope;
  private final ValueTypeReader values;

  CanonReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
    this.values = new ValueTypeReader(reader, scope);
  }

  /** Reads a definition and appends the function that it makes. */
  void read() {
    int offset = reader.offset();
    int code = reader.u8("canonical function");
    switch (code) {
      case 0x00 -> readLift(offset);
      case 0x01 -> readLower(offset);
      case 0x02 -> {
        ResourceType resource = readLocalResource();
        define(new Canon.ResourceNew(resource), I32_TO_I32);
      }
      case 0x03 -> define(new Canon.ResourceDrop(canonical(values.readResource())), TAKES_I32);
      case 0x04 -> define(new Canon.ResourceRep(readLocalResource()), I32_TO_I32);
      case 0x05 -> define(Simple.TASK_CANCEL, NOTHING);
      case 0x06 -> define(new Canon.SubtaskCancel(reader.flag("async")), I32_TO_I32);
      case 0x09 -> readTaskReturn(offset);
      case 0x0a -> readContext(true);
      case 0x0b -> readContext(false);
      case 0x0c -> readSwitch(ThreadOperation.YIELD, GIVES_I32);
      case 0x0d -> define(Simple.SUBTASK_DROP, TAKES_I32);
      case 0x0e -> define(new Canon.StreamNew(readStream()), GIVES_I64);
      case 0x0f -> readStreamCopy(Direction.READ, offset);
      case 0x10 -> readStreamCopy(Direction.WRITE, offset);
      case 0x11 -> readStreamCancel(Direction.READ);
      case 0x12 -> readStreamCancel(Direction.WRITE);
      case 0x13 -> define(new Canon.StreamDrop(Direction.READ, readStream()), TAKES_I32);
      case 0x14 -> define(new Canon.StreamDrop(Direction.WRITE, readStream()), TAKES_I32);
      case 0x15 -> define(new Canon.FutureNew(readFuture()), GIVES_I64);
      case 0x16 -> readFutureCopy(Direction.READ, offset);
      case 0x17 -> readFutureCopy(Direction.WRITE, offset);
      case 0x18 -> readFutureCancel(Direction.READ);
      case 0x19 -> readFutureCancel(Direction.WRITE);
      case 0x1a -> define(new Canon.FutureDrop(Direction.READ, readFuture()), TAKES_I32);
      case 0x1b -> define(new Canon.FutureDrop(Direction.WRITE, readFuture()), TAKES_I32);
      case 0x1c -> {
        CanonicalOptions options = readOptions(Use.ERROR_CONTEXT);
        requireMemory(options, true, offset);
        define(new Canon.ErrorContextNew(options), TWO_TO_I32);
      }
      case 0x1d -> {
        CanonicalOptions options = readOptions(Use.ERROR_CONTEXT);
        requireRealloc(options, true, offset);
        define(new Canon.ErrorContextDebugMessage(options), signature(List.of(I32, I32)));
      }
      case 0x1e -> define(Simple.ERROR_CONTEXT_DROP, TAKES_I32);
      case 0x1f -> define(Simple.WAITABLE_SET_NEW, GIVES_I32);
      case 0x20 -> define(new Canon.WaitableSetWait(readCancellable(), readMemory()), TWO_TO_I32);
      case 0x21 -> define(new Canon.WaitableSetPoll(readCancellable(), readMemory()), TWO_TO_I32);
      case 0x22 -> define(Simple.WAITABLE_SET_DROP, TAKES_I32);
      case 0x23 -> define(Simple.WAITABLE_JOIN, signature(List.of(I32, I32)));
      case 0x24 -> define(Simple.BACKPRESSURE_INC, NOTHING);
      case 0x25 -> define(Simple.BACKPRESSURE_DEC, NOTHING);
      case 0x26 -> define(Simple.THREAD_INDEX, GIVES_I32);
      case 0x27 -> readThreadNew();
      case 0x28 -> define(Simple.THREAD_RESUME_LATER, TAKES_I32);
      case 0x29 -> readSwitch(ThreadOperation.SUSPEND, GIVES_I32);
      case 0x2a -> readSwitch(ThreadOperation.SUSPEND_THEN_RESUME, I32_TO_I32);
      case 0x2b -> readSwitch(ThreadOperation.YIELD_THEN_RESUME, I32_TO_I32);
      case 0x2c -> readSwitch(ThreadOperation.SUSPEND_THEN_PROMOTE, I32_TO_I32);
      case 0x2d -> readSwitch(ThreadOperation.YIELD_THEN_PROMOTE, I32_TO_I32);
      case 0x2e, 0x2f ->
          // Given out after the version of the specification that this follows.
          throw reader.unexpectedByte(
              code, "canonical function: `stream.forward` and `future.forward` are not supported");
      case 0x40, 0x41, 0x42 -> throw Gated.feature("shared-everything threads", offset);
      default -> throw reader.unexpectedByte(code, "canonical function");
    }
  }

  private static CoreType.Function signature(
      List<CoreType.Value> parameters, CoreType.Value... results) {
    return new CoreType.Function(parameters, List.of(results));
  }

  private void define(Canon canon, CoreType.Function type) {
    scope.core().functions.add(type);
    scope.define(new Definition.CoreFunctionDefinition(canon));
  }

  private CanonicalOptions readOptions(Use use) {
    return CanonicalOptionsReader.read(reader, scope, use);
  }

  private Facts facts(@Nullable ValType type) {
    return type == null ? TypeFacts.NOTHING : scope.reading().facts().of(type);
  }

  private FuncType canonical(FuncType type) {
    return scope.reading().withoutAliases().apply(type);
  }

  private ResourceType canonical(ResourceType resource) {
    return scope.reading().aliases().resolve(resource);
  }

  private void readLift(int offset) {
    readFunctionSort("canonical function lift");
    int indexOffset = reader.offset();
    int index = reader.u32("the index of a core function");
    CoreType.Function callee = scope.core().functions.get(index, indexOffset);
    CanonicalOptions options = readOptions(Use.LIFT);
    FuncType type = readFunctionType();
    checkAsync(options, type, offset);
    boolean async = options.async();
    CoreType.Function expected =
        scope.reading().signatures().lift(type, async, options.callback() != null);
    checkCallee(callee, expected, indexOffset);
    Facts parameters = scope.reading().facts().ofParameters(type);
    Facts result = facts(type.result());
    requireRealloc(
        options,
        parameters.pointers() || parameters.flatCount() > Flattening.MAX_PARAMETERS,
        offset);
    requireMemory(
        options,
        result.pointers()
            || result.flatCount() > (async ? Flattening.MAX_PARAMETERS : Flattening.MAX_RESULTS),
        offset);
    CanonicalOptionsReader.checkPostReturn(options, callee, scope, offset);
    scope.functions.add(type);
    scope.define(new Definition.Lift(index, options, canonical(type)));
  }

  private void readLower(int offset) {
    readFunctionSort("canonical function lower");
    int indexOffset = reader.offset();
    int index = reader.u32("the index of a function");
    FuncType type = scope.functions.get(index, indexOffset);
    CanonicalOptions options = readOptions(Use.LOWER);
    checkAsync(options, type, offset);
    boolean async = options.async();
    int maxParameters = async ? Flattening.MAX_ASYNC_PARAMETERS : Flattening.MAX_PARAMETERS;
    int maxResults = async ? 0 : Flattening.MAX_RESULTS;
    Facts parameters = scope.reading().facts().ofParameters(type);
    Facts result = facts(type.result());
    requireMemory(options, parameters.pointers() || parameters.flatCount() > maxParameters, offset);
    requireMemory(options, result.flatCount() > maxResults, offset);
    requireRealloc(options, result.pointers(), offset);
    define(
        new Canon.Lower(index, options, canonical(type)),
        scope.reading().signatures().lower(type, async));
  }

  /** The sort of function that is lifted or lowered, of which there is one so far. */
  private void readFunctionSort(String expected) {
    int sort = reader.u8(expected);
    if (sort != 0) {
      throw reader.unexpectedByte(sort, expected);
    }
  }

  private FuncType readFunctionType() {
    int offset = reader.offset();
    int index = reader.u32("the index of a function type");
    TypeBound found = scope.types.get(index, offset);
    if (found instanceof TypeBound.EqualsExtern(FuncType type)) {
      return type;
    }
    throw TypeDescription.another(index, "a function type", found, offset);
  }

  private static void checkAsync(CanonicalOptions options, FuncType type, int offset) {
    if (options.async() && !type.async()) {
      throw new InvalidComponentException(
          "the `async` canonical option requires an async function type, found `%s`"
              .formatted(TypeDescription.text(type)),
          offset);
    }
  }

  private static void checkCallee(CoreType.Function found, CoreType.Function expected, int offset) {
    if (!found.parameters().equals(expected.parameters())) {
      throw new InvalidComponentException(
          "lowered parameter types `%s` do not match parameter types `%s` of core function"
              .formatted(expected.parameters(), found.parameters()),
          offset);
    }
    if (!found.results().equals(expected.results())) {
      throw new InvalidComponentException(
          "lowered result types `%s` do not match result types `%s` of core function"
              .formatted(expected.results(), found.results()),
          offset);
    }
  }

  private ResourceType readLocalResource() {
    int offset = reader.offset();
    ResourceType resource = values.readResource();
    if (!scope.isLocal(resource)) {
      throw new InvalidComponentException(
          "resource type `%s` is not a local resource: only what defines it sees inside"
              .formatted(resource.name()),
          offset);
    }
    return canonical(resource);
  }

  private void readTaskReturn(int offset) {
    ValType result = values.readResult();
    CanonicalOptions options = readOptions(Use.TASK_RETURN);
    Facts facts = facts(result);
    requireMemory(
        options, facts.pointers() || facts.flatCount() > Flattening.MAX_PARAMETERS, offset);
    ValType canonical = result == null ? null : scope.reading().withoutAliases().apply(result);
    define(
        new Canon.TaskReturn(canonical, options), scope.reading().signatures().taskReturn(result));
  }

  private void readContext(boolean get) {
    int offset = reader.offset();
    int code = reader.u8("the type of a context slot");
    if (code == 0x7e) {
      throw Gated.feature("context slots of i64 (memory64)", offset);
    }
    if (code != 0x7f) {
      throw new InvalidComponentException(
          "context slots must be of type i32, found 0x%x".formatted(code), offset);
    }
    int slotOffset = reader.offset();
    int slot = reader.u32("the index of a context slot");
    if (Integer.compareUnsigned(slot, CONTEXT_SLOTS) >= 0) {
      throw new InvalidComponentException(
          "immediate must be less than %d: %s"
              .formatted(CONTEXT_SLOTS, Integer.toUnsignedString(slot)),
          slotOffset);
    }
    if (get) {
      define(new Canon.ContextGet(I32, slot), GIVES_I32);
    } else {
      define(new Canon.ContextSet(I32, slot), TAKES_I32);
    }
  }

  private StreamType readStream() {
    return read(StreamType.class, "a stream type");
  }

  private FutureType readFuture() {
    return read(FutureType.class, "a future type");
  }

  private <T extends ValType> T read(Class<T> kind, String expected) {
    int offset = reader.offset();
    int index = reader.u32(expected);
    TypeBound found = scope.types.get(index, offset);
    ValType type =
        found instanceof TypeBound.EqualsValue(ValType value)
            ? scope.reading().withoutAliases().apply(value.structure())
            : null;
    if (!kind.isInstance(type)) {
      throw TypeDescription.another(index, expected, found, offset);
    }
    return kind.cast(type);
  }

  private void readStreamCopy(Direction direction, int offset) {
    StreamType type = readStream();
    CanonicalOptions options = readCopyOptions(direction, type.element(), offset);
    define(new Canon.StreamCopy(direction, type, options), THREE_TO_I32);
  }

  private void readFutureCopy(Direction direction, int offset) {
    FutureType type = readFuture();
    CanonicalOptions options = readCopyOptions(direction, type.element(), offset);
    define(new Canon.FutureCopy(direction, type, options), TWO_TO_I32);
  }

  private CanonicalOptions readCopyOptions(
      Direction direction, @Nullable ValType element, int offset) {
    CanonicalOptions options = readOptions(Use.COPY);
    requireMemory(options, element != null, offset);
    requireRealloc(options, direction == Direction.READ && facts(element).pointers(), offset);
    return options;
  }

  private void readStreamCancel(Direction direction) {
    StreamType type = readStream();
    define(new Canon.StreamCancel(direction, type, reader.flag("async")), I32_TO_I32);
  }

  private void readFutureCancel(Direction direction) {
    FutureType type = readFuture();
    define(new Canon.FutureCancel(direction, type, reader.flag("async")), I32_TO_I32);
  }

  private boolean readCancellable() {
    return reader.flag("cancellable");
  }

  private int readMemory() {
    return CanonicalOptionsReader.readMemory(reader, scope);
  }

  private void readSwitch(ThreadOperation operation, CoreType.Function type) {
    define(new Canon.ThreadSwitch(operation, readCancellable()), type);
  }

  private void readThreadNew() {
    int offset = reader.offset();
    int index = reader.u32("the index of a core function type");
    CoreType.Function start =
        scope.coreTypes.get(index, offset) instanceof CoreTypeDefinition.Defined defined
            ? defined.function()
            : null;
    if (start == null || !start.hasSignatureOf(TAKES_I32)) {
      throw new InvalidComponentException(
          "start function of a thread must have type %s, found %s"
              .formatted(
                  CoreTypeText.of(TAKES_I32),
                  start == null ? "no type of functions" : CoreTypeText.of(start)),
          offset);
    }
    int tableOffset = reader.offset();
    int table = reader.u32("the index of a table");
    CoreType.Table type = scope.core().tables.get(table, tableOffset);
    if (!type.element().matches(FUNCREF)) {
      throw new InvalidComponentException(
          "threads are started from a table of funcref, found " + CoreTypeText.of(type),
          tableOffset);
    }
    define(new Canon.ThreadNewIndirect(start, table), TWO_TO_I32);
  }
}
