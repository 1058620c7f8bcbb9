//! Calls to wasi:webgpu, in loops: one is too short to be measured. `WebGpuInJava` in bench/ does
//! the same, call by call, without a guest.

use std::cell::Cell;
use wasi::webgpu::webgpu::{
    GpuBindGroup, GpuBindGroupDescriptor, GpuBindGroupEntry, GpuBindGroupLayout,
    GpuBindingResource, GpuBuffer, GpuBufferDescriptor, GpuBufferUsage, GpuComputePipeline,
    GpuComputePipelineDescriptor, GpuDevice, GpuLayoutMode, GpuMapMode, GpuProgrammableStage,
    GpuQueue, GpuShaderModuleDescriptor, get_gpu,
};

wit_bindgen::generate!({
    path: "../../wit",
    inline: "
        package radicchio:bench;

        world webgpu-calls {
          import wasi:webgpu/webgpu@0.3.0-rc.2;

          /// Each does a thing `n` times. The first call makes what all of them use.
          export size: async func(n: u32) -> u32;
          export encode: async func(n: u32) -> u32;
          export write-k1: async func(n: u32) -> u32;
          export write-k64: async func(n: u32) -> u32;
          export write-m1: async func(n: u32) -> u32;
          export write-m16: async func(n: u32) -> u32;
          export map-b16: async func(n: u32) -> u32;
          export map-m4: async func(n: u32) -> u32;
          export bind-group: async func(n: u32) -> u32;
          export buffer: async func(n: u32) -> u32;
          /// Waits until the GPU has nothing left to do.
          export settle: async func(n: u32) -> u32;
        }
    ",
    world: "radicchio:bench/webgpu-calls",
    generate_all,
});

const KILOBYTE: usize = 1024;
const MEGABYTE: usize = 1024 * KILOBYTE;

struct Calls;

export!(Calls);

struct Prepared {
    device: GpuDevice,
    queue: GpuQueue,
    pipeline: GpuComputePipeline,
    layout: GpuBindGroupLayout,
    bound: [GpuBuffer; 3],
    group: GpuBindGroup,
    target: GpuBuffer,
    data: Vec<u8>,
    readable_b16: GpuBuffer,
    readable_m4: GpuBuffer,
}

thread_local! {
    static PREPARED: Cell<Option<&'static Prepared>> = const { Cell::new(None) };
}

async fn prepared() -> &'static Prepared {
    if let Some(prepared) = PREPARED.get() {
        return prepared;
    }
    let prepared = Box::leak(Box::new(Prepared::new(request_device().await)));
    PREPARED.set(Some(prepared));
    prepared
}

impl Guest for Calls {
    async fn size(n: u32) -> u32 {
        let buffer = &prepared().await.target;
        (0..n).fold(0, |sum, _| sum.wrapping_add(buffer.size() as u32))
    }

    async fn encode(n: u32) -> u32 {
        let Prepared { device, pipeline, group, .. } = prepared().await;
        let encoder = device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        pass.set_pipeline(pipeline);
        for _ in 0..n {
            pass.set_bind_group(0, Some(group), None, None, None)
                .expect("there are no offsets to be wrong");
            pass.dispatch_workgroups(1, None, None);
        }
        pass.end();
        n
    }

    async fn write_k1(n: u32) -> u32 {
        write(KILOBYTE, n).await
    }

    async fn write_k64(n: u32) -> u32 {
        write(64 * KILOBYTE, n).await
    }

    async fn write_m1(n: u32) -> u32 {
        write(MEGABYTE, n).await
    }

    async fn write_m16(n: u32) -> u32 {
        write(16 * MEGABYTE, n).await
    }

    async fn map_b16(n: u32) -> u32 {
        map(&prepared().await.readable_b16, n).await
    }

    async fn map_m4(n: u32) -> u32 {
        map(&prepared().await.readable_m4, n).await
    }

    async fn bind_group(n: u32) -> u32 {
        let Prepared { device, layout, bound, .. } = prepared().await;
        let descriptor = describe(layout, bound);
        for _ in 0..n {
            device.create_bind_group(&descriptor);
        }
        n
    }

    async fn buffer(n: u32) -> u32 {
        let device = &prepared().await.device;
        for _ in 0..n {
            create_buffer(device, 256, GpuBufferUsage::STORAGE | GpuBufferUsage::COPY_DST).destroy();
        }
        n
    }

    async fn settle(n: u32) -> u32 {
        let queue = &prepared().await.queue;
        for _ in 0..n {
            queue.submit(&[]);
            queue.on_submitted_work_done().await;
        }
        n
    }
}

impl Prepared {
    fn new(device: GpuDevice) -> Self {
        let readable = GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST;
        let pipeline = create_pipeline(&device);
        let layout = pipeline.get_bind_group_layout(0);
        let bound = [(); 3].map(|()| create_buffer(&device, 256, GpuBufferUsage::STORAGE));
        Prepared {
            queue: device.queue(),
            group: device.create_bind_group(&describe(&layout, &bound)),
            pipeline,
            layout,
            bound,
            target: create_buffer(&device, 16 * MEGABYTE, GpuBufferUsage::COPY_DST),
            data: vec![1; 16 * MEGABYTE],
            readable_b16: create_buffer(&device, 16, readable),
            readable_m4: create_buffer(&device, 4 * MEGABYTE, readable),
            device,
        }
    }
}

async fn request_device() -> GpuDevice {
    let adapter = get_gpu().request_adapter(None).await;
    let adapter = adapter.expect("the host has no GPU adapter");
    let device = adapter.request_device(None).await;
    device.expect("the adapter gives no device")
}

fn create_buffer(device: &GpuDevice, size: usize, usage: GpuBufferUsage) -> GpuBuffer {
    device.create_buffer(&GpuBufferDescriptor {
        size: size as u64,
        usage,
        mapped_at_creation: None,
        label: None,
    })
}

fn create_pipeline(device: &GpuDevice) -> GpuComputePipeline {
    let module = device.create_shader_module(&GpuShaderModuleDescriptor {
        code: include_str!("three.wgsl").to_string(),
        compilation_hints: None,
        label: None,
    });
    device.create_compute_pipeline(GpuComputePipelineDescriptor {
        compute: GpuProgrammableStage {
            module: &module,
            entry_point: None,
            constants: None,
        },
        layout: GpuLayoutMode::Auto,
        label: None,
    })
}

fn describe<'a>(
    layout: &'a GpuBindGroupLayout,
    buffers: &'a [GpuBuffer; 3],
) -> GpuBindGroupDescriptor<'a> {
    let entry = |(binding, buffer)| GpuBindGroupEntry {
        binding,
        resource: GpuBindingResource::GpuBuffer(buffer),
    };
    GpuBindGroupDescriptor {
        layout,
        entries: (0..).zip(buffers).map(entry).collect(),
        label: None,
    }
}

async fn write(size: usize, n: u32) -> u32 {
    let Prepared { queue, target, data, .. } = prepared().await;
    for _ in 0..n {
        queue
            .write_buffer_with_copy(target, 0, &data[..size], None, None)
            .expect("the data has this size");
    }
    n
}

async fn map(buffer: &GpuBuffer, n: u32) -> u32 {
    let mut sum = 0;
    for _ in 0..n {
        buffer
            .map_async(GpuMapMode::READ, None, None)
            .await
            .expect("the buffer can be mapped");
        let bytes = buffer
            .get_mapped_range_get_with_copy(None, None)
            .expect("the buffer is mapped");
        sum += u32::from(bytes[0]) + bytes.len() as u32;
        buffer.unmap().expect("no mapping is under way");
    }
    sum
}
