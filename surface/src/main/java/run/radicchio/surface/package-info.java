/**
 * {@code wasi-gfx:surface} and {@code wasi-gfx:frame-buffer} as Java: what guests draw on to be
 * seen. It knows neither what shows it nor what draws.
 *
 * <pre>
 * Surfaces            -> Surface*
 * Surface             -> SurfaceWebGpu.Context*       -> GpuTexture
 *                      | SurfaceFrameBuffer.Context*  -> FrameBuffer.Buffer
 *                      | streams of events
 * </pre>
 */
@NullMarked
package run.radicchio.surface;

import org.jspecify.annotations.NullMarked;
