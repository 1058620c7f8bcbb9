package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.CONTEXT;
import static run.radicchio.component.adapter.Descriptors.LONG;
import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.binding.FunctionBinding;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.validation.Flattening;

/**
 * Writes the class of a {@link GuestAdapter} of an {@code async} function.
 *
 * <p>In: the method, and the bindings of its parameters and its result. Out: a class of {@link
 * CallValues}, which has a field for each argument until the guest takes them, and {@link #CALL},
 * which takes a {@link StageSite} and the arguments, and hands an object of the class to the site.
 *
 * @param function the method
 * @param callType a site, then the carriers of the parameters; returns a stage
 */
record StageAdapterCode(FunctionBinding function, MethodType callType) {
  static final String CALL = "call";

  private static final ClassDesc SITE = Descriptors.of(StageSite.class);
  private static final ClassDesc VALUES = Descriptors.of(CallValues.class);
  private static final ClassDesc STAGE = Descriptors.of(CompletionStage.class);
  private static final ClassDesc FLAT_CALL = Descriptors.of(FlatCall.class);
  private static final ClassDesc RUNTIME_EXCEPTION = Descriptors.of(RuntimeException.class);
  private static final ClassDesc EXCEPTION = Descriptors.of(Exception.class);
  private static final String SITE_FIELD = "site";

  MethodHandles.Lookup write() {
    AdapterClass owner = new AdapterClass(function.name());
    MethodCode method = new MethodCode(function, owner);
    owner.method(CALL, AdapterClass.descriptor(callType), code -> begin(owner.name(), code));
    owner.with(builder -> fields(owner.name(), builder));
    owner.with(
        builder ->
            builder
                .withMethodBody(
                    "start",
                    type(LONG, CONTEXT, FLAT_CALL),
                    ClassFile.ACC_PUBLIC,
                    code -> start(method, owner.name(), code))
                .withMethodBody(
                    "resolve",
                    type(OBJECT, CONTEXT, LONG.arrayType(), ConstantDescs.CD_boolean),
                    ClassFile.ACC_PUBLIC,
                    code -> resolve(method, owner.name(), code)));
    return owner.define();
  }

  private static String field(int argument) {
    return "argument" + argument;
  }

  private List<ClassDesc> carriers() {
    return function.parameters().stream().map(Carriers::descriptor).toList();
  }

  private MethodTypeDesc constructorType() {
    List<ClassDesc> types = new ArrayList<>(carriers());
    types.addFirst(SITE);
    return MethodTypeDesc.of(ConstantDescs.CD_void, types);
  }

  private void fields(ClassDesc self, ClassBuilder builder) {
    int access = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
    List<ClassDesc> carriers = carriers();
    builder.withInterfaceSymbols(VALUES).withField(SITE_FIELD, SITE, access);
    for (int i = 0; i < carriers.size(); i++) {
      builder.withField(field(i), carriers.get(i), access);
    }
    builder.withMethodBody(
        ConstantDescs.INIT_NAME,
        constructorType(),
        0,
        code -> {
          code.aload(0)
              .invokespecial(OBJECT, ConstantDescs.INIT_NAME, type(ConstantDescs.CD_void))
              .aload(0)
              .aload(1)
              .putfield(self, SITE_FIELD, SITE);
          for (int i = 0; i < carriers.size(); i++) {
            code.aload(0)
                .loadLocal(TypeKind.from(carriers.get(i)), code.parameterSlot(1 + i))
                .putfield(self, field(i), carriers.get(i));
          }
          code.return_();
        });
  }

  /** The static method that is called. */
  private void begin(ClassDesc self, CodeBuilder code) {
    code.aload(0).new_(self).dup().aload(0);
    for (int i = 0; i < function.parameters().size(); i++) {
      code.loadLocal(Carriers.kind(function.parameters().get(i)), code.parameterSlot(1 + i));
    }
    code.invokespecial(self, ConstantDescs.INIT_NAME, constructorType())
        .invokevirtual(SITE, "begin", type(STAGE, VALUES))
        .areturn();
  }

  private static void pushSite(ClassDesc self, CodeBuilder code) {
    code.aload(0).getfield(self, SITE_FIELD, SITE);
  }

  /** Pops nothing; returns the local variable of the context that is used. */
  private static int context(ClassDesc self, CodeBuilder code, String of) {
    int context = code.allocateLocal(TypeKind.REFERENCE);
    pushSite(self, code);
    code.aload(1).invokevirtual(SITE, of, type(CONTEXT, CONTEXT)).astore(context);
    return context;
  }

  /** {@link CallValues#start}. */
  private void start(MethodCode method, ClassDesc self, CodeBuilder code) {
    int core = 2;
    int context = context(self, code, "lowering");
    Words arguments = Words.zero(code, method.coreParameters());
    if (!function.parameters().isEmpty()) {
      code.trying(
          body -> method.lower(body, context, arguments, i -> pushArgument(self, body, i)),
          catches ->
              catches.catching(
                  RUNTIME_EXCEPTION,
                  caught ->
                      caught
                          .invokestatic(SITE, "refused", type(EXCEPTION, RUNTIME_EXCEPTION))
                          .athrow()));
    }
    // It returns the result, a code for its callback, or nothing: only its caller knows.
    code.aload(core).invokevirtual(FLAT_CALL, "bitsHandle", type(ConstantDescs.CD_MethodHandle));
    Words bits = Words.zero(code, List.of(NumberType.I64));
    arguments.call(code, bits);
    bits.push(code);
    code.lreturn();
  }

  private void pushArgument(ClassDesc self, CodeBuilder code, int index) {
    Binding parameter = function.parameters().get(index);
    code.aload(0).getfield(self, field(index), Carriers.descriptor(parameter));
  }

  /** {@link CallValues#resolve}. */
  private static void resolve(MethodCode method, ClassDesc self, CodeBuilder code) {
    int taskReturn = 3;
    int context = context(self, code, "lifting");
    List<NumberType> flat = method.flatResult();
    Result result = new Result(method, self, context);
    // Unless it is in memory for both, or for neither.
    if (flat.size() > Flattening.MAX_RESULTS && flat.size() <= Flattening.MAX_PARAMETERS) {
      code.iload(taskReturn)
          .ifThenElse(
              byTask -> result.lift(byTask, Flattening.MAX_PARAMETERS),
              byCore -> result.lift(byCore, Flattening.MAX_RESULTS));
    } else {
      result.lift(code, Flattening.MAX_RESULTS);
    }
    code.areturn();
  }

  /** Lifts a result, and pushes it as an object, or throws it. */
  private record Result(MethodCode method, ClassDesc self, int context)
      implements MethodCode.Outcome {
    private static final int FLAT = 2;

    void lift(CodeBuilder code, int max) {
      Words words = Words.ofBits(code, FLAT, Words.types(method.flatResult(), max));
      method.lift(code, context, words, max, this);
    }

    @Override
    public void returned(CodeBuilder code) {
      Carriers.box(code, method.result());
    }

    @Override
    public void failed(CodeBuilder code) {
      int payload = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(payload);
      pushSite(self, code);
      code.aload(payload).invokevirtual(SITE, "error", type(EXCEPTION, OBJECT)).athrow();
    }
  }
}
