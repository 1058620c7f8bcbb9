//! Render pipelines, render passes and what they draw (specification, "Render Pipeline Creation",
//! "Render Passes" and "Rendering").

mod attachments;
mod blending;
mod commands;
mod depth;
mod drawing;
mod multisampling;
mod output;
mod passes;
mod pictures;
mod pipelines;
mod rasterization;
mod recorders;
mod scopes;
mod shading;
mod stages;
mod stencil;
mod topologies;
mod vertices;
mod views;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    pipelines::run(suite).await;
    stages::run(suite).await;
    blending::run(suite).await;
    passes::run(suite).await;
    views::run(suite).await;
    scopes::run(suite).await;
    attachments::run(suite).await;
    commands::run(suite).await;
    drawing::run(suite).await;
    rasterization::run(suite).await;
    depth::run(suite).await;
    output::run(suite).await;
    stencil::run(suite).await;
    multisampling::run(suite).await;
    vertices::run(suite).await;
    topologies::run(suite).await;
    pictures::run(suite).await;
    shading::run(suite).await;
}

/// What shows whether something was drawn: red covers everything, at half depth.
const SHADER: &str = include_str!("shader.wgsl");

const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;
const RED: [u8; 4] = [255, 0, 0, 255];
const NOTHING: [u8; 4] = [0; 4];

/// A pipeline that draws red everywhere, unless it is changed.
fn pipeline(
    device: &GpuDevice,
    change: impl FnOnce(&mut GpuRenderPipelineDescriptor<'_>),
) -> GpuRenderPipeline {
    let module = device.create_shader_module(&shader(SHADER));
    let mut descriptor = red(&module);
    change(&mut descriptor);
    device.create_render_pipeline(descriptor)
}

/// What describes that pipeline.
fn red(module: &GpuShaderModule) -> GpuRenderPipelineDescriptor<'_> {
    let mut descriptor = render_pipeline(module, &[FORMAT]);
    descriptor.vertex.entry_point = Some("everywhere".into());
    if let Some(fragment) = &mut descriptor.fragment {
        fragment.entry_point = Some("red".into());
    }
    descriptor
}

/// The texels of a texture of `size` by `size` texels, after a pass of these commands, which begins
/// with zero everywhere.
async fn drawn(
    device: &GpuDevice,
    size: u32,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) -> Outcome<Vec<[u8; 4]>> {
    let target = target_of(device, size, FORMAT);
    let view = target.create_view(None);
    submit(device, |encoder| {
        render_into(encoder, &view, commands);
    });
    colors(device, &target).await
}

/// The texels of a texture of the usual format.
async fn colors(device: &GpuDevice, target: &GpuTexture) -> Outcome<Vec<[u8; 4]>> {
    let bytes = read_texels(device, target, 4).await?;
    Ok(bytes.as_chunks().0.to_vec())
}
