package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
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
 *
 * <p>Two bytes can begin a scope, so what not all need is made when it is needed, and types that
 * are beside each other have the same scope, one after another.
 */
final class Scope {
  /** How deep components and types may be nested. */
  private static final int MAX_DEPTH = 100;

  /** Room for as many of anything at first. */
  private static final int FEW = 4;

  /** What a scope is of. */
  enum Kind {
    COMPONENT,
    COMPONENT_TYPE,
    INSTANCE_TYPE
  }

  /** Where a resource type comes from that is none of those around. */
  private enum Origin {
    /** An import introduces it. */
    IMPORT,
    /** It is defined here. */
    DEFINITION,
    /** An instance or export introduces it. */
    OTHER
  }

  private final Reading reading;
  private final @Nullable Scope outer;
  private final int depth;
  private Kind kind;

  final IndexSpace<CoreTypeDefinition> coreTypes = new IndexSpace<>("core type");
  final IndexSpace<ComponentType> components = new IndexSpace<>("component");
  final IndexSpace<InstanceType> instances = new IndexSpace<>("instance");
  final IndexSpace<FuncType> functions = new IndexSpace<>("function");
  final IndexSpace<TypeBound> types = new IndexSpace<>("type");
  private @Nullable CoreSpaces core;

  private final ScopeNames imports;
  private final ScopeNames exports;
  private final Visibility importable;
  private final Visibility exportable;

  private @Nullable List<Definition> definitions;
  private @Nullable List<ResourceType> resources;
  private @Nullable IdentityHashMap<ResourceType, Origin> origins;

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
    this.imports = ScopeNames.of("import", reading.work());
    this.exports = ScopeNames.of("export", reading.work());
    this.importable = new Visibility(reading, null);
    this.exportable = new Visibility(reading, importable);
    if (depth > MAX_DEPTH) {
      throw new InvalidComponentException(
          "nesting is too deep: at most " + MAX_DEPTH + " components and types inside each other",
          offset);
    }
  }

  /** Makes it the empty scope of the next type in the same scope. */
  void begin(Kind nextKind) {
    kind = nextKind;
    coreTypes.clear();
    components.clear();
    instances.clear();
    functions.clear();
    types.clear();
    core = null;
    imports.clear();
    exports.clear();
    importable.clear();
    exportable.clear();
    definitions = null;
    resources = null;
    origins = null;
  }

  Reading reading() {
    return reading;
  }

  /** The index spaces of what core instances have. */
  CoreSpaces core() {
    if (core == null) {
      core = new CoreSpaces();
    }
    return core;
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
    if (definitions == null) {
      definitions = new ArrayList<>(FEW);
    }
    definitions.add(definition);
  }

  /** Adds a resource type that is defined here. */
  void addLocal(ResourceType resource) {
    reading.work().steps(1);
    put(resource, Origin.DEFINITION);
    add(resource);
  }

  private void add(ResourceType resource) {
    if (resources == null) {
      resources = new ArrayList<>(FEW);
    }
    resources.add(resource);
  }

  private void put(ResourceType resource, Origin origin) {
    if (origins == null) {
      origins = new IdentityHashMap<>(0);
    }
    origins.putIfAbsent(resource, origin);
  }

  private @Nullable Origin origin(ResourceType resource) {
    return origins == null ? null : origins.get(resource);
  }

  /** Whether a resource type, by any name, is defined here. */
  boolean isLocal(ResourceType resource) {
    return origin(reading.aliases().resolve(resource)) == Origin.DEFINITION;
  }

  /** Adds the resource types that a definition introduces here. */
  List<IntroducedResource> introduce(ExternType type) {
    List<IntroducedResource> introduced = reading.introductions(type);
    introduced.forEach(each -> add(each.resource()));
    return introduced;
  }

  /** The same for an instantiation, whose resource types imports cannot refer to. */
  List<IntroducedResource> introduceInstance(InstanceType type) {
    List<IntroducedResource> introduced = introduce(type);
    introduced.forEach(each -> put(each.resource(), Origin.OTHER));
    return introduced;
  }

  /** Imports something of a type, which is appended to its index space. */
  void addImport(AttributedName name, ExternType declared, long offset) {
    reading.work().at(offset);
    ExternType type = named(name, reading.fresh(declared, offset), offset);
    imports.add(name, type, offset);
    if (!mayBeImported(declared, offset)) {
      throw notVisible(type, "import", offset);
    }
    admit(importable, type, "import", offset);
    append(type);
    List<IntroducedResource> introduced = reading.introductions(type);
    introduced.forEach(each -> put(each.resource(), Origin.IMPORT));
    if (isComponent()) {
      introduced.forEach(each -> add(each.resource()));
      define(new Definition.Import(name.text(), reading.withoutAliases().apply(type), introduced));
    }
  }

  /** What comes into being here cannot be referred to by imports. */
  private boolean mayBeImported(ExternType type, long offset) {
    if (origins != null && !(type instanceof TypeBound.SubResource)) {
      Set<ResourceType> free = reading.freeResources(type, offset);
      reading.work().look(free.size());
      for (ResourceType resource : free) {
        Origin origin = origins.get(resource);
        if (origin != null && origin != Origin.IMPORT) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Exports something of a type, which is appended to its index space once more.
   *
   * @return its type under that name
   */
  ExternType addExport(AttributedName name, ExternType declared, long offset) {
    reading.work().at(offset);
    ExternType type = named(name, declared, offset);
    exports.add(name, type, offset);
    if (kind != Kind.INSTANCE_TYPE) {
      admit(exportable, type, "export", offset);
    }
    append(type);
    List<IntroducedResource> introduced = reading.introductions(type);
    reading.work().look(introduced.size());
    introduced.forEach(each -> put(each.resource(), Origin.OTHER));
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
          case TypeBound.SubResource any -> {
            reading.work().steps(Work.RESOURCE);
            yield new TypeBound.SubResource(new ResourceType(label));
          }
          case TypeBound.EqualsResource(ResourceType resource) -> {
            reading.work().steps(Work.RESOURCE);
            yield new TypeBound.EqualsResource(reading.aliases().add(label, resource, offset));
          }
          case TypeBound.EqualsValue(ValType value) -> {
            reading.work().steps(Work.NAMED_TYPE);
            yield new TypeBound.EqualsValue(new NamedType(label, value));
          }
          default -> type;
        };
    reading.facts().check(named, offset);
    return named;
  }

  /** Appends something to the index space of its sort. */
  void append(ExternType type) {
    switch (type) {
      case CoreModuleType module -> core().modules.add(module);
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
    return exports.types().isEmpty() ? InstanceType.EMPTY : new InstanceType(exports.types());
  }

  /** The type that the imports and exports so far make. */
  ComponentType componentType() {
    if (imports.types().isEmpty() && exports.types().isEmpty()) {
      return ComponentType.EMPTY;
    }
    return new ComponentType(
        imports.types(),
        isComponent()
            ? ExportedResources.introduce(exports.types(), this::isImported, reading)
            : exports.types());
  }

  private boolean isImported(ResourceType resource) {
    return origin(resource) == Origin.IMPORT;
  }

  /** The definitions so far. */
  List<Definition> definitions() {
    return definitions == null ? List.of() : definitions;
  }

  /** The resource types that the definitions so far can name. */
  List<ResourceType> resources() {
    return resources == null ? List.of() : resources;
  }
}
