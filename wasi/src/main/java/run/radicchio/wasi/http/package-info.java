/**
 * HTTP as a host has it, of WASI 0.2 and 0.3 alike: the words of requests and answers, and {@link
 * run.radicchio.wasi.http.Exchange}, by which a server gives requests to guests.
 *
 * <p>It knows no guest and no server: {@link run.radicchio.wasi.HttpService} brings them together.
 */
@NullMarked
package run.radicchio.wasi.http;

import org.jspecify.annotations.NullMarked;
