//! Counts on the GPU how many Collatz steps 1, 2, 3 and 4 take to reach 1, and prints them.
//!
//! The whole life of a computation is here: adapter, device, buffers, shader, pipeline, commands,
//! and the way back to the CPU. WebGPU reports most mistakes not from the call that made them but
//! later, to an error scope; so the work runs inside one, and `run` fails with what it caught.

use wasi::webgpu::webgpu::{
    GpuBindGroupDescriptor, GpuBindGroupEntry, GpuBindingResource, GpuBuffer, GpuBufferDescriptor,
    GpuBufferUsage, GpuComputePipelineDescriptor, GpuDevice, GpuErrorFilter, GpuLayoutMode,
    GpuMapMode, GpuProgrammableStage, GpuShaderModuleDescriptor, get_gpu,
};

wit_bindgen::generate!({
    path: "../wit",
    world: "program",
    generate_all,
});

struct HelloCompute;

export!(HelloCompute);

/// Invocations in a workgroup, as `collatz.wgsl` says.
const WORKGROUP_SIZE: u32 = 64;

impl Guest for HelloCompute {
    async fn run() -> Result<(), String> {
        let device = request_device().await?;

        device.push_error_scope(GpuErrorFilter::Validation);
        let steps = collatz_steps(&device, &[1, 2, 3, 4]).await;
        let caught = device
            .pop_error_scope()
            .await
            .map_err(|error| format!("The error scope could not be read: {}", error.message))?;

        // What the scope caught is the cause; a failed mapping is only its consequence.
        if let Some(error) = caught {
            return Err(format!("The GPU refused the work: {}", error.message()));
        }
        print(&format!("Steps: {:?}", steps?));
        Ok(())
    }
}

async fn request_device() -> Result<GpuDevice, String> {
    let adapter = get_gpu()
        .request_adapter(None)
        .await
        .ok_or("The host has no GPU adapter.")?;
    adapter
        .request_device(None)
        .await
        .map_err(|error| format!("The adapter gave no device: {}", error.message))
}

async fn collatz_steps(device: &GpuDevice, numbers: &[u32]) -> Result<Vec<u32>, String> {
    let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
    let size = bytes.len() as u64;

    // The shader works in one buffer; the CPU can map only another kind, so the result is copied.
    let storage = create_buffer(
        device,
        "numbers",
        size,
        GpuBufferUsage::STORAGE | GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST,
    );
    let readback = create_buffer(
        device,
        "steps",
        size,
        GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
    );
    let queue = device.queue();
    queue
        .write_buffer_with_copy(&storage, 0, &bytes, None, None)
        .map_err(|error| format!("The numbers could not be written: {}", error.message))?;

    let module = device.create_shader_module(&GpuShaderModuleDescriptor {
        code: include_str!("collatz.wgsl").to_string(),
        compilation_hints: None,
        label: Some("collatz".to_string()),
    });
    let pipeline = device.create_compute_pipeline(GpuComputePipelineDescriptor {
        compute: GpuProgrammableStage {
            module: &module,
            entry_point: Some("main".to_string()),
            constants: None,
        },
        layout: GpuLayoutMode::Auto,
        label: Some("collatz".to_string()),
    });
    let bind_group = device.create_bind_group(&GpuBindGroupDescriptor {
        layout: &pipeline.get_bind_group_layout(0),
        entries: vec![GpuBindGroupEntry {
            binding: 0,
            resource: GpuBindingResource::GpuBuffer(&storage),
        }],
        label: None,
    });

    let encoder = device.create_command_encoder(None);
    let pass = encoder.begin_compute_pass(None);
    pass.set_pipeline(&pipeline);
    pass.set_bind_group(0, Some(&bind_group), None, None, None)
        .map_err(|error| format!("The bind group could not be set: {}", error.message))?;
    pass.dispatch_workgroups((numbers.len() as u32).div_ceil(WORKGROUP_SIZE), None, None);
    pass.end();
    encoder.copy_buffer_to_buffer(&storage, None, &readback, None, None);
    queue.submit(&[&encoder.finish(None)]);

    read(&readback).await
}

fn create_buffer(device: &GpuDevice, label: &str, size: u64, usage: GpuBufferUsage) -> GpuBuffer {
    device.create_buffer(&GpuBufferDescriptor {
        size,
        usage,
        mapped_at_creation: None,
        label: Some(label.to_string()),
    })
}

/// Waits until the GPU is done with the buffer, and copies its numbers out of it.
async fn read(buffer: &GpuBuffer) -> Result<Vec<u32>, String> {
    buffer
        .map_async(GpuMapMode::READ, None, None)
        .await
        .map_err(|error| format!("The steps could not be mapped: {}", error.message))?;
    let bytes = buffer
        .get_mapped_range_get_with_copy(None, None)
        .map_err(|error| format!("The steps could not be read: {}", error.message))?;
    buffer
        .unmap()
        .map_err(|error| format!("The buffer could not be unmapped: {}", error.message))?;
    let (words, _) = bytes.as_chunks();
    Ok(words.iter().copied().map(u32::from_le_bytes).collect())
}
