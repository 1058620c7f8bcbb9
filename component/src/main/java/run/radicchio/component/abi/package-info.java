/**
 * The canonical ABI: how values cross between Java and guest memory (CanonicalABI.md, "Alignment"
 * to "Lifting and Lowering Values").
 *
 * <p>A {@link run.radicchio.component.abi.Codec} is made once for each type and Java
 * representation; it knows the value's layout in memory and its flat form. Flat values are the bits
 * of core values in {@code long}s, those of 32 bits zero-extended, so that the joins of variants
 * need no conversion.
 *
 * <p>This package knows nothing of tasks and scheduling.
 */
@NullMarked
package run.radicchio.component.abi;

import org.jspecify.annotations.NullMarked;
