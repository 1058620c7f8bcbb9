//! Bind group layouts, bind groups, pipeline layouts (specification, "Resource Binding").

mod buffers;
mod groups;
mod layouts;
mod pipeline_layouts;
mod samplers;
mod textures;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    layouts::run(suite).await;
    groups::run(suite).await;
    buffers::run(suite).await;
    samplers::run(suite).await;
    textures::run(suite).await;
    pipeline_layouts::run(suite).await;
}

/// A layout of one entry, which is binding 0.
fn layout_of(device: &GpuDevice, entry: GpuBindGroupLayoutEntry) -> GpuBindGroupLayout {
    device.create_bind_group_layout(&bind_group_layout(vec![entry]))
}

/// A bind group of one entry, which is binding 0.
fn group_of(
    device: &GpuDevice,
    layout: &GpuBindGroupLayout,
    resource: GpuBindingResource<'_>,
) -> GpuBindGroup {
    device.create_bind_group(&bind_group(layout, vec![bound(0, resource)]))
}

/// Expects that a bind group of one entry is refused.
async fn refuses(
    device: &GpuDevice,
    layout: &GpuBindGroupLayout,
    resource: GpuBindingResource<'_>,
) -> Outcome {
    refused(device, || group_of(device, layout, resource)).await?;
    Ok(())
}
