/**
 * Writes the Java that binds Dawn's C API, from the {@code dawn.json} that Dawn itself is generated
 * from.
 *
 * <p>{@link run.radicchio.webgpu.dawn.generator.DawnJson} reads the file into the declarations of
 * the C header; {@link run.radicchio.webgpu.dawn.generator.Bindings} writes one Java file for each.
 * It knows C's layout rules on 64-bit machines and nothing of WebGPU.
 */
@NullMarked
package run.radicchio.webgpu.dawn.generator;

import org.jspecify.annotations.NullMarked;
