/**
 * HTTP requests, answered by components: each in an instance of its own, on Helidon's web server.
 *
 * <p>It knows nothing of the command line. What a request and an answer are it takes from {@code
 * run.radicchio.wasi.http}.
 */
@NullMarked
package run.radicchio.cli.server;

import org.jspecify.annotations.NullMarked;
