package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.runtime.SyncTask;
import run.radicchio.component.validation.Flattening;

/**
 * Writes the class of a {@link GuestAdapter} of a function that is not {@code async}.
 *
 * <p>In: the method, and the bindings of its parameters and its result. Out: {@link #CALL} takes a
 * {@link GuestSite} and the arguments. It enters the guest, lowers them, calls the core function,
 * lifts the result, has the guest free it, and leaves. What goes wrong with the arguments is the
 * caller's, and so is what its own classes throw when they are to hold the result; what else goes
 * wrong ends the store.
 *
 * @param function the method
 * @param callType a site, then the carriers of the parameters; returns the carrier of the result
 */
record GuestAdapterCode(FunctionBinding function, MethodType callType) {
  static final String CALL = "call";

  private static final ClassDesc SITE = Descriptors.of(GuestSite.class);
  private static final ClassDesc TASK = Descriptors.of(SyncTask.class);
  private static final ClassDesc RUNTIME_EXCEPTION = Descriptors.of(RuntimeException.class);
  private static final ClassDesc EXCEPTION = Descriptors.of(Exception.class);

  MethodHandles.Lookup write() {
    AdapterClass owner = new AdapterClass(function.name());
    owner.method(CALL, AdapterClass.descriptor(callType), code -> new Call(owner, code).write());
    return owner.define();
  }

  private final class Call implements MethodCode.Outcome {
    private final MethodCode method;
    private final CodeBuilder code;
    private final int task;
    private final int context;
    private final Words arguments;
    private final Words coreResult;
    private final TypeKind returnedKind;
    private final int returned;
    private final int thrown;

    /** What is used after a failure could be caught has to have a value before. */
    Call(AdapterClass owner, CodeBuilder code) {
      this.method = new MethodCode(function, owner);
      this.code = code;
      task = ControlFlow.zero(code, TypeKind.REFERENCE);
      context = ControlFlow.zero(code, TypeKind.REFERENCE);
      arguments = Words.zero(code, method.coreParameters());
      coreResult = Words.zero(code, Words.types(method.flatResult(), Flattening.MAX_RESULTS));
      returnedKind = Carriers.kind(method.result());
      returned = returnedKind == TypeKind.VOID ? -1 : ControlFlow.zero(code, returnedKind);
      thrown = ControlFlow.zero(code, TypeKind.REFERENCE);
    }

    void write() {
      code.aload(0).invokevirtual(SITE, "enter", type(TASK)).astore(task);
      code.trying(this::inside, catches -> catches.catchingAll(this::fail));
      code.aload(0).invokevirtual(SITE, "exit", type(ConstantDescs.CD_void));
      code.aload(thrown)
          .ifThen(Opcode.IFNONNULL, failed -> failed.aload(thrown).checkcast(EXCEPTION).athrow());
      if (returnedKind != TypeKind.VOID) {
        code.loadLocal(returnedKind, returned);
      }
      code.return_(returnedKind.asLoadable());
    }

    private void fail(CodeBuilder caught) {
      int failure = caught.allocateLocal(TypeKind.REFERENCE);
      caught
          .astore(failure)
          .aload(0)
          .aload(failure)
          .invokevirtual(SITE, "failed", type(RUNTIME_EXCEPTION, ConstantDescs.CD_Throwable))
          .athrow();
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
      body.aload(0).invokevirtual(SITE, "core", type(ConstantDescs.CD_MethodHandle));
      arguments.call(body, coreResult);
      if (function.type().result() != null) {
        body.trying(this::liftResult, catches -> catches.catching(RUNTIME_EXCEPTION, this::keep));
      }
      new PostReturn(SITE).write(body, coreResult);
      body.aload(0).aload(task).invokevirtual(SITE, "leave", type(ConstantDescs.CD_void, TASK));
    }

    private void lowerArguments(CodeBuilder body) {
      method.lower(
          body,
          context,
          arguments,
          i ->
              body.loadLocal(
                  Carriers.kind(function.parameters().get(i)), code.parameterSlot(1 + i)));
    }

    private void refuse(CodeBuilder caught) {
      int reason = caught.allocateLocal(TypeKind.REFERENCE);
      caught
          .astore(reason)
          .aload(0)
          .aload(task)
          .aload(reason)
          .invokevirtual(SITE, "refused", type(EXCEPTION, TASK, RUNTIME_EXCEPTION))
          .athrow();
    }

    private void liftResult(CodeBuilder body) {
      method.lift(body, context, coreResult, Flattening.MAX_RESULTS, this);
    }

    @Override
    public void returned(CodeBuilder body) {
      if (returnedKind != TypeKind.VOID) {
        body.storeLocal(returnedKind, returned);
      }
    }

    @Override
    public void failed(CodeBuilder body) {
      int payload = body.allocateLocal(TypeKind.REFERENCE);
      body.astore(payload)
          .aload(0)
          .aload(payload)
          .invokevirtual(SITE, "error", type(EXCEPTION, OBJECT))
          .astore(thrown);
    }

    /** The caller's classes do not take the result: the call goes on to its end. */
    private void keep(CodeBuilder caught) {
      caught.invokestatic(SITE, "notTaken", type(EXCEPTION, RUNTIME_EXCEPTION)).astore(thrown);
    }
  }
}
