package run.radicchio.component.link;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.runtime.RuntimeResource;

/** What is imported, exported or given by name while a component is instantiated. */
public sealed interface Item {

  /** A function. */
  record Function(Callee callee) implements Item {}

  /** A core module. */
  record Module(CoreModule module) implements Item {}

  /**
   * A component, with the instance in which it lies and whose modules and components it can see.
   */
  record Component(ComponentDefinition definition, @Nullable Scope enclosing) implements Item {}

  /** A type: a resource type, or another (null), which nothing that runs needs to know. */
  record Type(@Nullable RuntimeResource resource) implements Item {}

  /**
   * An instance.
   *
   * @param exports what it exports by name; belongs to this item from now on
   */
  record Instance(SequencedMap<String, Item> exports) implements Item {
    public Instance {
      exports = Collections.unmodifiableSequencedMap(exports);
    }

    /** The export of a name. */
    public Item export(String name) {
      Item item = exports.get(name);
      if (item == null) {
        throw new IllegalStateException(
            "validation lets nothing refer to an export not there: " + name);
      }
      return item;
    }
  }

  /**
   * The resource type at the end of a path of exports; of this item itself if the path is empty.
   */
  default RuntimeResource resource(List<String> path) {
    Item item = this;
    for (String name : path) {
      item = as(Instance.class, item).export(name);
    }
    RuntimeResource resource = as(Type.class, item).resource();
    if (resource == null) {
      throw new IllegalStateException("no resource type at " + path);
    }
    return resource;
  }

  /** An item of a sort that validation has checked. */
  static <T extends Item> T as(Class<T> sort, Item item) {
    if (sort.isInstance(item)) {
      return sort.cast(item);
    }
    throw new IllegalStateException("validation lets no %s be a %s".formatted(item, sort));
  }
}
