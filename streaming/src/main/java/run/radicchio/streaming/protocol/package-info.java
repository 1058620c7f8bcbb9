/**
 * What server and page say to each other, each in messages of a WebSocket. It knows nothing of
 * connections.
 *
 * <p>The page says texts of JSON:
 *
 * <pre>
 * {"type": "hello", "codecs": "vp8 jpeg", "width": 1280, "height": 720}
 *     first: what it can decode, the best first, and how large a surface fits it
 * {"type": "ack", "sequence": 7, "decode": 2.5}
 *     the picture is shown, and all before; decoding took so many milliseconds
 * {"type": "refresh", "surface": 0}
 *     pictures cannot be decoded: a key is needed
 * {"type": "key-down", "surface": 0, "input": 12, "key": "KeyA", ...}
 *     an event for a surface as {@link run.radicchio.surface.json.InputJson} has it, and its number
 * </pre>
 *
 * <p>The server says texts of JSON as {@link run.radicchio.streaming.protocol.ToPage} has them, and
 * pictures, which are binary: a head and the encoded picture.
 *
 * <pre>
 * offset  bytes
 *      0      1  1, the kind of message
 *      1      1  1 if the picture is a key, else 0
 *      2      2  the number of the surface
 *      4      4  the sequence number of the picture, from 1 on for each viewer
 *      8      4  the number of the last input of this viewer that it shows the outcome of, or 0
 *     12      2  width
 *     14      2  height
 *     16         the encoded picture
 * </pre>
 *
 * <p>Numbers have their highest byte first.
 */
@NullMarked
package run.radicchio.streaming.protocol;

import org.jspecify.annotations.NullMarked;
