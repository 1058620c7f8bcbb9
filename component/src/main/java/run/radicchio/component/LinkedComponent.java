package run.radicchio.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.InterfaceBinding;
import run.radicchio.component.link.Instantiation;
import run.radicchio.component.link.Item;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.validation.ExportTypes;
import run.radicchio.component.validation.Subtyping;

/**
 * A component whose imports are found and of the right types. Immutable: it can be instantiated any
 * number of times, by several threads at once.
 */
public final class LinkedComponent {
  private final Component component;
  private final Map<String, Offer> imports;
  private final Map<ResourceType, ResourceType> resources;
  private final Map<Class<?>, Subtyping.Match> matches = new ConcurrentHashMap<>();
  private volatile @Nullable InstanceType exported;

  /**
   * A component and what is offered for its imports.
   *
   * @param resources for each resource type that it imports, the one that it is given
   */
  LinkedComponent(
      Component component, Map<String, Offer> imports, Map<ResourceType, ResourceType> resources) {
    this.component = component;
    this.imports = Map.copyOf(imports);
    this.resources = Map.copyOf(resources);
  }

  /** The component. */
  public Component component() {
    return component;
  }

  /** What it is given for its imports, by their names. */
  Map<String, Offer> imports() {
    return imports;
  }

  Map<ResourceType, ResourceType> resources() {
    return resources;
  }

  /** What any instance of it exports. */
  InstanceType exported() {
    InstanceType result = exported;
    if (result == null) {
      result = ExportTypes.of(component.type(), resources);
      exported = result;
    }
    return result;
  }

  /**
   * How what it exports, or one of its exports, matches a Java interface: the same for all its
   * instances.
   *
   * @param known for each resource type of the interface that others define, that of the component
   */
  Subtyping.Match match(
      InstanceType type, InterfaceBinding binding, Map<ResourceType, ResourceType> known) {
    return matches.computeIfAbsent(
        binding.java(), _ -> Subtyping.match(type, binding.type(), known));
  }

  /**
   * Makes an instance in a store of its own, with the usual options. Closing the instance closes
   * the store.
   *
   * @throws InvalidComponentException if a core module in it cannot be compiled
   * @throws Trap if it traps while it starts
   * @throws IllegalArgumentException if it imports what an instance exports: it must be made in the
   *     store of that
   */
  public Instance instantiate() {
    Store store = new Store();
    try {
      return instantiate(store);
    } catch (RuntimeException | Error failure) {
      store.close();
      throw failure;
    }
  }

  /**
   * Makes an instance in a store, beside others which it may call and be called by.
   *
   * @throws InvalidComponentException if a core module in it cannot be compiled
   * @throws Trap if it traps while it starts, or is more than the store's limits allow; the store
   *     is closed
   * @throws IllegalArgumentException if it imports what an instance of another store exports
   */
  public Instance instantiate(Store store) {
    checkProviders(store);
    component.prepare();
    Item.Instance[] exports = new Item.Instance[1];
    try {
      store.entrance().make(() -> exports[0] = run(store));
    } catch (RuntimeException | Error failure) {
      store.closeIfEnded();
      throw failure;
    }
    return new Instance(this, store, exports[0]);
  }

  private Item.Instance run(Store store) {
    Map<String, Item> items = new HashMap<>();
    imports.forEach((name, offer) -> items.put(name, offer.item().apply(store.world())));
    return Instantiation.run(
        component.definition(), store.world(), component.codecs(), store::keep, items);
  }

  private void checkProviders(Store store) {
    List<String> elsewhere = new ArrayList<>();
    imports.forEach(
        (name, offer) -> {
          if (offer.provider() != null && offer.provider().store() != store) {
            elsewhere.add(name);
          }
        });
    if (!elsewhere.isEmpty()) {
      throw new IllegalArgumentException(
          "%s %s exported by an instance of another store; instantiate this component in that one,"
                  .formatted(String.join(", ", elsewhere), elsewhere.size() == 1 ? "is" : "are")
              + " which Instance.store() gives");
    }
  }
}
