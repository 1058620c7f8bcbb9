package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
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

  private static void copyAll(Copying copying, List<Pair> pairs, Source source, Sink sink) {
    Layout.Sequence layout = layout(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      int position = layout.positions().get(i);
      int offset = layout.offsets().get(i);
      copying.copy(pairs.get(i), source.part(position, offset), sink.part(position, offset));
    }
  }

  /** Copies the arguments; returns what the callee is called with. */
  private Words arguments(Copying copying, Words given) {
    CodeBuilder code = copying.code();
    List<Pair> parameters = parameters();
    Layout layout = layout(parameters).whole();
    Source source = given.source(code, maxLoweredParameters(), layout, copying.from());
    if (layout.flat().size() <= Flattening.MAX_PARAMETERS) {
      Words words = Words.zero(code, layout.flat());
      copyAll(copying, parameters, source, words.sink());
      return words;
    }
    int address = Pointers.allocate(code, copying.to(), layout);
    copyAll(copying, parameters, source, new Sink.MemorySink(copying.to(), address, 0));
    int pointer = code.allocateLocal(TypeKind.INT);
    code.lload(address).l2i().istore(pointer);
    return new Words(List.of(new Source.Local(NumberType.I32, pointer)));
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
      Layout layout = layout(results()).whole();
      Words given =
          Words.parameters(
              code, 1, callType.parameterList().stream().skip(1).map(Descriptors::number).toList());
      Words arguments = arguments(new Copying(owner, code, caller, callee), given);
      Words returned = Words.zero(code, Words.types(layout.flat(), Flattening.MAX_RESULTS));
      code.aload(0).invokevirtual(SITE, "core", type(HANDLE));
      arguments.call(code, returned);
      Words result = Words.zero(code, callerTakesPointer() ? List.of() : layout.flat());
      Sink sink = result.sink();
      if (callerTakesPointer()) {
        int pointer = given.locals().getLast().slot();
        sink = new Sink.MemorySink(caller, Pointers.check(code, pointer, caller, layout), 0);
      }
      Source source = returned.source(code, Flattening.MAX_RESULTS, layout, callee);
      copyAll(new Copying(owner, code, callee, caller), results(), source, sink);
      new PostReturn(SITE).write(code, returned);
      code.aload(task)
          .aload(caller)
          .invokestatic(SITE, "leave", type(ConstantDescs.CD_void, TASK, CONTEXT));
      result.push(code);
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
    List<NumberType> types = layout(parameters()).whole().flat();
    Words given = Words.ofBits(code, flat, Words.types(types, maxLoweredParameters()));
    Words arguments = arguments(new Copying(owner, code, 0, 2), given);
    // It returns the result, a code for its callback, or nothing: only its caller knows.
    Words bits = Words.zero(code, List.of(NumberType.I64));
    code.aload(core);
    arguments.call(code, bits);
    bits.push(code);
    code.lreturn();
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
    Words words = Words.ofBits(code, given, Words.types(layout.flat(), max));
    Source source = words.source(code, max, layout, copying.from());
    if (callerTakesPointer()) {
      int pointer = code.allocateLocal(TypeKind.INT);
      code.aload(flat).aload(flat).arraylength().iconst_1().isub().laload().l2i().istore(pointer);
      int address = Pointers.check(code, pointer, copying.to(), layout);
      copyAll(copying, results(), source, new Sink.MemorySink(copying.to(), address, 0));
      code.lconst_0();
    } else {
      Words result = Words.zero(code, layout.flat());
      copyAll(copying, results(), source, result.sink());
      result.push(code);
      Joins.widen(code, layout.flat().getFirst(), NumberType.I64);
    }
    code.lreturn();
  }
}
