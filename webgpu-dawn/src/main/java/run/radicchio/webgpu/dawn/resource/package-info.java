/**
 * The {@code webgpu} interfaces on Dawn: a class a resource, and for each descriptor a function
 * that writes it as Dawn reads it.
 *
 * <p>A call goes straight to Dawn, which validates it. What is here besides is what Dawn leaves to
 * its embedder: defaults, labels, the errors that a call reports itself, and what Dawn does not do
 * as WebGPU says. It must not know guests or the Component Model.
 */
@NullMarked
package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.NullMarked;
