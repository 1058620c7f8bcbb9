/**
 * WASI for embedders: {@link run.radicchio.wasi.Wasi} says what guests are given.
 *
 * <p>The interfaces themselves are in {@code p2} and {@code p3}, a package for each of WASI's. What
 * implements them is by what it reaches, for both versions alike: {@code time}, {@code random},
 * {@code files}, {@code network}, {@code command}, {@code messages}, {@code client}, {@code
 * streams}, {@code poll}. None of these knows this package's {@code Wasi}, nor anything of this
 * process that it was not given.
 */
@NullMarked
package run.radicchio.wasi;

import org.jspecify.annotations.NullMarked;
