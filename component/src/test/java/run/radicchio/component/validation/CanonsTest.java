package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.radicchio.component.definition.Canon;
import run.radicchio.component.definition.Canon.Direction;
import run.radicchio.component.definition.Canon.Simple;
import run.radicchio.component.definition.Canon.ThreadOperation;
import run.radicchio.component.definition.CanonicalOptions;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;

/** Every canonical definition, as {@code canons.wat} has them. */
class CanonsTest {
  private final ComponentDefinition component = Components.read("canons");

  private static CanonicalOptions options(
      @Nullable Integer memory, @Nullable Integer realloc, boolean async) {
    return new CanonicalOptions(StringEncoding.UTF8, memory, realloc, null, async, null);
  }

  @Test
  void lifts() {
    assertEquals(
        List.of(
            new CanonicalOptions(StringEncoding.UTF16, 0, 0, 3, false, null),
            new CanonicalOptions(StringEncoding.UTF8, null, null, null, true, 1),
            new CanonicalOptions(StringEncoding.UTF8, null, null, null, true, null)),
        Components.all(component, Definition.Lift.class).stream()
            .map(Definition.Lift::options)
            .toList());
  }

  @Test
  void coreFunctions() {
    List<Definition.Import> imports = Components.all(component, Definition.Import.class);
    ResourceType imported = component.resources().getFirst();
    ResourceType local = component.resources().getLast();
    StreamType bytes = new StreamType(PrimitiveType.U8);
    StreamType words = new StreamType(PrimitiveType.STRING);
    FutureType done = new FutureType(null);
    FutureType text = new FutureType(PrimitiveType.STRING);
    assertEquals(
        List.of(
            new Canon.Lower(2, options(null, null, false), (FuncType) imports.get(2).type()),
            new Canon.Lower(
                0,
                new CanonicalOptions(StringEncoding.LATIN1_UTF16, 0, 0, null, false, null),
                (FuncType) imports.get(0).type()),
            new Canon.Lower(1, options(0, null, true), (FuncType) imports.get(1).type()),
            new Canon.ResourceNew(local),
            new Canon.ResourceRep(local),
            new Canon.ResourceDrop(imported),
            Simple.BACKPRESSURE_INC,
            Simple.BACKPRESSURE_DEC,
            new Canon.TaskReturn(PrimitiveType.STRING, options(0, null, false)),
            new Canon.TaskReturn(null, options(null, null, false)),
            Simple.TASK_CANCEL,
            new Canon.ContextGet(NumberType.I32, 0),
            new Canon.ContextSet(NumberType.I32, 1),
            new Canon.SubtaskCancel(false),
            new Canon.SubtaskCancel(true),
            Simple.SUBTASK_DROP,
            new Canon.StreamNew(bytes),
            new Canon.StreamCopy(Direction.READ, words, options(0, 0, true)),
            new Canon.StreamCopy(Direction.WRITE, bytes, options(0, null, false)),
            new Canon.StreamCancel(Direction.READ, bytes, true),
            new Canon.StreamCancel(Direction.WRITE, bytes, false),
            new Canon.StreamDrop(Direction.READ, bytes),
            new Canon.StreamDrop(Direction.WRITE, bytes),
            new Canon.FutureNew(done),
            new Canon.FutureCopy(Direction.READ, done, options(null, null, true)),
            new Canon.FutureCopy(Direction.WRITE, text, options(0, null, true)),
            new Canon.FutureCancel(Direction.READ, done, false),
            new Canon.FutureCancel(Direction.WRITE, text, true),
            new Canon.FutureDrop(Direction.READ, done),
            new Canon.FutureDrop(Direction.WRITE, done),
            new Canon.ErrorContextNew(options(0, null, false)),
            new Canon.ErrorContextDebugMessage(options(0, 0, false)),
            Simple.ERROR_CONTEXT_DROP,
            Simple.WAITABLE_SET_NEW,
            new Canon.WaitableSetWait(false, 0),
            new Canon.WaitableSetPoll(false, 0),
            Simple.WAITABLE_SET_DROP,
            Simple.WAITABLE_JOIN,
            Simple.THREAD_INDEX,
            new Canon.ThreadNewIndirect(
                new CoreType.Function(List.of(NumberType.I32), List.of()), 0),
            Simple.THREAD_RESUME_LATER,
            new Canon.ThreadSwitch(ThreadOperation.SUSPEND, false),
            new Canon.ThreadSwitch(ThreadOperation.YIELD, false),
            new Canon.ThreadSwitch(ThreadOperation.SUSPEND_THEN_RESUME, false),
            new Canon.ThreadSwitch(ThreadOperation.YIELD_THEN_RESUME, false),
            new Canon.ThreadSwitch(ThreadOperation.SUSPEND_THEN_PROMOTE, false),
            new Canon.ThreadSwitch(ThreadOperation.YIELD_THEN_PROMOTE, false)),
        Components.all(component, Definition.CoreFunctionDefinition.class).stream()
            .map(Definition.CoreFunctionDefinition::canon)
            .toList());
  }

  @Test
  void theCancellableByteIsKept() {
    ComponentDefinition yields =
        Components.read(
            ComponentBytes.component()
                .section(8, 2, ComponentBytes.raw(0x0c, 0x01, 0x29, 0x01))
                .toArray());
    assertEquals(
        List.of(
            new Canon.ThreadSwitch(ThreadOperation.YIELD, true),
            new Canon.ThreadSwitch(ThreadOperation.SUSPEND, true)),
        Components.all(yields, Definition.CoreFunctionDefinition.class).stream()
            .map(Definition.CoreFunctionDefinition::canon)
            .toList());
  }
}
