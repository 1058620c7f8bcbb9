package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import run.radicchio.component.ComponentException;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.definition.ComponentDefinition;

class ComponentReaderTest {
  private static final int CUSTOM = 0;
  private static final int COMPONENT = 4;
  private static final int TYPE = 7;
  private static final int IMPORT = 10;

  private static String problem(ComponentBytes bytes) {
    return Components.problem(bytes.toArray());
  }

  @Test
  void theSmallestComponent() {
    ComponentDefinition component = Components.read(ComponentBytes.component().toArray());
    assertEquals(List.of(), component.definitions());
    assertEquals(List.of(), List.copyOf(component.type().exports().keySet()));
  }

  @Test
  void whatIsNoComponent() {
    assertEquals(
        "unexpected end-of-file: expected a component, found nothing (at offset 0x0)",
        problem(ComponentBytes.raw()));
    assertEquals(
        "is not WebAssembly: expected a component, which begins with \\0asm (text is made into one"
            + " by `wasm-tools parse`) (at offset 0x0)",
        Components.problem("(component)".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "is a core module, not a component: expected a version header for a component;"
            + " `wasm-tools component new` makes a component of a module (at offset 0x0)",
        problem(ComponentBytes.raw(0, 'a', 's', 'm', 1, 0, 0, 0)));
    assertEquals(
        "unknown binary version: expected version 0xd of layer 1, found 0xe of 1 (at offset 0x4)",
        problem(ComponentBytes.raw(0, 'a', 's', 'm', 0x0e, 0, 1, 0)));
    assertEquals(
        "unexpected end-of-file: expected the version of a component (at offset 0x6)",
        problem(ComponentBytes.raw(0, 'a', 's', 'm', 0x0d, 0)));
  }

  @Test
  void sections() {
    assertEquals(
        "malformed section id: expected 0 to 12, found 13 (at offset 0x8)",
        problem(ComponentBytes.component().section(13, ComponentBytes.raw())));
    assertEquals(
        "unexpected content: expected the end of the section, found 1 bytes (at offset 0xb)",
        problem(ComponentBytes.component().section(TYPE, ComponentBytes.raw(0, 0x73))));
    assertEquals(
        "unexpected end-of-file: expected the contents of a section of 9 bytes, where 1 are left"
            + " (at offset 0xa)",
        problem(ComponentBytes.component().add(TYPE, 9, 0)));
    // Whatever a custom section holds after its name, the component is valid.
    Components.read(
        ComponentBytes.component()
            .section(CUSTOM, ComponentBytes.raw().name("component-name").add(0xff, 0xff))
            .toArray());
  }

  @Test
  void gatedFeaturesAreRefusedByName() {
    assertEquals(
        "start functions are a gated feature of the Component Model, which is not supported (at"
            + " offset 0xa)",
        problem(ComponentBytes.component().section(9, ComponentBytes.raw(0))));
    assertEquals(
        "values are a gated feature of the Component Model, which is not supported (at offset 0xa)",
        problem(ComponentBytes.component().section(12, ComponentBytes.raw(0))));
    for (int code : List.of(0x40, 0x41, 0x42)) {
      assertEquals(
          "shared-everything threads are a gated feature of the Component Model, which is not"
              + " supported (at offset 0xb)",
          problem(ComponentBytes.component().section(8, 1, ComponentBytes.raw(code, 0))));
    }
    for (int code : List.of(0x08, 0x09)) {
      assertEquals(
          "canonical options for garbage collection are a gated feature of the Component Model,"
              + " which is not supported (at offset 0xf)",
          problem(
              ComponentBytes.component()
                  .section(8, 1, ComponentBytes.raw(0x09, 0x01, 0x00, 0x01, code))));
    }
  }

  @Test
  void valuesAreRefusedWhereverTheyAreNamed() {
    String values = "values are a gated feature of the Component Model, which is not supported";
    ComponentBytes value = ComponentBytes.raw(0x02, 0);
    List<ComponentBytes> places =
        List.of(
            ComponentBytes.component()
                .section(IMPORT, 1, ComponentBytes.raw().externName("a").add(value)),
            ComponentBytes.component()
                .section(11, 1, ComponentBytes.raw().externName("a").add(value).add(0)),
            ComponentBytes.component().section(6, 1, ComponentBytes.raw(0x02, 0, 0).name("a")),
            ComponentBytes.component()
                .section(4, ComponentBytes.component())
                .section(5, 1, ComponentBytes.raw(0, 0, 1).name("a").add(value)));
    for (ComponentBytes place : places) {
      String problem = problem(place);
      assertTrue(problem.startsWith(values), problem);
    }
  }

  @Test
  void sortsThatCannotBeWhereTheyAre() {
    ComponentBytes module = ComponentBytes.raw(0, 'a', 's', 'm', 1, 0, 0, 0);
    String argument =
        problem(
            ComponentBytes.component()
                .section(1, module)
                .section(2, 1, ComponentBytes.raw(0, 0, 1).name("a").add(0x11, 0)));
    assertTrue(argument.contains("instantiation arg kind"), argument);
    String export =
        problem(
            ComponentBytes.component()
                .section(8, 1, ComponentBytes.raw(0x05))
                .section(11, 1, ComponentBytes.raw().externName("f").add(0, 0, 0, 0)));
    assertTrue(export.contains("invalid leading byte (0x0)"), export);
  }

  @Test
  void offsetsInNestedComponentsAreThoseOfTheFile() {
    ComponentBytes inner =
        ComponentBytes.component().section(TYPE, 1, ComponentBytes.raw(0x70).typeIndex(5));
    InvalidComponentException problem =
        assertThrows(
            InvalidComponentException.class,
            () -> Components.read(ComponentBytes.component().section(COMPONENT, inner).toArray()));
    assertEquals(0x16, problem.offset());
  }

  @Test
  void aModuleWhereAComponentMustBeAndTheOtherWayRound() {
    assertTrue(
        problem(
                ComponentBytes.component()
                    .section(COMPONENT, ComponentBytes.raw(0, 'a', 's', 'm', 1, 0, 0, 0)))
            .startsWith("is a core module, not a component"));
    assertEquals(
        "expected a version header for a module, found a component where a core module must be (at"
            + " offset 0xa)",
        problem(ComponentBytes.component().section(1, ComponentBytes.component())));
  }

  @Test
  void aMalformedCoreModule() {
    MalformedComponentException problem =
        assertThrows(
            MalformedComponentException.class,
            () ->
                Components.read(
                    ComponentBytes.component()
                        .section(1, ComponentBytes.raw(0, 'a', 's', 'm', 1, 0, 0, 0, 99, 0))
                        .toArray()));
    assertEquals(0xa, problem.offset());
    assertTrue(problem.getMessage().startsWith("not a core module: "), problem.getMessage());
  }

  @Test
  void anInvalidCoreModule() {
    ComponentBytes module =
        ComponentBytes.raw(0, 'a', 's', 'm', 1, 0, 0, 0)
            .section(1, ComponentBytes.raw(1, 0x60, 0, 1, 0x7f)) // a function that gives an i32
            .section(3, ComponentBytes.raw(1, 0))
            .section(10, ComponentBytes.raw(1, 2, 0, 0x0b)); // and that is empty
    InvalidComponentException problem =
        assertThrows(
            InvalidComponentException.class,
            () -> Components.read(ComponentBytes.component().section(1, module).toArray()));
    assertEquals(0xa, problem.offset());
    assertTrue(problem.getMessage().startsWith("not a valid core module: "), problem.getMessage());
  }

  @Test
  void everyPrefixOfAComponentIsRefusedOrAComponent() {
    byte[] bytes = Components.bytes("library");
    int refused = 0;
    for (int length = 0; length < bytes.length; length++) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      try {
        Components.read(prefix);
      } catch (MalformedComponentException e) {
        refused++;
        assertTrue(e.offset() <= length, e.getMessage());
      }
    }
    // What is cut between sections is a component.
    assertTrue(refused > bytes.length - 100, refused + " of " + bytes.length);
  }

  @Property(tries = 2000)
  void whateverTheBytesOnlyTheDocumentedErrorsAreThrown(
      @ForAll @IntRange(max = 1466) int position,
      @ForAll byte value,
      @ForAll @IntRange(max = 1466) int secondPosition,
      @ForAll byte secondValue) {
    byte[] bytes = Components.bytes("library-package");
    assertEquals(1467, bytes.length);
    bytes[position] = value;
    bytes[secondPosition] = secondValue;
    try {
      Components.read(bytes);
    } catch (ComponentException expected) {
      assertTrue(
          expected instanceof InvalidComponentException
              || expected instanceof MalformedComponentException);
    }
  }

  @Test
  void aTypeThatIsEnormousWhenWrittenOut() {
    ComponentBytes types = ComponentBytes.raw(0x6f, 2, 0x7d, 0x7d);
    for (int i = 0; i < 24; i++) {
      types.add(0x6f).u32(2).typeIndex(i).typeIndex(i);
    }
    assertTrue(
        problem(ComponentBytes.component().section(TYPE, 25, types))
            .startsWith("effective type size exceeds the limit of 1000000 types"));
  }

  @Test
  void typesNestedTooDeep() {
    ComponentBytes types = ComponentBytes.raw(0x70, 0x7d);
    for (int i = 0; i < 200; i++) {
      types.add(0x70).typeIndex(i);
    }
    assertTrue(
        problem(ComponentBytes.component().section(TYPE, 201, types))
            .startsWith("type nesting is too deep: at most 100 levels are allowed"));
  }

  @Test
  void componentsNestedTooDeep() {
    ComponentBytes nested = ComponentBytes.component();
    for (int i = 0; i < 200; i++) {
      nested = ComponentBytes.component().section(COMPONENT, nested);
    }
    assertTrue(
        problem(nested)
            .startsWith("nesting is too deep: at most 100 components and types inside each other"));
  }

  @Test
  void anInstanceTypeCopiedTooOften() {
    int exports = 2000;
    ComponentBytes type = ComponentBytes.raw(0x42).u32(exports);
    for (int i = 0; i < exports; i++) {
      type.add(0x04).externName("r" + i).add(0x03, 0x01);
    }
    int imports = 2000;
    ComponentBytes imported = ComponentBytes.raw();
    for (int i = 0; i < imports; i++) {
      imported.externName("i" + i).add(0x05, 0);
    }
    assertTrue(
        problem(
                ComponentBytes.component()
                    .section(TYPE, 1, type)
                    .section(IMPORT, imports, imported))
            .startsWith("its definitions and types are too complex for its size"));
  }
}
