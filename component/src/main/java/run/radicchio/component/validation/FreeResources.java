package run.radicchio.component.validation;

import java.util.HashSet;
import java.util.Set;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** Whether a type refers to resource types that it does not introduce itself. */
final class FreeResources {
  private final ResourceAliases aliases;
  private final Set<ResourceType> introduced = new HashSet<>();

  private FreeResources(ResourceAliases aliases) {
    this.aliases = aliases;
  }

  /** Whether there is any. */
  static boolean anyIn(ExternType type, ResourceAliases aliases) {
    FreeResources free = new FreeResources(aliases);
    free.introduce(type);
    boolean[] found = {false};
    new Substitution(
            resource -> {
              found[0] |= !free.introduced.contains(aliases.resolve(resource));
              return resource;
            },
            () -> {})
        .apply(type);
    return found[0];
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
