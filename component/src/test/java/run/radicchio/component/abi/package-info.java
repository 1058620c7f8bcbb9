/** Tests of how values cross, with guests that have memories but no code. */
@NullMarked
package run.radicchio.component.abi;

import org.jspecify.annotations.NullMarked;
