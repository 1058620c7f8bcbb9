/**
 * Requests over the network, by the JDK's HTTP client: only to where they may go, never on to where
 * an answer redirects, and by no proxy of this process.
 */
@NullMarked
package run.radicchio.wasi.client;

import org.jspecify.annotations.NullMarked;
