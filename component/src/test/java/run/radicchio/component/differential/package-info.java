/**
 * Our side of the differential test against the specification's executable model.
 *
 * <p>A {@link run.radicchio.component.differential.Scenario} says, in a small text language ({@code
 * conformance/differential/README.md}), what guests and the host do: which built-ins they call,
 * with what, in which order. A {@link run.radicchio.component.differential.World} runs it in the
 * real runtime and writes down all that guests can see. A driver in Python does the same with the
 * model and compares.
 *
 * <p>Guest code is interpreted here, so this package knows the runtime from inside ({@code canon},
 * {@code runtime}); built-ins, lifted and lowered functions are those that components get. It knows
 * nothing of the model.
 */
@NullMarked
package run.radicchio.component.differential;

import org.jspecify.annotations.NullMarked;
