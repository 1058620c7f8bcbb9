/**
 * Keeps compiled code in a folder, for later processes of the same user.
 *
 * <p>Code that is read from the folder runs in the process, so it is used only where nobody but the
 * user can have written it ({@code Owner}), and only if it is whole. Whatever goes wrong with a
 * file means that there is none.
 *
 * <p>Nothing here knows what the code is.
 */
@NullMarked
package run.radicchio.component.core.cache;

import org.jspecify.annotations.NullMarked;
