package run.radicchio.component.validation;

import java.util.HashSet;
import java.util.Set;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** Finds the resource types that a type refers to but does not introduce itself. */
final class FreeResources {
  private final ResourceAliases aliases;
  private final Set<ResourceType> introduced = new HashSet<>();
  private final Set<ResourceType> used = new HashSet<>();

  private FreeResources(ResourceAliases aliases) {
    this.aliases = aliases;
  }

  /** All of them, not their names. */
  static Set<ResourceType> of(ExternType type, ResourceAliases aliases) {
    FreeResources free = new FreeResources(aliases);
    free.introduce(type);
    new Substitution(free::use, () -> {}).apply(type);
    free.used.removeAll(free.introduced);
    return free.used;
  }

  private ResourceType use(ResourceType resource) {
    used.add(aliases.resolve(resource));
    return resource;
  }

  private void introduce(ExternType type) {
    switch (type) {
      case TypeBound.SubResource(ResourceType resource) ->
          introduced.add(aliases.resolve(resource));
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
