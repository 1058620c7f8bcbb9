package run.radicchio.webgpu;

/**
 * A part of an element of a vertex buffer.
 *
 * @param format its format in the buffer
 * @param offset where it lies in the element, in bytes
 * @param shaderLocation its number in the shader, WGSL's {@code @location}
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpuvertexattribute">GPUVertexAttribute</a>
 */
public record GpuVertexAttribute(
    GpuVertexFormat format, @GpuSize64 long offset, @GpuIndex32 int shaderLocation) {}
