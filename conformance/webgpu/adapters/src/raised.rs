//! Limits that are required to be better than the default: what is made then may be as large, and no
//! larger (specification, "Limits").

use harness::*;

/// Makes something that has as much of what is limited.
type Make = fn(&GpuDevice, u32);

struct Raised {
    function: &'static str,
    name: &'static str,
    get: fn(&GpuSupportedLimits) -> u32,
    make: Make,
}

macro_rules! raised {
    ($function:literal $name:literal $get:ident $make:expr) => {
        Raised {
            function: $function,
            name: $name,
            get: GpuSupportedLimits::$get,
            make: $make,
        }
    };
}

#[rustfmt::skip]
const RAISED: &[Raised] = &[
    raised!("max-texture-dimension1-d" "maxTextureDimension1D" max_texture_dimension1_d |device, width| {
        texture_of(device, GpuTextureDimension::D1, extent(width, 1));
    }),
    raised!("max-texture-dimension2-d" "maxTextureDimension2D" max_texture_dimension2_d |device, height| {
        texture_of(device, GpuTextureDimension::D2, extent(1, height));
    }),
    raised!("max-texture-dimension3-d" "maxTextureDimension3D" max_texture_dimension3_d |device, depth| {
        texture_of(device, GpuTextureDimension::D3, extent_3d(1, 1, depth));
    }),
    raised!("max-texture-array-layers" "maxTextureArrayLayers" max_texture_array_layers |device, layers| {
        texture_of(device, GpuTextureDimension::D2, extent_3d(1, 1, layers));
    }),
    raised!("max-bind-groups" "maxBindGroups" max_bind_groups |device, count| {
        let empty = device.create_bind_group_layout(&bind_group_layout(vec![]));
        device.create_pipeline_layout(&pipeline_layout(&vec![&empty; count as usize]));
    }),
    raised!("max-bindings-per-bind-group" "maxBindingsPerBindGroup" max_bindings_per_bind_group |device, count| {
        device.create_bind_group_layout(&bind_group_layout(vec![
            buffer_entry(count - 1, COMPUTE, GpuBufferBindingType::Uniform),
        ]));
    }),
    raised!("max-uniform-buffers-per-shader-stage" "maxUniformBuffersPerShaderStage"
        max_uniform_buffers_per_shader_stage |device, count| {
            entries(device, count, |binding| buffer_entry(binding, COMPUTE, GpuBufferBindingType::Uniform));
        }),
    raised!("max-storage-buffers-per-shader-stage" "maxStorageBuffersPerShaderStage"
        max_storage_buffers_per_shader_stage |device, count| {
            entries(device, count, |binding| buffer_entry(binding, COMPUTE, GpuBufferBindingType::Storage));
        }),
    raised!("max-samplers-per-shader-stage" "maxSamplersPerShaderStage"
        max_samplers_per_shader_stage |device, count| {
            entries(device, count, |binding| sampler_entry(binding, COMPUTE, GpuSamplerBindingType::Filtering));
        }),
    raised!("max-sampled-textures-per-shader-stage" "maxSampledTexturesPerShaderStage"
        max_sampled_textures_per_shader_stage |device, count| {
            entries(device, count, |binding| texture_entry(binding, COMPUTE, GpuTextureSampleType::Float));
        }),
    raised!("max-storage-textures-per-shader-stage" "maxStorageTexturesPerShaderStage"
        max_storage_textures_per_shader_stage |device, count| {
            entries(device, count, |binding| storage_texture_entry(
                binding, COMPUTE, GpuStorageTextureAccess::WriteOnly, GpuTextureFormat::Rgba8unorm,
            ));
        }),
    raised!("max-vertex-attributes" "maxVertexAttributes" max_vertex_attributes |device, count| {
        reading(device, 16, count - 1);
    }),
    raised!("max-vertex-buffer-array-stride" "maxVertexBufferArrayStride"
        max_vertex_buffer_array_stride |device, stride| {
            reading(device, stride.next_multiple_of(4), 0);
        }),
    raised!("max-compute-workgroup-storage-size" "maxComputeWorkgroupStorageSize"
        max_compute_workgroup_storage_size |device, size| {
            let count = size.div_ceil(4);
            computing(device, &format!(
                "var<workgroup> used: array<u32, {count}>;
                 @compute @workgroup_size(1) fn main() {{ used[0] = 1; }}"
            ));
        }),
    raised!("max-inter-stage-shader-variables" "maxInterStageShaderVariables"
        max_inter_stage_shader_variables |device, count| {
            let last = count - 1;
            let module = device.create_shader_module(&shader(&format!(
                "struct Passed {{ @builtin(position) position: vec4f, @location({last}) value: f32 }}
                 @vertex fn start() -> Passed {{ return Passed(); }}
                 @fragment fn shade() -> @location(0) vec4f {{ return vec4f(); }}"
            )));
            device.create_render_pipeline(render_pipeline(&module, &[GpuTextureFormat::Rgba8unorm]));
        }),
];

const COMPUTE: GpuShaderStage = GpuShaderStage::COMPUTE;

fn texture_of(device: &GpuDevice, dimension: GpuTextureDimension, size: GpuExtent3D) {
    device.create_texture(&GpuTextureDescriptor {
        dimension: Some(dimension),
        ..texture(
            size,
            GpuTextureFormat::R8unorm,
            GpuTextureUsage::TEXTURE_BINDING,
        )
    });
}

fn entries(device: &GpuDevice, count: u32, entry: fn(u32) -> GpuBindGroupLayoutEntry) {
    device.create_bind_group_layout(&bind_group_layout((0..count).map(entry).collect()));
}

/// A pipeline with vertices so far apart, of an attribute at a location.
fn reading(device: &GpuDevice, stride: u32, location: u32) {
    let module = device.create_shader_module(&shader(
        "@vertex fn start() -> @builtin(position) vec4f { return vec4f(); }
         @fragment fn shade() -> @location(0) vec4f { return vec4f(); }",
    ));
    let mut descriptor = render_pipeline(&module, &[GpuTextureFormat::Rgba8unorm]);
    descriptor.vertex.buffers = Some(vec![Some(GpuVertexBufferLayout {
        array_stride: stride.into(),
        step_mode: None,
        attributes: vec![attribute(GpuVertexFormat::Float32, 0, location)],
    })]);
    device.create_render_pipeline(descriptor);
}

pub async fn run(suite: &mut Suite) {
    for raised in RAISED {
        let function = format!("gpu-supported-limits.{}", raised.function);
        suite
            .right(
                &format!("{function}: that is raised is what can be made"),
                async |_| {
                    let (device, most) = device_with(raised).await?;
                    let (_, error) = caught(&device, GpuErrorFilter::Validation, async || {
                        (raised.make)(&device, most);
                    })
                    .await?;
                    holds(error.is_none(), &format!("no error of {most}"))
                },
            )
            .await;
        suite
            .wrong(
                &format!("{function}: that is raised is all that can be made"),
                async |_| {
                    let (device, most) = device_with(raised).await?;
                    refused(&device, || (raised.make)(&device, most + 1)).await
                },
            )
            .await;
    }
}

/// A device with the adapter's limit, and that limit.
async fn device_with(raised: &Raised) -> Outcome<(GpuDevice, u32)> {
    let adapter = adapter().await?;
    let best = (raised.get)(&adapter.limits());
    let descriptor = GpuDeviceDescriptor {
        required_limits: Some(limits(&[(raised.name, best.into())])),
        ..device()
    };
    Ok((ok(adapter.request_device(Some(descriptor)).await)?, best))
}
