package run.radicchio.conformance;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Component;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.LinkException;
import run.radicchio.component.Linker;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.component.type.FuncType;

/** What a script has made so far: definitions and instances. Used by one thread at a time. */
final class Execution implements AutoCloseable {
  /** Scripts say what happens in which order: between commands nothing does. */
  private static final StoreOptions OPTIONS = StoreOptions.defaults().withBackground(false);

  private final Linker linker = new Linker();
  private final Map<String, Component> definitions = new HashMap<>();
  private final Map<String, Instance> instances = new HashMap<>();
  private final List<Instance> all = new ArrayList<>();
  private @Nullable Component latestDefinition;
  private @Nullable Instance latestInstance;

  /** Runs a command. What it throws is a failure of the command too. */
  Outcome run(Command command) throws IOException {
    return switch (command) {
      case Command.Instantiate it -> {
        latestInstance = null;
        yield instantiated(it.name(), Component.load(it.file()));
      }
      case Command.Define it -> {
        latestDefinition = null;
        latestDefinition = Component.load(it.file());
        if (it.name() != null) {
          definitions.put(it.name(), latestDefinition);
        }
        yield Outcome.PASSED;
      }
      case Command.InstantiateDefined it -> {
        latestInstance = null;
        yield instantiated(
            it.instance(), named("component", it.definition(), definitions, latestDefinition));
      }
      case Command.Invoke it -> {
        call(it.invocation());
        yield Outcome.PASSED;
      }
      case Command.AssertReturn it -> returned(it.invocation(), it.expected());
      case Command.AssertTrap it -> trapped(it.words(), () -> call(it.invocation()));
      case Command.AssertRefused it -> refused(it.file(), it.words());
      case Command.AssertUnlinkable it -> unlinkable(Component.load(it.file()), it.words());
      case Command.AssertUninstantiable it -> {
        Component component = Component.load(it.file());
        yield trapped(it.words(), () -> all.add(instantiate(component)));
      }
      case Command.Unsupported it -> new Outcome.Failed(it.reason());
    };
  }

  private Instance instantiate(Component component) {
    return linker.instantiate(component, new Store(OPTIONS));
  }

  private Outcome instantiated(@Nullable String name, Component component) {
    Instance instance = instantiate(component);
    all.add(instance);
    latestInstance = instance;
    if (name != null) {
      instances.put(name, instance);
    }
    return Outcome.PASSED;
  }

  private static <T> T named(
      String what, @Nullable String name, Map<String, T> known, @Nullable T latest) {
    T found = name == null ? latest : known.get(name);
    if (found == null) {
      throw new IllegalStateException(
          name == null
              ? "there is no " + what + ", since the latest failed"
              : "there is no " + what + " " + name);
    }
    return found;
  }

  private @Nullable Object call(Command.Invocation invocation) {
    ExportedFunction function = function(invocation);
    List<FuncType.Parameter> parameters = function.type().parameters();
    JsonArray values = invocation.arguments();
    if (values.size() != parameters.size()) {
      throw new IllegalStateException(
          "%s takes %d arguments, not %d"
              .formatted(function.name(), parameters.size(), values.size()));
    }
    Object[] arguments = new Object[values.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Values.value(values.get(i).getAsJsonObject(), parameters.get(i).type());
    }
    return function.call(arguments);
  }

  private ExportedFunction function(Command.Invocation invocation) {
    Instance instance = named("instance", invocation.instance(), instances, latestInstance);
    return instance
        .function(invocation.function())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the instance exports no function " + invocation.function()));
  }

  private Outcome returned(Command.Invocation invocation, JsonArray expectedValues) {
    var result = function(invocation).type().result();
    if (expectedValues.size() != (result == null ? 0 : 1)) {
      return new Outcome.Failed("expected %d results".formatted(expectedValues.size()));
    }
    Object expected =
        result == null ? null : Values.value(expectedValues.get(0).getAsJsonObject(), result);
    Object actual = call(invocation);
    return Objects.equals(expected, actual)
        ? Outcome.PASSED
        : new Outcome.Failed("expected %s, got %s".formatted(expected, actual));
  }

  /** What traps must do so for the reason that the script says: a guest can tell them apart. */
  private static Outcome trapped(String words, Runnable action) {
    try {
      action.run();
    } catch (Trap trap) {
      String message = String.valueOf(trap.getMessage());
      return Outcome.sameWords(words, message) || Outcome.sameWords(words, trap.kind().words())
          ? Outcome.PASSED
          : new Outcome.Failed("expected the trap \"%s\", got \"%s\"".formatted(words, message));
    }
    return new Outcome.Failed("expected the trap \"%s\", got none".formatted(words));
  }

  private static Outcome refused(Path file, String words) throws IOException {
    try {
      Component.load(file);
    } catch (MalformedComponentException | InvalidComponentException refusal) {
      return passed(words, refusal);
    }
    return new Outcome.Failed("expected a refusal with \"%s\"".formatted(words));
  }

  private Outcome unlinkable(Component component, String words) {
    try {
      linker.link(component);
    } catch (LinkException refusal) {
      return passed(words, refusal);
    }
    return new Outcome.Failed("expected not to be linked, for \"%s\"".formatted(words));
  }

  private static Outcome passed(String words, RuntimeException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return Outcome.sameWords(words, message)
        ? Outcome.PASSED
        : new Outcome.OtherWords(words, message);
  }

  @Override
  public void close() {
    all.forEach(Instance::close);
  }
}
