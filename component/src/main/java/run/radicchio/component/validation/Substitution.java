package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
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
 * Puts resource types in place of others throughout types.
 *
 * <p>A type in which nothing changes is returned as the same object, and one that occurs in several
 * places is changed once: types are graphs, whose size written out can be exponential. What has no
 * resource types in it is not even looked into.
 */
final class Substitution {
  /** An entry of a map is copied twice, and larger than most types. */
  private static final int ENTRY_STEPS = 2;

  /** A type that changes is made anew, as are the facts of it. */
  private static final int CHANGE_STEPS = 3;

  /** An element of a list that is copied with it is no more than an address, copied thrice. */
  private static final int ELEMENTS_PER_STEP = 4;

  private final TypeFacts facts;
  private final Work work;
  private final UnaryOperator<ResourceType> replacement;
  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>(0);
  private boolean replacesNamed;

  /**
   * A substitution.
   *
   * @param replacement what takes a resource type's place, or the same resource type
   */
  Substitution(TypeFacts facts, Work work, UnaryOperator<ResourceType> replacement) {
    this.facts = facts;
    this.work = work;
    this.replacement = replacement;
  }

  /** A substitution in types that are known to be within bounds. */
  Substitution(UnaryOperator<ResourceType> replacement) {
    this(new TypeFacts(), Work.unbounded(), replacement);
  }

  /** Puts one named type of values in the place of another, which is recognized as an object. */
  void put(NamedType type, ValType other) {
    replacesNamed = true;
    done.put(type, other);
  }

  /** The resource type that takes another's place. */
  ResourceType apply(ResourceType resource) {
    return replacement.apply(resource);
  }

  /** A type with the replacements in it. */
  ExternType apply(ExternType type) {
    return switch (type) {
      case CoreModuleType module -> module;
      case FuncType function -> apply(function);
      case InstanceType instance -> apply(instance);
      case ComponentType component -> apply(component);
      case TypeBound bound -> apply(bound);
    };
  }

  /** An instance type with the replacements in it. */
  InstanceType apply(InstanceType type) {
    if (isUntouched(type)) {
      return type;
    }
    InstanceType known = known(type);
    if (known != null) {
      return known;
    }
    SequencedMap<String, ExternType> exports = entries(type.exports());
    return keep(type, exports == type.exports() ? type : new InstanceType(exports));
  }

  /** A component type with the replacements in it. */
  ComponentType apply(ComponentType type) {
    if (isUntouched(type)) {
      return type;
    }
    ComponentType known = known(type);
    if (known != null) {
      return known;
    }
    SequencedMap<String, ExternType> imports = entries(type.imports());
    SequencedMap<String, ExternType> exports = entries(type.exports());
    boolean same = imports == type.imports() && exports == type.exports();
    return keep(type, same ? type : new ComponentType(imports, exports));
  }

  /** A function type with the replacements in it. */
  FuncType apply(FuncType type) {
    if (isUntouched(type)) {
      return type;
    }
    FuncType known = known(type);
    if (known != null) {
      return known;
    }
    List<FuncType.Parameter> parameters = list(type.parameters(), this::apply);
    ValType result = applyNullable(type.result());
    boolean same = parameters == type.parameters() && result == type.result();
    return keep(type, same ? type : new FuncType(type.async(), parameters, result));
  }

  private FuncType.Parameter apply(FuncType.Parameter parameter) {
    ValType changed = apply(parameter.type());
    return changed == parameter.type()
        ? parameter
        : new FuncType.Parameter(parameter.name(), changed);
  }

  private boolean isUntouched(ExternType type) {
    TypeFacts.Extent extent = facts.of(type);
    return !extent.resources() && !(replacesNamed && extent.named());
  }

  /** A type bound with the replacements in it. */
  TypeBound apply(TypeBound bound) {
    switch (bound) {
      case TypeBound.EqualsValue(ValType type) -> {
        ValType changed = apply(type);
        return changed == type ? bound : new TypeBound.EqualsValue(changed);
      }
      case TypeBound.EqualsResource(ResourceType resource) -> {
        ResourceType changed = apply(resource);
        return changed == resource ? bound : new TypeBound.EqualsResource(changed);
      }
      case TypeBound.SubResource(ResourceType resource) -> {
        ResourceType changed = apply(resource);
        return changed == resource ? bound : new TypeBound.SubResource(changed);
      }
      case TypeBound.EqualsExtern(ExternType type) -> {
        ExternType changed = apply(type);
        return changed == type ? bound : new TypeBound.EqualsExtern(changed);
      }
    }
  }

  /** A type of values with the replacements in it. */
  ValType apply(ValType type) {
    Facts of = facts.of(type);
    if (!of.resources() && !(replacesNamed && of.named())) {
      return type;
    }
    return switch (type) {
      case OwnType(ResourceType resource) -> {
        ResourceType changed = apply(resource);
        yield changed == resource ? type : new OwnType(changed);
      }
      case BorrowType(ResourceType resource) -> {
        ResourceType changed = apply(resource);
        yield changed == resource ? type : new BorrowType(changed);
      }
      default -> {
        ValType known = known(type);
        yield known == null ? keep(type, replace(type)) : known;
      }
    };
  }

  private ValType replace(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive;
      case EnumType enumeration -> enumeration;
      case FlagsType flags -> flags;
      case OwnType own -> apply(own);
      case BorrowType borrow -> apply(borrow);
      case NamedType named -> {
        ValType changed = apply(named.type());
        yield changed == named.type() ? named : new NamedType(named.name(), changed);
      }
      case ListType list -> {
        ValType changed = apply(list.element());
        yield changed == list.element() ? list : new ListType(changed, list.length());
      }
      case OptionType option -> {
        ValType changed = apply(option.element());
        yield changed == option.element() ? option : new OptionType(changed);
      }
      case StreamType stream -> {
        ValType changed = applyNullable(stream.element());
        yield changed == stream.element() ? stream : new StreamType(changed);
      }
      case FutureType future -> {
        ValType changed = applyNullable(future.element());
        yield changed == future.element() ? future : new FutureType(changed);
      }
      case MapType map -> {
        ValType key = apply(map.key());
        ValType value = apply(map.value());
        yield key == map.key() && value == map.value() ? map : new MapType(key, value);
      }
      case ResultType result -> {
        ValType ok = applyNullable(result.ok());
        ValType error = applyNullable(result.error());
        yield ok == result.ok() && error == result.error() ? result : new ResultType(ok, error);
      }
      case TupleType tuple -> {
        List<ValType> elements = list(tuple.elements(), this::apply);
        yield elements == tuple.elements() ? tuple : new TupleType(elements);
      }
      case RecordType record -> {
        List<RecordType.Field> fields = list(record.fields(), this::apply);
        yield fields == record.fields() ? record : new RecordType(fields);
      }
      case VariantType variant -> {
        List<VariantType.Case> cases = list(variant.cases(), this::apply);
        yield cases == variant.cases() ? variant : new VariantType(cases);
      }
    };
  }

  private RecordType.Field apply(RecordType.Field field) {
    ValType changed = apply(field.type());
    return changed == field.type() ? field : new RecordType.Field(field.name(), changed);
  }

  private VariantType.Case apply(VariantType.Case variantCase) {
    ValType changed = applyNullable(variantCase.type());
    return changed == variantCase.type()
        ? variantCase
        : new VariantType.Case(variantCase.name(), changed);
  }

  private @Nullable ValType applyNullable(@Nullable ValType type) {
    return type == null ? null : apply(type);
  }

  /** The same list where no element changes, else a new one. */
  private <T> List<T> list(List<T> elements, UnaryOperator<T> change) {
    work.look(elements.size());
    List<T> changed = null;
    for (int i = 0; i < elements.size(); i++) {
      T element = elements.get(i);
      T replaced = change.apply(element);
      if (changed == null && replaced != element) {
        work.steps(elements.size() / ELEMENTS_PER_STEP);
        changed = new ArrayList<>(elements);
      }
      if (changed != null && replaced != element) {
        work.steps(1);
        changed.set(i, replaced);
      }
    }
    return changed == null ? elements : changed;
  }

  /** The same map where no entry changes, else a new one. */
  private SequencedMap<String, ExternType> entries(SequencedMap<String, ExternType> entries) {
    work.look(entries.size());
    SequencedMap<String, ExternType> changed = null;
    for (Map.Entry<String, ExternType> entry : entries.entrySet()) {
      ExternType replaced = apply(entry.getValue());
      if (replaced != entry.getValue()) {
        if (changed == null) {
          work.steps(Work.COPY + ENTRY_STEPS * entries.size());
          changed = new LinkedHashMap<>(entries);
        }
        changed.put(entry.getKey(), replaced);
      }
    }
    return changed == null ? entries : changed;
  }

  @SuppressWarnings("unchecked") // what is kept for a type is of its kind
  private <T> @Nullable T known(T type) {
    return (T) done.get(type);
  }

  @SuppressWarnings("ReferenceEquality") // what is changed is another object
  private <T> T keep(T type, T changed) {
    work.steps(type == changed ? 1 : CHANGE_STEPS);
    done.put(type, changed);
    return changed;
  }
}
