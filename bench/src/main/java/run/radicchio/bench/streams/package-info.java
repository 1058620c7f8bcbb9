/**
 * Measures where the time of a streamed picture goes, with a viewer that shows nothing: so it is
 * the server's side alone.
 */
@NullMarked
package run.radicchio.bench.streams;

import org.jspecify.annotations.NullMarked;
