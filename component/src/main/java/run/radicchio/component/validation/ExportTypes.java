package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.Map;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;

/** The types of what instances of a component export (Explainer, "Type Checking"). */
public final class ExportTypes {
  private ExportTypes() {}

  /**
   * What any instance exports that was given the same imports.
   *
   * @param given for each resource type that the component imports, the one that it was given
   */
  public static InstanceType of(ComponentType component, Map<ResourceType, ResourceType> given) {
    return new Substitution(resource -> given.getOrDefault(resource, resource))
        .apply(new InstanceType(component.exports()));
  }

  /**
   * What one instance exports: the resource types that it defines are its own.
   *
   * @param given for each resource type that the component imports, the one that it was given
   */
  public static InstanceType ofOne(ComponentType component, Map<ResourceType, ResourceType> given) {
    Map<ResourceType, ResourceType> all = new HashMap<>(given);
    return new Substitution(
            resource -> all.computeIfAbsent(resource, r -> new ResourceType(r.name())))
        .apply(new InstanceType(component.exports()));
  }
}
