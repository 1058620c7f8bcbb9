package run.radicchio.component.link;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.canon.CanonicalDefinitions;
import run.radicchio.component.canon.CodecCache;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.core.CoreModule;
import run.radicchio.component.definition.ComponentDefinition;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.Sort;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.RuntimeResource;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.SyncTask;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.ResourceType;

/**
 * Instantiates one component.
 *
 * <p>In: its validated definitions, and an item for each of its imports. Out: an item for each of
 * its exports. Each definition appends to an index space, so that they need only be run in order
 * (Explainer, "Component Definitions"; Binary.md).
 */
public final class Instantiation {
  private final Store store;
  private final CodecCache codecs;
  private final Consumer<CoreInstance> created;
  private final Map<String, Item> imports;
  private final Scope scope;
  private final ComponentInstance instance;
  private final CanonicalDefinitions canonical;
  private final SequencedMap<String, Item> exports = new LinkedHashMap<>();

  private Instantiation(
      Store store,
      CodecCache codecs,
      Consumer<CoreInstance> created,
      Item.Component component,
      Map<String, Item> imports,
      @Nullable ComponentInstance parent) {
    this.store = store;
    this.codecs = codecs;
    this.created = created;
    this.imports = imports;
    this.instance = new ComponentInstance(store, parent);
    this.scope = new Scope(instance, component.enclosing());
    this.canonical = new CanonicalDefinitions(scope, codecs);
  }

  /**
   * Instantiates a component that lies in no other.
   *
   * @param codecs of this component, shared by all its instances
   * @param created takes each core instance as soon as it exists, to close it in the end
   * @param imports an item of the right type for each import
   */
  public static Item.Instance run(
      ComponentDefinition definition,
      Store store,
      CodecCache codecs,
      Consumer<CoreInstance> created,
      Map<String, Item> imports) {
    Item.Component component = new Item.Component(definition, null);
    return new Instantiation(store, codecs, created, component, imports, null).run(definition);
  }

  private Item.Instance run(ComponentDefinition definition) {
    definition.definitions().forEach(this::run);
    return new Item.Instance(exports);
  }

  private void run(Definition definition) {
    switch (definition) {
      case Definition.CoreModuleDefinition(CoreModule module) -> scope.add(new Item.Module(module));
      case Definition.CoreInstantiation core -> scope.add(instantiate(core));
      case Definition.CoreInlineExports inline -> scope.add(coreExports(inline));
      case Definition.Component(ComponentDefinition nested) ->
          scope.add(new Item.Component(nested, scope));
      case Definition.Instantiation child -> {
        Item.Instance made = instantiate(child);
        bind(made, child.introduced());
        scope.add(made);
      }
      case Definition.InlineExports inline -> scope.add(new Item.Instance(items(inline.exports())));
      case Definition.ExportAlias alias -> {
        if (alias.sort() != Sort.TYPE) {
          scope.add(
              Item.as(Item.Instance.class, scope.item(Sort.INSTANCE, alias.instance()))
                  .export(alias.name()));
        }
      }
      case Definition.CoreExportAlias alias ->
          scope.add(scope.coreInstance(alias.instance()).export(alias.name()));
      case Definition.OuterAlias alias ->
          scope.add(scope.outer(alias.count()).item(alias.sort(), alias.index()));
      case Definition.Resource resource ->
          instance.bind(resource.resource(), canonical.resource(resource));
      case Definition.Lift lift -> scope.add(new Item.Function(canonical.lift(lift)));
      case Definition.CoreFunctionDefinition(var canon) -> scope.add(canonical.coreFunction(canon));
      case Definition.Import imported -> {
        Item item = imports.get(imported.name());
        if (item == null) {
          throw new IllegalStateException("linking leaves no import open: " + imported.name());
        }
        bind(item, imported.introduced());
        scope.add(item);
      }
      case Definition.Export export -> {
        Item item = item(export.item());
        bind(item, export.introduced());
        exports.put(export.item().name(), item);
        scope.add(item);
      }
    }
  }

  private void bind(Item item, List<Definition.IntroducedResource> introduced) {
    for (Definition.IntroducedResource each : introduced) {
      instance.bind(each.resource(), item.resource(each.path()));
    }
  }

  private Item item(Definition.Item named) {
    if (named.sort() != Sort.TYPE) {
      return scope.item(named.sort(), named.index());
    }
    ResourceType resource = named.resource();
    RuntimeResource bound = resource == null ? null : instance.resource(resource);
    return new Item.Type(bound);
  }

  private SequencedMap<String, Item> items(List<Definition.Item> named) {
    SequencedMap<String, Item> result = new LinkedHashMap<>();
    named.forEach(each -> result.put(each.name(), item(each)));
    return result;
  }

  private Item.Instance instantiate(Definition.Instantiation child) {
    Item.Component component =
        Item.as(Item.Component.class, scope.item(Sort.COMPONENT, child.component()));
    return new Instantiation(store, codecs, created, component, items(child.arguments()), instance)
        .run(component.definition());
  }

  private Scope.CoreExports coreExports(Definition.CoreInlineExports inline) {
    Map<String, CoreExtern> result = new HashMap<>();
    for (Definition.CoreItem each : inline.exports()) {
      result.put(each.name(), scope.coreItem(each.sort(), each.index()));
    }
    return result::get;
  }

  private Scope.CoreExports instantiate(Definition.CoreInstantiation core) {
    Item.Module item = Item.as(Item.Module.class, scope.item(Sort.CORE_MODULE, core.module()));
    Map<String, Scope.CoreExports> arguments = new HashMap<>();
    for (Definition.CoreArgument argument : core.arguments()) {
      arguments.put(argument.name(), scope.coreInstance(argument.instance()));
    }
    List<CoreExtern> coreImports =
        item.module().type().imports().stream().map(each -> find(arguments, each)).toList();
    return instantiate(item.module(), coreImports)::export;
  }

  private static CoreExtern find(
      Map<String, Scope.CoreExports> arguments, CoreModuleType.Import imported) {
    Scope.CoreExports argument = arguments.get(imported.module());
    if (argument == null) {
      throw new IllegalStateException("validation leaves no core import open: " + imported);
    }
    return argument.export(imported.name());
  }

  /** A start function may call out of the instance, as a task of its own. */
  private CoreInstance instantiate(CoreModule module, List<CoreExtern> coreImports) {
    GuestThread previous = store.switchCurrent(SyncTask.threadOfNoCall(instance));
    CoreInstance[] made = new CoreInstance[1];
    Runnable instantiate = () -> made[0] = module.instantiate(coreImports, store.quota());
    if (module.hasStart()) {
      store.inTime(instantiate);
    } else {
      instantiate.run();
    }
    store.switchCurrent(previous);
    created.accept(made[0]);
    return made[0];
  }
}
