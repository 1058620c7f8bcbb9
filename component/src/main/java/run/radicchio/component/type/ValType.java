package run.radicchio.component.type;

/** A type of values (Explainer, "Type Definitions", {@code valtype} and {@code defvaltype}). */
public sealed interface ValType
    permits PrimitiveType,
        ListType,
        RecordType,
        TupleType,
        VariantType,
        EnumType,
        FlagsType,
        OptionType,
        ResultType,
        MapType,
        OwnType,
        BorrowType,
        StreamType,
        FutureType,
        NamedType {

  /** This type without its name, if it has one. The types inside may still be named. */
  default ValType structure() {
    return this;
  }
}
