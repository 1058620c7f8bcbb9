//! Textures of what things are made of: layers of one array, drawn by the GPU, with all their mip
//! levels.

use crate::gpu::{Gpu, MipChain};
use crate::wasi::webgpu::webgpu::{GpuTextureFormat, GpuTextureView, GpuTextureViewDimension};

/// A layer of the array, by its number in `materials.wgsl`.
#[derive(Clone, Copy)]
pub enum Material {
    Plain,
    Tiles,
    Leaf,
    Wood,
    Marble,
}

const LAYERS: u32 = 5;
const SIZE: u32 = 512;

/// All of them. The format makes the GPU mix light, not numbers, when it filters.
pub fn draw(gpu: &Gpu) -> GpuTextureView {
    let chain = MipChain::new(
        gpu,
        "materials",
        GpuTextureFormat::Rgba8unormSrgb,
        SIZE,
        LAYERS,
    );
    let paint = gpu.full_screen_pipeline(
        "paint",
        include_str!("shaders/materials.wgsl"),
        GpuTextureFormat::Rgba8unormSrgb,
    );
    let encoder = gpu.device.create_command_encoder(None);
    for layer in 0..LAYERS {
        chain.draw(&encoder, (layer, 0), &paint, None);
        chain.fill(gpu, &encoder, layer);
    }
    gpu.submit(encoder);
    chain.view(GpuTextureViewDimension::D2Array)
}
