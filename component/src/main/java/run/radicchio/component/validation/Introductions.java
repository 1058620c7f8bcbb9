package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import run.radicchio.component.definition.Definition.IntroducedResource;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/**
 * The resource types that types introduce ({@code sub resource}), and the way to them: what an
 * instance of the type has under the same path takes their place.
 */
final class Introductions {
  private final TypeFacts facts;
  private final Work work;
  private final IdentityHashMap<InstanceType, List<IntroducedResource>> known =
      new IdentityHashMap<>(0);

  Introductions(TypeFacts facts, Work work) {
    this.facts = facts;
    this.work = work;
  }

  /** The resource types that a type introduces itself, in order, and where. */
  List<IntroducedResource> of(ExternType type) {
    return switch (type) {
      case TypeBound.SubResource(ResourceType resource) ->
          List.of(new IntroducedResource(resource, List.of()));
      case InstanceType instance when facts.of(instance).introduces() -> {
        List<IntroducedResource> found = known.get(instance);
        if (found == null) {
          found = collect(instance);
          known.put(instance, found);
        }
        yield found;
      }
      default -> List.of();
    };
  }

  private List<IntroducedResource> collect(InstanceType type) {
    List<IntroducedResource> found = new ArrayList<>();
    collect(type, new ArrayList<>(), found);
    return List.copyOf(found);
  }

  private void collect(ExternType type, List<String> path, List<IntroducedResource> found) {
    switch (type) {
      case TypeBound.SubResource(ResourceType resource) -> {
        work.steps(1 + path.size() / 4);
        found.add(new IntroducedResource(resource, path));
      }
      case InstanceType instance when facts.of(instance).introduces() -> {
        work.steps(1);
        work.look(instance.exports().size());
        instance
            .exports()
            .forEach(
                (name, export) -> {
                  path.addLast(name);
                  collect(export, path, found);
                  path.removeLast();
                });
      }
      default -> {}
    }
  }
}
