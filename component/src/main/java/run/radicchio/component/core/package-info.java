/**
 * The seam to the engine that runs core WebAssembly.
 *
 * <p>Everything above it speaks of core functions as {@link java.lang.invoke.MethodHandle}s of
 * exact primitive types ({@code i32} is {@code int}, {@code i64} is {@code long}, references are
 * {@code Object}), and of guest memory as a {@link java.lang.foreign.MemorySegment}. Only the
 * implementation in {@code core.endive} knows the engine. What an engine compiles it may keep in a
 * {@code CodeStore}, whose one kind is in {@code core.cache}.
 */
@NullMarked
package run.radicchio.component.core;

import org.jspecify.annotations.NullMarked;
