//! Compute pipelines, and what they share with render pipelines (specification, "Pipelines").

mod compute;
mod constants;
mod layouts;
mod stages;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-compute-pipeline",
        async |device, label| {
            let module = device.create_shader_module(&shader(EMPTY));
            Ok(
                device.create_compute_pipeline(GpuComputePipelineDescriptor {
                    label,
                    ..compute_pipeline(&module)
                }),
            )
        },
        invalid_compute_pipeline,
    )
    .await;
    compute::run(suite).await;
    stages::run(suite).await;
    constants::run(suite).await;
    layouts::run(suite).await;
}

/// A stage that does nothing.
const EMPTY: &str = "@compute @workgroup_size(1) fn main() {}";

/// The two functions that make compute pipelines.
const BOTH: [&str; 2] = [
    "gpu-device.create-compute-pipeline",
    "gpu-device.create-compute-pipeline-async",
];

/// Makes a pipeline by the one function or the other, and expects that it is refused: with a
/// validation error, or with an error of the call and none of the device.
async fn refuses(
    device: &GpuDevice,
    function: &str,
    descriptor: GpuComputePipelineDescriptor<'_>,
) -> Outcome {
    if function == BOTH[0] {
        refused(device, || device.create_compute_pipeline(descriptor)).await?;
        Ok(())
    } else {
        fails_with!(
            device.create_compute_pipeline_async(descriptor).await,
            CreatePipelineErrorKind::GpuPipelineError(GpuPipelineErrorReason::Validation)
        )
    }
}

/// Makes a pipeline by the one function or the other.
async fn make(
    device: &GpuDevice,
    function: &str,
    descriptor: GpuComputePipelineDescriptor<'_>,
) -> Outcome<GpuComputePipeline> {
    if function == BOTH[0] {
        Ok(device.create_compute_pipeline(descriptor))
    } else {
        ok(device.create_compute_pipeline_async(descriptor).await)
    }
}

/// The words that a pipeline writes to the buffer of its binding 0.
async fn words_by(
    device: &GpuDevice,
    pipeline: &GpuComputePipeline,
    count: u64,
) -> Outcome<Vec<u32>> {
    let words = storage(device, count * 4);
    let group = buffers_for(device, pipeline, &[&words]);
    run_once(device, pipeline, &group);
    Ok(words_of(&read(device, &words).await?))
}
