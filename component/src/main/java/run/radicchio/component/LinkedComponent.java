package run.radicchio.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.link.Instantiation;
import run.radicchio.component.link.Item;
import run.radicchio.component.runtime.Store;

/**
 * A component whose imports are found and of the right types. Immutable: it can be instantiated any
 * number of times, by several threads at once.
 */
public final class LinkedComponent {
  private final Component component;
  private final Map<String, Function<Store, Item>> imports;

  LinkedComponent(Component component, Map<String, Function<Store, Item>> imports) {
    this.component = component;
    this.imports = Map.copyOf(imports);
  }

  /** The component. */
  public Component component() {
    return component;
  }

  /**
   * Makes an instance.
   *
   * @throws Trap if it traps while it starts
   */
  public Instance instantiate() {
    Store store = new Store(null);
    List<CoreInstance> coreInstances = new ArrayList<>();
    Item.Instance[] exports = new Item.Instance[1];
    try {
      GuestFailures.explained(
          () ->
              store.run(
                  () ->
                      exports[0] =
                          Instantiation.run(
                              component.definition(),
                              store,
                              component.codecs(),
                              coreInstances::add,
                              items(store)),
                  () -> true));
    } catch (RuntimeException | Error failure) {
      store.close();
      coreInstances.forEach(CoreInstance::close);
      throw failure;
    }
    return new Instance(component, store, exports[0], coreInstances);
  }

  private Map<String, Item> items(Store store) {
    Map<String, Item> items = new HashMap<>();
    imports.forEach((name, item) -> items.put(name, item.apply(store)));
    return items;
  }
}
