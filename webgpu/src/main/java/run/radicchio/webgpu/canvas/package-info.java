/**
 * Canvases that are on no screen, and the pictures that are drawn on them: what stands between a
 * GPU and whatever shows pictures. It knows nothing of how they are drawn, nor of how they are
 * shown.
 */
@NullMarked
package run.radicchio.webgpu.canvas;

import org.jspecify.annotations.NullMarked;
