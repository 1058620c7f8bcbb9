/**
 * Finds, unpacks and loads Dawn's shared library, and finds the software GPU.
 *
 * <p>The way from a jar to symbols: {@link Platform} says which library this machine needs, {@link
 * PackedLibrary} is that library as the {@code natives} jars carry it, {@link LibraryCache} unpacks
 * it once per user, {@link DawnLibrary} loads it. {@link SoftwareGpu} goes the same way for
 * SwiftShader, and {@link DawnInstanceDescriptor} is how an instance of Dawn is told to use it.
 * {@link Drivers} are what an instance loads besides.
 *
 * <p>This package knows files and symbols. It must not know WebGPU: it makes no instance, calls no
 * function of Dawn's, and depends on nothing but the JDK.
 */
@NullMarked
package run.radicchio.webgpu.dawn.library;

import org.jspecify.annotations.NullMarked;
