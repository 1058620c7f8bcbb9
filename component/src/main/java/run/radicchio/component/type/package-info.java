/**
 * The component-level types, as the Component Model's Explainer defines them.
 *
 * <pre>
 * ExternType ::= CoreModuleType | FuncType | TypeBound | ComponentType | InstanceType
 * ValType    ::= PrimitiveType | ListType | RecordType | TupleType | VariantType | EnumType
 *              | FlagsType | OptionType | ResultType | MapType | OwnType | BorrowType
 *              | StreamType | FutureType | NamedType
 * </pre>
 *
 * <p>{@link run.radicchio.component.type.CoreType} is what core modules import and export. The
 * types that these define are {@link run.radicchio.component.type.DefinedType}s, which mean the
 * same in every module.
 *
 * <p>Types are immutable values. A {@link run.radicchio.component.type.NamedType} is the type it
 * names under a name that only printing looks at; {@link
 * run.radicchio.component.type.ValType#structure()} takes it off. Resource types are equal only to
 * themselves.
 */
@NullMarked
package run.radicchio.component.type;

import org.jspecify.annotations.NullMarked;
