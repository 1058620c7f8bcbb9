/**
 * {@code wasi:http@0.3}: requests that guests make, and those that they answer.
 *
 * <p>A contract only: its WIT is that of WASI 0.3.0, interface by interface. It knows nothing of
 * what implements it; {@link run.radicchio.wasi.Wasi} does, and whoever wants to do so in another
 * way can.
 */
@NullMarked
package run.radicchio.wasi.p3.http;

import org.jspecify.annotations.NullMarked;
