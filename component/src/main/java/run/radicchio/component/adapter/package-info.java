/**
 * Adapters: classes made at run time that carry the values of one function between two sides,
 * without reflection and without boxes for numbers.
 *
 * <p>An adapter is written once for a component function type and what is on its other side: a Java
 * method that guests call, a Java method that calls a guest, or the function of another guest. The
 * values of a function are walked through by type when the adapter is written, not when it is
 * called. What the codecs of {@code abi} do is what an adapter must do; tests hold one against the
 * other.
 *
 * <p>Code is written as in: a {@link run.radicchio.component.adapter.Source} says where a value
 * comes from, a {@link run.radicchio.component.adapter.Sink} where it goes to, {@link
 * run.radicchio.component.adapter.Lifting} and {@link run.radicchio.component.adapter.Lowering}
 * what is between. This package knows nothing of binaries, of tasks, and of what a call is.
 */
@NullMarked
package run.radicchio.component.adapter;

import org.jspecify.annotations.NullMarked;
