package run.radicchio.component.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InterfaceException;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitWorld;

/** A Java interface as a WIT interface, or as functions that a world imports directly. */
public final class InterfaceBinding {
  private static final ClassValue<InterfaceBinding> BINDINGS =
      new ClassValue<>() {
        @Override
        protected InterfaceBinding computeValue(Class<?> java) {
          return derive(java);
        }
      };

  private final Class<?> java;
  private final @Nullable String name;
  private final List<String> versions;
  private final List<InterfaceBinding> uses;
  private final InstanceType type;
  private final List<FunctionBinding> functions;
  private final Map<Class<?>, Derived> types;

  private InterfaceBinding(
      Class<?> java,
      @Nullable String name,
      List<String> versions,
      List<InterfaceBinding> uses,
      InstanceType type,
      List<FunctionBinding> functions,
      Map<Class<?>, Derived> types) {
    this.java = java;
    this.name = name;
    this.versions = versions;
    this.uses = uses;
    this.type = type;
    this.functions = functions;
    this.types = types;
  }

  /**
   * The binding of an interface marked {@link WitInterface} or {@link WitWorld}: the same object at
   * each call.
   *
   * @throws InterfaceException if the interface is no WIT interface
   */
  public static InterfaceBinding of(Class<?> java) {
    return BINDINGS.get(java);
  }

  /** The Java interface. */
  public Class<?> java() {
    return java;
  }

  /** The name without a version, such as {@code wasi:webgpu/webgpu}; null for a world's. */
  public @Nullable String name() {
    return name;
  }

  /** The versions under which it is served, all alike; empty where it has none. */
  public List<String> versions() {
    return versions;
  }

  /** The names under which components import it, the first version's first; none for a world's. */
  public List<String> importNames() {
    if (name == null) {
      return List.of();
    }
    return versions.isEmpty()
        ? List.of(name)
        : versions.stream().map(version -> name + "@" + version).toList();
  }

  /** The interfaces whose types it uses. */
  public List<InterfaceBinding> uses() {
    return uses;
  }

  /** Its types, each after those it consists of, and then its functions. */
  public InstanceType type() {
    return type;
  }

  /** Its functions, in the order of {@link #type()}. */
  public List<FunctionBinding> functions() {
    return functions;
  }

  /** The named types of it that are no resources, by their Java classes. */
  Map<Class<?>, Derived> types() {
    return types;
  }

  /** Whether it has a resource, its own or one it uses. */
  boolean hasResource(ResourceType resource) {
    return switch (type.exports().get(resource.name())) {
      case TypeBound.SubResource(ResourceType own) -> own == resource;
      case TypeBound.EqualsResource(ResourceType used) -> used == resource;
      case null, default -> false;
    };
  }

  @Override
  public String toString() {
    return java.getTypeName();
  }

  private static InterfaceBinding derive(Class<?> java) {
    Place place = Place.of(java);
    checkUses(java, List.of());
    WitInterface wit = java.getAnnotation(WitInterface.class);
    boolean marked = wit != null || java.isAnnotationPresent(WitWorld.class);
    if (!marked || !java.isInterface()) {
      throw place.error(
          "is no WIT interface; make it an interface marked @WitInterface or @WitWorld");
    }
    Members.checkAccessible(java, place);
    List<InterfaceBinding> uses = Arrays.stream(usesOf(java)).map(InterfaceBinding::of).toList();
    TypeScope scope = new TypeScope(uses);
    List<FunctionBinding> functions = new InterfaceDerivation(scope).functionsOf(java, wit);
    return new InterfaceBinding(
        java,
        wit == null ? null : wit.value(),
        wit == null ? List.of() : List.of(wit.versions()),
        uses,
        instanceType(scope, functions, place),
        List.copyOf(functions),
        Map.copyOf(scope.types()));
  }

  private static InstanceType instanceType(
      TypeScope scope, List<FunctionBinding> functions, Place place) {
    SequencedMap<String, ExternType> exports = new LinkedHashMap<>(scope.bounds());
    for (FunctionBinding function : functions) {
      if (exports.putIfAbsent(function.name(), function.type()) != null) {
        throw place.error(
            "a type and a function are both `%s` in WIT; give one another name with @WitName"
                .formatted(function.name()));
      }
    }
    return new InstanceType(exports);
  }

  private static Class<?>[] usesOf(Class<?> java) {
    WitInterface wit = java.getAnnotation(WitInterface.class);
    WitWorld world = java.getAnnotation(WitWorld.class);
    return wit != null ? wit.uses() : world != null ? world.uses() : new Class<?>[0];
  }

  private static void checkUses(Class<?> java, List<Class<?>> users) {
    if (users.contains(java)) {
      throw Place.of(java)
          .error("uses itself, by way of " + users.getLast().getTypeName() + "; WIT has no cycles");
    }
    List<Class<?>> path = new ArrayList<>(users);
    path.add(java);
    for (Class<?> used : usesOf(java)) {
      checkUses(used, path);
    }
  }
}
