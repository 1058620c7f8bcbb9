//! Compute passes (specification, "Compute Passes" and "Programmable Passes").

mod bind_groups;
mod debug_groups;
mod dispatch;
mod immediates;
mod pass;
mod shading;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-compute-pass-encoder",
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            let descriptor = GpuComputePassDescriptor {
                timestamp_writes: None,
                label,
            };
            let pass = encoder.begin_compute_pass(Some(&descriptor));
            pass.end();
            Ok(pass)
        },
        async |device, label| {
            let encoder = device.create_command_encoder(None);
            encoder.finish(None);
            let descriptor = GpuComputePassDescriptor {
                timestamp_writes: None,
                label,
            };
            refused(device, || encoder.begin_compute_pass(Some(&descriptor))).await
        },
    )
    .await;
    pass::run(suite).await;
    dispatch::run(suite).await;
    bind_groups::run(suite).await;
    immediates::run(suite).await;
    debug_groups::run(suite).await;
    shading::run(suite).await;
}

/// Adds 1 to the first number of binding 0, in each workgroup.
const COUNT: &str = "
    @group(0) @binding(0) var<storage, read_write> count: atomic<u32>;

    @compute @workgroup_size(1)
    fn main() {
        atomicAdd(&count, 1);
    }";

/// A pipeline that counts its workgroups, the number, and their bind group.
struct Counter {
    pipeline: GpuComputePipeline,
    count: GpuBuffer,
    group: GpuBindGroup,
}

impl Counter {
    fn new(device: &GpuDevice) -> Self {
        let pipeline = computing(device, COUNT);
        let count = storage(device, 4);
        let group = buffers_for(device, &pipeline, &[&count]);
        Counter {
            pipeline,
            count,
            group,
        }
    }

    /// Sets pipeline and bind group.
    fn set(&self, pass: &GpuComputePassEncoder) {
        pass.set_pipeline(&self.pipeline);
        self.set_group(pass);
    }

    fn set_group(&self, pass: &GpuComputePassEncoder) {
        let _ = pass.set_bind_group(0, Some(&self.group), None, None, None);
    }

    /// How many workgroups ran.
    async fn workgroups(&self, device: &GpuDevice) -> Outcome<u32> {
        Ok(words_of(&read(device, &self.count).await?)[0])
    }
}

/// Expects that commands of a compute pass are refused when the encoder finishes, and not before.
async fn refused_in_pass(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuComputePassEncoder),
) -> Outcome {
    refused_at_finish(device, |encoder| compute_pass(encoder, commands)).await
}
