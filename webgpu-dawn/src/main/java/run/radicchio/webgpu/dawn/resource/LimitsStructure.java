package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUCompatibilityModeLimits;
import run.radicchio.webgpu.dawn.generated.WGPULimits;

/** Dawn's limits: a structure and the one that extends it, one after the other. */
final class LimitsStructure {
  private LimitsStructure() {}

  /** The address of both with no limit set. */
  static long allocate(Call call) {
    long limits = call.allocate(WGPULimits.SIZE + WGPUCompatibilityModeLimits.SIZE);
    WGPULimits.initialize(limits);
    WGPUCompatibilityModeLimits.initialize(extension(limits));
    WGPULimits.nextInChain(limits, extension(limits));
    return limits;
  }

  /** The address of the {@link WGPUCompatibilityModeLimits}. */
  static long extension(long limits) {
    return limits + WGPULimits.SIZE;
  }
}
