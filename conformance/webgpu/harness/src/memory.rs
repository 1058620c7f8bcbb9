//! What buffers hold.

use crate::{GpuBuffer, GpuBufferUsage, GpuDevice, GpuMapMode, Outcome, buffer, ok};

/// A buffer that holds these bytes, as many as a multiple of 4.
pub fn buffer_of(device: &GpuDevice, bytes: &[u8], usage: GpuBufferUsage) -> Outcome<GpuBuffer> {
    let made = device.create_buffer(&buffer(
        bytes.len() as u64,
        usage | GpuBufferUsage::COPY_DST,
    ));
    ok(device
        .queue()
        .write_buffer_with_copy(&made, 0, bytes, None, None))?;
    Ok(made)
}

/// A buffer of zeros, of so many bytes, for shaders to write to.
pub fn storage(device: &GpuDevice, size: u64) -> GpuBuffer {
    device.create_buffer(&buffer(
        size,
        GpuBufferUsage::STORAGE | GpuBufferUsage::COPY_SRC,
    ))
}

/// What a buffer of usage `COPY_SRC` holds, once the GPU has done what was submitted.
pub async fn read(device: &GpuDevice, source: &GpuBuffer) -> Outcome<Vec<u8>> {
    let readback = device.create_buffer(&buffer(
        source.size(),
        GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
    ));
    let encoder = device.create_command_encoder(None);
    encoder.copy_buffer_to_buffer(source, None, &readback, None, None);
    device.queue().submit(&[&encoder.finish(None)]);
    read_mapped(&readback).await
}

/// What a buffer of usage `MAP_READ` holds, once the GPU has done what was submitted.
pub async fn read_mapped(buffer: &GpuBuffer) -> Outcome<Vec<u8>> {
    ok(buffer.map_async(GpuMapMode::READ, None, None).await)?;
    let bytes = ok(buffer.get_mapped_range_get_with_copy(None, None))?;
    ok(buffer.unmap())?;
    Ok(bytes)
}

/// Numbers as a GPU has them in memory.
pub fn bytes_of(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Memory of a GPU as numbers.
pub fn words_of(bytes: &[u8]) -> Vec<u32> {
    let (words, _) = bytes.as_chunks();
    words.iter().copied().map(u32::from_le_bytes).collect()
}

/// Gives the GPU work that takes it some time, and ends with writing to a buffer of usage
/// `COPY_DST`: so that a case can do something before that is done.
pub fn keep_busy_with(device: &GpuDevice, target: &GpuBuffer) {
    const SIZE: u64 = 8 << 20;
    const ROUNDS: usize = 16;
    let usage = GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST;
    let (one, other) = (
        device.create_buffer(&buffer(SIZE, usage)),
        device.create_buffer(&buffer(SIZE, usage)),
    );
    let encoder = device.create_command_encoder(None);
    for _ in 0..ROUNDS {
        encoder.copy_buffer_to_buffer(&one, None, &other, None, None);
        encoder.copy_buffer_to_buffer(&other, None, &one, None, None);
    }
    let size = Some(target.size());
    encoder.copy_buffer_to_buffer(&one, None, target, None, size);
    device.queue().submit(&[&encoder.finish(None)]);
}
