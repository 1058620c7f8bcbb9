package run.radicchio.component.canon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.abi.GuestBuffer;
import run.radicchio.component.abi.Options;
import run.radicchio.component.adapter.PassageAdapter;
import run.radicchio.component.adapter.PassageAdapters;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.Canon;
import run.radicchio.component.definition.CanonicalOptions;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.runtime.Blocking;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyEnd;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.validation.Flattening;

/** Makes what canonical definitions define, for one instance. */
public final class CanonicalDefinitions {
  private static final FuncType DESTRUCTOR_TYPE =
      new FuncType(false, List.of(new FuncType.Parameter("rep", PrimitiveType.U32)), null);

  private final IndexSpaces spaces;
  private final ComponentInstance instance;
  private final CodecCache codecs;
  private final Builtins builtins;

  /**
   * Of an instance.
   *
   * @param codecs of the component's definition, shared by its instances
   */
  public CanonicalDefinitions(IndexSpaces spaces, CodecCache codecs) {
    this.spaces = spaces;
    this.instance = spaces.instance();
    this.codecs = codecs;
    this.builtins = new Builtins(instance);
  }

  /** {@code canon lift}. */
  public LiftedFunction lift(Definition.Lift lift) {
    PassageAdapters adapters =
        codecs.get(lift, PassageAdapters.class, () -> new PassageAdapters(lift.type()));
    FlatCall core = new FlatCall(spaces.coreFunction(lift.coreFunction()));
    return new LiftedFunction(instance, lift.type(), core, adapters, options(lift.options()));
  }

  /** A resource type, whose destructor is a core function or none. */
  public RuntimeResource resource(Definition.Resource definition) {
    Integer destructor = definition.destructor();
    return Resources.define(
        definition.resource().name(),
        instance,
        destructor == null ? null : destructor(spaces.coreFunction(destructor)));
  }

  private LiftedFunction destructor(CoreExtern.Function function) {
    return new LiftedFunction(
        instance,
        DESTRUCTOR_TYPE,
        new FlatCall(function),
        new PassageAdapters(DESTRUCTOR_TYPE),
        Options.NONE);
  }

  /** Any canonical definition of a core function. */
  public CoreExtern.Function coreFunction(Canon canon) {
    instance.canBlock(blocking(canon));
    return switch (canon) {
      case Canon.Lower lower -> lower(lower);
      case Canon.ResourceNew create -> Resources.create(instance, resource(create.resource()));
      case Canon.ResourceDrop drop -> Resources.drop(instance, resource(drop.resource()));
      case Canon.ResourceRep rep -> Resources.representation(instance, resource(rep.resource()));
      case Canon.Simple simple -> builtins.simple(simple);
      case Canon.TaskReturn taskReturn -> taskReturn(taskReturn);
      case Canon.ContextGet get -> builtins.contextGet(get.type(), get.slot());
      case Canon.ContextSet set -> builtins.contextSet(set.type(), set.slot());
      case Canon.SubtaskCancel cancel -> builtins.subtaskCancel(cancel.async());
      case Canon.StreamNew create ->
          new CopyBuiltins(instance, create.type().element()).newStream();
      case Canon.FutureNew create ->
          new CopyBuiltins(instance, create.type().element()).newFuture();
      case Canon.StreamCopy copy ->
          new CopyBuiltins(instance, copy.type().element())
              .copy(
                  streamEnd(copy.direction()),
                  options(copy.options()),
                  codecs.get(
                      copy,
                      GuestBuffer.Element.class,
                      () -> new GuestBuffer.Element(copy.type().element())));
      case Canon.FutureCopy copy ->
          new CopyBuiltins(instance, copy.type().element())
              .copy(
                  futureEnd(copy.direction()),
                  options(copy.options()),
                  codecs.get(
                      copy,
                      GuestBuffer.Element.class,
                      () -> new GuestBuffer.Element(copy.type().element())));
      case Canon.StreamCancel cancel ->
          new CopyBuiltins(instance, cancel.type().element())
              .cancel(streamEnd(cancel.direction()), cancel.async());
      case Canon.FutureCancel cancel ->
          new CopyBuiltins(instance, cancel.type().element())
              .cancel(futureEnd(cancel.direction()), cancel.async());
      case Canon.StreamDrop drop ->
          new CopyBuiltins(instance, drop.type().element()).drop(streamEnd(drop.direction()));
      case Canon.FutureDrop drop ->
          new CopyBuiltins(instance, drop.type().element()).drop(futureEnd(drop.direction()));
      case Canon.ErrorContextNew create ->
          ErrorContexts.create(instance, options(create.options()));
      case Canon.ErrorContextDebugMessage message ->
          ErrorContexts.debugMessage(instance, options(message.options()));
      case Canon.WaitableSetWait wait ->
          builtins.waitableSetWait(wait.cancellable(), spaces.memory(wait.memory()));
      case Canon.WaitableSetPoll poll ->
          builtins.waitableSetPoll(poll.cancellable(), spaces.memory(poll.memory()));
      case Canon.ThreadNewIndirect create ->
          builtins.threadNewIndirect(create.type(), spaces.table(create.table()));
      case Canon.ThreadSwitch(Canon.ThreadOperation operation, boolean cancellable) ->
          builtins.threadSwitch(operation, cancellable);
    };
  }

  /** How a guest can block in what is defined. */
  private static Blocking blocking(Canon canon) {
    return switch (canon) {
      case Canon.Lower lower -> waitsIf(lower.type().async() && !lower.options().async());
      case Canon.SubtaskCancel cancel -> waitsIf(!cancel.async());
      case Canon.StreamCopy copy -> waitsIf(!copy.options().async());
      case Canon.FutureCopy copy -> waitsIf(!copy.options().async());
      case Canon.StreamCancel cancel -> waitsIf(!cancel.async());
      case Canon.FutureCancel cancel -> waitsIf(!cancel.async());
      case Canon.WaitableSetWait wait -> wait.cancellable() ? Blocking.SWITCHES : Blocking.WAITS;
      case Canon.ThreadSwitch(Canon.ThreadOperation operation, boolean cancellable) ->
          operation == Canon.ThreadOperation.YIELD && !cancellable
              ? Blocking.WAITS
              : Blocking.SWITCHES;
      case Canon.ResourceNew _,
          Canon.ResourceDrop _,
          Canon.ResourceRep _,
          Canon.Simple _,
          Canon.TaskReturn _,
          Canon.ContextGet _,
          Canon.ContextSet _,
          Canon.StreamNew _,
          Canon.FutureNew _,
          Canon.StreamDrop _,
          Canon.FutureDrop _,
          Canon.ErrorContextNew _,
          Canon.ErrorContextDebugMessage _,
          Canon.WaitableSetPoll _,
          Canon.ThreadNewIndirect _ ->
          Blocking.NEVER;
    };
  }

  private static Blocking waitsIf(boolean synchronous) {
    return synchronous ? Blocking.WAITS : Blocking.NEVER;
  }

  private static CopyEnd.Kind streamEnd(Canon.Direction direction) {
    return switch (direction) {
      case READ -> CopyEnd.Kind.READABLE_STREAM;
      case WRITE -> CopyEnd.Kind.WRITABLE_STREAM;
    };
  }

  private static CopyEnd.Kind futureEnd(Canon.Direction direction) {
    return switch (direction) {
      case READ -> CopyEnd.Kind.READABLE_FUTURE;
      case WRITE -> CopyEnd.Kind.WRITABLE_FUTURE;
    };
  }

  private RuntimeResource resource(ResourceType type) {
    return instance.resource(type);
  }

  private CoreExtern.Function lower(Canon.Lower lower) {
    Callee callee = spaces.function(lower.function());
    Options options = options(lower.options());
    return switch (callee) {
      case HostCallee host -> new LoweredHostFunction(instance, host, options).coreFunction();
      case LiftedFunction guest -> lower(lower, options, guest);
    };
  }

  private CoreExtern.Function lower(Canon.Lower lower, Options options, LiftedFunction callee) {
    PassageAdapter adapter =
        callee
            .adapters()
            .get(
                codecs.get(lower, PassageAdapters.Caller.class, PassageAdapters.Caller::new),
                () -> PassageAdapter.of(lower.type(), options.async(), callee.type()));
    String name = "a function of another component";
    return switch (adapter) {
      case PassageAdapter.Whole whole ->
          whole.at(callee.site(new Context(options, instance)), name);
      case PassageAdapter.Halves halves ->
          new LoweredGuestFunction(instance, callee, halves, options).coreFunction(name);
    };
  }

  private CoreExtern.Function taskReturn(Canon.TaskReturn taskReturn) {
    CoreType.Function type =
        codecs.get(
            taskReturn,
            CoreType.Function.class,
            () -> new Flattening().taskReturn(taskReturn.result()));
    Options options = options(taskReturn.options());
    return FlatCall.coreFunction(
        type,
        flat -> {
          instance.checkMayLeave();
          Task task = instance.store().current().task();
          LiftedFunction.taskReturn(task, taskReturn.result(), options, flat);
          return 0;
        },
        "task.return");
  }

  private Options options(CanonicalOptions options) {
    Integer memory = options.memory();
    Integer postReturn = options.postReturn();
    return new Options(
        options.stringEncoding(),
        memory == null ? null : spaces.memory(memory),
        function(options.realloc()),
        postReturn == null ? null : new FlatCall(spaces.coreFunction(postReturn)),
        options.async(),
        function(options.callback()));
  }

  private CoreExtern.@Nullable Function function(@Nullable Integer coreFunction) {
    return coreFunction == null ? null : spaces.coreFunction(coreFunction);
  }
}
