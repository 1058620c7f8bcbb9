/**
 * The life of Dawn's objects: handles that are released once, what keeps a device or an instance
 * alive, and the thread that lets asynchronous calls end.
 *
 * <p>It stands on the generated bindings and knows nothing of the {@code webgpu} interfaces: they
 * are implemented on it.
 */
@NullMarked
package run.radicchio.webgpu.dawn.object;

import org.jspecify.annotations.NullMarked;
