/**
 * Surfaces for guests: {@link run.radicchio.surface.host.SurfaceHost} is the way in. It knows
 * neither which display shows them nor which GPU draws.
 */
@NullMarked
package run.radicchio.surface.host;

import org.jspecify.annotations.NullMarked;
