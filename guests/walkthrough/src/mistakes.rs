use crate::print;
use crate::wasi::webgpu::webgpu::{
    GpuBuffer, GpuBufferDescriptor, GpuBufferUsage, GpuDevice, GpuDeviceLostReason, GpuError,
    GpuErrorFilter, GpuErrorKind,
};

// docs: scope {
/// Most calls return before anybody knows whether they were right: the error goes to a scope.
pub async fn told_to_a_scope(device: &GpuDevice) -> Result<(), String> {
    device.push_error_scope(GpuErrorFilter::Validation);
    let _ = impossible_buffer(device);
    let caught = device
        .pop_error_scope()
        .await
        .map_err(|error| format!("The scope could not be read: {}", error.message))?;
    match caught {
        Some(error) => print(&format!("Caught: {}", kind(&error))),
        None => return Err("A buffer is mapped for reading and for writing.".to_string()),
    }
    Ok(())
}

/// The CPU may read a buffer or write it, not both.
fn impossible_buffer(device: &GpuDevice) -> GpuBuffer {
    device.create_buffer(&GpuBufferDescriptor {
        size: 16,
        usage: GpuBufferUsage::MAP_READ | GpuBufferUsage::MAP_WRITE,
        mapped_at_creation: None,
        label: None,
    })
}

fn kind(error: &GpuError) -> &'static str {
    match error.kind() {
        GpuErrorKind::ValidationError => "validation error",
        GpuErrorKind::OutOfMemoryError => "out-of-memory error",
        GpuErrorKind::InternalError => "internal error",
    }
}
// } docs

// docs: result {
/// Where the CPU itself would wait for or use what went wrong, the call says so.
pub fn told_by_the_call(device: &GpuDevice) {
    let buffer = crate::readback::buffer(device, 16);
    match buffer.get_mapped_range_get_with_copy(None, None) {
        Ok(_) => print("Read a buffer that is not mapped"),
        Err(_) => print("Refused: the buffer is not mapped"),
    }
}
// } docs

// docs: uncaptured {
/// An error that no scope catches is told to whoever reads the device's stream of them.
pub async fn told_to_nobody(device: &GpuDevice) -> Result<(), String> {
    let mut errors = device.on_uncaptured_error();
    let _ = impossible_buffer(device);
    let error = errors
        .next()
        .await
        .ok_or("The stream of errors ended before the device did.")?;
    print(&format!("Uncaptured: {}", kind(&error)));
    Ok(())
}
// } docs

// docs: lost {
/// A device can be lost at any time. What is called on it after that does nothing.
pub async fn lost(device: GpuDevice) {
    let lost = device.lost();
    device.destroy();
    let info = lost.await;
    match info.reason() {
        GpuDeviceLostReason::Destroyed => print("Lost: destroyed"),
        GpuDeviceLostReason::Unknown => print("Lost: unknown"),
    }
}
// } docs
