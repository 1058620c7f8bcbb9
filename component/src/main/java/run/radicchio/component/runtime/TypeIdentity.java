package run.radicchio.component.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.BorrowType;
import run.radicchio.component.type.EnumType;
import run.radicchio.component.type.FlagsType;
import run.radicchio.component.type.FutureType;
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
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** Compares types that speak of the resource types of different instances. */
final class TypeIdentity {
  private final @Nullable ComponentInstance leftScope;
  private final @Nullable ComponentInstance rightScope;

  private TypeIdentity(
      @Nullable ComponentInstance leftScope, @Nullable ComponentInstance rightScope) {
    this.leftScope = leftScope;
    this.rightScope = rightScope;
  }

  static boolean same(
      ValType left,
      @Nullable ComponentInstance leftScope,
      ValType right,
      @Nullable ComponentInstance rightScope) {
    return (left == right && leftScope == rightScope)
        || new TypeIdentity(leftScope, rightScope).same(left, right);
  }

  private boolean same(@Nullable ValType left, @Nullable ValType right) {
    if (left == null || right == null) {
      return left == right;
    }
    ValType b = right.structure();
    return switch (left.structure()) {
      case PrimitiveType a -> a == b;
      case ListType a ->
          b instanceof ListType other
              && java.util.Objects.equals(a.length(), other.length())
              && same(a.element(), other.element());
      case RecordType a ->
          b instanceof RecordType other
              && names(a).equals(names(other))
              && all(fieldTypes(a), fieldTypes(other));
      case TupleType a -> b instanceof TupleType other && all(a.elements(), other.elements());
      case VariantType a -> b instanceof VariantType other && sameCases(a.cases(), other.cases());
      case EnumType a -> a.equals(b);
      case FlagsType a -> a.equals(b);
      case OptionType a -> b instanceof OptionType other && same(a.element(), other.element());
      case ResultType a ->
          b instanceof ResultType other
              && same(a.ok(), other.ok())
              && same(a.error(), other.error());
      case MapType a ->
          b instanceof MapType other
              && same(a.key(), other.key())
              && same(a.value(), other.value());
      case OwnType a -> b instanceof OwnType other && same(a.resource(), other.resource());
      case BorrowType a -> b instanceof BorrowType other && same(a.resource(), other.resource());
      case StreamType a -> b instanceof StreamType other && same(a.element(), other.element());
      case FutureType a -> b instanceof FutureType other && same(a.element(), other.element());
      case NamedType _ -> throw new IllegalStateException("a structure has no name");
    };
  }

  private boolean same(ResourceType left, ResourceType right) {
    return resolve(left, leftScope) == resolve(right, rightScope);
  }

  private static Object resolve(ResourceType type, @Nullable ComponentInstance scope) {
    RuntimeResource bound = scope == null ? null : scope.boundResource(type);
    return bound == null ? HostResources.of(type) : bound;
  }

  private boolean all(List<ValType> left, List<ValType> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean sameCases(List<VariantType.Case> left, List<VariantType.Case> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).name().equals(right.get(i).name())
          || !same(left.get(i).type(), right.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(RecordType type) {
    return type.fields().stream().map(RecordType.Field::name).toList();
  }

  private static List<ValType> fieldTypes(RecordType type) {
    return type.fields().stream().map(RecordType.Field::type).toList();
  }
}
