/**
 * Surfaces of guests, shown and steered in browsers. It knows nothing of how a guest is started,
 * nor of how it draws.
 */
@NullMarked
package run.radicchio.streaming;

import org.jspecify.annotations.NullMarked;
