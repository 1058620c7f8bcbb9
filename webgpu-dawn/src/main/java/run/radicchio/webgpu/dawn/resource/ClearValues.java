package run.radicchio.webgpu.dawn.resource;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuLoadOp;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;

/** Which colors an attachment can be cleared to (WebGPU, "to a texel value of texture format"). */
final class ClearValues {
  private static final double ABOVE_U32 = 0x1p32;
  private static final double ABOVE_I32 = 0x1p31;

  private ClearValues() {}

  /** What is wrong with those of a pass; null if that is nothing. */
  static @Nullable String check(GpuRenderPassDescriptor pass) {
    for (GpuRenderPassColorAttachment attachment : pass.colorAttachments()) {
      if (attachment != null && attachment.loadOp() == GpuLoadOp.CLEAR) {
        GpuTextureFormat format =
            DawnObject.from(DawnTextureView.class, attachment.view()).format();
        GpuColor color = attachment.clearValue();
        if (color != null && !fits(color, format)) {
          return "an attachment of the format %s cannot be cleared to %s".formatted(format, color);
        }
      }
    }
    return null;
  }

  private static boolean fits(GpuColor color, GpuTextureFormat format) {
    DoublePredicate fits =
        format.name().endsWith("UINT")
            ? ClearValues::fitsUnsigned
            : format.name().endsWith("SINT") ? ClearValues::fitsSigned : ClearValues::fitsFloat;
    return DoubleStream.of(color.r(), color.g(), color.b(), color.a()).allMatch(fits);
  }

  /** Fractions are cut off. */
  private static boolean fitsUnsigned(double value) {
    return value > -1 && value < ABOVE_U32;
  }

  private static boolean fitsSigned(double value) {
    return value > -ABOVE_I32 - 1 && value < ABOVE_I32;
  }

  private static boolean fitsFloat(double value) {
    return Float.isFinite((float) value);
  }
}
