/**
 * What the generated bindings stand on: calls into the library and back, and memory by address.
 *
 * <p>Nothing here knows WebGPU. Addresses are {@code long}s and are not checked: only code that
 * lays out structures for Dawn, in this module, may use this package.
 */
@NullMarked
package run.radicchio.webgpu.dawn.ffm;

import org.jspecify.annotations.NullMarked;
