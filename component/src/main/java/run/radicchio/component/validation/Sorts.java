package run.radicchio.component.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.definition.Definition.CoreSort;
import run.radicchio.component.definition.Definition.Item;
import run.radicchio.component.definition.Definition.Sort;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.TypeBound;

/** Sorts, and what a sort and an index refer to (Binary.md, {@code sort}, {@code sortidx}). */
final class Sorts {
  private static final int CORE = 0x00;

  private Sorts() {}

  /**
   * A sort as the binary has it, which may not be one that is allowed where it is.
   *
   * @param code 0 for core sorts
   * @param core the core sort, or -1
   */
  record Encoded(int code, int core, int offset) {

    /** As the sort of something that components have; {@code expected} is for the message. */
    Sort component(String expected) {
      return switch (code) {
        case CORE -> {
          if (core(expected) != CoreSort.MODULE) {
            throw unexpected(expected);
          }
          yield Sort.CORE_MODULE;
        }
        case 0x01 -> Sort.FUNC;
        case 0x02 -> throw Gated.feature("values", offset);
        case 0x03 -> Sort.TYPE;
        case 0x04 -> Sort.COMPONENT;
        case 0x05 -> Sort.INSTANCE;
        default -> throw unexpected(expected);
      };
    }

    /** As the sort of something that core modules have; {@code expected} is for the message. */
    CoreSort core(String expected) {
      if (code != CORE) {
        throw unexpected(expected);
      }
      return switch (core) {
        case 0x00 -> CoreSort.FUNC;
        case 0x01 -> CoreSort.TABLE;
        case 0x02 -> CoreSort.MEMORY;
        case 0x03 -> CoreSort.GLOBAL;
        case 0x04 -> CoreSort.TAG;
        case 0x10 -> CoreSort.TYPE;
        case 0x11 -> CoreSort.MODULE;
        case 0x12 -> CoreSort.INSTANCE;
        default -> throw unexpected(expected);
      };
    }

    boolean isCore() {
      return code == CORE;
    }

    /** The error for a sort that is none of those allowed. */
    MalformedComponentException unexpected(String expected) {
      return new MalformedComponentException(
          "invalid leading byte (0x%x) for %s".formatted(isCore() ? core : code, expected),
          isCore() ? offset + 1L : offset);
    }
  }

  /** Reads a sort, core or not. */
  static Encoded read(BinaryReader reader) {
    int offset = reader.offset();
    int code = reader.u8("a sort");
    return new Encoded(code, code == CORE ? reader.u8("a core sort") : -1, offset);
  }

  /** Reads a core sort, which is not marked as one. */
  static CoreSort readCore(BinaryReader reader, String expected) {
    int offset = reader.offset() - 1;
    return new Encoded(CORE, reader.u8(expected), offset).core(expected);
  }

  /** The error for a core sort that was read where it is none of those allowed. */
  static MalformedComponentException unexpected(CoreSort sort, String expected, int offset) {
    return new MalformedComponentException(
        "invalid leading byte (0x%x) for %s: a %s cannot be here"
            .formatted(code(sort), expected, sort.name().toLowerCase(Locale.ROOT)),
        offset);
  }

  private static int code(CoreSort sort) {
    return switch (sort) {
      case FUNC -> 0x00;
      case TABLE -> 0x01;
      case MEMORY -> 0x02;
      case GLOBAL -> 0x03;
      case TAG -> 0x04;
      case TYPE -> 0x10;
      case MODULE -> 0x11;
      case INSTANCE -> 0x12;
    };
  }

  /**
   * A definition that a sort and an index refer to.
   *
   * @param type its type; for a type, what that equals
   */
  record Reference(Sort sort, int index, ExternType type) {
    /** The same under a name, for what runs. */
    Item item(String name, ResourceAliases aliases) {
      return type instanceof TypeBound bound
          ? new Item(name, sort, -1, resource(bound, aliases))
          : new Item(name, sort, index, null);
    }

    private static @Nullable ResourceType resource(TypeBound bound, ResourceAliases aliases) {
      return bound instanceof TypeBound.EqualsResource(ResourceType resource)
          ? aliases.resolve(resource)
          : null;
    }
  }

  /** Reads a sort and an index, and finds what they refer to. */
  static Reference readReference(BinaryReader reader, Scope scope) {
    Sort sort = read(reader).component("component external kind");
    int offset = reader.offset();
    int index = reader.u32("the index of what is meant");
    ExternType type =
        switch (sort) {
          case CORE_MODULE -> scope.core().modules.get(index, offset);
          case FUNC -> scope.functions.get(index, offset);
          case TYPE -> scope.types.get(index, offset);
          case COMPONENT -> scope.components.get(index, offset);
          case INSTANCE -> scope.instances.get(index, offset);
          case VALUE -> throw Gated.feature("values", offset);
        };
    return new Reference(sort, index, type);
  }

  /** The sort of something of a type. */
  static Sort of(ExternType type) {
    return switch (type) {
      case CoreModuleType module -> Sort.CORE_MODULE;
      case FuncType function -> Sort.FUNC;
      case TypeBound bound -> Sort.TYPE;
      case ComponentType component -> Sort.COMPONENT;
      case InstanceType instance -> Sort.INSTANCE;
    };
  }

  /** A sort's name in the text format. */
  static String text(Sort sort) {
    return switch (sort) {
      case CORE_MODULE -> "module";
      case FUNC -> "func";
      case VALUE -> "value";
      case TYPE -> "type";
      case COMPONENT -> "component";
      case INSTANCE -> "instance";
    };
  }
}
