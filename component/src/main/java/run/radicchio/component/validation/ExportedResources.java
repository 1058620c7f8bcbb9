package run.radicchio.component.validation;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/**
 * Says in the type of a component which exports introduce resource types: of those that do not come
 * from the imports, the first export that is one introduces it, and later ones equal that
 * (Explainer, "Type Checking").
 */
final class ExportedResources {
  private final Reading reading;
  private final Set<ResourceType> known;
  private final Set<InstanceType> without = Collections.newSetFromMap(new IdentityHashMap<>(0));

  private ExportedResources(Reading reading, Set<ResourceType> imported) {
    this.reading = reading;
    this.known = new HashSet<>(imported);
  }

  /** The exports of a component with what they introduce. */
  static SequencedMap<String, ExternType> introduce(
      SequencedMap<String, ExternType> exports, Set<ResourceType> imported, Reading reading) {
    return new ExportedResources(reading, imported).apply(exports);
  }

  private SequencedMap<String, ExternType> apply(SequencedMap<String, ExternType> exports) {
    SequencedMap<String, ExternType> changed = new LinkedHashMap<>(exports);
    changed.replaceAll((name, type) -> apply(type));
    return changed;
  }

  private ExternType apply(ExternType type) {
    return switch (type) {
      case InstanceType instance -> hasResources(instance) ? copy(instance) : instance;
      case TypeBound.SubResource(ResourceType resource) -> apply(resource);
      case TypeBound.EqualsResource(ResourceType resource) -> apply(resource);
      default -> type;
    };
  }

  private InstanceType copy(InstanceType instance) {
    instance.exports().forEach((name, type) -> reading.countCopy());
    return new InstanceType(apply(instance.exports()));
  }

  private TypeBound apply(ResourceType resource) {
    ResourceType meant = reading.aliases().resolve(resource);
    return known.add(meant)
        ? new TypeBound.SubResource(meant)
        : new TypeBound.EqualsResource(resource);
  }

  private boolean hasResources(InstanceType instance) {
    if (without.contains(instance)) {
      return false;
    }
    boolean found =
        instance.exports().values().stream()
            .anyMatch(
                type ->
                    switch (type) {
                      case InstanceType nested -> hasResources(nested);
                      case TypeBound.SubResource resource -> true;
                      case TypeBound.EqualsResource resource -> true;
                      default -> false;
                    });
    if (!found) {
      without.add(instance);
    }
    return found;
  }
}
