package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.adapter.Copying.Pair;
import run.radicchio.component.runtime.SyncTask;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.validation.Flattening;

/**
 * Writes the class of a {@link PassageAdapter}.
 *
 * <p>In: the function's type as the caller and as the callee have it. Out: {@link #CALL} is the
 * caller's core function, where the function's type is not {@code async}: it enters the callee,
 * copies the arguments, calls the callee's core function and copies the result. Else {@link #START}
 * and {@link #RESOLVE} are two halves of it, between which anything may happen.
 *
 * @param callType a site, then that of the caller's core function
 */
record PassageAdapterCode(FuncType lowered, boolean async, FuncType lifted, MethodType callType) {
  static final String CALL = "call";
  static final String START = "start";
  static final String RESOLVE = "resolve";

  /** The caller, its arguments, the callee, its core function: bits. */
  static final MethodType START_TYPE =
      MethodType.methodType(
          long.class, Context.class, long[].class, Context.class, MethodHandle.class);

  /** The callee, its flat result, whether by task.return, the caller, its arguments: bits. */
  static final MethodType RESOLVE_TYPE =
      MethodType.methodType(
          long.class, Context.class, long[].class, boolean.class, Context.class, long[].class);

  private static final ClassDesc SITE = Descriptors.of(PassageSite.class);
  private static final ClassDesc TASK = Descriptors.of(SyncTask.class);
  private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;

  MethodHandles.Lookup write() {
    AdapterClass owner = new AdapterClass("passage");
    if (lowered.async()) {
      owner.method(START, AdapterClass.descriptor(START_TYPE), code -> start(owner, code));
      owner.method(RESOLVE, AdapterClass.descriptor(RESOLVE_TYPE), code -> resolve(owner, code));
    } else {
      owner.method(CALL, AdapterClass.descriptor(callType), code -> new Call(owner, code).write());
    }
    return owner.define();
  }

  private List<Pair> parameters() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < lowered.parameters().size(); i++) {
      pairs.add(new Pair(lowered.parameters().get(i).type(), lifted.parameters().get(i).type()));
    }
    return pairs;
  }

  /** The result, which the callee gives: none, or one. */
  private List<Pair> results() {
    ValType given = lifted.result();
    ValType taken = lowered.result();
    return given == null || taken == null ? List.of() : List.of(new Pair(given, taken));
  }

  private static Layout.Sequence layout(List<Pair> pairs) {
    return Layout.sequence(pairs.stream().map(pair -> Layout.of(pair.given())).toList());
  }

  private int maxLoweredParameters() {
    return async ? Flattening.MAX_ASYNC_PARAMETERS : Flattening.MAX_PARAMETERS;
  }

  private boolean callerTakesPointer() {
    return layout(results()).whole().flat().size() > (async ? 0 : Flattening.MAX_RESULTS);
  }

  /** The core types of what the callee's core function takes. */
  private List<NumberType> calleeParameters() {
    List<NumberType> flat = layout(parameters()).whole().flat();
    return flat.size() > Flattening.MAX_PARAMETERS ? List.of(NumberType.I32) : flat;
  }

  /** The core types of what the callee's core function returns, where it returns the result. */
  private List<NumberType> calleeResults() {
    List<NumberType> flat = layout(results()).whole().flat();
    return flat.size() > Flattening.MAX_RESULTS ? List.of(NumberType.I32) : flat;
  }

  private static void copyAll(Copying copying, List<Pair> pairs, Source source, Sink sink) {
    Layout.Sequence layout = layout(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      int position = layout.positions().get(i);
      int offset = layout.offsets().get(i);
      copying.copy(pairs.get(i), source.part(position, offset), sink.part(position, offset));
    }
  }

  /** Flat values, or where they are too many the memory that the first points to. */
  private static Source source(
      CodeBuilder code, List<Source.Local> locals, int max, Layout layout, int context) {
    if (layout.flat().size() <= max) {
      return new Source.FlatSource(locals, 0);
    }
    int address = Pointers.check(code, locals.getFirst().slot(), context, layout);
    int memory = code.allocateLocal(TypeKind.REFERENCE);
    Lifting.pushMemory(code, context);
    code.astore(memory);
    return new Source.MemorySource(memory, address, 0);
  }

  /** Copies the arguments; returns the local variables of what the callee is called with. */
  private List<Source.Local> arguments(Copying copying, List<Source.Local> given) {
    CodeBuilder code = copying.code();
    List<Pair> parameters = parameters();
    Layout layout = layout(parameters).whole();
    Source source = source(code, given, maxLoweredParameters(), layout, copying.from());
    if (layout.flat().size() <= Flattening.MAX_PARAMETERS) {
      Sink.FlatSink sink = Sink.FlatSink.of(code, layout.flat());
      copyAll(copying, parameters, source, sink);
      return sink.locals();
    }
    int address = Pointers.allocate(code, copying.to(), layout);
    copyAll(copying, parameters, source, new Sink.MemorySink(copying.to(), address, 0));
    int pointer = code.allocateLocal(TypeKind.INT);
    code.lload(address).l2i().istore(pointer);
    return List.of(new Source.Local(NumberType.I32, pointer));
  }

  private static void push(CodeBuilder code, List<Source.Local> locals) {
    for (Source.Local local : locals) {
      code.loadLocal(Descriptors.kind(local.type()), local.slot());
    }
  }

  private static List<ClassDesc> descriptors(List<NumberType> types) {
    return types.stream().map(Descriptors::of).toList();
  }

  /** The caller's core function. */
  private final class Call {
    private final AdapterClass owner;
    private final CodeBuilder code;
    private final int task;
    private final int caller;
    private final int callee;

    Call(AdapterClass owner, CodeBuilder code) {
      this.owner = owner;
      this.code = code;
      this.task = code.allocateLocal(TypeKind.REFERENCE);
      this.caller = code.allocateLocal(TypeKind.REFERENCE);
      this.callee = code.allocateLocal(TypeKind.REFERENCE);
    }

    void write() {
      enter();
      List<Source.Local> locals = new ArrayList<>();
      for (int i = 1; i < callType.parameterCount(); i++) {
        NumberType type = Descriptors.number(callType.parameterType(i));
        locals.add(new Source.Local(type, code.parameterSlot(i)));
      }
      List<Source.Local> arguments = arguments(new Copying(owner, code, caller, callee), locals);
      code.aload(0).invokevirtual(SITE, "core", type(HANDLE));
      push(code, arguments);
      List<Source.Local> results = invokeCore();
      Sink sink =
          callerTakesPointer()
              ? new Sink.MemorySink(
                  caller,
                  Pointers.check(code, locals.getLast().slot(), caller, layout(results()).whole()),
                  0)
              : Sink.FlatSink.of(code, layout(results()).whole().flat());
      Source source =
          source(code, results, Flattening.MAX_RESULTS, layout(results()).whole(), callee);
      copyAll(new Copying(owner, code, callee, caller), results(), source, sink);
      postReturn(results);
      code.aload(task)
          .aload(caller)
          .invokestatic(SITE, "leave", type(ConstantDescs.CD_void, TASK, CONTEXT));
      if (sink instanceof Sink.FlatSink flat) {
        flat.pushAll(code);
      }
      code.return_(TypeKind.from(callType.returnType()));
    }

    private void enter() {
      boolean lends = parameters().stream().anyMatch(pair -> lends(pair.given()));
      code.aload(0).invokevirtual(SITE, "enter", type(TASK)).astore(task);
      code.aload(0).invokevirtual(SITE, lends ? "lender" : "caller", type(CONTEXT)).astore(caller);
      code.aload(0);
      if (lends) {
        code.aload(task).invokevirtual(SITE, "borrower", type(CONTEXT, TASK));
      } else {
        code.invokevirtual(SITE, "callee", type(CONTEXT));
      }
      code.astore(callee);
    }

    private List<Source.Local> invokeCore() {
      List<NumberType> results = calleeResults();
      ClassDesc result =
          results.isEmpty() ? ConstantDescs.CD_void : Descriptors.of(results.getFirst());
      Members.invoke(code, result, descriptors(calleeParameters()));
      if (results.isEmpty()) {
        return List.of();
      }
      TypeKind kind = Descriptors.kind(results.getFirst());
      int local = code.allocateLocal(kind);
      code.storeLocal(kind, local);
      return List.of(new Source.Local(results.getFirst(), local));
    }

    private void postReturn(List<Source.Local> results) {
      code.aload(0)
          .invokevirtual(SITE, "postReturn", type(HANDLE))
          .ifThen(
              Opcode.IFNONNULL,
              then -> {
                mayLeave(then, 0);
                then.aload(0).invokevirtual(SITE, "postReturn", type(HANDLE));
                push(then, results);
                Members.invoke(then, ConstantDescs.CD_void, descriptors(calleeResults()));
                mayLeave(then, 1);
              });
    }

    private static void mayLeave(CodeBuilder code, int allowed) {
      code.aload(0)
          .loadConstant(allowed)
          .invokevirtual(SITE, "mayLeave", type(ConstantDescs.CD_void, ConstantDescs.CD_boolean));
    }
  }

  static boolean lends(ValType type) {
    ValType structure = type.structure();
    return switch (structure) {
      case BorrowType _ -> true;
      default -> Parts.componentsOf(structure).stream().anyMatch(PassageAdapterCode::lends);
    };
  }

  /** A method of {@link #START_TYPE}. */
  private void start(AdapterClass owner, CodeBuilder code) {
    int flat = 1;
    int core = 3;
    Layout layout = layout(parameters()).whole();
    List<NumberType> types =
        layout.flat().size() > maxLoweredParameters() ? List.of(NumberType.I32) : layout.flat();
    List<Source.Local> given = fromArray(code, flat, types);
    List<Source.Local> arguments = arguments(new Copying(owner, code, 0, 2), given);
    code.aload(core);
    push(code, arguments);
    // It returns the result, a code for its callback, or nothing: only its caller knows.
    code.invokevirtual(
            HANDLE, "invokeExact", MethodTypeDesc.of(LONG, descriptors(calleeParameters())))
        .lreturn();
  }

  private static List<Source.Local> fromArray(CodeBuilder code, int array, List<NumberType> types) {
    List<Source.Local> locals = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      TypeKind kind = Descriptors.kind(types.get(i));
      int local = code.allocateLocal(kind);
      code.aload(array).loadConstant(i).laload();
      Joins.narrow(code, NumberType.I64, types.get(i));
      code.storeLocal(kind, local);
      locals.add(new Source.Local(types.get(i), local));
    }
    return locals;
  }

  /** A method of {@link #RESOLVE_TYPE}. */
  private void resolve(AdapterClass owner, CodeBuilder code) {
    int callee = 0;
    int given = 1;
    int taskReturn = 2;
    int caller = 3;
    int flat = 4;
    Layout layout = layout(results()).whole();
    if (layout.flat().isEmpty()) {
      code.lconst_0().lreturn();
      return;
    }
    code.iload(taskReturn)
        .ifThenElse(
            byTask ->
                resolve(
                    new Copying(owner, byTask, callee, caller),
                    given,
                    flat,
                    Flattening.MAX_PARAMETERS),
            byCore ->
                resolve(
                    new Copying(owner, byCore, callee, caller),
                    given,
                    flat,
                    Flattening.MAX_RESULTS));
  }

  private void resolve(Copying copying, int given, int flat, int max) {
    CodeBuilder code = copying.code();
    Layout layout = layout(results()).whole();
    List<NumberType> types = layout.flat().size() > max ? List.of(NumberType.I32) : layout.flat();
    Source source = source(code, fromArray(code, given, types), max, layout, copying.from());
    if (callerTakesPointer()) {
      int pointer = code.allocateLocal(TypeKind.INT);
      code.aload(flat).aload(flat).arraylength().iconst_1().isub().laload().l2i().istore(pointer);
      int address = Pointers.check(code, pointer, copying.to(), layout);
      copyAll(copying, results(), source, new Sink.MemorySink(copying.to(), address, 0));
      code.lconst_0();
    } else {
      Sink.FlatSink sink = Sink.FlatSink.of(code, layout.flat());
      copyAll(copying, results(), source, sink);
      sink.pushAll(code);
      Joins.widen(code, layout.flat().getFirst(), NumberType.I64);
    }
    code.lreturn();
  }
}
