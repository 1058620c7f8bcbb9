/** Guests run end to end on hosts that are written for tests. */
@NullMarked
package run.radicchio.component.guest;

import org.jspecify.annotations.NullMarked;
