//! Textures, their views, and samplers (specification, "Textures and Texture Views" and
//! "Samplers").

mod creation;
mod destruction;
mod formats;
mod parts;
mod samplers;
mod sampling;
mod state;
mod texels;
mod views;
mod zeros;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    creation::run(suite).await;
    zeros::run(suite).await;
    state::run(suite).await;
    formats::run(suite).await;
    views::run(suite).await;
    parts::run(suite).await;
    destruction::run(suite).await;
    samplers::run(suite).await;
    sampling::run(suite).await;
    texels::run(suite).await;
}

/// A texture of 16 by 16 texels, which can be used for everything but storage.
fn usual() -> GpuTextureDescriptor {
    texture(
        extent(16, 16),
        GpuTextureFormat::Rgba8unorm,
        GpuTextureUsage::COPY_SRC
            | GpuTextureUsage::COPY_DST
            | GpuTextureUsage::TEXTURE_BINDING
            | GpuTextureUsage::RENDER_ATTACHMENT,
    )
}

/// A texture that is invalid, as it has no usage; otherwise it is as described.
async fn invalid_texture(
    device: &GpuDevice,
    descriptor: GpuTextureDescriptor,
) -> Outcome<GpuTexture> {
    let descriptor = GpuTextureDescriptor {
        usage: GpuTextureUsage::empty(),
        ..descriptor
    };
    refused(device, || device.create_texture(&descriptor)).await
}
