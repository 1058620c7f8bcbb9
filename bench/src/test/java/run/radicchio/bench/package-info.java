/** Tests that the benchmarks run and measure what they say. Of how fast they are, nothing. */
@NullMarked
package run.radicchio.bench;

import org.jspecify.annotations.NullMarked;
