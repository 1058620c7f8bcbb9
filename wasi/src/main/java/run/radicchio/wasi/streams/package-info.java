/**
 * Bytes that go between guests and the host, of WASI 0.2 and 0.3 alike.
 *
 * <p>{@link run.radicchio.wasi.streams.Input} and {@link run.radicchio.wasi.streams.Output} are
 * what the host has, {@link run.radicchio.wasi.streams.P2InputStream} and {@link
 * run.radicchio.wasi.streams.P2OutputStream} what guests of 0.2 see of it. For those of 0.3 a
 * {@link run.radicchio.wasi.streams.Drawn} publisher reads, and a {@link
 * run.radicchio.wasi.streams.ChunkWriter} writes. Whatever may wait does so on a thread of its own,
 * and nothing is read or kept beyond what a guest has room for or was permitted. Where the bytes
 * come from, files or terminals, is for others to know.
 */
@NullMarked
package run.radicchio.wasi.streams;

import org.jspecify.annotations.NullMarked;
