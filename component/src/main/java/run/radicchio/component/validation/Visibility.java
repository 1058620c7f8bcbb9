package run.radicchio.component.validation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.ComponentType;
import run.radicchio.component.type.CoreModuleType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.type.FutureType;
import run.radicchio.component.type.InstanceType;
import run.radicchio.component.type.ListType;
import run.radicchio.component.type.MapType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.OptionType;
import run.radicchio.component.type.OwnType;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.RecordType;
import run.radicchio.component.type.ResourceType;
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/**
 * Which types a scope's imports, or its exports, may refer to (Explainer, "External Visibility of
 * Types"): resource types, records, variants, enums and flags only by a name under which they are
 * imported or exported before.
 *
 * <p>A name is a type as an object, most often a {@link NamedType} or {@link ResourceType}: two
 * that are equal are two names.
 */
final class Visibility {
  private final Reading reading;
  private final @Nullable Visibility outer;

  /** The types that are names here, and others that have been found to be visible. */
  private @Nullable IdentityHashMap<Object, Standing> known;

  /** What is known of a type. */
  private enum Standing {
    NAME,
    VISIBLE
  }

  /** With no names yet but those that count outside it, if there is an outside. */
  Visibility(Reading reading, @Nullable Visibility outer) {
    this.reading = reading;
    this.outer = outer;
  }

  /** Forgets all names. */
  void clear() {
    known = null;
  }

  /** Whether something of a type may be imported or exported. If so, the names it has are added. */
  boolean admit(ExternType type) {
    return switch (type) {
      case CoreModuleType module -> true;
      case ComponentType component -> true; // checked when it was made
      case FuncType function -> !needsName(function) || isKnown(function) || isVisible(function);
      case InstanceType instance ->
          !needsName(instance) || isKnown(instance) || admitExports(instance);
      case TypeBound.SubResource(ResourceType resource) -> put(resource, Standing.NAME);
      case TypeBound.EqualsResource(ResourceType resource) -> put(resource, Standing.NAME);
      case TypeBound.EqualsValue(ValType value) ->
          (value instanceof NamedType named
                  ? partsAreVisible(named.type())
                  : partsAreVisible(value))
              && (!facts(value).needsName() || put(value, Standing.NAME));
      case TypeBound.EqualsExtern(ExternType extern) -> new Visibility(reading, this).admit(extern);
    };
  }

  private boolean admitExports(InstanceType type) {
    reading.work().look(type.exports().size());
    for (ExternType export : type.exports().values()) {
      if (!admit(export)) {
        return false;
      }
    }
    return put(type, Standing.VISIBLE);
  }

  private boolean needsName(ExternType type) {
    return reading.facts().of(type).needsName();
  }

  private Facts facts(ValType type) {
    return reading.facts().of(type);
  }

  private boolean put(Object type, Standing standing) {
    if (known == null) {
      known = new IdentityHashMap<>(0);
    }
    reading.work().steps(1);
    known.put(type, standing);
    return true;
  }

  /** Whether a type has been found to be visible here, by its name or since its parts are. */
  private boolean isKnown(Object type) {
    return (known != null && known.containsKey(type)) || (outer != null && outer.isKnown(type));
  }

  private boolean isNamed(Object name) {
    return (known != null && known.get(name) == Standing.NAME)
        || (outer != null && outer.isNamed(name));
  }

  private boolean isVisible(FuncType type) {
    reading.work().look(type.parameters().size());
    return all(type.parameters(), parameter -> isVisible(parameter.type()))
        && isVisible(type.result())
        && put(type, Standing.VISIBLE);
  }

  private boolean isVisible(@Nullable ValType type) {
    if (type == null || !facts(type).needsName() || isKnown(type)) {
      return true;
    }
    return switch (type) {
      case NamedType named -> isVisible(named.type());
      case RecordType record -> false;
      case VariantType variant -> false;
      case EnumType enumeration -> false;
      case FlagsType flags -> false;
      default -> partsAreVisible(type) && put(type, Standing.VISIBLE);
    };
  }

  private boolean partsAreVisible(ValType type) {
    return switch (type) {
      case PrimitiveType p -> true;
      case EnumType e -> true;
      case FlagsType f -> true;
      case NamedType named -> isNamed(named) || partsAreVisible(named.type());
      case OwnType(ResourceType resource) -> isVisible(resource);
      case BorrowType(ResourceType resource) -> isVisible(resource);
      case ListType list -> isVisible(list.element());
      case OptionType option -> isVisible(option.element());
      case StreamType stream -> isVisible(stream.element());
      case FutureType future -> isVisible(future.element());
      case MapType map -> isVisible(map.key()) && isVisible(map.value());
      case ResultType result -> isVisible(result.ok()) && isVisible(result.error());
      case TupleType tuple -> all(tuple.elements(), this::isVisible);
      case RecordType record -> all(record.fields(), field -> isVisible(field.type()));
      case VariantType variant -> all(variant.cases(), each -> isVisible(each.type()));
    };
  }

  private static <T> boolean all(List<T> parts, Predicate<T> isVisible) {
    for (int i = 0; i < parts.size(); i++) {
      if (!isVisible.test(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A name of a name counts, since an alias of a visible type is visible. */
  private boolean isVisible(ResourceType resource) {
    for (ResourceType name = resource; name != null; name = reading.aliases().target(name)) {
      if (isNamed(name)) {
        return true;
      }
    }
    return false;
  }
}
