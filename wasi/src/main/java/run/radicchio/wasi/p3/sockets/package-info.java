/**
 * {@code wasi:sockets@0.3}: connections, datagrams, and the addresses of names.
 *
 * <p>A contract only: its WIT is that of WASI 0.3.0, interface by interface. It knows nothing of
 * what implements it; {@link run.radicchio.wasi.Wasi} does, and whoever wants to do so in another
 * way can.
 */
@NullMarked
package run.radicchio.wasi.p3.sockets;

import org.jspecify.annotations.NullMarked;
