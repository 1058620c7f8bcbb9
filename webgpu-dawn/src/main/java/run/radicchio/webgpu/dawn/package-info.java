/** {@code wasi:webgpu} on Dawn, through the Foreign Function and Memory API. */
@NullMarked
package run.radicchio.webgpu.dawn;

import org.jspecify.annotations.NullMarked;
