package run.radicchio.component.definition;

import java.util.List;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.ResourceType;

/**
 * A validated component.
 *
 * @param definitions its definitions, in order
 * @param resources every resource type that its definitions can name: those it imports, those it
 *     defines and those that its child instances introduce, in the order of introduction. Those of
 *     enclosing components do not occur (outer aliases may not refer to them).
 * @param type its imports and exports
 */
public record ComponentDefinition(
    List<Definition> definitions, List<ResourceType> resources, ComponentType type) {
  public ComponentDefinition {
    definitions = List.copyOf(definitions);
    resources = List.copyOf(resources);
  }
}
