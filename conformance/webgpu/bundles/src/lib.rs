//! Render bundles and their execution (specification, "Bundles"). What can be recorded in them is
//! in the group `render`, as passes have the same.

mod encoders;
mod execution;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    encoders::run(suite).await;
    execution::run(suite).await;
}

const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;

/// A bundle that is invalid, as a group is left open in it.
async fn invalid_bundle(device: &GpuDevice, label: Option<String>) -> Outcome<GpuRenderBundle> {
    let encoder = device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]));
    encoder.push_debug_group("open");
    refused(device, || {
        encoder.finish(Some(&GpuRenderBundleDescriptor { label }))
    })
    .await
}
