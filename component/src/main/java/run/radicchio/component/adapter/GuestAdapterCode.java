package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.GUEST_VALUES;
import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Layout;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.runtime.SyncTask;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.validation.Flattening;

/**
 * Writes the class of a {@link GuestAdapter}.
 *
 * <p>In: the method, and the bindings of its parameters and its result. Out: {@link #CALL} takes a
 * {@link GuestSite} and the arguments. It enters the guest, lowers them, calls the core function,
 * lifts the result, has the guest free it, and leaves. What goes wrong with the arguments is the
 * caller's; what goes wrong after that ends the store.
 *
 * @param function the method
 * @param callType a site, then the carriers of the parameters; returns the carrier of the result
 */
record GuestAdapterCode(FunctionBinding function, MethodType callType) {
  static final String CALL = "call";

  private static final ClassDesc SITE = Descriptors.of(GuestSite.class);
  private static final ClassDesc TASK = Descriptors.of(SyncTask.class);
  private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;
  private static final ClassDesc RUNTIME_EXCEPTION = Descriptors.of(RuntimeException.class);
  private static final ClassDesc EXCEPTION = Descriptors.of(Exception.class);

  MethodHandles.Lookup write() {
    AdapterClass owner = new AdapterClass(function.name());
    owner.method(CALL, AdapterClass.descriptor(callType), code -> new Call(owner, code).write());
    return owner.define();
  }

  private final class Call {
    private final List<HandleUses.Use> uses = HandleUses.of(function, function.type());
    private final @Nullable Binding result = Views.copied(function.result());
    private final Layout.Sequence parameters = Members.layout(function.parameters());
    private final boolean inMemory = parameters.whole().flat().size() > Flattening.MAX_PARAMETERS;
    private final AdapterClass owner;
    private final CodeBuilder code;
    private final int task;
    private final int context;
    private final int address;
    private final Sink.FlatSink arguments;
    private final List<NumberType> coreResults;
    private final int coreResult;
    private final int returned;
    private final int error;

    /** What is used after a failure could be caught has to have a value before. */
    Call(AdapterClass owner, CodeBuilder code) {
      this.owner = owner;
      this.code = code;
      task = ControlFlow.zero(code, TypeKind.REFERENCE);
      context = ControlFlow.zero(code, TypeKind.REFERENCE);
      address = ControlFlow.zero(code, TypeKind.LONG);
      arguments =
          Sink.FlatSink.of(code, inMemory ? List.of(NumberType.I32) : parameters.whole().flat());
      coreResults = coreResults();
      coreResult =
          coreResults.isEmpty()
              ? -1
              : ControlFlow.zero(code, Descriptors.kind(coreResults.getFirst()));
      returned = result == null ? -1 : ControlFlow.zero(code, Carriers.kind(result));
      error = ControlFlow.zero(code, TypeKind.REFERENCE);
    }

    private List<NumberType> flatResult() {
      ValType type = function.type().result();
      return type == null ? List.of() : Layout.of(type).flat();
    }

    private List<NumberType> coreResults() {
      List<NumberType> flat = flatResult();
      return flat.size() > Flattening.MAX_RESULTS ? List.of(NumberType.I32) : flat;
    }

    void write() {
      code.aload(0).invokevirtual(SITE, "enter", type(TASK)).astore(task);
      code.trying(
          this::inside,
          catches ->
              catches.catchingAll(
                  caught -> {
                    int thrown = caught.allocateLocal(TypeKind.REFERENCE);
                    caught
                        .astore(thrown)
                        .aload(0)
                        .aload(thrown)
                        .invokevirtual(
                            SITE, "failed", type(RUNTIME_EXCEPTION, ConstantDescs.CD_Throwable))
                        .athrow();
                  }));
      code.aload(0).invokevirtual(SITE, "exit", type(ConstantDescs.CD_void));
      if (function.error() != null) {
        code.aload(error)
            .ifThen(Opcode.IFNONNULL, failed -> failed.aload(error).checkcast(EXCEPTION).athrow());
      }
      if (result != null) {
        code.loadLocal(Carriers.kind(result), returned);
      }
      code.return_(TypeKind.from(callType.returnType()).asLoadable());
    }

    private void inside(CodeBuilder body) {
      body.aload(0);
      if (Lending.isIn(function.parameters())) {
        body.aload(task).invokevirtual(SITE, "borrower", type(CONTEXT, TASK));
      } else {
        body.invokevirtual(SITE, "context", type(CONTEXT));
      }
      body.astore(context);
      if (!function.parameters().isEmpty()) {
        body.trying(
            this::lowerArguments, catches -> catches.catching(RUNTIME_EXCEPTION, this::refuse));
      }
      invokeCore(body);
      liftResult(body);
      postReturn(body);
      body.aload(0).aload(task).invokevirtual(SITE, "leave", type(ConstantDescs.CD_void, TASK));
    }

    private void refuse(CodeBuilder caught) {
      int reason = caught.allocateLocal(TypeKind.REFERENCE);
      caught
          .astore(reason)
          .aload(0)
          .aload(task)
          .aload(reason)
          .invokevirtual(SITE, "refused", type(RUNTIME_EXCEPTION, TASK, RUNTIME_EXCEPTION))
          .athrow();
    }

    private void lowerArguments(CodeBuilder body) {
      Sink sink = arguments;
      if (inMemory) {
        Layout layout = parameters.whole();
        body.aload(context)
            .loadConstant(layout.alignment())
            .loadConstant(layout.size())
            .invokestatic(GUEST_VALUES, "allocate", type(ConstantDescs.CD_long, CONTEXT, INT, INT))
            .lstore(address)
            .lload(address)
            .l2i();
        arguments.put(body, NumberType.I32, 4);
        sink = new Sink.MemorySink(context, address, 0);
      }
      Lowering lowering = new Lowering(owner, body, context, new Handles.OfGuest(uses, false));
      for (int i = 0; i < function.parameters().size(); i++) {
        Binding parameter = function.parameters().get(i);
        body.loadLocal(Carriers.kind(parameter), code.parameterSlot(1 + i));
        lowering.lower(
            parameter, sink.part(parameters.positions().get(i), parameters.offsets().get(i)));
      }
    }

    private void invokeCore(CodeBuilder body) {
      body.aload(0).invokevirtual(SITE, "core", type(HANDLE));
      arguments.pushAll(body);
      List<ClassDesc> types =
          arguments.locals().stream().map(local -> Descriptors.of(local.type())).toList();
      if (coreResults.isEmpty()) {
        Members.invoke(body, ConstantDescs.CD_void, types);
      } else {
        Members.invoke(body, Descriptors.of(coreResults.getFirst()), types);
        body.storeLocal(Descriptors.kind(coreResults.getFirst()), coreResult);
      }
    }

    private void liftResult(CodeBuilder body) {
      ValType type = function.type().result();
      if (type == null) {
        return;
      }
      Layout layout = Layout.of(type);
      Source source =
          layout.flat().size() > Flattening.MAX_RESULTS
              ? fromMemory(body, layout)
              : new Source.FlatSource(
                  List.of(new Source.Local(layout.flat().getFirst(), coreResult)), 0);
      Lifting lifting = new Lifting(owner, body, context, new Handles.OfGuest(uses, true));
      if (function.error() == null) {
        liftReturned(lifting, source);
      } else {
        liftOutcome(lifting, source, Views.copied(function.error().payload()));
      }
    }

    private Source fromMemory(CodeBuilder body, Layout layout) {
      int memory = body.allocateLocal(TypeKind.REFERENCE);
      int at = Pointers.check(body, coreResult, context, layout);
      Lifting.pushMemory(body, context);
      body.astore(memory);
      return new Source.MemorySource(memory, at, 0);
    }

    private void liftReturned(Lifting lifting, Source source) {
      if (result != null) {
        lifting.lift(result, source);
        lifting.code().storeLocal(Carriers.kind(result), returned);
      }
    }

    private void liftOutcome(Lifting lifting, Source source, @Nullable Binding payload) {
      Layout.Cases layout = Layout.cases(Members.optional(result, payload));
      Source value = source.part(1, layout.payloadOffset());
      lifting.pushCase(2, layout, source);
      lifting
          .code()
          .ifThenElse(
              failed -> {
                Lifting inside = lifting.in(failed, context);
                failed.aload(0);
                if (payload != null) {
                  inside.lift(payload, value);
                }
                Carriers.box(failed, payload);
                failed.invokevirtual(SITE, "error", type(EXCEPTION, OBJECT)).astore(error);
              },
              fine -> liftReturned(lifting.in(fine, context), value));
    }

    private void postReturn(CodeBuilder body) {
      body.aload(0)
          .invokevirtual(SITE, "postReturn", type(HANDLE))
          .ifThen(
              Opcode.IFNONNULL,
              then -> {
                mayLeave(then, 0);
                then.aload(0).invokevirtual(SITE, "postReturn", type(HANDLE));
                for (NumberType each : coreResults) {
                  then.loadLocal(Descriptors.kind(each), coreResult);
                }
                Members.invoke(
                    then,
                    ConstantDescs.CD_void,
                    coreResults.stream().map(Descriptors::of).toList());
                mayLeave(then, 1);
              });
    }

    private static void mayLeave(CodeBuilder body, int allowed) {
      body.aload(0)
          .loadConstant(allowed)
          .invokevirtual(SITE, "mayLeave", type(ConstantDescs.CD_void, ConstantDescs.CD_boolean));
    }
  }
}
