package run.radicchio.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binary.Section;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;
import run.radicchio.component.validation.Flattening;

/**
 * Assembles a component that is valid, or nearly so, and does whatever is chosen: types, functions
 * of them in a core module that calls canonical built-ins, and a component inside that calls one of
 * the functions.
 */
final class Assembly {
  private static final List<PrimitiveType> PRIMITIVES = List.of(PrimitiveType.values());

  private final Choices choices;
  private final Bytes component = Bytes.component();
  private int types;
  private int coreFunctions;

  /** A type of values where it is used: what it is, and its index. */
  private record Type(ValType type, int index, boolean plain) {}

  private record Resource(ResourceType type, int index) {}

  private record Function(FuncType type, int index, boolean plain) {}

  private final List<Type> values = new ArrayList<>();
  private final List<Type> streams = new ArrayList<>();
  private final List<Type> futures = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();

  private Assembly(Choices choices) {
    this.choices = choices;
  }

  static byte[] component(Choices choices) {
    return new Assembly(choices).assemble();
  }

  private byte[] assemble() {
    for (int left = choices.below(3); left > 0; left--) {
      addResource();
    }
    for (int left = choices.below(10); left > 0; left--) {
      addType();
    }
    for (int left = 1 + choices.below(3); left > 0; left--) {
      addFunctionType();
    }
    addMemory();
    CoreCode code = new CoreCode(choices);
    addBuiltins(code);
    addFunctions(code);
    addCaller();
    return component.toArray();
  }

  /** Defines a type. */
  private int define(Bytes type) {
    component.section(Section.TYPE, 1, type);
    return types++;
  }

  /** Exports a type that may only be used by its name. */
  private int export(String name, int index) {
    component.section(Section.EXPORT, 1, new Bytes().externName(name).add(3).u32(index).add(0));
    return types++;
  }

  private void addResource() {
    int index = define(Bytes.of(0x3f, 0x7f, 0));
    resources.add(new Resource(new ResourceType("r"), export("r" + index, index)));
  }

  private void addType() {
    Type part = type();
    Type other = type();
    switch (choices.below(14)) {
      case 0 -> add(new ListType(part.type()), Bytes.of(0x70).add(use(part)), part.plain());
      case 1 -> add(new OptionType(part.type()), Bytes.of(0x6b).add(use(part)), part.plain());
      case 2 ->
          add(
              new ResultType(part.type(), other.type()),
              Bytes.of(0x6a, 1).add(use(part)).add(1).add(use(other)),
              part.plain() && other.plain());
      case 3 -> add(new ResultType(null, null), Bytes.of(0x6a, 0, 0), true);
      case 4 ->
          add(
              new TupleType(List.of(part.type(), other.type(), part.type())),
              Bytes.of(0x6f, 3).add(use(part)).add(use(other)).add(use(part)),
              part.plain() && other.plain());
      case 5 ->
          addNamed(
              new RecordType(
                  List.of(
                      new RecordType.Field("a", part.type()),
                      new RecordType.Field("b", other.type()))),
              Bytes.of(0x72, 2).name("a").add(use(part)).name("b").add(use(other)));
      case 6 ->
          addNamed(
              new VariantType(
                  List.of(
                      new VariantType.Case("a", part.type()),
                      new VariantType.Case("b", null),
                      new VariantType.Case("c", other.type()))),
              Bytes.of(0x71, 3)
                  .name("a")
                  .add(1)
                  .add(use(part))
                  .add(0)
                  .name("b")
                  .add(0, 0)
                  .name("c")
                  .add(1)
                  .add(use(other))
                  .add(0));
      case 7 -> addNamed(new EnumType(List.of("a", "b")), Bytes.of(0x6d, 2).name("a").name("b"));
      case 8 -> addNamed(new FlagsType(List.of("a", "b")), Bytes.of(0x6e, 2).name("a").name("b"));
      case 9, 10 -> {
        Type element = choices.oneIn(3) ? null : part;
        add(
            new StreamType(element == null ? null : element.type()),
            Bytes.of(0x66).add(optional(element)),
            element == null || element.plain());
      }
      case 11 -> {
        Type element = choices.oneIn(3) ? null : part;
        add(
            new FutureType(element == null ? null : element.type()),
            Bytes.of(0x65).add(optional(element)),
            element == null || element.plain());
      }
      case 12 ->
          add(new ListType(part.type(), 3), Bytes.of(0x67).add(use(part)).add(3), part.plain());
      default -> {
        if (!resources.isEmpty()) {
          Resource resource = choices.of(resources);
          boolean owned = !choices.oneIn(3);
          add(
              owned ? new OwnType(resource.type()) : new BorrowType(resource.type()),
              Bytes.of(owned ? 0x69 : 0x68).u32(resource.index()),
              false);
        }
      }
    }
  }

  private void add(ValType type, Bytes definition, boolean plain) {
    add(new Type(type, define(definition), plain));
  }

  private void addNamed(ValType type, Bytes definition) {
    int index = define(definition);
    add(new Type(type, export("t" + index, index), false));
  }

  private void add(Type type) {
    values.add(type);
    if (type.type() instanceof StreamType) {
      streams.add(type);
    } else if (type.type() instanceof FutureType) {
      futures.add(type);
    }
  }

  private Type type() {
    int choice = choices.below(2);
    return choice == 0 || values.isEmpty()
        ? new Type(choices.of(PRIMITIVES), -1, true)
        : choices.of(values);
  }

  private static Bytes use(Type type) {
    if (type.index() >= 0) {
      return new Bytes().s64(type.index());
    }
    return switch ((PrimitiveType) type.type()) {
      case ERROR_CONTEXT -> Bytes.of(0x64);
      case PrimitiveType primitive -> Bytes.of(0x7f - PRIMITIVES.indexOf(primitive));
    };
  }

  private static Bytes optional(@Nullable Type type) {
    return type == null ? Bytes.of(0) : Bytes.of(1).add(use(type));
  }

  private void addFunctionType() {
    boolean async = choices.oneIn(2);
    int count = choices.below(4);
    boolean plain = true;
    List<FuncType.Parameter> parameters = new ArrayList<>();
    Bytes definition = Bytes.of(async ? 0x43 : 0x40).u32(count);
    for (int i = 0; i < count; i++) {
      Type type = type();
      plain &= type.plain();
      parameters.add(new FuncType.Parameter("p" + i, type.type()));
      definition.name("p" + i).add(use(type));
    }
    Type result = choices.oneIn(3) ? null : type();
    if (result == null) {
      definition.add(1, 0);
    } else {
      plain &= result.plain();
      definition.add(0).add(use(result));
    }
    FuncType type = new FuncType(async, parameters, result == null ? null : result.type());
    functions.add(new Function(type, define(definition), plain));
  }

  /** A module with a memory and a function that allocates there: the first core instance. */
  private void addMemory() {
    component.section(Section.CORE_MODULE, memory());
    component.section(Section.CORE_INSTANCE, 1, Bytes.of(0, 0, 0));
    component.section(
        Section.ALIAS, 2, Bytes.of(0, 2, 1, 0).name("memory").add(0, 0, 1, 0).name("realloc"));
    coreFunctions = 1;
  }

  private Bytes memory() {
    // (func (param i32 i32 i32 i32) (result i32)): a constant, or what follows what came before.
    Bytes constant = Bytes.of(0, 0x41).s64(8L * choices.below(256)).add(0x0b);
    Bytes growing =
        Bytes.of(
            0, 0x23, 0, 0x23, 0, 0x20, 3, 0x6a, 0x41, 7, 0x6a, 0x41, 0x78, 0x71, 0x24, 0, 0x0b);
    return Bytes.module()
        .section(1, 1, Bytes.of(0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 1, 0x7f))
        .section(3, 1, Bytes.of(0))
        .section(5, 1, Bytes.of(1, 1, 2))
        .section(6, 1, Bytes.of(0x7f, 1, 0x41).s64(1024).add(0x0b))
        .section(7, 2, new Bytes().name("memory").add(2, 0).name("realloc").add(0, 0))
        .section(10, 1, new Bytes().sized(choices.oneIn(4) ? constant : growing));
  }

  /** Options: where strings and lists lie, and whether something is asynchronous. */
  private Bytes options(boolean realloc, boolean async, int... more) {
    Bytes options = Bytes.of(choices.below(3), 3, 0);
    int count = 2;
    if (realloc) {
      options.add(4, 0);
      count++;
    }
    if (async) {
      options.add(6);
      count++;
    }
    options.add(more);
    return new Bytes().u32(count + more.length / 2).add(options);
  }

  private void addBuiltins(CoreCode code) {
    for (int left = choices.below(16); left > 0; left--) {
      Builtin builtin = choices.of(Builtin.ALL);
      Bytes definition = Bytes.of(builtin.code());
      String parameters = builtin.parameters();
      boolean possible = true;
      for (Builtin.Immediate immediate : builtin.immediates()) {
        switch (immediate) {
          case RESOURCE -> possible &= index(definition, resourceIndices());
          case STREAM -> possible &= index(definition, indices(streams));
          case FUTURE -> possible &= index(definition, indices(futures));
          case FLAG -> definition.add(choices.below(2));
          case MEMORY -> definition.add(0);
          case COPY_OPTIONS -> definition.add(options(true, choices.oneIn(2)));
          case MEMORY_OPTIONS -> definition.add(options(true, false));
          case SLOT -> definition.add(0x7f, choices.below(2));
          case RESULT -> {
            Function function = choices.of(functions);
            ValType result = function.type().result();
            Type used =
                values.stream()
                    .filter(type -> type.type() == result)
                    .findFirst()
                    .orElse(new Type(result == null ? PrimitiveType.BOOL : result, -1, true));
            definition.add(result == null ? Bytes.of(1, 0) : Bytes.of(0).add(use(used)));
            definition.add(options(false, false));
            List<CoreType.NumberType> flat =
                result == null ? List.of() : new Flattening().flatten(List.of(result));
            parameters = flat.size() > Flattening.MAX_PARAMETERS ? "i" : letters(flat);
          }
        }
      }
      if (possible) {
        component.section(Section.CANON, 1, definition);
        code.importFunction(
            new CoreCode.Function("b" + coreFunctions++, parameters, builtin.results()));
      }
    }
  }

  private boolean index(Bytes definition, List<Integer> indices) {
    if (indices.isEmpty()) {
      return false;
    }
    definition.u32(choices.of(indices));
    return true;
  }

  private List<Integer> resourceIndices() {
    return resources.stream().map(Resource::index).toList();
  }

  private static List<Integer> indices(List<Type> types) {
    return types.stream().map(Type::index).toList();
  }

  private static String letters(List<? extends CoreType.Value> types) {
    return types.stream().map(Assembly::letter).collect(Collectors.joining());
  }

  private static String letter(CoreType.Value type) {
    return switch (type) {
      case CoreType.NumberType.I64 -> "l";
      case CoreType.NumberType.F32 -> "f";
      case CoreType.NumberType.F64 -> "d";
      default -> "i";
    };
  }

  /** The functions of the component, in a core module that has all built-ins. */
  private void addFunctions(CoreCode code) {
    int builtins = coreFunctions - 1;
    List<Integer> modes =
        functions.stream().map(each -> each.type().async() ? choices.below(3) : 0).toList();
    for (int i = 0; i < functions.size(); i++) {
      int mode = modes.get(i);
      CoreType.Function type = new Flattening().lift(functions.get(i).type(), mode > 0, mode == 2);
      code.define(
          new CoreCode.Function("f" + i, letters(type.parameters()), letters(type.results())));
    }
    code.define(new CoreCode.Function("callback", "iii", "i"));
    component.section(Section.CORE_MODULE, Bytes.of().add(code.module()));
    component.section(
        Section.CORE_INSTANCE,
        2,
        Bytes.of(1)
            .u32(builtins)
            .add(Bytes.repeat(builtins, i -> new Bytes().name("b" + (i + 1)).add(0).u32(i + 1)))
            .add(0, 1, 2)
            .name("b")
            .add(0x12, 1)
            .name("m")
            .add(0x12, 0));
    int first = coreFunctions;
    for (int i = 0; i < functions.size(); i++) {
      component.section(Section.ALIAS, 1, Bytes.of(0, 0, 1, 2).name("f" + i));
    }
    component.section(Section.ALIAS, 1, Bytes.of(0, 0, 1, 2).name("callback"));
    int callback = first + functions.size();
    for (int i = 0; i < functions.size(); i++) {
      int mode = modes.get(i);
      int[] more = mode == 2 ? new int[] {7, callback} : new int[0];
      component.section(
          Section.CANON,
          1,
          Bytes.of(0, 0)
              .u32(first + i)
              .add(options(true, mode > 0, more))
              .u32(functions.get(i).index()));
    }
    for (int i = 0; i < functions.size(); i++) {
      component.section(Section.EXPORT, 1, new Bytes().externName("f" + i).add(1).u32(i).add(0));
    }
  }

  /** A component that calls a function of this one, and its function that does. */
  private void addCaller() {
    for (int i = 0; i < functions.size(); i++) {
      Function function = functions.get(i);
      if (function.plain()) {
        addCaller(function, i);
        return;
      }
    }
  }

  private void addCaller(Function function, int index) {
    Assembly caller = new Assembly(choices);
    boolean async = function.type().async() && choices.oneIn(2);
    CoreType.Function core = new Flattening().lower(function.type(), async);
    caller.component.section(Section.ALIAS, 1, Bytes.of(3, 2, 1).u32(function.index()));
    caller.component.section(Section.IMPORT, 1, new Bytes().externName("f").add(1, 0));
    caller.types = 1;
    caller.functions.add(
        new Function(
            new FuncType(true, List.of(), null), caller.define(Bytes.of(0x43, 0, 1, 0)), true));
    caller.addMemory();
    caller.component.section(Section.CANON, 1, Bytes.of(1, 0, 0).add(caller.options(true, async)));
    caller.coreFunctions = 2;
    CoreCode code = new CoreCode(choices);
    code.importFunction(
        new CoreCode.Function("b1", letters(core.parameters()), letters(core.results())));
    caller.addBuiltins(code);
    caller.addCallingFunction(code);
    component.section(Section.COMPONENT, caller.component);
    component.section(Section.INSTANCE, 1, Bytes.of(0, 0, 1).name("f").add(1).u32(index));
    component.section(Section.ALIAS, 1, Bytes.of(1, 0, 0).name("g"));
    component.section(
        Section.EXPORT, 1, new Bytes().externName("g").add(1).u32(2 * functions.size()).add(0));
  }

  private void addCallingFunction(CoreCode code) {
    int builtins = coreFunctions - 1;
    code.define(new CoreCode.Function("g", "", ""));
    component.section(Section.CORE_MODULE, Bytes.of().add(code.module()));
    component.section(
        Section.CORE_INSTANCE,
        2,
        Bytes.of(1)
            .u32(builtins)
            .add(Bytes.repeat(builtins, i -> new Bytes().name("b" + (i + 1)).add(0).u32(i + 1)))
            .add(0, 1, 2)
            .name("b")
            .add(0x12, 1)
            .name("m")
            .add(0x12, 0));
    component.section(Section.ALIAS, 1, Bytes.of(0, 0, 1, 2).name("g"));
    component.section(Section.CANON, 1, Bytes.of(0, 0).u32(coreFunctions).add(0).u32(types - 1));
    component.section(Section.EXPORT, 1, new Bytes().externName("g").add(1, 1, 0));
  }
}
