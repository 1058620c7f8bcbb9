package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.validation.Flattening;

/**
 * Writes the class of a {@link HostAdapter}.
 *
 * <p>In: the method, the bindings of its parameters and its result, and whether it is lowered
 * {@code async}. Out: {@link #CALL} takes a {@link HostSite} and the flat arguments, lifts them,
 * calls the method and lowers what it returns. Where the function's type is {@code async} it leaves
 * the last to {@link HostSite#settle}, and there is {@link #RESULT}, which lowers a result that is
 * there.
 *
 * @param function the method
 * @param async whether it is lowered {@code async}
 * @param callType a site, then the core function's
 */
record HostAdapterCode(FunctionBinding function, boolean async, MethodType callType) {
  static final String CALL = "call";
  static final String RESULT = "result";

  /** Context, value, whether it is an error, address: bits. */
  static final MethodType RESULT_TYPE =
      MethodType.methodType(long.class, Context.class, Object.class, boolean.class, int.class);

  private static final Handles HANDLES = new Handles.OfHost();
  private static final ClassDesc SITE = Descriptors.of(HostSite.class);
  private static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;

  MethodHandles.Lookup write() {
    AdapterClass owner = new AdapterClass(function.name());
    owner.method(CALL, AdapterClass.descriptor(callType), code -> new Call(owner, code).write());
    if (function.type().async()) {
      owner.method(RESULT, AdapterClass.descriptor(RESULT_TYPE), code -> resultLater(owner, code));
    }
    return owner.define();
  }

  /** The core types of the result. */
  private List<NumberType> flatResult() {
    return new Flattening()
        .flatten(function.type().result() == null ? List.of() : List.of(function.type().result()));
  }

  private boolean resultIsInMemory() {
    return flatResult().size() > (async ? 0 : Flattening.MAX_RESULTS);
  }

  /** The memory that a pointer of the guest is to. */
  private Sink inMemory(CodeBuilder code, int pointer, int context) {
    Layout layout = Layout.of(java.util.Objects.requireNonNull(function.type().result()));
    return new Sink.MemorySink(context, Pointers.check(code, pointer, context, layout), 0);
  }

  /** The local variables of the method that calls. */
  private final class Call {
    private final AdapterClass owner;
    private final CodeBuilder code;
    private final int context;
    private final int thrown;

    Call(AdapterClass owner, CodeBuilder code) {
      this.owner = owner;
      this.code = code;
      this.context = code.allocateLocal(TypeKind.REFERENCE);
      this.thrown = code.allocateLocal(TypeKind.REFERENCE);
    }

    void write() {
      boolean lends = Lending.isIn(function.parameters());
      code.aload(0)
          .invokevirtual(SITE, lends ? "enterLending" : "enter", type(CONTEXT))
          .astore(context)
          .aconst_null()
          .astore(thrown);
      int[] arguments = liftArguments();
      if (function.type().async()) {
        settle(invoke(arguments, OBJECT));
      } else {
        int returned = invoke(arguments, Carriers.descriptor(function.result()));
        returnNow(returned, lends);
      }
    }

    private int[] liftArguments() {
      List<Binding> parameters = function.parameters();
      Layout.Sequence layout = Members.layout(parameters);
      int max = async ? Flattening.MAX_ASYNC_PARAMETERS : Flattening.MAX_PARAMETERS;
      List<NumberType> flat = layout.whole().flat();
      Source source =
          Words.parameters(code, 1, Words.types(flat, max))
              .source(code, max, layout.whole(), context);
      int[] locals = new int[parameters.size()];
      Lifting lifting = new Lifting(owner, code, context, HANDLES);
      for (int i = 0; i < locals.length; i++) {
        lifting.lift(
            parameters.get(i), source.part(layout.positions().get(i), layout.offsets().get(i)));
        TypeKind kind = Carriers.kind(parameters.get(i));
        locals[i] = code.allocateLocal(kind);
        code.storeLocal(kind, locals[i]);
      }
      return locals;
    }

    /** Calls the method; returns the local variable of what it returned. */
    private int invoke(int[] arguments, ClassDesc result) {
      TypeKind kind = TypeKind.from(result);
      int returned = kind == TypeKind.VOID ? -1 : ControlFlow.zero(code, kind);
      code.trying(
          body -> {
            pushTarget(body);
            List<ClassDesc> parameters = new ArrayList<>();
            if (!isMethodOfResource()) {
              body.aload(0).invokevirtual(SITE, "receiver", type(OBJECT));
              parameters.add(OBJECT);
            }
            for (int i = 0; i < arguments.length; i++) {
              Binding parameter = function.parameters().get(i);
              body.loadLocal(Carriers.kind(parameter), arguments[i]);
              parameters.add(Carriers.descriptor(parameter));
            }
            Members.invoke(body, result, parameters);
            if (kind != TypeKind.VOID) {
              body.storeLocal(kind, returned);
            }
          },
          catches -> catches.catchingAll(caught -> caught.astore(thrown)));
      return returned;
    }

    private boolean isMethodOfResource() {
      return function.name().startsWith("[method]");
    }

    private void pushTarget(CodeBuilder body) {
      Class<?> result = function.type().async() ? Object.class : Carriers.of(function.result());
      List<Class<?>> parameters = new ArrayList<>();
      if (!isMethodOfResource()) {
        parameters.add(Object.class);
      }
      function.parameters().forEach(parameter -> parameters.add(Carriers.of(parameter)));
      MethodHandle target =
          Members.method(function.method()).asType(MethodType.methodType(result, parameters));
      owner.pushConstant(body, target, ConstantDescs.CD_MethodHandle);
    }

    private void settle(int stage) {
      code.aload(0).aload(context).aload(stage).aload(thrown);
      if (resultIsInMemory()) {
        code.iload(resultPointer());
      } else {
        code.iconst_0();
      }
      code.invokevirtual(SITE, "settle", type(LONG, CONTEXT, OBJECT, THROWABLE, INT));
      if (callType.returnType() == void.class) {
        code.pop2().return_();
      } else {
        NumberType type = async ? NumberType.I32 : flatResult().getFirst();
        Joins.narrow(code, NumberType.I64, type);
        code.return_(Descriptors.kind(type));
      }
    }

    /** The parameter that says where the result goes. */
    private int resultPointer() {
      return code.parameterSlot(callType.parameterCount() - 1);
    }

    private void returnNow(int returned, boolean lends) {
      Words result = Words.zero(code, resultIsInMemory() ? List.of() : flatResult());
      Sink sink = resultIsInMemory() ? inMemory(code, resultPointer(), context) : result.sink();
      if (function.error() == null) {
        code.aload(thrown)
            .ifThen(
                Opcode.IFNONNULL,
                failed -> {
                  pushErrorPayload(failed);
                  failed.pop();
                });
      }
      lowerReturned(returned, sink);
      if (lends) {
        code.aload(0)
            .aload(context)
            .invokevirtual(SITE, "giveBack", type(ConstantDescs.CD_void, CONTEXT));
      }
      result.push(code);
      code.return_(TypeKind.from(callType.returnType()));
    }

    private void lowerReturned(int returned, Sink sink) {
      Binding ok = function.result();
      if (function.error() == null) {
        if (ok != null) {
          code.loadLocal(Carriers.kind(ok), returned);
          new Lowering(owner, code, context, HANDLES).lower(ok, sink);
        }
        return;
      }
      Binding error = function.error().payload();
      code.aload(thrown)
          .ifThenElse(
              Opcode.IFNULL,
              then -> {
                if (ok != null) {
                  then.loadLocal(Carriers.kind(ok), returned);
                }
                new Lowering(owner, then, context, HANDLES).outcome(ok, error, 0, sink);
              },
              otherwise -> {
                pushErrorPayload(otherwise);
                Carriers.unbox(otherwise, error);
                new Lowering(owner, otherwise, context, HANDLES).outcome(ok, error, 1, sink);
              });
    }

    private void pushErrorPayload(CodeBuilder body) {
      body.aload(0).aload(thrown).invokevirtual(SITE, "errorPayload", type(OBJECT, THROWABLE));
    }
  }

  /** A method of {@link #RESULT_TYPE}. */
  private void resultLater(AdapterClass owner, CodeBuilder code) {
    int context = 0;
    int value = 1;
    int isError = 2;
    int given = 3;
    Words result = Words.zero(code, resultIsInMemory() ? List.of() : flatResult());
    Sink to = resultIsInMemory() ? inMemory(code, given, context) : result.sink();
    Binding ok = function.result();
    if (function.error() == null) {
      lowerObject(new Lowering(owner, code, context, HANDLES), value, ok, to);
    } else {
      Binding error = function.error().payload();
      code.iload(isError)
          .ifThenElse(
              failed ->
                  lowerCase(new Lowering(owner, failed, context, HANDLES), value, ok, error, 1, to),
              fine ->
                  lowerCase(new Lowering(owner, fine, context, HANDLES), value, ok, error, 0, to));
    }
    if (result.locals().isEmpty()) {
      code.lconst_0();
    } else {
      result.push(code);
      Joins.widen(code, result.types().getFirst(), NumberType.I64);
    }
    code.lreturn();
  }

  private static void lowerObject(
      Lowering lowering, int value, @Nullable Binding binding, Sink sink) {
    if (binding != null) {
      lowering.code().aload(value);
      Carriers.unbox(lowering.code(), binding);
      lowering.lower(binding, sink);
    }
  }

  private static void lowerCase(
      Lowering lowering,
      int value,
      @Nullable Binding ok,
      @Nullable Binding error,
      int index,
      Sink sink) {
    lowering.code().aload(value);
    Carriers.unbox(lowering.code(), index == 0 ? ok : error);
    lowering.outcome(ok, error, index, sink);
  }
}
