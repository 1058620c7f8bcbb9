/**
 * Pictures made small: what codecs there are, and their encoders, by libavcodec. It knows neither
 * where a picture comes from nor who gets it.
 */
@NullMarked
package run.radicchio.streaming.video;

import org.jspecify.annotations.NullMarked;
