/**
 * Dawn's C API, written by the generator from {@code dawn.json}; FFM.md tells how to use it.
 *
 * <p>A class has the name of the C type that it stands for. Handles and pointers are {@code
 * long} addresses, 0 is null; a structure by value is the address of one, too.
 */
@NullMarked
package run.radicchio.webgpu.dawn.generated;

import org.jspecify.annotations.NullMarked;
