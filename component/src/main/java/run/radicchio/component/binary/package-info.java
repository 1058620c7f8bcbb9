/**
 * The bytes of a component (Binary.md): integers, names, vectors and sections, and where each is in
 * the file.
 *
 * <p>Here is what can be said of bytes alone; what they mean, and whether that is allowed, is for
 * {@code validation}. A count found in the file is never believed before the bytes it promises are
 * there.
 */
@NullMarked
package run.radicchio.component.binary;

import org.jspecify.annotations.NullMarked;
