use futures_util::future::join;

use crate::readback;
use crate::wasi::webgpu::webgpu::{
    GpuBindGroupDescriptor, GpuBindGroupEntry, GpuBindingResource, GpuBufferDescriptor,
    GpuBufferUsage, GpuComputePipelineDescriptor, GpuDevice, GpuLayoutMode, GpuProgrammableStage,
    GpuShaderModuleDescriptor,
};

/// Invocations in a workgroup, as `squares.wgsl` says.
const WORKGROUP_SIZE: u32 = 64;

// docs: compute {
pub async fn squares(device: &GpuDevice, numbers: &[u32]) -> Result<Vec<u32>, String> {
    let bytes: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
    let storage = device.create_buffer(&GpuBufferDescriptor {
        size: bytes.len() as u64,
        usage: GpuBufferUsage::STORAGE | GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST,
        mapped_at_creation: None,
        label: Some("numbers".to_string()),
    });
    let queue = device.queue();
    queue
        .write_buffer_with_copy(&storage, 0, &bytes, None, None)
        .map_err(|error| format!("The numbers could not be written: {}", error.message))?;

    let module = device.create_shader_module(&GpuShaderModuleDescriptor {
        code: include_str!("squares.wgsl").to_string(),
        compilation_hints: None,
        label: None,
    });
    let pipeline = device
        .create_compute_pipeline_async(GpuComputePipelineDescriptor {
            compute: GpuProgrammableStage {
                module: &module,
                entry_point: Some("main".to_string()),
                constants: None,
            },
            layout: GpuLayoutMode::Auto,
            label: None,
        })
        .await
        .map_err(|error| format!("The pipeline could not be made: {}", error.message))?;
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
    let readback = readback::buffer(device, bytes.len() as u64);
    encoder.copy_buffer_to_buffer(&storage, None, &readback, None, None);
    queue.submit(&[&encoder.finish(None)]);

    // Both begin now; the first to be done does not wait for the other.
    let (read, ()) = join(readback::read(&readback), queue.on_submitted_work_done()).await;
    let bytes = read?;
    let (words, _) = bytes.as_chunks();
    Ok(words.iter().copied().map(u32::from_le_bytes).collect())
}
// } docs
