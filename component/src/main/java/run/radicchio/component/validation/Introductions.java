package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/**
 * The resource types that a type introduces ({@code sub resource}), and the way to them: what an
 * instance of the type has under the same path takes their place.
 */
final class Introductions {
  private Introductions() {}

  /** The resource types that a type introduces itself, in order, and where. */
  static List<IntroducedResource> of(ExternType type) {
    List<IntroducedResource> found = new ArrayList<>();
    collect(type, new ArrayList<>(), found);
    return found;
  }

  private static void collect(ExternType type, List<String> path, List<IntroducedResource> found) {
    switch (type) {
      case TypeBound.SubResource(ResourceType resource) ->
          found.add(new IntroducedResource(resource, path));
      case InstanceType instance ->
          instance
              .exports()
              .forEach(
                  (name, export) -> {
                    path.addLast(name);
                    collect(export, path, found);
                    path.removeLast();
                  });
      default -> {}
    }
  }

  /** The resource type that a type has at a path; null where it has none there. */
  static @Nullable ResourceType at(ExternType type, List<String> path) {
    ExternType current = type;
    for (String name : path) {
      if (!(current instanceof InstanceType instance)) {
        return null;
      }
      ExternType export = instance.exports().get(name);
      if (export == null) {
        return null;
      }
      current = export;
    }
    return switch (current) {
      case TypeBound.SubResource(ResourceType resource) -> resource;
      case TypeBound.EqualsResource(ResourceType resource) -> resource;
      default -> null;
    };
  }
}
