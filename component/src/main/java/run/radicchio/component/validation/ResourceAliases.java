package run.radicchio.component.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
  private final Map<ResourceType, LateName> lateNames = new HashMap<>();

  /** The name of a resource type that is defined without one: the first it is given. */
  private static final class LateName implements Supplier<String> {
    private @Nullable String name;

    @Override
    public String get() {
      return name == null ? "unnamed-resource" : name;
    }
  }

  /** A new resource type, to be named by its first alias. */
  ResourceType define() {
    LateName name = new LateName();
    ResourceType resource = new ResourceType(name);
    lateNames.put(resource, name);
    return resource;
  }

  /** A new name for a resource type. */
  ResourceType add(String name, ResourceType target) {
    ResourceType alias = new ResourceType(name);
    targets.put(alias, target);
    LateName late = lateNames.get(resolve(target));
    if (late != null && late.name == null) {
      late.name = name;
    }
    return alias;
  }

  /** What an alias is an alias of, which may be an alias itself; null where it is none. */
  @Nullable ResourceType target(ResourceType resource) {
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
}
