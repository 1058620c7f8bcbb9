package run.radicchio.component.differential;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.canon.CanonicalDefinitions;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.Canon;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.ValType;

/** The canonical definitions that a guest's steps name, each made once. */
final class BuiltIns {
  private static final CoreType.Function THREAD_START =
      new CoreType.Function(List.of(NumberType.I32), List.of());

  private final Guest guest;
  private final CanonicalDefinitions canonical;
  private final World world;
  private final Map<String, BuiltIn> made = new HashMap<>();

  /** A core function, and whether it has a result. */
  record BuiltIn(FlatCall call, boolean hasResult) {}

  BuiltIns(Guest guest, CanonicalDefinitions canonical, World world) {
    this.guest = guest;
    this.canonical = canonical;
    this.world = world;
  }

  /** Makes what steps name. */
  void makeAll(List<Step> steps) {
    steps.stream().filter(step -> !Frame.OWN_STEPS.contains(step.operation())).forEach(this::get);
  }

  BuiltIn get(Step step) {
    return made.computeIfAbsent(
        step.builtIn(),
        _ -> {
          CoreExtern.Function function = canonical.coreFunction(canon(step));
          return new BuiltIn(new FlatCall(function), !function.type().results().isEmpty());
        });
  }

  private Canon canon(Step step) {
    String operation = step.operation();
    boolean async = step.has("async");
    boolean cancellable = step.has("cancellable");
    return switch (operation) {
      case "call", "start" -> lower(step.immediates().getFirst(), operation.equals("start"));
      case "task.return" -> new Canon.TaskReturn(type(step), guest.options(false));
      case "context.get" -> new Canon.ContextGet(NumberType.I32, slot(step));
      case "context.set" -> new Canon.ContextSet(NumberType.I32, slot(step));
      case "resource.new" -> new Canon.ResourceNew(resource(step));
      case "resource.rep" -> new Canon.ResourceRep(resource(step));
      case "resource.drop" -> new Canon.ResourceDrop(resource(step));
      case "subtask.cancel" -> new Canon.SubtaskCancel(async);
      case "waitable-set.wait" -> new Canon.WaitableSetWait(cancellable, 0);
      case "waitable-set.poll" -> new Canon.WaitableSetPoll(cancellable, 0);
      case "error-context.new" -> new Canon.ErrorContextNew(guest.options(false));
      case "error-context.debug-message" ->
          new Canon.ErrorContextDebugMessage(guest.options(false));
      case "thread.new-indirect" -> new Canon.ThreadNewIndirect(THREAD_START, 0);
      case "backpressure.inc",
          "backpressure.dec",
          "task.cancel",
          "subtask.drop",
          "waitable-set.new",
          "waitable-set.drop",
          "waitable.join",
          "error-context.drop",
          "thread.index",
          "thread.resume-later" ->
          Canon.Simple.valueOf(constant(operation.replace('.', '-')));
      default -> {
        String[] words = operation.split("\\.", 2);
        yield switch (words[0]) {
          case "stream" -> stream(words[1], new StreamType(type(step)), async);
          case "future" -> future(words[1], new FutureType(type(step)), async);
          case "thread" ->
              new Canon.ThreadSwitch(
                  Canon.ThreadOperation.valueOf(constant(words[1])), cancellable);
          default -> throw unknown(operation);
        };
      }
    };
  }

  private Canon stream(String what, StreamType type, boolean async) {
    return switch (what) {
      case "new" -> new Canon.StreamNew(type);
      case "read", "write" -> new Canon.StreamCopy(direction(what), type, guest.options(async));
      case "cancel-read", "cancel-write" -> new Canon.StreamCancel(direction(what), type, async);
      case "drop-readable", "drop-writable" -> new Canon.StreamDrop(direction(what), type);
      default -> throw unknown("stream." + what);
    };
  }

  private Canon future(String what, FutureType type, boolean async) {
    return switch (what) {
      case "new" -> new Canon.FutureNew(type);
      case "read", "write" -> new Canon.FutureCopy(direction(what), type, guest.options(async));
      case "cancel-read", "cancel-write" -> new Canon.FutureCancel(direction(what), type, async);
      case "drop-readable", "drop-writable" -> new Canon.FutureDrop(direction(what), type);
      default -> throw unknown("future." + what);
    };
  }

  private static Canon.Direction direction(String what) {
    return what.contains("read") ? Canon.Direction.READ : Canon.Direction.WRITE;
  }

  private static IllegalArgumentException unknown(String operation) {
    return new IllegalArgumentException("no built-in is called " + operation);
  }

  private static String constant(String words) {
    return words.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private Canon lower(String function, boolean async) {
    int index = world.functionIndex(function);
    return new Canon.Lower(index, guest.options(async), world.function(index).type());
  }

  private @Nullable ValType type(Step step) {
    return world.optionalType(step.immediates().getFirst());
  }

  private ResourceType resource(Step step) {
    return world.resourceType(step.immediates().getFirst());
  }

  /** Slots are named by a word: {@code slot0}, {@code slot1}. */
  private static int slot(Step step) {
    return step.immediates().getFirst().equals("slot1") ? 1 : 0;
  }
}
