package run.radicchio.webgpu.dawn.canvas;

import java.nio.ByteBuffer;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;

/**
 * What was drawn on a canvas: a copy, which nobody changes.
 *
 * @param width in texels
 * @param height in texels
 * @param format how a texel is stored: {@code BGRA8UNORM}, {@code RGBA8UNORM} or {@code
 *     RGBA16FLOAT}
 * @param alphaMode what alpha means; where it is {@code OPAQUE}, every alpha is 1
 * @param colorSpace what color a value is
 * @param toneMapping how values beyond 0 to 1 are to be shown
 * @param texels the texels, row by row from the top, with nothing between; read-only
 */
public record Picture(
    int width,
    int height,
    GpuTextureFormat format,
    GpuCanvasAlphaMode alphaMode,
    PredefinedColorSpace colorSpace,
    GpuCanvasToneMappingMode toneMapping,
    ByteBuffer texels) {}
