/**
 * The contract between surfaces and what shows them. It knows neither guests nor how anything is
 * drawn or shown.
 *
 * <h2>The way of a frame</h2>
 *
 * <pre>
 *   display                          surface                           guest
 *      | SurfaceEvents.frame()          |                                 |
 *      |------------------------------->| one item of on-frame            |
 *      |                                |-------------------------------->|
 *      |                                |                         draws   |
 *      |                                |                         present |
 *      | Screen.present(Frame)          |<--------------------------------|
 *      |<-------------------------------|                                 |
 *      | Frame.read()                   |                                 |
 *      |------------------------------->| copies the picture              |
 *      |                                |                                 |
 *      |              the stage of frame() completes when the next item is read
 *      |<-------------------------------|<--------------------------------|
 *      | SurfaceEvents.frame()          |                                 |
 *      |------------------------------->|                                 |
 *      |   the stage of read() completes, while the next one is drawn     |
 *      |<-------------------------------|                                 |
 * </pre>
 *
 * <p>So a display sets the pace: it asks for a frame when it can use one, and a guest that is slow
 * is asked less often. Nothing queues up: of frame events one waits at most, and a display reads no
 * more pictures than it has use for.
 */
@NullMarked
package run.radicchio.surface.display;

import org.jspecify.annotations.NullMarked;
