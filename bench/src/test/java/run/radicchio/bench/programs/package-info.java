/** Checks that work of programs is the same in the sandbox and from Java. */
@NullMarked
package run.radicchio.bench.programs;

import org.jspecify.annotations.NullMarked;
