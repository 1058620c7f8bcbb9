/**
 * WebSockets as RFC 6455 has them, the server's end: frames and messages, with bounds on everything
 * that a client chooses. It knows nothing of what is said by them.
 */
@NullMarked
package run.radicchio.streaming.websocket;

import org.jspecify.annotations.NullMarked;
