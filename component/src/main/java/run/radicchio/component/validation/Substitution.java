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
 * places is changed once: types are graphs, whose size written out can be exponential.
 */
final class Substitution {
  private final UnaryOperator<ResourceType> replacement;
  private final Runnable onCopy;
  private final IdentityHashMap<Object, Object> done = new IdentityHashMap<>();

  /**
   * A substitution.
   *
   * @param replacement what takes a resource type's place, or the same resource type
   * @param onCopy told of each type that is copied, so that it can end the work
   */
  Substitution(UnaryOperator<ResourceType> replacement, Runnable onCopy) {
    this.replacement = replacement;
    this.onCopy = onCopy;
  }

  /** Puts one type of values in the place of another, which is recognized as an object. */
  void put(ValType type, ValType other) {
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
    return memoized(
        type,
        () -> {
          SequencedMap<String, ExternType> exports = entries(type.exports());
          return exports == type.exports() ? type : new InstanceType(exports);
        });
  }

  /** A component type with the replacements in it. */
  ComponentType apply(ComponentType type) {
    return memoized(
        type,
        () -> {
          SequencedMap<String, ExternType> imports = entries(type.imports());
          SequencedMap<String, ExternType> exports = entries(type.exports());
          return imports == type.imports() && exports == type.exports()
              ? type
              : new ComponentType(imports, exports);
        });
  }

  /** A function type with the replacements in it. */
  FuncType apply(FuncType type) {
    return memoized(
        type,
        () -> {
          List<FuncType.Parameter> parameters =
              list(
                  type.parameters(),
                  parameter -> {
                    ValType changed = apply(parameter.type());
                    return changed == parameter.type()
                        ? parameter
                        : new FuncType.Parameter(parameter.name(), changed);
                  });
          ValType result = applyNullable(type.result());
          return parameters == type.parameters() && result == type.result()
              ? type
              : new FuncType(type.async(), parameters, result);
        });
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
    return type instanceof PrimitiveType ? type : memoized(type, () -> replace(type));
  }

  private ValType replace(ValType type) {
    return switch (type) {
      case PrimitiveType primitive -> primitive;
      case EnumType enumeration -> enumeration;
      case FlagsType flags -> flags;
      case OwnType(ResourceType resource) -> {
        ResourceType changed = apply(resource);
        yield changed == resource ? type : new OwnType(changed);
      }
      case BorrowType(ResourceType resource) -> {
        ResourceType changed = apply(resource);
        yield changed == resource ? type : new BorrowType(changed);
      }
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
        List<RecordType.Field> fields =
            list(
                record.fields(),
                field -> {
                  ValType changed = apply(field.type());
                  return changed == field.type()
                      ? field
                      : new RecordType.Field(field.name(), changed);
                });
        yield fields == record.fields() ? record : new RecordType(fields);
      }
      case VariantType variant -> {
        List<VariantType.Case> cases =
            list(
                variant.cases(),
                variantCase -> {
                  ValType changed = applyNullable(variantCase.type());
                  return changed == variantCase.type()
                      ? variantCase
                      : new VariantType.Case(variantCase.name(), changed);
                });
        yield cases == variant.cases() ? variant : new VariantType(cases);
      }
    };
  }

  private @Nullable ValType applyNullable(@Nullable ValType type) {
    return type == null ? null : apply(type);
  }

  /** The same list where no element changes, else a new one. */
  private static <T> List<T> list(List<T> elements, UnaryOperator<T> change) {
    List<T> changed = null;
    for (int i = 0; i < elements.size(); i++) {
      T element = elements.get(i);
      T replaced = change.apply(element);
      if (changed == null && replaced != element) {
        changed = new ArrayList<>(elements.subList(0, i));
      }
      if (changed != null) {
        changed.add(replaced);
      }
    }
    return changed == null ? elements : changed;
  }

  /** The same map where no entry changes, else a new one. */
  private SequencedMap<String, ExternType> entries(SequencedMap<String, ExternType> entries) {
    SequencedMap<String, ExternType> changed = null;
    for (Map.Entry<String, ExternType> entry : entries.entrySet()) {
      ExternType replaced = apply(entry.getValue());
      if (replaced != entry.getValue()) {
        if (changed == null) {
          changed = new LinkedHashMap<>(entries);
        }
        changed.put(entry.getKey(), replaced);
        onCopy.run();
      }
    }
    return changed == null ? entries : changed;
  }

  @SuppressWarnings({"unchecked", "ReferenceEquality"}) // what is kept for a type is of its kind
  private <T> T memoized(T type, java.util.function.Supplier<T> change) {
    Object known = done.get(type);
    if (known != null) {
      return (T) known;
    }
    T changed = change.get();
    if (changed != type) {
      onCopy.run();
    }
    done.put(type, changed);
    return changed;
  }
}
