use crate::wasi::webgpu::webgpu::{
    GpuBuffer, GpuBufferDescriptor, GpuBufferUsage, GpuDevice, GpuMapMode,
};

// docs: readback {
/// A buffer that the CPU can read. Shaders cannot write to it: copy there what they wrote.
pub fn buffer(device: &GpuDevice, size: u64) -> GpuBuffer {
    device.create_buffer(&GpuBufferDescriptor {
        size,
        usage: GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
        mapped_at_creation: None,
        label: Some("readback".to_string()),
    })
}

/// Waits until the GPU is done with the buffer, and copies its bytes out of it.
pub async fn read(buffer: &GpuBuffer) -> Result<Vec<u8>, String> {
    buffer
        .map_async(GpuMapMode::READ, None, None)
        .await
        .map_err(|error| format!("The buffer could not be mapped: {}", error.message))?;
    let bytes = buffer
        .get_mapped_range_get_with_copy(None, None)
        .map_err(|error| format!("The buffer could not be read: {}", error.message))?;
    buffer
        .unmap()
        .map_err(|error| format!("The buffer could not be unmapped: {}", error.message))?;
    Ok(bytes)
}
// } docs
