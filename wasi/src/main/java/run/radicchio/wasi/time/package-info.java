/**
 * Clocks and waiting for times, of WASI 0.2 and 0.3 alike. A time that is waited for is an alarm of
 * one {@link run.radicchio.wasi.Ticker}, and no thread. It knows nothing of streams and files.
 */
@NullMarked
package run.radicchio.wasi.time;

import org.jspecify.annotations.NullMarked;
