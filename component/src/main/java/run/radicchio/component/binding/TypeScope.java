package run.radicchio.component.binding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** The named types of one interface, while it is being derived. */
final class TypeScope {
  private final List<InterfaceBinding> uses;
  private final SequencedMap<String, TypeBound> bounds = new LinkedHashMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();
  private final Map<Class<?>, Derived> types = new HashMap<>();
  private final Set<Class<?>> open = new HashSet<>();
  private final Deque<Class<?>> newResources = new ArrayDeque<>();

  TypeScope(List<InterfaceBinding> uses) {
    this.uses = uses;
  }

  /** The types declared so far, each after those it consists of. */
  SequencedMap<String, TypeBound> bounds() {
    return bounds;
  }

  /** The records, enums, flags, variants and aliases declared so far, by their Java classes. */
  Map<Class<?>, Derived> types() {
    return types;
  }

  /** The next resource of this interface that this method has not given yet, or null. */
  @Nullable Class<?> nextResource() {
    return newResources.poll();
  }

  /** The type of a Java class that has a name: declared now, if it is not yet. */
  Derived named(Class<?> java, Supplier<Derived> structure, Place place) {
    Derived known = types.get(java);
    if (known != null) {
      return known;
    }
    Derived used = used(java);
    Derived meant = used == null ? structure(java, structure, place) : used;
    String name = WitNames.ofClass(java, place);
    NamedType type = new NamedType(name, meant.type());
    declare(name, java, new TypeBound.EqualsValue(type), place);
    Derived named = new Derived(type, meant.binding());
    types.put(java, named);
    return named;
  }

  private Derived structure(Class<?> java, Supplier<Derived> structure, Place place) {
    if (!open.add(java)) {
      throw place.error(
          java.getSimpleName()
              + " contains itself; no WIT type can, but a resource can stand for it");
    }
    Derived derived = structure.get();
    open.remove(java);
    return derived;
  }

  /** The type of a used interface. */
  private @Nullable Derived used(Class<?> java) {
    return uses.stream()
        .map(used -> used.types().get(java))
        .filter(type -> type != null)
        .findFirst()
        .orElse(null);
  }

  /** The resource type of a Java interface: declared now, if it is not yet. */
  ResourceType resource(Class<?> java, Place place) {
    ResourceType type = ResourceTypes.of(java);
    if (owners.get(type.name()) != java) {
      boolean used = isUsed(type);
      declare(
          type.name(),
          java,
          used ? new TypeBound.EqualsResource(type) : new TypeBound.SubResource(type),
          place);
      if (!used) {
        newResources.add(java);
      }
    }
    return type;
  }

  /**
   * The same by the name of an alias: one more name where the resource is of this interface, and
   * where another has it the name by which it is used.
   */
  ResourceType resource(Class<?> alias, Class<?> java, Place place) {
    ResourceType type = ResourceTypes.of(java);
    if (!isUsed(type)) {
      resource(java, place);
    }
    String name = WitNames.ofClass(alias, place);
    if (owners.get(name) != alias) {
      declare(name, alias, new TypeBound.EqualsResource(type), place);
    }
    return type;
  }

  private boolean isUsed(ResourceType type) {
    return uses.stream().anyMatch(other -> other.hasResource(type));
  }

  private void declare(String name, Class<?> java, TypeBound bound, Place place) {
    Class<?> other = owners.putIfAbsent(name, java);
    if (other != null) {
      throw place.error(
          "%s and %s are both `%s` in WIT; give one another name with @WitName"
              .formatted(other.getTypeName(), java.getTypeName(), name));
    }
    bounds.put(name, bound);
  }
}
