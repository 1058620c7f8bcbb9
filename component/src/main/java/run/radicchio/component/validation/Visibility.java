package run.radicchio.component.validation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
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
  private final ResourceAliases aliases;
  private final @Nullable Visibility outer;
  private Set<Object> names = Set.of();
  private Set<Object> known = Set.of();

  /** With no names yet. */
  Visibility(ResourceAliases aliases) {
    this(aliases, null);
  }

  private Visibility(ResourceAliases aliases, @Nullable Visibility outer) {
    this.aliases = aliases;
    this.outer = outer;
  }

  /** Whether something of a type may be imported or exported. If so, the names it has are added. */
  boolean admit(ExternType type) {
    if (known.contains(type)) {
      return true;
    }
    boolean admitted = check(type);
    if (admitted) {
      known = with(type, known);
    }
    return admitted;
  }

  private boolean check(ExternType type) {
    return switch (type) {
      case CoreModuleType module -> true;
      case ComponentType component -> true; // checked when it was made
      case FuncType function -> isVisible(function);
      case InstanceType instance -> instance.exports().values().stream().allMatch(this::admit);
      case TypeBound.SubResource(ResourceType resource) -> name(resource);
      case TypeBound.EqualsResource(ResourceType resource) -> name(resource);
      case TypeBound.EqualsValue(ValType value) ->
          (value instanceof NamedType named
                  ? partsAreVisible(named.type())
                  : partsAreVisible(value))
              && name(value);
      case TypeBound.EqualsExtern(ExternType extern) -> new Visibility(aliases, this).admit(extern);
    };
  }

  private boolean name(Object name) {
    names = with(name, names);
    return true;
  }

  /** A set of objects that is made when there is a first: most scopes of types have none. */
  private static Set<Object> with(Object element, Set<Object> objects) {
    Set<Object> result =
        objects.isEmpty() ? Collections.newSetFromMap(new IdentityHashMap<>()) : objects;
    result.add(element);
    return result;
  }

  private boolean isNamed(Object name) {
    return names.contains(name) || (outer != null && outer.isNamed(name));
  }

  private boolean isVisible(FuncType type) {
    ValType result = type.result();
    return type.parameters().stream().allMatch(parameter -> isVisible(parameter.type()))
        && (result == null || isVisible(result));
  }

  private boolean isVisible(@Nullable ValType type) {
    if (type == null || type instanceof PrimitiveType || known.contains(type)) {
      return true;
    }
    boolean visible =
        switch (type) {
          case NamedType named -> isNamed(named) || isVisible(named.type());
          case RecordType record -> isNamed(record);
          case VariantType variant -> isNamed(variant);
          case EnumType enumeration -> isNamed(enumeration);
          case FlagsType flags -> isNamed(flags);
          default -> partsAreVisible(type);
        };
    if (visible) {
      known = with(type, known);
    }
    return visible;
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
      case TupleType tuple -> tuple.elements().stream().allMatch(this::isVisible);
      case RecordType record -> record.fields().stream().allMatch(field -> isVisible(field.type()));
      case VariantType variant ->
          variant.cases().stream().allMatch(variantCase -> isVisible(variantCase.type()));
    };
  }

  /** A name of a name counts, since an alias of a visible type is visible. */
  private boolean isVisible(ResourceType resource) {
    for (ResourceType name = resource; name != null; name = aliases.target(name)) {
      if (isNamed(name)) {
        return true;
      }
    }
    return false;
  }
}
