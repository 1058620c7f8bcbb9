/**
 * Connections, datagrams and the addresses of names, of WASI 0.2 and 0.3 alike, as far as a guest
 * is permitted to reach.
 *
 * <p>What guests may do is in {@link run.radicchio.wasi.network.Permissions}, and each address that
 * one names is checked there before the system hears of it. {@code TcpEnd} and {@code UdpEnd} are
 * sockets with the rules that WASI has for them; their channels never block. Who has to wait parks,
 * and one thread of the system, the {@code Poller}, waits for all channels of all guests. The words
 * are those of 0.2, from which 0.3's are made ({@code P3Words}). It knows nothing of HTTP.
 */
@NullMarked
package run.radicchio.wasi.network;

import org.jspecify.annotations.NullMarked;
