package run.radicchio.component.validation;

import java.util.Locale;
import java.util.Map;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Definition;
import run.radicchio.component.definition.Definition.CoreSort;
import run.radicchio.component.definition.Definition.Sort;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.CoreTypeText;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.TypeBound;

/** Reads aliases, as definitions and as declarators in types (Binary.md, "Alias Definitions"). */
final class AliasReader {
  private static final int EXPORT = 0x00;
  private static final int CORE_EXPORT = 0x01;
  private static final int OUTER = 0x02;

  private static final String OUTER_KIND = "component outer alias kind";

  private final BinaryReader reader;
  private final Scope scope;

  AliasReader(BinaryReader reader, Scope scope) {
    this.reader = reader;
    this.scope = scope;
  }

  /** Reads an alias and appends what it refers to. */
  void read() {
    Sorts.Encoded sort = Sorts.read(reader);
    int kind = reader.u8("alias");
    switch (kind) {
      case EXPORT -> readExport(sort);
      case CORE_EXPORT -> readCoreExport(sort);
      case OUTER -> readOuter(sort);
      default -> throw reader.unexpectedByte(kind, "alias");
    }
  }

  private void readExport(Sorts.Encoded encoded) {
    Sort sort = encoded.component("component export alias kind");
    int offset = reader.offset();
    int index = reader.u32("the index of an instance");
    String name = reader.name("the name of an export");
    if (!scope.isComponent() && sort != Sort.TYPE && sort != Sort.INSTANCE) {
      throw notInTypes(encoded);
    }
    Map<String, ExternType> exports = scope.instances.get(index, offset).exports();
    ExternType export = exports.get(name);
    if (export == null) {
      throw missing("instance", index, name, exports, offset);
    }
    if (Sorts.of(export) != sort) {
      throw new InvalidComponentException(
          "export `%s` for instance %d is not a %s, but a %s"
              .formatted(name, index, Sorts.text(sort), TypeDescription.sort(export)),
          offset);
    }
    scope.append(export);
    if (scope.isComponent()) {
      scope.define(new Definition.ExportAlias(sort, index, name));
    }
  }

  private void readCoreExport(Sorts.Encoded encoded) {
    CoreSort sort = encoded.core("core export alias kind");
    int offset = reader.offset();
    int index = reader.u32("the index of a core instance");
    String name = reader.name("the name of a core export");
    if (!scope.isComponent()) {
      throw notInTypes(encoded);
    }
    Map<String, CoreType> exports = scope.core().instances.get(index, offset);
    CoreType export = exports.get(name);
    if (export == null) {
      throw missing("core instance", index, name, exports, offset);
    }
    if (!append(sort, export)) {
      throw new InvalidComponentException(
          "export `%s` for core instance %d is not a %s, but %s"
              .formatted(
                  name, index, sort.name().toLowerCase(Locale.ROOT), CoreTypeText.of(export)),
          offset);
    }
    scope.define(new Definition.CoreExportAlias(sort, index, name));
  }

  private static InvalidComponentException missing(
      String what, int index, String name, Map<String, ?> exports, int offset) {
    return new InvalidComponentException(
        "%s %d has no export named `%s`: it has %s"
            .formatted(
                what,
                index,
                name,
                exports.isEmpty() ? "none" : TypeDescription.listed(exports.keySet())),
        offset);
  }

  /** Appends an export to the index space of its sort, unless it is of another sort. */
  private boolean append(CoreSort sort, CoreType export) {
    switch (export) {
      case CoreType.Function function when sort == CoreSort.FUNC ->
          scope.core().functions.add(function);
      case CoreType.Table table when sort == CoreSort.TABLE -> scope.core().tables.add(table);
      case CoreType.Memory memory when sort == CoreSort.MEMORY -> scope.core().memories.add(memory);
      case CoreType.Global global when sort == CoreSort.GLOBAL -> scope.core().globals.add(global);
      case CoreType.Tag tag when sort == CoreSort.TAG -> scope.core().tags.add(tag);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void readOuter(Sorts.Encoded encoded) {
    int offset = reader.offset();
    int count = reader.u32("the count of an outer alias");
    int index = reader.u32("the index of an outer alias");
    if (encoded.isCore()) {
      switch (encoded.core(OUTER_KIND)) {
        case TYPE -> scope.coreTypes.add(outer(count, offset).coreTypes.get(index, offset));
        case MODULE -> {
          requireComponent(encoded);
          scope.core().modules.add(outer(count, offset).core().modules.get(index, offset));
          scope.define(new Definition.OuterAlias(Sort.CORE_MODULE, count, index));
        }
        default -> throw encoded.unexpected(OUTER_KIND);
      }
    } else {
      switch (encoded.component(OUTER_KIND)) {
        case TYPE -> scope.types.add(outerType(count, index, offset));
        case COMPONENT -> {
          requireComponent(encoded);
          scope.components.add(outer(count, offset).components.get(index, offset));
          scope.define(new Definition.OuterAlias(Sort.COMPONENT, count, index));
        }
        default -> throw encoded.unexpected(OUTER_KIND);
      }
    }
  }

  private Scope outer(int count, int offset) {
    return scope.outer(count, offset);
  }

  private TypeBound outerType(int count, int index, int offset) {
    TypeBound type = outer(count, offset).types.get(index, offset);
    if (scope.isInOtherComponent(count) && !scope.reading().freeResources(type, offset).isEmpty()) {
      throw new InvalidComponentException(
          "outer alias to type %d of another component, which transitively refers to resources"
              .formatted(index),
          offset);
    }
    return type;
  }

  private void requireComponent(Sorts.Encoded encoded) {
    if (!scope.isComponent()) {
      throw notInTypes(encoded);
    }
  }

  private static InvalidComponentException notInTypes(Sorts.Encoded encoded) {
    return new InvalidComponentException(
        "aliases in a type may only refer to types or instances", encoded.offset());
  }
}
