/** Random numbers, of WASI 0.2 and 0.3 alike. */
@NullMarked
package run.radicchio.wasi.random;

import org.jspecify.annotations.NullMarked;
