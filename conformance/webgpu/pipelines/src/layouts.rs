//! `get-bind-group-layout` of compute pipelines (specification, "GPUPipelineBase").

use super::{EMPTY, words_by};
use harness::*;

const FUNCTION: &str = "gpu-compute-pipeline.get-bind-group-layout";
const NUMBER: &str = "
    @group(0) @binding(0) var<storage, read_write> number: u32;
    @group(2) @binding(1) var<uniform> other: u32;
    @compute @workgroup_size(1) fn main() { number = 3; _ = other; }
    @compute @workgroup_size(1) fn alone() { number = 3; }";

pub async fn run(suite: &mut Suite) {
    accepted(suite).await;
    refusals(suite).await;
}

/// A layout of one storage buffer.
fn storage(device: &GpuDevice) -> GpuBindGroupLayout {
    device.create_bind_group_layout(&bind_group_layout(vec![buffer_entry(
        0,
        GpuShaderStage::COMPUTE,
        GpuBufferBindingType::Storage,
    )]))
}

fn numbering(device: &GpuDevice, layout: GpuLayoutMode<'_>) -> GpuComputePipeline {
    let module = device.create_shader_module(&shader(NUMBER));
    device.create_compute_pipeline(GpuComputePipelineDescriptor {
        compute: GpuProgrammableStage {
            entry_point: Some("alone".into()),
            ..stage(&module)
        },
        layout,
        label: None,
    })
}

async fn accepted(suite: &mut Suite) {
    suite
        .right(
            &format!("{FUNCTION}: of a layout that the pipeline made for itself"),
            async |device| {
                let pipeline = numbering(device, GpuLayoutMode::Auto);
                equal(words_by(device, &pipeline, 1).await?, vec![3])
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of a layout that was given"),
            async |device| {
                let storage = storage(device);
                let layout = device.create_pipeline_layout(&pipeline_layout(&[&storage]));
                let pipeline = numbering(device, GpuLayoutMode::Specific(&layout));
                equal(words_by(device, &pipeline, 1).await?, vec![3])
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: a layout that was given serves other pipelines too"),
            async |device| {
                let storage = storage(device);
                let layout = device.create_pipeline_layout(&pipeline_layout(&[&storage]));
                let pipeline = numbering(device, GpuLayoutMode::Specific(&layout));
                device.create_pipeline_layout(&pipeline_layout(&[
                    &pipeline.get_bind_group_layout(0)
                ]));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of a group that the pipeline does not use is empty"),
            async |device| {
                let pipeline = numbering(device, GpuLayoutMode::Auto);
                for index in [1, 3] {
                    let empty = pipeline.get_bind_group_layout(index);
                    device.create_bind_group(&bind_group(&empty, vec![]));
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: outlives the pipeline"),
            async |device| {
                let pipeline = numbering(device, GpuLayoutMode::Auto);
                let layout = pipeline.get_bind_group_layout(0);
                drop(pipeline);
                let number = device.create_buffer(&buffer(4, GpuBufferUsage::STORAGE));
                device.create_bind_group(&bind_group(
                    &layout,
                    vec![bound(0, part_of(&number, None, None))],
                ));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: has a label of its own each time"),
            async |device| {
                let pipeline = numbering(device, GpuLayoutMode::Auto);
                let (one, other) = (
                    pipeline.get_bind_group_layout(0),
                    pipeline.get_bind_group_layout(0),
                );
                one.set_label("one");
                equal(one.label().as_str(), "one")?;
                equal(other.label().as_str(), "")
            },
        )
        .await;
}

async fn refusals(suite: &mut Suite) {
    suite
        .wrong(
            &format!("{FUNCTION}: of an index that is max-bind-groups"),
            async |device| {
                let pipeline = computing(device, EMPTY);
                for index in [4, u32::MAX] {
                    refused(device, || pipeline.get_bind_group_layout(index)).await?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of an invalid pipeline"),
            async |device| {
                let pipeline = invalid_compute_pipeline(device, None).await?;
                refused(device, || pipeline.get_bind_group_layout(0)).await?;
                Ok(())
            },
        )
        .await;
}
