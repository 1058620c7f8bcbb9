/** Pictures in the forms that files, windows and encoders take. It knows none of them. */
@NullMarked
package run.radicchio.surface.picture;

import org.jspecify.annotations.NullMarked;
