package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
  private final Predicate<ResourceType> imported;
  private @Nullable IdentityHashMap<ResourceType, Boolean> introduced;

  private ExportedResources(Reading reading, Predicate<ResourceType> imported) {
    this.reading = reading;
    this.imported = imported;
  }

  /** The exports of a component with what they introduce. */
  static SequencedMap<String, ExternType> introduce(
      SequencedMap<String, ExternType> exports, Predicate<ResourceType> imported, Reading reading) {
    return new ExportedResources(reading, imported).apply(exports);
  }

  private SequencedMap<String, ExternType> apply(SequencedMap<String, ExternType> exports) {
    SequencedMap<String, ExternType> changed = exports;
    for (Map.Entry<String, ExternType> export : exports.entrySet()) {
      ExternType type = apply(export.getValue());
      if (type != export.getValue()) {
        if (changed == exports) {
          changed = new LinkedHashMap<>(exports);
        }
        changed.put(export.getKey(), type);
      }
    }
    return changed;
  }

  private ExternType apply(ExternType type) {
    return switch (type) {
      case InstanceType instance when reading.facts().of(instance).resources() -> apply(instance);
      case TypeBound.SubResource(ResourceType resource) -> apply(resource);
      case TypeBound.EqualsResource(ResourceType resource) -> apply(resource);
      default -> type;
    };
  }

  private InstanceType apply(InstanceType type) {
    reading.work().steps(1);
    reading.work().look(type.exports().size());
    SequencedMap<String, ExternType> exports = apply(type.exports());
    if (exports == type.exports()) {
      return type;
    }
    reading.work().steps(Work.COPY + 2 * exports.size());
    return new InstanceType(exports);
  }

  private TypeBound apply(ResourceType resource) {
    ResourceType meant = reading.aliases().resolve(resource);
    return !imported.test(meant) && introduces(meant)
        ? new TypeBound.SubResource(meant)
        : new TypeBound.EqualsResource(resource);
  }

  private boolean introduces(ResourceType resource) {
    if (introduced == null) {
      introduced = new IdentityHashMap<>(0);
    }
    return introduced.putIfAbsent(resource, true) == null;
  }
}
