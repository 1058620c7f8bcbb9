package run.radicchio.component.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** Finds the resource types that a type refers to but does not introduce itself. */
final class FreeResources {
  private final Reading reading;
  private final Set<ResourceType> introduced = identitySet();
  private final Set<ResourceType> used = identitySet();

  private FreeResources(Reading reading) {
    this.reading = reading;
  }

  private static Set<ResourceType> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>(0));
  }

  /** All of them, not their names. */
  static Set<ResourceType> of(ExternType type, Reading reading) {
    if (type instanceof TypeBound.SubResource || !reading.facts().of(type).resources()) {
      return Set.of();
    }
    FreeResources free = new FreeResources(reading);
    free.introduce(type);
    new Substitution(reading.facts(), reading.work(), free::use).apply(type);
    free.used.removeAll(free.introduced);
    return free.used;
  }

  private ResourceType use(ResourceType resource) {
    if (used.add(reading.aliases().resolve(resource))) {
      reading.work().steps(1);
    }
    return resource;
  }

  private void introduce(ExternType type) {
    switch (type) {
      case TypeBound.SubResource(ResourceType resource) -> {
        reading.work().steps(1);
        introduced.add(reading.aliases().resolve(resource));
      }
      case TypeBound.EqualsExtern(ExternType extern) -> introduce(extern);
      case InstanceType instance -> instance.exports().values().forEach(this::introduce);
      case ComponentType component -> {
        component.imports().values().forEach(this::introduce);
        component.exports().values().forEach(this::introduce);
      }
      default -> {}
    }
  }
}
