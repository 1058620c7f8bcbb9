package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuDeviceLostInfo;
import run.radicchio.webgpu.GpuDeviceLostReason;

/** Why a device was lost. */
record DawnDeviceLostInfo(GpuDeviceLostReason reason, String message) implements GpuDeviceLostInfo {
  @Override
  public void close() {}
}
