//! A device, and computing on it.

use anyhow::{Result, anyhow, bail};
use bytemuck::{Pod, allocation::pod_collect_to_vec, cast_slice};

use crate::webgpu::{
    GpuBindGroup, GpuBindGroupDescriptor, GpuBindGroupEntry, GpuBindingResource, GpuBuffer,
    GpuBufferDescriptor, GpuBufferUsage, GpuComputePassEncoder, GpuComputePipeline,
    GpuComputePipelineDescriptor, GpuDevice, GpuDeviceDescriptor, GpuErrorFilter, GpuLayoutMode,
    GpuMapMode, GpuProgrammableStage, GpuQueue, GpuShaderModuleDescriptor, GpuSupportedLimits,
    RecordGpuPipelineConstantValue, RecordOptionGpuSize64, get_gpu,
};

/// How many numbers are read at once.
const PIECE: usize = 1 << 20;

/// A device and its queue.
pub struct Gpu {
    pub device: GpuDevice,
    pub queue: GpuQueue,
}

/// A compute pipeline of one shader.
pub struct Kernel {
    pipeline: GpuComputePipeline,
}

/// A limit of WebGPU of which a program may need more than every adapter has.
#[derive(Clone, Copy)]
pub enum Limit {
    BufferSize,
    StorageBufferBindingSize,
    TextureDimension2D,
    TextureDimension3D,
    Workgroups,
}

impl Limit {
    fn name(self) -> &'static str {
        match self {
            Limit::BufferSize => "maxBufferSize",
            Limit::StorageBufferBindingSize => "maxStorageBufferBindingSize",
            Limit::TextureDimension2D => "maxTextureDimension2D",
            Limit::TextureDimension3D => "maxTextureDimension3D",
            Limit::Workgroups => "maxComputeWorkgroupsPerDimension",
        }
    }

    fn of(self, limits: &GpuSupportedLimits) -> u64 {
        match self {
            Limit::BufferSize => limits.max_buffer_size(),
            Limit::StorageBufferBindingSize => limits.max_storage_buffer_binding_size(),
            Limit::TextureDimension2D => limits.max_texture_dimension2_d().into(),
            Limit::TextureDimension3D => limits.max_texture_dimension3_d().into(),
            Limit::Workgroups => limits.max_compute_workgroups_per_dimension().into(),
        }
    }

    /// What it counts, in words.
    fn unit(self) -> &'static str {
        match self {
            Limit::BufferSize => "bytes in a buffer",
            Limit::StorageBufferBindingSize => "bytes for a shader to work in",
            Limit::TextureDimension2D => "texels along a side of an image",
            Limit::TextureDimension3D => "texels along an edge of a volume",
            Limit::Workgroups => "workgroups along an axis",
        }
    }
}

impl Gpu {
    /// A device of the host's GPU that allows what is needed.
    pub async fn open(needs: &[(Limit, u64)]) -> Result<Self> {
        let adapter = get_gpu()
            .request_adapter(None)
            .await
            .ok_or_else(|| anyhow!("the host has no GPU"))?;
        let limits = adapter.limits();
        let required = RecordOptionGpuSize64::new();
        for &(limit, needed) in needs {
            let most = limit.of(&limits);
            if needed > most {
                bail!(
                    "this takes {needed} {}; the GPU allows {most}",
                    limit.unit()
                );
            }
            required.add(limit.name(), Some(needed));
        }
        let device = adapter
            .request_device(Some(GpuDeviceDescriptor {
                required_features: None,
                required_limits: Some(required),
                default_queue: None,
                label: None,
            }))
            .await
            .map_err(|error| anyhow!("the GPU gives no device: {}", error.message))?;
        let queue = device.queue();
        Ok(Self { device, queue })
    }

    /// Does some work, and fails with what the GPU had to say against it.
    pub async fn checked<T>(&self, work: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
        const FILTERS: [GpuErrorFilter; 3] = [
            GpuErrorFilter::Internal,
            GpuErrorFilter::OutOfMemory,
            GpuErrorFilter::Validation,
        ];
        for filter in FILTERS {
            self.device.push_error_scope(filter);
        }
        let outcome = work().await;
        let mut caught = None;
        for _ in FILTERS {
            let error = self
                .device
                .pop_error_scope()
                .await
                .map_err(|error| anyhow!(error.message))?;
            caught = caught.or(error);
        }
        match caught {
            // What failed after it is its consequence.
            Some(error) => Err(anyhow!("the GPU refused the work: {}", error.message())),
            None => outcome,
        }
    }

    /// A buffer for so many bytes.
    pub fn buffer(&self, label: &str, size: u64, usage: GpuBufferUsage) -> GpuBuffer {
        self.device.create_buffer(&GpuBufferDescriptor {
            size,
            usage,
            mapped_at_creation: None,
            label: Some(label.to_string()),
        })
    }

    /// A buffer that shaders work in, which can be copied from and to.
    pub fn storage(&self, label: &str, size: u64) -> GpuBuffer {
        let usage = GpuBufferUsage::STORAGE | GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST;
        self.buffer(label, size, usage)
    }

    /// Such a buffer with numbers in it.
    pub fn storage_of<T: Pod>(&self, label: &str, numbers: &[T]) -> Result<GpuBuffer> {
        let buffer = self.storage(label, size_of_val(numbers) as u64);
        self.write(&buffer, numbers)?;
        Ok(buffer)
    }

    /// Writes numbers to the beginning of a buffer.
    pub fn write<T: Pod>(&self, buffer: &GpuBuffer, numbers: &[T]) -> Result<()> {
        // By pieces: no call takes a list of all bytes that a buffer may have.
        for (index, piece) in numbers.chunks(PIECE).enumerate() {
            let offset = (index * PIECE * size_of::<T>()) as u64;
            self.queue
                .write_buffer_with_copy(buffer, offset, cast_slice(piece), None, None)
                .map_err(|error| anyhow!("a buffer cannot be written: {}", error.message))?;
        }
        Ok(())
    }

    /// Waits until the GPU has done all that it was given.
    pub async fn done(&self) {
        self.queue.on_submitted_work_done().await;
    }

    /// All numbers in a buffer that can be copied from.
    pub async fn read<T: Pod>(&self, buffer: &GpuBuffer) -> Result<Vec<T>> {
        let usage = GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST;
        let readable = self.buffer("readable", buffer.size(), usage);
        let encoder = self.device.create_command_encoder(None);
        encoder.copy_buffer_to_buffer(buffer, None, &readable, None, None);
        self.queue.submit(&[&encoder.finish(None)]);
        readable
            .map_async(GpuMapMode::READ, None, None)
            .await
            .map_err(|error| anyhow!("a buffer cannot be mapped: {}", error.message))?;
        let count = buffer.size() / size_of::<T>() as u64;
        let mut numbers = room(count)?;
        // By pieces: the memory of a program has no room for everything twice.
        for begin in (0..count).step_by(PIECE) {
            let size = (count - begin).min(PIECE as u64) * size_of::<T>() as u64;
            let bytes = readable
                .get_mapped_range_get_with_copy(Some(begin * size_of::<T>() as u64), Some(size))
                .map_err(|error| anyhow!("a buffer cannot be read: {}", error.message))?;
            numbers.extend(pod_collect_to_vec::<u8, T>(&bytes));
        }
        Ok(numbers)
    }

    /// The compute shader `main` of some WGSL, with its constants.
    pub fn kernel(&self, label: &str, code: &str, constants: &[(&str, f64)]) -> Kernel {
        let module = self
            .device
            .create_shader_module(&GpuShaderModuleDescriptor {
                code: code.to_string(),
                compilation_hints: None,
                label: Some(label.to_string()),
            });
        let values = RecordGpuPipelineConstantValue::new();
        for (name, value) in constants {
            values.add(name, *value);
        }
        let pipeline = self
            .device
            .create_compute_pipeline(GpuComputePipelineDescriptor {
                compute: GpuProgrammableStage {
                    module: &module,
                    entry_point: Some("main".to_string()),
                    constants: Some(values),
                },
                layout: GpuLayoutMode::Auto,
                label: Some(label.to_string()),
            });
        Kernel { pipeline }
    }

    /// What a kernel works on: the buffers of its bindings from 0 on.
    pub fn bind(&self, kernel: &Kernel, buffers: &[&GpuBuffer]) -> GpuBindGroup {
        self.device.create_bind_group(&GpuBindGroupDescriptor {
            layout: &kernel.pipeline.get_bind_group_layout(0),
            entries: (0..)
                .zip(buffers)
                .map(|(binding, buffer)| GpuBindGroupEntry {
                    binding,
                    resource: GpuBindingResource::GpuBuffer(buffer),
                })
                .collect(),
            label: None,
        })
    }
}

/// An empty vector with room for so many.
pub fn room<T>(count: u64) -> Result<Vec<T>> {
    let mut numbers = Vec::new();
    usize::try_from(count)
        .ok()
        .and_then(|count| numbers.try_reserve_exact(count).ok())
        .ok_or_else(|| {
            let bytes = count.saturating_mul(size_of::<T>() as u64);
            anyhow!("this takes {bytes} bytes more than the program's memory has")
        })?;
    Ok(numbers)
}

impl Kernel {
    /// Runs in a pass, so many workgroups along each axis.
    pub fn dispatch(
        &self,
        pass: &GpuComputePassEncoder,
        group: &GpuBindGroup,
        [x, y, z]: [u32; 3],
    ) -> Result<()> {
        pass.set_pipeline(&self.pipeline);
        pass.set_bind_group(0, Some(group), None, None, None)
            .map_err(|error| anyhow!("a bind group cannot be set: {}", error.message))?;
        pass.dispatch_workgroups(x, Some(y), Some(z));
        Ok(())
    }
}
