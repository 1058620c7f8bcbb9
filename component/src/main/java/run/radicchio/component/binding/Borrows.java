package run.radicchio.component.binding;

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
import run.radicchio.component.type.ResultType;
import run.radicchio.component.type.StreamType;
import run.radicchio.component.type.TupleType;
import run.radicchio.component.type.ValType;
import run.radicchio.component.type.VariantType;

/** Where borrowed handles may not be: in results, streams and futures (Explainer, "borrow"). */
final class Borrows {
  private Borrows() {}

  /** Refuses a type with a borrowed handle in it. */
  static void reject(@Nullable Derived derived, Place place) {
    if (derived != null && isIn(derived.type())) {
      throw place.error(
          "a resource marked @Borrow is in it, and is lent for a call only; give it for good,"
              + " without @Borrow");
    }
  }

  private static boolean isIn(@Nullable ValType type) {
    return switch (type) {
      case null -> false;
      case BorrowType borrow -> true;
      case NamedType named -> isIn(named.type());
      case ListType list -> isIn(list.element());
      case MapType map -> isIn(map.key()) || isIn(map.value());
      case OptionType option -> isIn(option.element());
      case ResultType result -> isIn(result.ok()) || isIn(result.error());
      case TupleType tuple -> tuple.elements().stream().anyMatch(Borrows::isIn);
      case RecordType record -> record.fields().stream().anyMatch(field -> isIn(field.type()));
      case VariantType variant -> variant.cases().stream().anyMatch(one -> isIn(one.type()));
      case StreamType stream -> isIn(stream.element());
      case FutureType future -> isIn(future.element());
      case PrimitiveType none -> false;
      case EnumType none -> false;
      case FlagsType none -> false;
      case OwnType none -> false;
    };
  }
}
