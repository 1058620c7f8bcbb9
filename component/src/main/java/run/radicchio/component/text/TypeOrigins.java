package run.radicchio.component.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/**
 * Which interface each type comes from, so that the others can {@code use} it.
 *
 * <p>A resource type tells by itself. A type of values is only known by its name and structure: the
 * nearest interface that defines one like it is taken for its origin, of the same package, else of
 * the same version, else the first; and as they are the same type nothing depends on whether that
 * is right.
 */
final class TypeOrigins {
  private final Map<ResourceType, Origin> resources = new HashMap<>();
  private final Map<NamedType, List<Origin>> values = new HashMap<>();

  /** A type of an interface, under its name there. */
  record Origin(InterfaceName from, String name) {}

  /** Adds the types that an interface defines, given without {@link OwnNames}. */
  void add(InterfaceName from, SequencedMap<String, ExternType> exports) {
    exports.forEach(
        (name, export) -> {
          Origin origin = new Origin(from, name);
          if (export instanceof TypeBound.SubResource(ResourceType resource)) {
            resources.putIfAbsent(resource, origin);
          } else if (export instanceof TypeBound.EqualsValue(ValType value)
              && (!(value instanceof NamedType named) || isIn(named, exports))) {
            values
                .computeIfAbsent(new NamedType(name, value), like -> new ArrayList<>())
                .add(origin);
          }
        });
  }

  /** Where a resource comes from. */
  Optional<Origin> of(ResourceType resource) {
    return Optional.ofNullable(resources.get(resource));
  }

  /** Where a named type of values comes from that an interface uses. */
  Optional<Origin> of(NamedType type, InterfaceName user) {
    Optional<Origin> nearest =
        values.getOrDefault(type, List.of()).stream()
            .min(Comparator.comparing(origin -> origin.from().distanceTo(user)));
    return nearest.isEmpty() && type.type() instanceof NamedType inner ? of(inner, user) : nearest;
  }

  /** Whether the name of a type is one of a type like it in a scope. */
  static boolean isKnown(NamedType type, Map<String, ExternType> scope) {
    return scope.get(type.name()) instanceof TypeBound.EqualsValue(var value)
        && value.structure().equals(type.structure());
  }

  /** Whether a type is the one that a scope itself has under that name. */
  static boolean isIn(NamedType type, Map<String, ExternType> scope) {
    return scope.get(type.name()) instanceof TypeBound.EqualsValue(var value)
        && value.equals(type.type());
  }
}
