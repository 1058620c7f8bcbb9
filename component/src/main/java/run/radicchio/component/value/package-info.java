/**
 * Values of types that no Java class stands for: what tools pass to a component whose types they
 * learn only when they load it, and what they get back.
 *
 * <table>
 * <caption>How values are represented</caption>
 * <tr><th>WIT</th><th>Java</th></tr>
 * <tr><td>{@code bool}, {@code f32}, {@code f64}, {@code string}</td><td>{@link
 *     java.lang.Boolean}, {@link java.lang.Float}, {@link java.lang.Double}, {@link
 *     java.lang.String}</td></tr>
 * <tr><td>{@code s8}, {@code u8}; {@code s16}, {@code u16}; {@code s32}, {@code u32}; {@code s64},
 *     {@code u64}</td><td>{@link java.lang.Byte}, {@link java.lang.Short}, {@link
 *     java.lang.Integer}, {@link java.lang.Long} of the same bits</td></tr>
 * <tr><td>{@code char}</td><td>{@link java.lang.Integer}, its code point</td></tr>
 * <tr><td>{@code list<T>}, {@code tuple<...>}</td><td>{@link java.util.List}</td></tr>
 * <tr><td>{@code map<K, V>}</td><td>{@link java.util.List} of lists of two</td></tr>
 * <tr><td>record</td><td>{@link run.radicchio.component.value.RecordValue}</td></tr>
 * <tr><td>variant</td><td>{@link run.radicchio.component.value.VariantValue}</td></tr>
 * <tr><td>enum</td><td>{@link java.lang.String}, the name of the case</td></tr>
 * <tr><td>flags</td><td>{@link java.util.Set} of the names that are set</td></tr>
 * <tr><td>{@code option<T>}</td><td>{@link java.util.Optional}</td></tr>
 * <tr><td>{@code result<T, E>}</td><td>{@link run.radicchio.component.Result}, its payload null
 *     where the type has none</td></tr>
 * </table>
 *
 * <p>No value is null. This package knows nothing of how values cross into a component.
 */
@NullMarked
package run.radicchio.component.value;

import org.jspecify.annotations.NullMarked;
