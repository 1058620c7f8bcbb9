/**
 * How many requests of HTTP a second the command {@code serve} answers by a guest, beside a bare
 * server that says the same. Servers and who asks them are processes of their own.
 *
 * <p>It knows guests and the command by their files alone.
 */
@NullMarked
package run.radicchio.bench.requests;

import org.jspecify.annotations.NullMarked;
