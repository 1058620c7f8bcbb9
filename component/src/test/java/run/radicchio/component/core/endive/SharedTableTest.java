package run.radicchio.component.core.endive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreType.NumberType;

/**
 * Instances that share a table, each with the same types at indices of its own: whatever they call
 * through it, in whatever way, is what was called if its type is right, and a trap otherwise.
 */
final class SharedTableTest {
  private static final int I32 = 0x7f;
  private static final int I64 = 0x7e;
  private static final int F32 = 0x7d;
  private static final int F64 = 0x7c;
  private static final int FUNCREF = 0x70;
  private static final int EXTERNREF = 0x6f;

  private static final int SHARED = 0;
  private static final int OWN = 1;

  /**
   * The types of functions.
   *
   * <p>Each returns a number that is its own, somehow: what is left of its result after {@link
   * #unpack}.
   */
  private enum Kind {
    NOTHING_TO_INT("", "i"),
    INT_TO_INT("i", "i"),
    LONG_TO_INT("l", "i"),
    TWO_TO_INT("ii", "i"),
    FLOATS_TO_INT("fd", "i"),
    REFERENCE_TO_INT("r", "i"),
    OBJECT_TO_INT("oi", "i"),
    NOTHING_TO_LONG("", "l"),
    NOTHING_TO_TWO("", "ii"),
    NOTHING_TO_REFERENCE("", "r"),
    NOTHING("", "");

    private static final List<Kind> ALL = List.of(values());

    private final String parameters;
    private final String results;

    Kind(String parameters, String results) {
      this.parameters = parameters;
      this.results = results;
    }

    int number() {
      return ALL.indexOf(this);
    }

    private ModuleBytes type() {
      return type(parameters);
    }

    private ModuleBytes type(String otherParameters) {
      return ModuleBytes.of(0x60).add(types(otherParameters)).add(types(results));
    }

    private static ModuleBytes types(String letters) {
      ModuleBytes types = new ModuleBytes().u32(letters.length());
      letters.chars().forEach(letter -> types.add(valueType(letter)));
      return types;
    }

    private static int valueType(int letter) {
      return switch (letter) {
        case 'i' -> I32;
        case 'l' -> I64;
        case 'f' -> F32;
        case 'd' -> F64;
        case 'r' -> FUNCREF;
        default -> EXTERNREF;
      };
    }

    /** A function of the host; what it does is known by its result, if it has one of numbers. */
    private CoreExtern.Function host(int number) {
      return Modules.host(
          Modules.type(coreTypes(parameters), coreTypes(results).toArray(CoreType.Value[]::new)),
          _ ->
              switch (this) {
                case NOTHING, NOTHING_TO_REFERENCE -> null;
                case NOTHING_TO_LONG -> (long) number;
                case NOTHING_TO_TWO -> new Object[] {5, number};
                default -> number;
              });
    }

    private static List<CoreType.Value> coreTypes(String letters) {
      return letters.chars().mapToObj(Kind::coreType).toList();
    }

    private static CoreType.Value coreType(int letter) {
      return switch (letter) {
        case 'i' -> NumberType.I32;
        case 'l' -> NumberType.I64;
        case 'f' -> NumberType.F32;
        case 'd' -> NumberType.F64;
        case 'r' -> new CoreType.Reference(true, CoreType.AbstractHeap.FUNC);
        default -> new CoreType.Reference(true, CoreType.AbstractHeap.EXTERN);
      };
    }

    /** Leaves some arguments on the stack. */
    private ModuleBytes arguments() {
      ModuleBytes code = new ModuleBytes();
      for (int i = 0; i < parameters.length(); i++) {
        switch (valueType(parameters.charAt(i))) {
          case I32 -> code.add(0x41, 1);
          case I64 -> code.add(0x42, 2);
          case F32 -> code.add(0x43, 0, 0, 0, 0);
          case F64 -> code.add(0x44, 0, 0, 0, 0, 0, 0, 0, 0);
          case FUNCREF -> code.add(0xd2, 0);
          default -> code.add(0xd0, EXTERNREF);
        }
      }
      return code;
    }

    /**
     * Leaves results on the stack that mean a number; the function at index 0 returns it plus 1.
     */
    private ModuleBytes pack(int number) {
      return switch (this) {
        case NOTHING -> new ModuleBytes().constant(number).add(0x24, 0);
        case NOTHING_TO_LONG -> new ModuleBytes().constant(number).add(0xac);
        case NOTHING_TO_TWO -> ModuleBytes.of(0x41, 5).constant(number);
        case NOTHING_TO_REFERENCE -> ModuleBytes.of(0xd2, 0);
        default -> new ModuleBytes().constant(number);
      };
    }

    /** Makes the number of what the function left on the stack, in code with a local 1. */
    private ModuleBytes unpack(Module module) {
      return switch (this) {
        case NOTHING -> ModuleBytes.of(0x23, 0);
        case NOTHING_TO_LONG -> ModuleBytes.of(0xa7);
        case NOTHING_TO_TWO -> ModuleBytes.of(0x21, 1, 0x1a, 0x20, 1);
        case NOTHING_TO_REFERENCE ->
            ModuleBytes.of(0x21, 2, 0x41, 0, 0x20, 2, 0x26, OWN, 0x41, 0)
                .add(0x11, module.type(NOTHING_TO_INT), OWN);
        default -> new ModuleBytes();
      };
    }
  }

  /** How to call what is in the shared table. */
  private enum Way {
    /** From there. */
    INDIRECT,
    /** At the end of a function. */
    TAIL,
    /** From another table, after a copy. */
    COPIED,
    /** From another table, after reading and writing. */
    MOVED,
    /** As a reference of that type. */
    CAST,
    /** The same, at the end of a function. */
    CAST_TAIL;

    private static final List<Way> ALL = List.of(values());
  }

  /**
   * A module that imports a table of all functions and a global, and has a function of each kind.
   *
   * @param order where the type of each kind is among its types
   * @param first the number of its first function
   */
  private record Module(List<Kind> order, int gap, int first) {
    private static final int KINDS = Kind.ALL.size();
    private static final int CALLS = KINDS * Way.ALL.size();

    int type(Kind kind) {
      return gap + order.indexOf(kind);
    }

    private int tailType(Kind kind) {
      return gap + KINDS + kind.number();
    }

    private int callType() {
      return gap + 2 * KINDS;
    }

    private int call(Kind kind, Way way) {
      return KINDS + kind.number() * Way.ALL.size() + Way.ALL.indexOf(way);
    }

    private int tail(Kind kind, Way way) {
      return CALLS + call(kind, way);
    }

    byte[] bytes() {
      List<ModuleBytes> types = new ArrayList<>();
      List<ModuleBytes> functions = new ArrayList<>();
      List<ModuleBytes> exports = new ArrayList<>();
      List<ModuleBytes> bodies = new ArrayList<>();
      for (int i = 0; i < gap; i++) {
        types.add(ModuleBytes.of(0x60, 1, F64, 1, F64));
      }
      order.forEach(kind -> types.add(kind.type()));
      ModuleBytes references = new ModuleBytes();
      for (Kind kind : Kind.ALL) {
        types.add(kind.type("i"));
        functions.add(new ModuleBytes().u32(type(kind)));
        bodies.add(body(kind.pack(first + kind.number())));
        references.u32(kind.number());
      }
      types.add(ModuleBytes.of(0x60, 1, I32, 1, I32));
      for (Kind kind : Kind.ALL) {
        for (Way way : Way.ALL) {
          functions.add(new ModuleBytes().u32(callType()));
          bodies.add(body(way(kind, way).add(kind.unpack(this))));
          exports.add(new ModuleBytes().name(kind + " " + way).add(0).u32(call(kind, way)));
        }
      }
      for (Kind kind : Kind.ALL) {
        for (Way way : Way.ALL) {
          functions.add(new ModuleBytes().u32(tailType(kind)));
          bodies.add(body(tailBody(kind, way)));
        }
      }
      return ModuleBytes.module()
          .section(1, types)
          .section(
              2,
              List.of(
                  new ModuleBytes().name("").name("table").add(1, FUNCREF, 0, 0),
                  new ModuleBytes().name("").name("global").add(3, I32, 1)))
          .section(3, functions)
          .section(4, List.of(ModuleBytes.of(FUNCREF, 0, 2)))
          .section(7, exports)
          .section(
              9, List.of(ModuleBytes.of(0).constant(first).add(0x0b).u32(KINDS).add(references)))
          .section(10, bodies)
          .toArray();
    }

    private static ModuleBytes body(ModuleBytes code) {
      return new ModuleBytes().sized(ModuleBytes.of(2, 1, I32, 1, FUNCREF).add(code).add(0x0b));
    }

    private ModuleBytes way(Kind kind, Way way) {
      ModuleBytes arguments = kind.arguments();
      return switch (way) {
        case INDIRECT -> arguments.add(0x20, 0).add(indirect(0x11, kind, SHARED));
        case COPIED ->
            ModuleBytes.of(0x41, 1, 0x20, 0, 0x41, 1, 0xfc, 14, OWN, SHARED)
                .add(arguments)
                .add(0x41, 1)
                .add(indirect(0x11, kind, OWN));
        case MOVED ->
            ModuleBytes.of(0x41, 0, 0x20, 0, 0x25, SHARED, 0x26, OWN)
                .add(arguments)
                .add(0x41, 0)
                .add(indirect(0x11, kind, OWN));
        case CAST -> arguments.add(cast(0x14, kind));
        case TAIL, CAST_TAIL -> ModuleBytes.of(0x20, 0, 0x10).u32(tail(kind, way));
      };
    }

    private ModuleBytes tailBody(Kind kind, Way way) {
      ModuleBytes arguments = kind.arguments();
      return switch (way) {
        case TAIL -> arguments.add(0x20, 0).add(indirect(0x13, kind, SHARED));
        case CAST_TAIL -> arguments.add(cast(0x15, kind));
        default -> ModuleBytes.of(0x00);
      };
    }

    private ModuleBytes indirect(int opcode, Kind kind, int table) {
      return ModuleBytes.of(opcode).u32(type(kind)).add(table);
    }

    private ModuleBytes cast(int opcode, Kind kind) {
      return ModuleBytes.of(0x20, 0, 0x25, SHARED, 0xfb, 0x17)
          .u32(type(kind))
          .add(opcode)
          .u32(type(kind));
    }
  }

  @Provide
  Arbitrary<List<Kind>> orders() {
    return Arbitraries.shuffle(Kind.ALL);
  }

  @Property(tries = 1)
  void rightCallsWorkAndWrongOnesTrap(
      @ForAll("orders") List<Kind> a,
      @ForAll("orders") List<Kind> b,
      @ForAll("orders") List<Kind> c) {
    int kinds = Kind.ALL.size();
    CoreInstance shared =
        Modules.ENGINE
            .compile(
                ModuleBytes.module()
                    .section(4, List.of(ModuleBytes.of(FUNCREF, 0).u32(4 * kinds)))
                    .section(6, List.of(ModuleBytes.of(I32, 1, 0x41, 0, 0x0b)))
                    .section(
                        7,
                        List.of(
                            new ModuleBytes().name("table").add(1, 0),
                            new ModuleBytes().name("global").add(3, 0)))
                    .toArray())
            .instantiate(List.of());
    GuestTable table = (GuestTable) shared.export("table");
    for (Kind kind : Kind.ALL) {
      int element = 3 * kinds + kind.number();
      table.set(element, FunctionReference.to(kind.host(element)));
    }
    List<CoreExtern> imports = List.of(shared.export("table"), shared.export("global"));
    List<CoreInstance> instances = new ArrayList<>();
    for (Module module :
        List.of(new Module(a, 0, 0), new Module(b, 2, kinds), new Module(c, 1, 2 * kinds))) {
      instances.add(Modules.ENGINE.compile(module.bytes()).instantiate(imports));
    }
    for (CoreInstance instance : instances) {
      for (int element = 0; element < 4 * kinds; element++) {
        for (Kind kind : Kind.ALL) {
          for (Way way : Way.ALL) {
            checkCall(instance, element, kind, way);
          }
        }
      }
    }
  }

  private static void checkCall(CoreInstance instance, int element, Kind kind, Way way) {
    String name = kind + " " + way;
    int kinds = Kind.ALL.size();
    if (element % kinds == kind.number()) {
      checkRightCall(instance, element, kind, name);
    } else {
      boolean cast = way == Way.CAST || way == Way.CAST_TAIL;
      assertEquals(
          cast ? Trap.Kind.OTHER_CORE : Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH,
          assertThrows(Trap.class, () -> call(instance, name, element), name).kind(),
          name);
    }
  }

  private static void checkRightCall(CoreInstance instance, int element, Kind kind, String name) {
    int first = element / Kind.ALL.size() * Kind.ALL.size();
    boolean host = first == 3 * Kind.ALL.size();
    switch (kind) {
      case NOTHING_TO_REFERENCE -> {
        if (host) {
          assertEquals(
              Trap.Kind.UNINITIALIZED_ELEMENT,
              assertThrows(Trap.class, () -> call(instance, name, element), name).kind());
        } else {
          // It leads to the first function of the callee's module.
          assertEquals((Object) first, outcome(instance, name, element), name);
        }
      }
      case NOTHING -> {
        Object seen = outcome(instance, name, element);
        assertEquals(host ? seen : (Object) element, seen, name);
      }
      default -> assertEquals((Object) element, outcome(instance, name, element), name);
    }
  }

  private static @Nullable Object outcome(CoreInstance instance, String name, int element) {
    try {
      return call(instance, name, element);
    } catch (Trap trap) {
      throw new AssertionError(name + " of element " + element, trap);
    }
  }
}
