//! Copies between buffers and textures, and clearing buffers (specification, "Buffer Copy Commands",
//! "Texel Copy Commands" and "Copies").

mod buffers;
mod clearing;
mod contents;
mod linear;
mod textures;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    buffers::run(suite).await;
    clearing::run(suite).await;
    linear::run(suite).await;
    contents::run(suite).await;
    textures::run(suite).await;
}

const COPIED: GpuBufferUsage = GpuBufferUsage::COPY_SRC.union(GpuBufferUsage::COPY_DST);

/// Bytes that all differ from their neighbours.
fn counted(count: u8) -> Vec<u8> {
    (1..=count).collect()
}

/// A texture of 16 by 16 texels with 4 layers and 3 mip levels, to be copied.
fn copied() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        mip_level_count: Some(3),
        ..texture(
            extent_3d(16, 16, 4),
            GpuTextureFormat::Rgba8unorm,
            GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST,
        )
    }
}

/// A texture of this format, whole, to be copied: one block.
fn block_of(format: &Format) -> GpuTextureDescriptor {
    texture(
        format.one_block(),
        format.format,
        GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST,
    )
}
