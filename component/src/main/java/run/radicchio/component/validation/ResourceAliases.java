package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
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
  /** How many names of names one resource type may have after one another. */
  private static final int MAX_DEPTH = 1000;

  private final IdentityHashMap<ResourceType, Alias> aliases = new IdentityHashMap<>(0);
  private final IdentityHashMap<ResourceType, LateName> lateNames = new IdentityHashMap<>(0);

  /**
   * What an alias stands for.
   *
   * @param target what it is a name of, which may be an alias itself
   * @param meant what it stands for in the end
   * @param depth how many names there are on the way
   */
  private record Alias(ResourceType target, ResourceType meant, int depth) {}

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

  /**
   * A new name for a resource type.
   *
   * @param offset where in the file it is made
   */
  ResourceType add(String name, ResourceType target, long offset) {
    Alias next = aliases.get(target);
    int depth = next == null ? 1 : next.depth + 1;
    if (depth > MAX_DEPTH) {
      throw new InvalidComponentException(
          "type nesting is too deep: a resource type is given a name of a name more than %d times"
              .formatted(MAX_DEPTH),
          offset);
    }
    ResourceType meant = resolve(target);
    ResourceType alias = new ResourceType(name);
    aliases.put(alias, new Alias(target, meant, depth));
    LateName late = lateNames.get(meant);
    if (late != null && late.name == null) {
      late.name = name;
    }
    return alias;
  }

  /** What an alias is an alias of, which may be an alias itself; null where it is none. */
  @Nullable ResourceType target(ResourceType resource) {
    Alias alias = aliases.get(resource);
    return alias == null ? null : alias.target;
  }

  /** The resource type that is meant. */
  ResourceType resolve(ResourceType resource) {
    Alias alias = aliases.get(resource);
    return alias == null ? resource : alias.meant;
  }
}
