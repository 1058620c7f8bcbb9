/**
 * Surfaces as windows of a desktop, by Swing: one a surface. Somebody's hands are told to the
 * surface as its input, and its pictures are shown as they come. It knows neither guests nor GPUs.
 *
 * <p>Windows belong to the event thread of AWT: a {@link
 * run.radicchio.surface.window.SurfaceWindow} is used there alone. Threads of guests present
 * pictures, and a {@link run.radicchio.surface.window.Pace} counts those that are on their way.
 */
@NullMarked
package run.radicchio.surface.window;

import org.jspecify.annotations.NullMarked;
