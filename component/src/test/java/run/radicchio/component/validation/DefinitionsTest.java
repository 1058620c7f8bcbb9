package run.radicchio.component.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.CoreSort;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.definition.Definition.Item;
import run.radicchio.component.definition.Definition.Sort;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.TypeText;

/** What is made of the components of {@code src/test/wat/component}. */
class DefinitionsTest {
  private static final FuncType GIVES_U32 = new FuncType(false, List.of(), PrimitiveType.U32);

  private static InstanceType instance(String name, ExternType type) {
    return new InstanceType(new LinkedHashMap<>(Map.of(name, type)));
  }

  private static <T extends Definition> T only(ComponentDefinition component, Class<T> kind) {
    List<T> all = Components.all(component, kind);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private static ResourceType resource(ExternType type) {
    return switch (type) {
      case TypeBound.SubResource(ResourceType resource) -> resource;
      case TypeBound.EqualsResource(ResourceType resource) -> resource;
      default -> throw new AssertionError(type);
    };
  }

  private static FuncType takes(ResourceType resource) {
    return new FuncType(false, List.of(new FuncType.Parameter("f", new OwnType(resource))), null);
  }

  @Test
  void nestedComponents() {
    ComponentDefinition outer = Components.read("nested");
    assertEquals(
        List.of(
            new Definition.Instantiation(
                1, List.of(), instance("leaf", instance("given", GIVES_U32)), List.of()),
            new Definition.ExportAlias(Sort.INSTANCE, 0, "leaf"),
            new Definition.ExportAlias(Sort.FUNC, 1, "given"),
            new Definition.Export(new Item("result", Sort.FUNC, 0, null), GIVES_U32, List.of())),
        outer.definitions().subList(3, 7));
    ComponentDefinition middle =
        Components.all(outer, Definition.Component.class).getLast().definition();
    assertEquals(
        List.of(
            new Definition.OuterAlias(Sort.CORE_MODULE, 1, 0),
            new Definition.OuterAlias(Sort.COMPONENT, 1, 0),
            new Definition.CoreInstantiation(0, List.of()),
            new Definition.CoreExportAlias(CoreSort.FUNC, 0, "f")),
        middle.definitions().subList(0, 4));
    assertEquals(
        List.of(
            new Definition.InlineExports(
                List.of(new Item("inner", Sort.FUNC, 0, null)), instance("inner", GIVES_U32)),
            new Definition.ExportAlias(Sort.FUNC, 0, "inner"),
            new Definition.Instantiation(
                0,
                List.of(new Item("give", Sort.FUNC, 1, null)),
                instance("given", GIVES_U32),
                List.of())),
        middle.definitions().subList(5, 8));
  }

  @Test
  void coreInstances() {
    ComponentDefinition component = Components.read("core");
    assertEquals(
        List.of(CoreSort.FUNC, CoreSort.MEMORY, CoreSort.TABLE, CoreSort.GLOBAL, CoreSort.TAG),
        Components.all(component, Definition.CoreExportAlias.class).stream()
            .map(Definition.CoreExportAlias::sort)
            .toList());
    assertEquals(
        List.of("f", "m", "t", "g", "e"),
        only(component, Definition.CoreInlineExports.class).exports().stream()
            .map(Definition.CoreItem::name)
            .toList());
    assertEquals(
        new Definition.CoreInstantiation(1, List.of(new Definition.CoreArgument("env", 1))),
        Components.all(component, Definition.CoreInstantiation.class).getLast());
  }

  @Test
  void aResourceTypeUnderSeveralNames() {
    ComponentDefinition component = Components.read("resources");
    ResourceType file = only(component, Definition.Resource.class).resource();
    ComponentType type = component.type();
    assertEquals(new TypeBound.SubResource(file), type.exports().get("first"));
    assertEquals(new TypeBound.EqualsResource(file), type.exports().get("same"));
    assertEquals(takes(file), type.exports().get("close"));

    ResourceType hidden = resource(type.exports().get("hidden"));
    assertNotEquals(file, hidden);
    assertEquals(
        new Definition.Export(
            new Item("hidden", Sort.TYPE, -1, file),
            new TypeBound.SubResource(hidden),
            List.of(new IntroducedResource(hidden, List.of()))),
        Components.all(component, Definition.Export.class).get(2));
  }

  @Test
  void instantiationReplacesImportedResourceTypesAndMakesNewOnes() {
    ComponentDefinition component = Components.read("resources");
    ResourceType file = only(component, Definition.Resource.class).resource();
    List<ResourceType> made =
        Components.all(component, Definition.Instantiation.class).stream()
            .map(
                instantiation -> {
                  Map<String, ExternType> exports = instantiation.type().exports();
                  assertEquals(new TypeBound.EqualsResource(file), exports.get("renamed"));
                  assertEquals(takes(file), exports.get("close"));
                  ResourceType mine = resource(exports.get("mine"));
                  assertEquals(
                      List.of(new IntroducedResource(mine, List.of("mine"))),
                      instantiation.introduced());
                  return mine;
                })
            .toList();
    ResourceType hidden = resource(component.type().exports().get("hidden"));
    assertEquals(List.of(file, hidden, made.get(0), made.get(1)), component.resources());
    assertEquals(4, Set.copyOf(component.resources()).size());
    assertEquals(
        new TypeBound.SubResource(made.get(1)),
        ((InstanceType) component.type().exports().get("two")).exports().get("mine"));
  }

  @Test
  void whatWitComponentMakes() {
    ComponentDefinition component = Components.read("library");
    assertEquals(
        List.of("test:library/shelves@1.2.0", "print"),
        List.copyOf(component.type().imports().keySet()));

    InstanceType shelves =
        (InstanceType) component.type().imports().get("test:library/shelves@1.2.0");
    ResourceType shelf = resource(shelves.exports().get("shelf"));
    assertEquals(
        new Definition.Import(
            "test:library/shelves@1.2.0",
            shelves,
            List.of(new IntroducedResource(shelf, List.of("shelf")))),
        Components.all(component, Definition.Import.class).getFirst());
    assertEquals(
        "func(topics: topics) -> result<list<book>, problem>",
        TypeText.of((FuncType) shelves.exports().get("find")));

    NamedType book =
        assertInstanceOf(
            NamedType.class,
            assertInstanceOf(TypeBound.EqualsValue.class, shelves.exports().get("book")).type());
    RecordType.Field state = ((RecordType) book.type()).fields().getLast();
    assertEquals(new TypeBound.EqualsValue(state.type()), shelves.exports().get("state"));
  }

  @Test
  void theInterfaceThatWitComponentExports() {
    ComponentDefinition component = Components.read("library");
    ResourceType card = only(component, Definition.Resource.class).resource();
    ResourceType shelf = component.resources().getFirst();
    assertEquals(List.of(shelf, card), component.resources());

    InstanceType lending =
        (InstanceType) component.type().exports().get("test:library/lending@1.2.0");
    assertEquals(new TypeBound.EqualsResource(shelf), lending.exports().get("shelf"));
    assertEquals(new TypeBound.SubResource(card), lending.exports().get("card"));
    assertEquals(
        "async func(self: borrow<card>, book: book) -> result<_, problem>",
        TypeText.of((FuncType) lending.exports().get("[method]card.lend")));
    assertInstanceOf(StreamType.class, ((FuncType) lending.exports().get("returned")).result());
  }

  @Test
  void aPackageOfInterfaces() {
    ComponentDefinition component = Components.read("library-package");
    assertEquals(
        List.of("shelves", "lending", "library"), List.copyOf(component.type().exports().keySet()));
    TypeBound.EqualsExtern library =
        assertInstanceOf(TypeBound.EqualsExtern.class, component.type().exports().get("library"));
    ComponentType world =
        (ComponentType)
            ((ComponentType) library.type()).exports().get("test:library/library@1.2.0");
    assertEquals(
        List.of("test:library/shelves@1.2.0", "print"), List.copyOf(world.imports().keySet()));
    assertEquals(
        List.of("run", "test:library/lending@1.2.0"), List.copyOf(world.exports().keySet()));
  }

  @Test
  void namesAndAttributes() {
    assertEquals(
        List.of(
            "plain",
            "WITH-acronym-2x",
            "wasi:io/streams@0.2.12",
            "a-b:c/d-E@1.0.0-rc.1+build-7.01",
            "primary",
            "r",
            "[constructor]r",
            "[method]r.size",
            "[static]r.merge"),
        List.copyOf(Components.read("names").type().imports().keySet()));
  }
}
