package run.radicchio.component.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.abi.FlatCall;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.CanonicalDefinitions;
import run.radicchio.component.canon.CodecCache;
import run.radicchio.component.canon.IndexSpaces;
import run.radicchio.component.canon.LiftedFunction;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.CanonicalOptions;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.validation.Flattening;

/** An instance whose guest code are scripts. */
final class Guest implements IndexSpaces {
  private static final CoreType.Function TAKES_INT =
      new CoreType.Function(List.of(NumberType.I32), List.of());
  private static final CoreType.Function REALLOC = ints(4);
  private static final CoreType.Function CALLBACK = ints(3);
  private static final int REALLOC_INDEX = 0;

  /** Where {@code realloc} begins to give memory out. The model's guests do the same. */
  private static final long HEAP = 2048;

  private final String name;
  private final World world;
  private final ComponentInstance instance;
  private final GuestMemory memory = new GuestMemory();
  private final Map<String, Long> variables = new HashMap<>();
  private final List<CoreExtern.Function> coreFunctions = new ArrayList<>();
  private final List<CoreExtern.Function> threadStarts = new ArrayList<>();
  private final CanonicalDefinitions canonical;
  private final BuiltIns builtIns;
  private long heapEnd = HEAP;

  Guest(String name, World world) {
    this.name = name;
    this.world = world;
    this.instance = new ComponentInstance(world.store(), null);
    this.canonical = new CanonicalDefinitions(this, new CodecCache());
    this.builtIns = new BuiltIns(this, canonical, world);
    coreFunctions.add(FlatCall.coreFunction(REALLOC, this::realloc, name + " realloc"));
  }

  private static CoreType.Function ints(int parameters) {
    return new CoreType.Function(
        java.util.Collections.nCopies(parameters, NumberType.I32), List.of(NumberType.I32));
  }

  /** Gives out memory from below to above, and takes none back. */
  private long realloc(long[] arguments) {
    long alignment = arguments[2];
    long address = (heapEnd + alignment - 1) & -alignment;
    heapEnd = address + arguments[3];
    say("%s realloc %d %d -> %d".formatted(name, alignment, arguments[3], address));
    return address;
  }

  @Override
  public ComponentInstance instance() {
    return instance;
  }

  @Override
  public Callee function(int index) {
    return world.function(index).callee();
  }

  @Override
  public CoreExtern.Function coreFunction(int index) {
    return coreFunctions.get(index);
  }

  @Override
  public GuestMemory memory(int index) {
    return memory;
  }

  @Override
  public CoreExtern.Table table(int index) {
    return new ThreadStarts(threadStarts);
  }

  private record ThreadStarts(List<CoreExtern.Function> functions) implements CoreExtern.Table {
    @Override
    public CoreType.Table type() {
      return new CoreType.Table(
          new CoreType.Reference(true, CoreType.AbstractHeap.FUNC),
          new CoreType.Limits(functions.size(), (long) functions.size(), false));
    }

    @Override
    public CoreExtern.Function function(int index) {
      if (Integer.compareUnsigned(index, functions.size()) >= 0) {
        throw new Trap(Trap.Kind.TABLE_OUT_OF_BOUNDS);
      }
      return functions.get(index);
    }
  }

  GuestMemory memory() {
    return memory;
  }

  BuiltIns builtIns() {
    return builtIns;
  }

  Trace trace() {
    return world.trace();
  }

  /** Says something that happened here, and what it changed in memory. */
  void say(String words) {
    trace().line(words);
    memory.sayChanges(name, trace());
  }

  /** Says what is left in the end. */
  void sayRest() {
    say(
        "%s has %d handles and %d threads"
            .formatted(name, instance.handles().count(), instance.threads().count()));
  }

  long variable(String variable) {
    return variables.getOrDefault(variable, 0L);
  }

  void assign(String variable, long value) {
    variables.put(variable, value);
  }

  /** What built-ins and functions are defined with here. */
  CanonicalOptions options(boolean async) {
    return options(async, null, null);
  }

  private static CanonicalOptions options(
      boolean async, @Nullable Integer postReturn, @Nullable Integer callback) {
    return new CanonicalOptions(StringEncoding.UTF8, 0, REALLOC_INDEX, postReturn, async, callback);
  }

  private int define(CoreType.Function type, FlatCall.Target target, String called) {
    coreFunctions.add(FlatCall.coreFunction(type, target, called));
    return coreFunctions.size() - 1;
  }

  /** Knows a resource type of this guest or another. */
  void bind(ResourceType type, RuntimeResource resource) {
    instance.bind(type, resource);
  }

  RuntimeResource define(Scenario.Resource resource, ResourceType type) {
    int destructor = define(TAKES_INT, in -> frame(resource).enter(in), resource.name());
    return canonical.resource(new Definition.Resource(type, destructor));
  }

  void define(Scenario.ThreadStart start) {
    threadStarts.add(FlatCall.coreFunction(TAKES_INT, in -> frame(start).enter(in), start.name()));
  }

  LiftedFunction define(Scenario.Function function, FuncType type) {
    boolean callback = function.kind() == Scenario.Kind.CALLBACK;
    boolean async = function.kind().asyncOption();
    CoreType.Function core = new Flattening().lift(type, async, callback);
    Integer postReturn = null;
    if (!async && function.turns().size() > 1) {
      postReturn =
          define(
              new CoreType.Function(core.results(), List.of()),
              this::postReturn,
              function.name() + " post-return");
    }
    return canonical.lift(
        new Definition.Lift(
            define(core, in -> enter(function, in), function.name()),
            options(
                async,
                postReturn,
                callback ? define(CALLBACK, this::callBack, function.name()) : null),
            type));
  }

  private Frame frame(Scenario.Definition definition) {
    return new Frame(this, world.tag(definition), definition.turns());
  }

  private long enter(Scenario.Function function, long[] arguments) {
    Frame frame = frame(function);
    world.frames().put(instance.store().current().task(), frame);
    return frame.enter(arguments);
  }

  private Frame current() {
    return world.frames().get(instance.store().current().task());
  }

  private long callBack(long[] event) {
    return Integer.toUnsignedLong(
        current().callBack((int) event[0], (int) event[1], (int) event[2]));
  }

  private long postReturn(long[] results) {
    current().postReturn(results);
    return 0;
  }
}
