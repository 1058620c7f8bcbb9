/**
 * Annotations that make a Java interface a WIT interface.
 *
 * <p>A host interface is written in Java; its WIT is derived. Names are derived too: {@code
 * createBuffer} is {@code create-buffer}, {@code GpuExtent3D} is {@code gpu-extent3-d}, {@code
 * D2_ARRAY} is {@code d2-array}. These annotations say only what Java cannot.
 *
 * <p>The abstract methods of an interface are its functions, inherited ones too; default and static
 * methods are a convenience of Java. Parameters have names in the class file only if it is compiled
 * with {@code -parameters}. Interfaces and all that they mention are public, in packages that their
 * module exports.
 *
 * <table>
 * <caption>How WIT types are written in Java</caption>
 * <tr><th>WIT</th><th>Java</th></tr>
 * <tr><td>{@code bool}, {@code f32}, {@code f64}, {@code string}</td><td>{@code boolean}, {@code
 *     float}, {@code double}, {@code String}</td></tr>
 * <tr><td>{@code s8 s16 s32 s64}</td><td>{@code byte short int long}</td></tr>
 * <tr><td>{@code u8 u16 u32 u64}</td><td>the same, marked {@link Unsigned}</td></tr>
 * <tr><td>{@code char}</td><td>{@code int} marked {@link CodePoint}</td></tr>
 * <tr><td>record</td><td>record</td></tr>
 * <tr><td>enum</td><td>enum</td></tr>
 * <tr><td>flags</td><td>{@code Set<E>} of an enum</td></tr>
 * <tr><td>variant</td><td>sealed interface with a record a case, of at most one component</td></tr>
 * <tr><td>{@code option<T>}</td><td>{@code @Nullable T} (JSpecify); of an option: {@code @Nullable
 *     Optional<T>}, in which null is {@code none} and empty is {@code some(none)}</td></tr>
 * <tr><td>{@code result<T, E>} as a result</td><td>returns {@code T}, throws an exception class
 *     marked {@link ErrorType}</td></tr>
 * <tr><td>{@code result<T, E>} elsewhere</td><td>{@code run.radicchio.component.Result<T, E>}, with
 *     {@code Void} for no payload</td></tr>
 * <tr><td>{@code list<u8>}</td><td>{@link java.nio.ByteBuffer} as a parameter: a read-only view of
 *     guest memory, valid during the call; {@code byte[]} or {@code ByteBuffer} as a result, {@code
 *     byte[]} being unsigned without a mark; or {@code Function<IntFunction<ByteBuffer>,
 *     ByteBuffer>}, which is given what makes a buffer of some bytes, has one made, fills it and
 *     returns it: straight into guest memory, so many bytes are copied once</td></tr>
 * <tr><td>{@code list<T>} of other numbers</td><td>primitive array, marked {@link Unsigned} on its
 *     element where it is</td></tr>
 * <tr><td>{@code list<T>}</td><td>{@code List<T>}</td></tr>
 * <tr><td>{@code tuple<...>}</td><td>record marked {@link Tuple}</td></tr>
 * <tr><td>resource</td><td>interface marked {@link WitResource} that extends {@code
 *     AutoCloseable}</td></tr>
 * <tr><td>{@code own<R>}, {@code borrow<R>}</td><td>{@code R}, {@code @Borrow R}</td></tr>
 * <tr><td>{@code async func() -> T}</td><td>a method that returns {@code CompletionStage<T>}</td></tr>
 * <tr><td>{@code future<T>}</td><td>{@code CompletionStage<T>}; as a whole result, marked {@link
 *     Future}</td></tr>
 * <tr><td>{@code stream<T>}</td><td>{@code Flow.Publisher<T>}; of numbers also in pieces, as a
 *     {@code Flow.Publisher} of what a list of them is, marked {@link Chunk}</td></tr>
 * <tr><td>{@code future}, {@code stream}, {@code async func()}</td><td>the same of {@code
 *     Void}</td></tr>
 * </table>
 *
 * <p>This package depends on nothing, so that an interface's contract can be used without the
 * component runtime.
 */
@NullMarked
package run.radicchio.component.wit;

import org.jspecify.annotations.NullMarked;
