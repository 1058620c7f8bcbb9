//! Encoding and submitting commands.

use crate::*;

/// Encodes commands.
pub fn encode(device: &GpuDevice, commands: impl FnOnce(&GpuCommandEncoder)) -> GpuCommandBuffer {
    let encoder = device.create_command_encoder(None);
    commands(&encoder);
    encoder.finish(None)
}

/// Encodes commands and submits them.
pub fn submit(device: &GpuDevice, commands: impl FnOnce(&GpuCommandEncoder)) {
    device.queue().submit(&[&encode(device, commands)]);
}

/// Expects that commands are refused when their encoder finishes, and not before.
pub async fn refused_at_finish(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuCommandEncoder),
) -> Outcome {
    invalidates(device, commands).await?;
    Ok(())
}

/// The same, and gives the command buffer, which is invalid.
pub async fn invalidates(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuCommandEncoder),
) -> Outcome<GpuCommandBuffer> {
    let encoder = device.create_command_encoder(None);
    let (_, early) = caught(device, GpuErrorFilter::Validation, async || {
        commands(&encoder);
    })
    .await?;
    match early {
        None => refused(device, || encoder.finish(None)).await,
        Some(error) => failed(format!(
            "expected no error before finish, got: {}",
            error.message()
        )),
    }
}

/// Expects that what is encoded is valid, but refused when it is submitted.
pub async fn refused_by_queue(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuCommandEncoder),
) -> Outcome {
    let buffer = encode(device, commands);
    refused(device, || device.queue().submit(&[&buffer])).await
}

/// Encodes a compute pass.
pub fn compute_pass(encoder: &GpuCommandEncoder, commands: impl FnOnce(&GpuComputePassEncoder)) {
    let pass = encoder.begin_compute_pass(None);
    commands(&pass);
    pass.end();
}

/// Runs one workgroup of a pipeline with a bind group as group 0.
pub fn run_once(device: &GpuDevice, pipeline: &GpuComputePipeline, group: &GpuBindGroup) {
    submit(device, |encoder| {
        compute_pass(encoder, |pass| run_in(pass, pipeline, group));
    });
}

/// The same in a pass.
pub fn run_in(pass: &GpuComputePassEncoder, pipeline: &GpuComputePipeline, group: &GpuBindGroup) {
    pass.set_pipeline(pipeline);
    let _ = pass.set_bind_group(0, Some(group), None, None, None);
    pass.dispatch_workgroups(1, None, None);
}

/// Encodes a render pass.
pub fn render(
    encoder: &GpuCommandEncoder,
    descriptor: &GpuRenderPassDescriptor<'_>,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) {
    let pass = encoder.begin_render_pass(descriptor);
    commands(&pass);
    pass.end();
}

/// Encodes a render pass into one color, which is zero at first.
pub fn render_into(
    encoder: &GpuCommandEncoder,
    view: &GpuTextureView,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) {
    render(encoder, &render_pass(vec![color(view)]), commands);
}

/// Draws one instance of three vertices with a pipeline.
pub fn draw_with(pass: &GpuRenderPassEncoder, pipeline: &GpuRenderPipeline) {
    pass.set_pipeline(pipeline);
    pass.draw(3, None, None, None);
}

/// A compute pipeline of WGSL with one entry point, with the layout that it asks for.
pub fn computing(device: &GpuDevice, code: &str) -> GpuComputePipeline {
    let module = device.create_shader_module(&shader(code));
    device.create_compute_pipeline(compute_pipeline(&module))
}

/// A bind group for group 0 of a pipeline, of these buffers as bindings 0, 1, 2, ...
pub fn buffers_for(
    device: &GpuDevice,
    pipeline: &GpuComputePipeline,
    buffers: &[&GpuBuffer],
) -> GpuBindGroup {
    let entries = buffers
        .iter()
        .zip(0..)
        .map(|(buffer, binding)| bound(binding, part_of(buffer, None, None)))
        .collect();
    device.create_bind_group(&bind_group(&pipeline.get_bind_group_layout(0), entries))
}
