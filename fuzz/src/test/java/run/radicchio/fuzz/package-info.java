/**
 * Hostile input: what must hold whatever a component, a text or what a browser sends is made of,
 * and what looks for counterexamples.
 *
 * <p>A target is a class with a method {@code fuzzerTestOneInput}, which Jazzer calls with bytes
 * that it changes to reach more code, from seeds that the target says; one that ends in anything
 * but what is documented is a finding. {@code Target} lists them all. Findings are kept as inputs,
 * which {@code FindingsTest} gives to their targets again.
 */
@NullMarked
package run.radicchio.fuzz;

import org.jspecify.annotations.NullMarked;
