package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.Map;
import run.radicchio.component.type.ResourceType;

/**
 * The resource types that are others under a new name.
 *
 * <p>An import or export that names a resource type makes no new type, but whether a function may
 * be exported depends on the name by which it refers to the type (Explainer, "External Visibility
 * of Types"). So while a component is checked, each name has a {@link ResourceType} of its own,
 * which is an alias of what it names; what leaves validation has no aliases.
 */
final class ResourceAliases {
  private final Map<ResourceType, ResourceType> targets = new HashMap<>();

  /** A new name for a resource type. */
  ResourceType add(String name, ResourceType target) {
    ResourceType alias = new ResourceType(name);
    targets.put(alias, target);
    return alias;
  }

  /** What an alias is an alias of, which may be an alias itself; null where it is none. */
  @org.jspecify.annotations.Nullable ResourceType target(ResourceType resource) {
    return targets.get(resource);
  }

  /** The resource type that is meant. */
  ResourceType resolve(ResourceType resource) {
    ResourceType current = resource;
    for (ResourceType next = current; next != null; next = targets.get(current)) {
      current = next;
    }
    return current;
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return targets.isEmpty();
  }
}
