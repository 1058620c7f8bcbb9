//! Buffers: creation, mapping, destruction (specification, "Buffers").

mod creation;
mod destruction;
mod mapped_ranges;
mod mapping;
mod state;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    creation::run(suite).await;
    state::run(suite).await;
    mapping::run(suite).await;
    mapped_ranges::run(suite).await;
    destruction::run(suite).await;
}

/// A buffer to be mapped for reading.
fn readable(device: &GpuDevice, size: u64) -> GpuBuffer {
    device.create_buffer(&buffer(
        size,
        GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
    ))
}

/// The same, which the GPU is about to write to for some time, so that it cannot be mapped at once.
fn busy(device: &GpuDevice, size: u64) -> GpuBuffer {
    let buffer = readable(device, size);
    keep_busy_with(device, &buffer);
    buffer
}

/// A buffer to be mapped for writing.
fn writable(device: &GpuDevice, size: u64) -> GpuBuffer {
    device.create_buffer(&buffer(
        size,
        GpuBufferUsage::MAP_WRITE | GpuBufferUsage::COPY_SRC,
    ))
}

/// A buffer that is mapped from the start, for whatever its usage is.
fn mapped(device: &GpuDevice, size: u64) -> GpuBuffer {
    device.create_buffer(&GpuBufferDescriptor {
        mapped_at_creation: Some(true),
        ..buffer(size, GpuBufferUsage::COPY_SRC)
    })
}

/// A buffer that is invalid, and mapped all the same, as whoever made it cannot know yet.
async fn invalid_mapped(device: &GpuDevice, size: u64) -> Outcome<GpuBuffer> {
    let descriptor = GpuBufferDescriptor {
        mapped_at_creation: Some(true),
        ..buffer(size, GpuBufferUsage::empty())
    };
    refused(device, || device.create_buffer(&descriptor)).await
}
