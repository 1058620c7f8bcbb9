/**
 * What a command has: arguments, environment, standard streams and a way to end, of WASI 0.2 and
 * 0.3 alike. It knows only what it was given, and nothing of this process.
 */
@NullMarked
package run.radicchio.wasi.command;

import org.jspecify.annotations.NullMarked;
