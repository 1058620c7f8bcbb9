/**
 * A guest and those who watch it: how fast it is asked to draw, which of its pictures each viewer
 * gets, and who steers. It knows nothing of HTTP nor of sockets.
 *
 * <pre>
 *   guest            StreamScreen                       Viewer, one for each who watches
 *     | present(frame)   |                                 |
 *     |----------------->| reads it back                   |
 *     |                  | converts it to planes, once     |
 *     |                  | the latest picture ------------>| encodes it, if the viewer has room
 *     | frame event      |                                 | sends it
 *     |<-----------------| when anybody has room again     |
 *     |                  |                                 | is told that it is shown
 * </pre>
 *
 * <p>There is one latest picture of a surface, and each viewer goes on to it when the last one it
 * was sent has got through well enough: so what is dropped is dropped before it is encoded, the
 * quickest viewer sets the pace, and the last picture of all reaches everybody.
 */
@NullMarked
package run.radicchio.streaming.session;

import org.jspecify.annotations.NullMarked;
