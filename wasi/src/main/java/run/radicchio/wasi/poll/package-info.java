/**
 * Things that become ready, and waiting for any of them (WASI 0.2, {@code wasi:io/poll}).
 *
 * <p>Who waits registers with each {@link run.radicchio.wasi.poll.Event}, parks, and looks again
 * when any has woken it: nothing spins, and a virtual thread that waits holds no other. What the
 * events are of is for others to know.
 */
@NullMarked
package run.radicchio.wasi.poll;

import org.jspecify.annotations.NullMarked;
