package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.NamedType;
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
  private final int offset;
  private final IdentityHashMap<ResourceType, ResourceType> resources = new IdentityHashMap<>(0);
  private final IdentityHashMap<NamedType, ValType> values = new IdentityHashMap<>(0);

  /** For an instantiation at an offset of the file. */
  Arguments(Reading reading, int offset) {
    this.reading = reading;
    this.offset = offset;
  }

  /**
   * Gives something for an import.
   *
   * @throws InvalidComponentException if it is nothing or not of the type that is wanted
   */
  void supply(String name, ExternType wanted, @Nullable ExternType given) {
    if (given == null) {
      throw new InvalidComponentException(
          "missing import named `%s`: a %s".formatted(name, TypeDescription.sort(wanted)), offset);
    }
    Subtyping.Mismatch mismatch = reading.mismatch(given, wanted, resources, offset);
    if (mismatch != null) {
      throw new InvalidComponentException(
          "type mismatch for import `%s`: %s".formatted(name, mismatch), offset);
    }
    replace(wanted, given);
  }

  /** Puts the types in what is given in the place of those in what is wanted, which it matches. */
  private void replace(ExternType wanted, ExternType given) {
    switch (wanted) {
      case InstanceType instance when given instanceof InstanceType found && hasTypes(instance) ->
          replaceExports(instance, found);
      case TypeBound.EqualsValue(NamedType type)
          when given instanceof TypeBound.EqualsValue(ValType found) -> {
        reading.work().steps(1);
        values.put(type, found);
      }
      case TypeBound.SubResource(ResourceType resource) -> replace(resource, given);
      case TypeBound.EqualsResource(ResourceType resource) -> replace(resource, given);
      default -> {}
    }
  }

  private boolean hasTypes(InstanceType type) {
    TypeFacts.Extent extent = reading.facts().of(type);
    return extent.resources() || extent.named();
  }

  private void replaceExports(InstanceType wanted, InstanceType given) {
    reading.work().steps(1);
    reading.work().look(wanted.exports().size());
    wanted
        .exports()
        .forEach(
            (name, type) -> {
              ExternType export = given.exports().get(name);
              if (export != null) {
                replace(type, export);
              }
            });
  }

  private void replace(ResourceType wanted, ExternType given) {
    switch (given) {
      case TypeBound.SubResource(ResourceType found) -> put(wanted, found);
      case TypeBound.EqualsResource(ResourceType found) -> put(wanted, found);
      default -> {}
    }
  }

  private void put(ResourceType wanted, ResourceType given) {
    reading.work().steps(1);
    resources.put(wanted, given);
  }

  /** The type of the new instance, which has resource types of its own. */
  InstanceType instance(ComponentType component) {
    reading.work().at(offset);
    InstanceType exported = reading.exports(component);
    if (component.imports().isEmpty() && !reading.facts().of(exported).introduces()) {
      return exported;
    }
    for (IntroducedResource introduced : reading.introductions(exported)) {
      put(introduced.resource(), new ResourceType(introduced.path().getLast()));
    }
    return reading.replacing(resources, values, offset).apply(exported);
  }
}
