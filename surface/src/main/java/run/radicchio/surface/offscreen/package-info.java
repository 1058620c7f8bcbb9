/**
 * A display with nobody before it: pictures go to files, as fast as they are drawn, and what hands
 * would do is in a script, so that a run can be repeated. It knows neither guests nor GPUs.
 */
@NullMarked
package run.radicchio.surface.offscreen;

import org.jspecify.annotations.NullMarked;
