/**
 * The canonical definitions: core functions and component functions made of each other
 * (CanonicalABI.md, "Canonical Definitions").
 *
 * <p>A {@link run.radicchio.component.canon.LiftedFunction} is a core function as a component
 * function, a {@link run.radicchio.component.canon.LoweredFunction} the other way round; the
 * built-ins are core functions that the runtime itself provides.
 */
@NullMarked
package run.radicchio.component.canon;

import org.jspecify.annotations.NullMarked;
