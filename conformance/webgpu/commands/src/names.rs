//! Labels of encoders and of what they give.

use crate::encoders::begin_render_pass;
use harness::*;

pub async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-command-encoder",
        async |device, label| {
            Ok(device.create_command_encoder(Some(&GpuCommandEncoderDescriptor { label })))
        },
        async |device, label| {
            let encoder =
                device.create_command_encoder(Some(&GpuCommandEncoderDescriptor { label }));
            encoder.pop_debug_group();
            refused(device, || encoder.finish(None)).await?;
            Ok(encoder)
        },
    )
    .await;
    labels(
        suite,
        "gpu-command-buffer",
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            Ok(encoder.finish(Some(&GpuCommandBufferDescriptor { label })))
        },
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            encoder.pop_debug_group();
            refused(device, || {
                encoder.finish(Some(&GpuCommandBufferDescriptor { label }))
            })
            .await
        },
    )
    .await;
    labels(
        suite,
        "gpu-compute-pass-encoder",
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            Ok(encoder.begin_compute_pass(Some(&compute_pass(label))))
        },
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            encoder.finish(None);
            refused(device, || {
                encoder.begin_compute_pass(Some(&compute_pass(label)))
            })
            .await
        },
    )
    .await;
    labels(
        suite,
        "gpu-render-pass-encoder",
        async |device, label| {
            let view = attachment(device);
            let encoder = device.create_command_encoder(None);
            Ok(encoder.begin_render_pass(&GpuRenderPassDescriptor {
                label,
                ..render_pass(vec![color(&view)])
            }))
        },
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            begin_render_pass(device, &encoder).end();
            let invalid = encoder.begin_render_pass(&GpuRenderPassDescriptor {
                label,
                ..render_pass(vec![])
            });
            invalid.end();
            refused(device, || encoder.finish(None)).await?;
            Ok(invalid)
        },
    )
    .await;
}

fn compute_pass(label: Option<String>) -> GpuComputePassDescriptor<'static> {
    GpuComputePassDescriptor {
        timestamp_writes: None,
        label,
    }
}

fn attachment(device: &GpuDevice) -> GpuTextureView {
    target_of(device, 2, GpuTextureFormat::Rgba8unorm).create_view(None)
}
