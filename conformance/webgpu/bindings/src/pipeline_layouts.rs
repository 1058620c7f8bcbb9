//! `create-pipeline-layout`.

use harness::*;

const FUNCTION: &str = "gpu-device.create-pipeline-layout";

pub async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-pipeline-layout",
        async |device, label| {
            Ok(device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
                label,
                ..pipeline_layout(&[])
            }))
        },
        invalid_pipeline_layout,
    )
    .await;
    accepted(suite).await;
    refusals(suite).await;
}

/// A layout of so many uniform buffers.
fn uniforms(device: &GpuDevice, count: u32) -> GpuBindGroupLayout {
    let entry = |binding| {
        buffer_entry(
            binding,
            GpuShaderStage::COMPUTE,
            GpuBufferBindingType::Uniform,
        )
    };
    device.create_bind_group_layout(&bind_group_layout((0..count).map(entry).collect()))
}

async fn accepted(suite: &mut Suite) {
    suite
        .right(&format!("{FUNCTION}: of no bind groups"), async |device| {
            device.create_pipeline_layout(&pipeline_layout(&[]));
            Ok(())
        })
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of as many bind groups as there can be"),
            async |device| {
                let layout = uniforms(device, 1);
                device.create_pipeline_layout(&pipeline_layout(&[&layout; 4]));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of bind groups with none between them"),
            async |device| {
                let layout = uniforms(device, 1);
                device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
                    bind_group_layouts: vec![None, Some(&layout), None],
                    ..pipeline_layout(&[])
                });
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of no immediate data"),
            async |device| {
                device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
                    immediate_size: Some(0),
                    ..pipeline_layout(&[])
                });
                Ok(())
            },
        )
        .await;
}

async fn refusals(suite: &mut Suite) {
    suite
        .wrong(
            &format!("{FUNCTION}: of more bind groups than there can be"),
            async |device| {
                let layout = uniforms(device, 1);
                refused(device, || {
                    device.create_pipeline_layout(&pipeline_layout(&[&layout; 5]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of more bindings of a stage than there can be"),
            async |device| {
                let (seven, six) = (uniforms(device, 7), uniforms(device, 6));
                refused(device, || {
                    device.create_pipeline_layout(&pipeline_layout(&[&seven, &six]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of an invalid bind group layout"),
            async |device| {
                let layout = invalid_bind_group_layout(device, None).await?;
                refused(device, || {
                    device.create_pipeline_layout(&pipeline_layout(&[&layout]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of a bind group layout of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let layout = uniforms(&other, 1);
                refused(device, || {
                    device.create_pipeline_layout(&pipeline_layout(&[&layout]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of a bind group layout that a pipeline made for itself"),
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> number: u32;

                 @compute @workgroup_size(1)
                 fn main() {
                     number = 1;
                 }",
                );
                let layout = pipeline.get_bind_group_layout(0);
                refused(device, || {
                    device.create_pipeline_layout(&pipeline_layout(&[&layout]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    for (what, size) in [
        ("more immediate data than max-immediate-size", 1 << 20),
        ("immediate data of a size that is no multiple of 4", 6),
    ] {
        suite
            .wrong(&format!("{FUNCTION}: of {what}"), async |device| {
                refused(device, || {
                    device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
                        immediate_size: Some(size),
                        ..pipeline_layout(&[])
                    })
                })
                .await?;
                Ok(())
            })
            .await;
    }
}
