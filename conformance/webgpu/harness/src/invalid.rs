//! Objects that are invalid: what a device gives for a descriptor that it refuses. The error is
//! caught.

use crate::{GpuBuffer, GpuBufferDescriptor, GpuBufferUsage, GpuDevice, Outcome, refused};

/// A buffer whose usages do not go together.
pub async fn invalid_buffer(device: &GpuDevice, label: Option<String>) -> Outcome<GpuBuffer> {
    let descriptor = GpuBufferDescriptor {
        size: 16,
        usage: GpuBufferUsage::MAP_READ | GpuBufferUsage::MAP_WRITE,
        mapped_at_creation: None,
        label,
    };
    refused(device, || device.create_buffer(&descriptor)).await
}
