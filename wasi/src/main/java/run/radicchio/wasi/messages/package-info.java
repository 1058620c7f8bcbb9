/**
 * Requests and answers as guests have them, of WASI 0.2 and 0.3 alike.
 *
 * <p>{@link run.radicchio.wasi.messages.FieldList}, {@link
 * run.radicchio.wasi.messages.RequestLine}, {@link run.radicchio.wasi.messages.IncomingContent} and
 * {@link run.radicchio.wasi.messages.OutgoingContent} keep the rules of HTTP; what begins with
 * {@code P2} or {@code P3} says them in the words of a version. How messages reach the network, or
 * come from there, is for a {@link run.radicchio.wasi.messages.Client} and a server to know.
 */
@NullMarked
package run.radicchio.wasi.messages;

import org.jspecify.annotations.NullMarked;
