package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/**
 * A component, component type or instance type that is being read: its index spaces and what it
 * imports and exports so far.
 *
 * <p>The types in it may name resource types by {@linkplain ResourceAliases aliases}; an entry of
 * the type index space is never a {@code sub resource}, but the resource type that one introduced.
 */
final class Scope {
  /** How deep components and types may be nested. */
  private static final int MAX_DEPTH = 100;

  /** What a scope is of. */
  enum Kind {
    COMPONENT,
    COMPONENT_TYPE,
    INSTANCE_TYPE
  }

  private final Reading reading;
  private final Kind kind;
  private final @Nullable Scope outer;
  private final int depth;

  final IndexSpace<CoreModuleType> modules = new IndexSpace<>("module");
  final IndexSpace<Map<String, CoreType>> coreInstances = new IndexSpace<>("core instance");
  final IndexSpace<CoreTypeDefinition> coreTypes = new IndexSpace<>("core type");
  final IndexSpace<CoreType.Function> coreFunctions = new IndexSpace<>("core function");
  final IndexSpace<CoreType.Table> tables = new IndexSpace<>("table");
  final IndexSpace<CoreType.Memory> memories = new IndexSpace<>("memory");
  final IndexSpace<CoreType.Global> globals = new IndexSpace<>("global");
  final IndexSpace<CoreType.Tag> tags = new IndexSpace<>("tag");
  final IndexSpace<ComponentType> components = new IndexSpace<>("component");
  final IndexSpace<InstanceType> instances = new IndexSpace<>("instance");
  final IndexSpace<FuncType> functions = new IndexSpace<>("function");
  final IndexSpace<TypeBound> types = new IndexSpace<>("type");

  private final ScopeNames importNames = ScopeNames.of("import");
  private final ScopeNames exportNames = ScopeNames.of("export");
  private final Visibility importable;
  private final Visibility exportable;
  private final SequencedMap<String, ExternType> imports = new LinkedHashMap<>();
  private final SequencedMap<String, ExternType> exports = new LinkedHashMap<>();

  private final List<Definition> definitions = new ArrayList<>();
  private final List<ResourceType> resources = new ArrayList<>();
  private final Set<ResourceType> imported = new HashSet<>();
  private final Set<ResourceType> local = new HashSet<>();

  /** The resource types that come into being here, to which imports cannot refer. */
  private final Set<ResourceType> notImported = new HashSet<>();

  /**
   * An empty scope inside another, or inside none.
   *
   * @throws InvalidComponentException if it is inside too many
   */
  Scope(Reading reading, Kind kind, @Nullable Scope outer, long offset) {
    this.reading = reading;
    this.kind = kind;
    this.outer = outer;
    this.depth = outer == null ? 0 : outer.depth + 1;
    this.importable = new Visibility(reading.aliases());
    this.exportable = new Visibility(reading.aliases());
    if (depth > MAX_DEPTH) {
      throw new InvalidComponentException(
          "nesting is too deep: at most " + MAX_DEPTH + " components and types inside each other",
          offset);
    }
  }

  Reading reading() {
    return reading;
  }

  /** Whether definitions that run can be made here. */
  boolean isComponent() {
    return kind == Kind.COMPONENT;
  }

  /** Whether there can be imports here. */
  boolean hasImports() {
    return kind != Kind.INSTANCE_TYPE;
  }

  /**
   * The scope so many scopes outwards.
   *
   * @throws InvalidComponentException if there are not so many
   */
  Scope outer(int count, long offset) {
    if (Integer.compareUnsigned(count, depth) > 0) {
      throw new InvalidComponentException(
          "invalid outer alias count of %s: there are %d scopes around this one"
              .formatted(Integer.toUnsignedString(count), depth),
          offset);
    }
    Scope scope = this;
    for (int i = 0; i < count && scope.outer != null; i++) {
      scope = scope.outer;
    }
    return scope;
  }

  /** Whether the scope so many scopes outwards belongs to another component than this one. */
  boolean isInOtherComponent(int count) {
    Scope scope = this;
    for (int i = 0; i < count && scope != null; i++) {
      if (scope.isComponent()) {
        return true;
      }
      scope = scope.outer;
    }
    return false;
  }

  /** Adds a definition that runs. */
  void define(Definition definition) {
    definitions.add(definition);
  }

  /** Adds a resource type that is defined here. */
  void addLocal(ResourceType resource) {
    local.add(resource);
    notImported.add(resource);
    resources.add(resource);
  }

  /** Whether a resource type, by any name, is defined here. */
  boolean isLocal(ResourceType resource) {
    return local.contains(reading.aliases().resolve(resource));
  }

  /** Adds the resource types that a definition introduces here. */
  List<IntroducedResource> introduce(ExternType type) {
    List<IntroducedResource> introduced = reading.introductions(type);
    introduced.forEach(each -> resources.add(each.resource()));
    return introduced;
  }

  /** The same for an instantiation, whose resource types imports cannot refer to. */
  List<IntroducedResource> introduceInstance(InstanceType type) {
    List<IntroducedResource> introduced = introduce(type);
    introduced.forEach(each -> notImported.add(each.resource()));
    return introduced;
  }

  /** Imports something of a type, which is appended to its index space. */
  void addImport(AttributedName name, ExternType declared, long offset) {
    ExternType type = named(name, reading.fresh(declared, offset), offset);
    importNames.add(name, type, offset);
    if (!Collections.disjoint(reading.freeResources(declared), notImported)) {
      throw notVisible(type, "import", offset);
    }
    admit(importable, type, "import", offset);
    exportable.admit(type); // what imports may refer to, exports may too
    append(type);
    imports.put(name.text(), type);
    reading.introductions(type).forEach(each -> imported.add(each.resource()));
    if (isComponent()) {
      define(
          new Definition.Import(
              name.text(), reading.withoutAliases().apply(type), introduce(type)));
    }
  }

  /**
   * Exports something of a type, which is appended to its index space once more.
   *
   * @return its type under that name
   */
  ExternType addExport(AttributedName name, ExternType declared, long offset) {
    ExternType type = named(name, declared, offset);
    exportNames.add(name, type, offset);
    if (kind != Kind.INSTANCE_TYPE) {
      admit(exportable, type, "export", offset);
    }
    append(type);
    exports.put(name.text(), type);
    reading.introductions(type).stream()
        .map(IntroducedResource::resource)
        .filter(resource -> !imported.contains(resource))
        .forEach(notImported::add);
    return type;
  }

  private static void admit(Visibility visibility, ExternType type, String what, long offset) {
    if (!visibility.admit(type)) {
      throw notVisible(type, what, offset);
    }
  }

  private static InvalidComponentException notVisible(ExternType type, String what, long offset) {
    return new InvalidComponentException(
        "%s not valid to be used as %s: it refers to a resource, record, variant, enum or flags"
                .formatted(TypeDescription.sort(type), what)
            + " type that is not %sed before under a name".formatted(what),
        offset);
  }

  /** A type gets its new name; all else is as it is. */
  private ExternType named(AttributedName name, ExternType type, long offset) {
    String label = name.text();
    ExternType named =
        switch (type) {
          case TypeBound.SubResource any -> new TypeBound.SubResource(new ResourceType(label));
          case TypeBound.EqualsResource(ResourceType resource) ->
              new TypeBound.EqualsResource(reading.aliases().add(label, resource, offset));
          case TypeBound.EqualsValue(ValType value) ->
              new TypeBound.EqualsValue(new NamedType(label, value));
          default -> type;
        };
    reading.facts().check(named, offset);
    return named;
  }

  /** Appends something to the index space of its sort. */
  void append(ExternType type) {
    switch (type) {
      case CoreModuleType module -> modules.add(module);
      case FuncType function -> functions.add(function);
      case InstanceType instance -> instances.add(instance);
      case ComponentType component -> components.add(component);
      case TypeBound.SubResource(ResourceType resource) ->
          types.add(new TypeBound.EqualsResource(resource));
      case TypeBound bound -> types.add(bound);
    }
  }

  /** The type that the exports so far make, where this is an instance type. */
  InstanceType instanceType() {
    return new InstanceType(exports);
  }

  /** The type that the imports and exports so far make. */
  ComponentType componentType() {
    return new ComponentType(
        imports, isComponent() ? ExportedResources.introduce(exports, imported, reading) : exports);
  }

  /** The definitions so far. */
  List<Definition> definitions() {
    return definitions;
  }

  /** The resource types that the definitions so far can name. */
  List<ResourceType> resources() {
    return resources;
  }
}
