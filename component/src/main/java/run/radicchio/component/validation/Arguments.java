package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/**
 * What a component is given for its imports when it is instantiated.
 *
 * <p>The types that are given take the place of those imported, in later imports and in the exports
 * (Explainer, "Type Checking"): resource types because they are others, and types of values because
 * they have other names, which decide whether they may be exported.
 */
final class Arguments {
  private final Reading reading;
  private final Map<ResourceType, ResourceType> resources = new HashMap<>();
  private final IdentityHashMap<ValType, ValType> values = new IdentityHashMap<>();

  Arguments(Reading reading) {
    this.reading = reading;
  }

  /**
   * Gives something for an import.
   *
   * @throws InvalidComponentException if it is nothing or not of the type that is wanted
   */
  void supply(String name, ExternType wanted, @Nullable ExternType given, long offset) {
    if (given == null) {
      throw new InvalidComponentException(
          "missing import named `%s`: a %s".formatted(name, TypeDescription.sort(wanted)), offset);
    }
    Subtyping.Match match = reading.match(given, wanted, resources, offset);
    if (!match.isSubtype()) {
      throw new InvalidComponentException(
          "type mismatch for import `%s`: %s".formatted(name, match.mismatches().getFirst()),
          offset);
    }
    replace(wanted, given);
  }

  /** Puts the types in what is given in the place of those in what is wanted, which it matches. */
  private void replace(ExternType wanted, ExternType given) {
    switch (wanted) {
      case InstanceType instance when given instanceof InstanceType found ->
          instance
              .exports()
              .forEach(
                  (name, type) -> {
                    ExternType export = found.exports().get(name);
                    if (export != null) {
                      replace(type, export);
                    }
                  });
      case TypeBound.EqualsValue(ValType type)
          when given instanceof TypeBound.EqualsValue(ValType found) ->
          values.put(type, found);
      case TypeBound.SubResource(ResourceType resource) -> replace(resource, given);
      case TypeBound.EqualsResource(ResourceType resource) -> replace(resource, given);
      default -> {}
    }
  }

  private void replace(ResourceType wanted, ExternType given) {
    switch (given) {
      case TypeBound.SubResource(ResourceType found) -> resources.put(wanted, found);
      case TypeBound.EqualsResource(ResourceType found) -> resources.put(wanted, found);
      default -> {}
    }
  }

  /** The type of the new instance, which has resource types of its own. */
  InstanceType instance(ComponentType component, long offset) {
    InstanceType exported = new InstanceType(component.exports());
    for (IntroducedResource introduced : Introductions.of(exported)) {
      resources.put(introduced.resource(), new ResourceType(introduced.path().getLast()));
    }
    return reading.replacing(resources, values, offset).apply(exported);
  }
}
