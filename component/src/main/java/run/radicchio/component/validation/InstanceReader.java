package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.CoreArgument;
import run.radicchio.component.definition.Definition.CoreItem;
import run.radicchio.component.definition.Definition.CoreSort;
import run.radicchio.component.definition.Definition.Item;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.InstanceType;

/** Reads instances, core ones and others (Binary.md, "Instance Definitions"). */
final class InstanceReader {
  private static final int INSTANTIATE = 0x00;
  private static final int EXPORTS = 0x01;

  private static final Definition NO_EXPORTS =
      new Definition.InlineExports(List.of(), InstanceType.EMPTY);

  private static final Definition NO_CORE_EXPORTS = new Definition.CoreInlineExports(List.of());

  private final BinaryReader reader;
  private final Scope scope;

  InstanceReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  private ResourceAliases aliases() {
    return scope.reading().aliases();
  }

  /** Reads a core instance and defines it. */
  void readCoreInstance() {
    int code = reader.u8("core instance");
    scope.define(
        switch (code) {
          case INSTANTIATE -> readCoreInstantiation();
          case EXPORTS -> readCoreExports();
          default -> throw reader.unexpectedByte(code, "core instance");
        });
  }

  private Definition readCoreInstantiation() {
    int offset = reader.offset();
    int index = reader.u32("the index of a core module");
    CoreModuleType module = scope.core().modules.get(index, offset);
    scope.reading().work().steps(Work.INSTANTIATION, offset);
    Map<String, Map<String, CoreType>> given = new HashMap<>();
    List<CoreArgument> arguments =
        reader.vector("module instantiation arguments", () -> readCoreArgument(given));
    scope.reading().work().look(module.imports().size());
    for (CoreModuleType.Import wanted : module.imports()) {
      checkCoreImport(wanted, given.get(wanted.module()), offset);
    }
    scope.core().instances.add(module.exports());
    return new Definition.CoreInstantiation(index, arguments);
  }

  private CoreArgument readCoreArgument(Map<String, Map<String, CoreType>> given) {
    int start = reader.offset();
    String name = reader.name("the name of a module instantiation argument");
    CoreSort sort = Sorts.readCore(reader, "instantiation arg kind");
    if (sort != CoreSort.INSTANCE) {
      throw Sorts.unexpected(sort, "instantiation arg kind", reader.offset() - 1);
    }
    int offset = reader.offset();
    int instance = reader.u32("the index of a core instance");
    if (given.put(name, scope.core().instances.get(instance, offset)) != null) {
      throw new InvalidComponentException(
          "duplicate module instantiation argument named `" + name + "`", start);
    }
    return new CoreArgument(name, instance);
  }

  private static void checkCoreImport(
      CoreModuleType.Import wanted, @Nullable Map<String, CoreType> given, long offset) {
    if (given == null) {
      throw new InvalidComponentException(
          "missing module instantiation argument named `" + wanted.module() + "`", offset);
    }
    CoreType found = given.get(wanted.name());
    if (found == null) {
      throw new InvalidComponentException(
          "module instantiation argument `%s` does not export an item named `%s`"
              .formatted(wanted.module(), wanted.name()),
          offset);
    }
    String problem = CoreSubtyping.mismatch(found, wanted.type());
    if (problem != null) {
      throw new InvalidComponentException(
          "type mismatch for export `%s` of module instantiation argument `%s`: %s"
              .formatted(wanted.name(), wanted.module(), problem),
          offset);
    }
  }

  private Definition readCoreExports() {
    int count = reader.count("core exports");
    if (count == 0) {
      scope.core().instances.add(Map.of());
      return NO_CORE_EXPORTS;
    }
    scope.reading().work().steps(Work.INLINE_INSTANCE, reader.offset());
    Map<String, CoreType> exports = new HashMap<>();
    List<CoreItem> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(readCoreExport(exports));
    }
    scope.core().instances.add(exports);
    return new Definition.CoreInlineExports(List.copyOf(items));
  }

  private CoreItem readCoreExport(Map<String, CoreType> exports) {
    int start = reader.offset();
    String name = reader.name("the name of a core export");
    CoreSort sort = Sorts.readCore(reader, "core external kind");
    int offset = reader.offset();
    int index = reader.u32("the index of what is exported");
    CoreType type =
        switch (sort) {
          case FUNC -> scope.core().functions.get(index, offset);
          case TABLE -> scope.core().tables.get(index, offset);
          case MEMORY -> scope.core().memories.get(index, offset);
          case GLOBAL -> scope.core().globals.get(index, offset);
          case TAG -> scope.core().tags.get(index, offset);
          case TYPE, MODULE, INSTANCE -> throw Sorts.unexpected(sort, "core external kind", offset);
        };
    if (exports.put(name, type) != null) {
      throw new InvalidComponentException("export name `" + name + "` already defined", start);
    }
    return new CoreItem(name, sort, index);
  }

  /** Reads an instance and defines it. */
  void readInstance() {
    int code = reader.u8("instance");
    scope.define(
        switch (code) {
          case INSTANTIATE -> readInstantiation();
          case EXPORTS -> readExports();
          default -> throw reader.unexpectedByte(code, "instance");
        });
  }

  private Definition readInstantiation() {
    int offset = reader.offset();
    scope.reading().work().steps(Work.INSTANTIATION, offset);
    int index = reader.u32("the index of a component");
    ComponentType component = scope.components.get(index, offset);
    int count = reader.count("instantiation arguments");
    Map<String, ExternType> given = HashMap.newHashMap(count);
    List<Item> arguments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      arguments.add(readArgument(given));
    }
    Arguments types = new Arguments(scope.reading(), offset);
    component.imports().forEach((name, wanted) -> types.supply(name, wanted, given.get(name)));
    InstanceType instance = types.instance(component);
    scope.instances.add(instance);
    return new Definition.Instantiation(
        index,
        List.copyOf(arguments),
        scope.reading().withoutAliases().apply(instance),
        scope.introduceInstance(instance));
  }

  private Item readArgument(Map<String, ExternType> given) {
    int start = reader.offset();
    String name = reader.name("the name of an instantiation argument");
    Sorts.Reference reference = Sorts.readReference(reader, scope);
    if (given.put(name, reference.type()) != null) {
      throw new InvalidComponentException(
          "instantiation argument `%s` conflicts with previous argument `%s`".formatted(name, name),
          start);
    }
    return reference.item(name, aliases());
  }

  private Definition readExports() {
    int count = reader.count("exports");
    if (count == 0) {
      scope.instances.add(InstanceType.EMPTY);
      return NO_EXPORTS;
    }
    scope.reading().work().steps(Work.INLINE_INSTANCE, reader.offset());
    ScopeNames names = ScopeNames.ofInstance(scope.reading().work());
    List<Item> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(readExport(names));
    }
    InstanceType instance = new InstanceType(names.types());
    scope.reading().facts().check(instance, reader.offset());
    scope.instances.add(instance);
    return new Definition.InlineExports(
        List.copyOf(items), scope.reading().withoutAliases().apply(instance));
  }

  private Item readExport(ScopeNames names) {
    int offset = reader.offset();
    AttributedName name = AttributedName.read(reader, "export name");
    Sorts.Reference reference = Sorts.readReference(reader, scope);
    names.add(name, reference.type(), offset);
    return reference.item(name.text(), aliases());
  }
}
