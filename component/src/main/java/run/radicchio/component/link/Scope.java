package run.radicchio.component.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.canon.Callee;
import run.radicchio.component.canon.IndexSpaces;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.definition.Definition.CoreSort;
import run.radicchio.component.definition.Definition.Sort;
import run.radicchio.component.runtime.ComponentInstance;

/** The index spaces of a component that is being instantiated (Explainer, "Index Spaces"). */
final class Scope implements IndexSpaces {
  private final ComponentInstance instance;
  private final @Nullable Scope enclosing;
  private final Map<Sort, List<Item>> items = new EnumMap<>(Sort.class);
  private final Map<CoreSort, List<CoreExtern>> coreItems = new EnumMap<>(CoreSort.class);
  private final List<CoreExports> coreInstances = new ArrayList<>();

  /** What a core instance exports. */
  interface CoreExports {
    CoreExtern export(String name);
  }

  Scope(ComponentInstance instance, @Nullable Scope enclosing) {
    this.instance = instance;
    this.enclosing = enclosing;
  }

  @Override
  public ComponentInstance instance() {
    return instance;
  }

  /** The scope a number of components outwards. */
  Scope outer(int count) {
    Scope scope = this;
    for (int i = 0; i < count; i++) {
      scope = scope.enclosing;
      if (scope == null) {
        throw new IllegalStateException("validation lets no alias reach outside the outermost");
      }
    }
    return scope;
  }

  /** Appends to the index space of the item's sort; types have none. */
  void add(Item item) {
    Sort sort =
        switch (item) {
          case Item.Function _ -> Sort.FUNC;
          case Item.Module _ -> Sort.CORE_MODULE;
          case Item.Component _ -> Sort.COMPONENT;
          case Item.Instance _ -> Sort.INSTANCE;
          case Item.Type _ -> Sort.TYPE;
        };
    if (sort != Sort.TYPE) {
      items.computeIfAbsent(sort, _ -> new ArrayList<>()).add(item);
    }
  }

  void add(CoreExtern item) {
    coreItems.computeIfAbsent(sort(item), _ -> new ArrayList<>()).add(item);
  }

  private static CoreSort sort(CoreExtern item) {
    return switch (item) {
      case CoreExtern.Function _ -> CoreSort.FUNC;
      case CoreExtern.Memory _ -> CoreSort.MEMORY;
      case CoreExtern.Table _ -> CoreSort.TABLE;
      case CoreExtern.Global _ -> CoreSort.GLOBAL;
      case CoreExtern.Tag _ -> CoreSort.TAG;
    };
  }

  void add(CoreExports coreInstance) {
    coreInstances.add(coreInstance);
  }

  Item item(Sort sort, int index) {
    return items.getOrDefault(sort, List.of()).get(index);
  }

  CoreExtern coreItem(CoreSort sort, int index) {
    return coreItems.getOrDefault(sort, List.of()).get(index);
  }

  CoreExports coreInstance(int index) {
    return coreInstances.get(index);
  }

  @Override
  public Callee function(int index) {
    return Item.as(Item.Function.class, item(Sort.FUNC, index)).callee();
  }

  @Override
  public CoreExtern.Function coreFunction(int index) {
    return (CoreExtern.Function) coreItem(CoreSort.FUNC, index);
  }

  @Override
  public CoreExtern.Memory memory(int index) {
    return (CoreExtern.Memory) coreItem(CoreSort.MEMORY, index);
  }

  @Override
  public CoreExtern.Table table(int index) {
    return (CoreExtern.Table) coreItem(CoreSort.TABLE, index);
  }
}
