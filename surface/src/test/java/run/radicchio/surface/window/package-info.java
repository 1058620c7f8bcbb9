/** Tests of windows; those that need a screen are {@code WindowOnScreen}, apart from the build. */
@NullMarked
package run.radicchio.surface.window;

import org.jspecify.annotations.NullMarked;
