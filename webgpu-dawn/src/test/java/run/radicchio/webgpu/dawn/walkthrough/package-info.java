/**
 * What docs/walkthrough.md shows, run: one program three times, as a guest in Rust, as a guest in
 * C, and in Java without a guest.
 */
@NullMarked
package run.radicchio.webgpu.dawn.walkthrough;

import org.jspecify.annotations.NullMarked;
