/**
 * HTTP: who is let in, the page, and the WebSockets. What comes from the network ends here unless
 * it is known to be good.
 */
@NullMarked
package run.radicchio.streaming.server;

import org.jspecify.annotations.NullMarked;
