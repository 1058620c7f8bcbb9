package run.radicchio.component.differential;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.host.HostInterface;
import run.radicchio.component.link.Item;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Task;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ValType;

/** A scenario in the real runtime. */
final class World {
  private final Store store;
  private final Trace trace = new Trace();
  private final ScriptedHost host = new ScriptedHost(trace);
  private final SequencedMap<String, Guest> guests = new LinkedHashMap<>();
  private final SequencedMap<String, ResourceType> resources = new LinkedHashMap<>();
  private final List<String> functionNames = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();
  private final IdentityHashMap<Task, Frame> frames = new IdentityHashMap<>();
  private final IdentityHashMap<Scenario.Definition, Integer> runs = new IdentityHashMap<>();
  private final List<Thread> callers = new ArrayList<>();
  private final boolean waiting;
  private final List<HostCall> hostCalls = new ArrayList<>();

  /** A function that guests call, and the host where it is a guest's. */
  record Function(Callee callee, FuncType type) {}

  private World(@Nullable Long seed, boolean waiting) {
    this.waiting = waiting;
    store = new Store(StoreOptions.defaults().withSeed(seed));
  }

  /**
   * Runs a scenario; returns its trace.
   *
   * @param seed decides what runs first; null is the order in which things became ready
   * @param waiting whether a Java thread waits for each call of the host: guests may block on its
   *     stack
   */
  static String run(Scenario scenario, @Nullable Long seed, boolean waiting) {
    World world = new World(seed, waiting);
    try {
      world.define(scenario.definitions());
      if (waiting) {
        // There is always a step to come, so what waits is not in vain.
        world.driveUntilIdle(world.store.hostOperations()::begins);
      }
      scenario.host().forEach(world::take);
      world.guests.values().forEach(Guest::sayRest);
    } catch (Trap trap) {
      if (isOurMistake(trap.getCause())) {
        throw new IllegalStateException("the runtime failed", trap);
      }
      world.trace.line("trap");
    } finally {
      world.trace.end();
      world.store.close();
      world.callers.forEach(World::join);
    }
    return world.trace.toString();
  }

  private static void join(Thread caller) {
    try {
      caller.join();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  /** Whether what a trap was made of is no failure of a guest's. */
  private static boolean isOurMistake(@Nullable Throwable cause) {
    return cause instanceof Error
        || (cause instanceof RuntimeException && !(cause instanceof Trap));
  }

  private void define(List<Scenario.Definition> definitions) {
    HostInterface offered = new HostInterface(InterfaceBinding.of(Host.class), host);
    offered
        .type()
        .exports()
        .forEach(
            (name, type) -> {
              if (type instanceof FuncType function) {
                Item.Function item = Item.as(Item.Function.class, offered.function(name, store));
                add("host." + name, new Function(item.callee(), function));
              }
            });
    for (Scenario.Definition definition : definitions) {
      guests.computeIfAbsent(definition.guest(), name -> new Guest(name, this));
    }
    for (Scenario.Definition definition : definitions) {
      if (definition instanceof Scenario.Resource resource) {
        define(resource);
      }
    }
    for (Scenario.Definition definition : definitions) {
      Guest guest = guest(definition.guest());
      switch (definition) {
        case Scenario.Function function -> add(name(definition), lifted(guest, function));
        case Scenario.ThreadStart start -> guest.define(start);
        case Scenario.Resource _ -> {}
      }
    }
    // As in a component, all built-ins are there before a guest runs.
    definitions.forEach(
        definition -> definition.turns().forEach(guest(definition.guest()).builtIns()::makeAll));
  }

  private void define(Scenario.Resource resource) {
    ResourceType type = new ResourceType(resource.name());
    RuntimeResource defined = guest(resource.guest()).define(resource, type);
    resources.put(name(resource), type);
    guests.values().forEach(guest -> guest.bind(type, defined));
  }

  private Function lifted(Guest guest, Scenario.Function function) {
    List<FuncType.Parameter> named = new ArrayList<>();
    for (ValType type : TypeReader.all(this::resourceType, function.parameters())) {
      named.add(new FuncType.Parameter("p" + named.size(), type));
    }
    ValType result = function.result().isEmpty() ? null : optionalType(function.result());
    FuncType type = new FuncType(function.kind().asyncType(), named, result);
    return new Function(guest.define(function, type), type);
  }

  private void add(String name, Function function) {
    functionNames.add(name);
    functions.add(function);
  }

  private static String name(Scenario.Definition definition) {
    return definition.guest() + "." + definition.name();
  }

  private Guest guest(String name) {
    return guests.computeIfAbsent(name, _ -> new Guest(name, this));
  }

  Store store() {
    return store;
  }

  Trace trace() {
    return trace;
  }

  Function function(int index) {
    return functions.get(index);
  }

  int functionIndex(String name) {
    int index = functionNames.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no function is called " + name);
    }
    return index;
  }

  ResourceType resourceType(String name) {
    ResourceType type = resources.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no resource type is called " + name);
    }
    return type;
  }

  /** The type that a text means, or null where it is {@code _}. */
  @Nullable ValType optionalType(String text) {
    return TypeReader.optional(this::resourceType, text);
  }

  /** Which frame runs a task of a function. */
  IdentityHashMap<Task, Frame> frames() {
    return frames;
  }

  /** The name of a definition and how often it has been run, this time included. */
  String tag(Scenario.Definition definition) {
    return name(definition) + "#" + runs.merge(definition, 1, Integer::sum);
  }

  private void take(Step step) {
    trace.line(
        "host %s %s".formatted(step.builtIn(), String.join(" ", step.operands())).stripTrailing());
    switch (step.operation()) {
      case "call" -> {
        HostCall call = call(step);
        hostCalls.add(call);
        if (waiting) {
          beginOnJavaThread(call);
        }
        driveUntilIdle(waiting ? () -> {} : call::begin);
      }
      case "cancel" -> {
        int number = Integer.parseInt(step.operands().getFirst());
        driveUntilIdle(hostCalls.get(number - 1)::cancel);
      }
      default -> driveUntilIdle(() -> host.take(step));
    }
    awaitTelling();
    host.sayPromises();
  }

  /** Stages complete on other Java threads, soon. */
  private void awaitTelling() {
    while (store.isTelling()) {
      Thread.onSpinWait();
    }
  }

  /** Does something, and runs what is ready, but waits for nothing. */
  private void driveUntilIdle(Runnable action) {
    store.enter();
    try {
      action.run();
      store.driveUntil(store::isIdle);
    } catch (Throwable failure) {
      throw store.failed(failure);
    } finally {
      store.exit();
    }
  }

  /** Calls on a Java thread that waits for the end of the call. */
  private void beginOnJavaThread(HostCall call) {
    CountDownLatch entered = new CountDownLatch(1);
    Runnable begin =
        () -> {
          entered.countDown();
          call.begin();
        };
    callers.add(Thread.ofVirtual().start(() -> runCaller(call, begin)));
    try {
      entered.await();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  private void runCaller(HostCall call, Runnable begin) {
    try {
      store.run(begin, call::isOver);
    } catch (RuntimeException _) {
      // It ends the store, as whoever drives that learns.
    }
  }

  private HostCall call(Step step) {
    Function called = function(functionIndex(step.immediates().getFirst()));
    if (called.callee() instanceof LiftedFunction guest) {
      return new HostCall(hostCalls.size() + 1, guest, step.operands(), trace);
    }
    throw new IllegalArgumentException("the host calls guests only");
  }
}
