/**
 * Canvases that are on no screen, and the pictures that are drawn on them. It knows nothing of how
 * they are drawn.
 */
@NullMarked
package run.radicchio.webgpu.dawn.canvas;

import org.jspecify.annotations.NullMarked;
