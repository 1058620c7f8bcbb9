//! `gpu-supported-limits` (specification, "Limits").

use harness::*;

/// Which values of a limit are better than others.
#[derive(Clone, Copy)]
enum Class {
    /// Greater ones.
    Maximum,
    /// Lesser ones.
    Alignment,
}

use Class::{Alignment, Maximum};

/// A limit.
struct Limit {
    /// The function that says it.
    function: &'static str,
    /// Its name in WebGPU.
    name: &'static str,
    get: fn(&GpuSupportedLimits) -> u64,
    class: Class,
    default: u64,
}

impl Limit {
    fn is_no_worse(&self, value: u64, than: u64) -> bool {
        match self.class {
            Maximum => value >= than,
            Alignment => value <= than,
        }
    }
}

macro_rules! limit {
    ($function:literal, $name:literal, $get:ident, $class:expr, $default:literal) => {
        Limit {
            function: $function,
            name: $name,
            #[allow(clippy::useless_conversion)]
            get: |limits| u64::from(limits.$get()),
            class: $class,
            default: $default,
        }
    };
}

/// Every limit, with its default for devices of feature level "core".
#[rustfmt::skip]
const LIMITS: [Limit; 36] = [
    limit!("max-texture-dimension1-d", "maxTextureDimension1D", max_texture_dimension1_d, Maximum, 8_192),
    limit!("max-texture-dimension2-d", "maxTextureDimension2D", max_texture_dimension2_d, Maximum, 8_192),
    limit!("max-texture-dimension3-d", "maxTextureDimension3D", max_texture_dimension3_d, Maximum, 2_048),
    limit!("max-texture-array-layers", "maxTextureArrayLayers", max_texture_array_layers, Maximum, 256),
    limit!("max-bind-groups", "maxBindGroups", max_bind_groups, Maximum, 4),
    limit!("max-bind-groups-plus-vertex-buffers", "maxBindGroupsPlusVertexBuffers", max_bind_groups_plus_vertex_buffers, Maximum, 24),
    limit!("max-immediate-size", "maxImmediateSize", max_immediate_size, Maximum, 64),
    limit!("max-bindings-per-bind-group", "maxBindingsPerBindGroup", max_bindings_per_bind_group, Maximum, 1_000),
    limit!("max-dynamic-uniform-buffers-per-pipeline-layout", "maxDynamicUniformBuffersPerPipelineLayout", max_dynamic_uniform_buffers_per_pipeline_layout, Maximum, 8),
    limit!("max-dynamic-storage-buffers-per-pipeline-layout", "maxDynamicStorageBuffersPerPipelineLayout", max_dynamic_storage_buffers_per_pipeline_layout, Maximum, 4),
    limit!("max-sampled-textures-per-shader-stage", "maxSampledTexturesPerShaderStage", max_sampled_textures_per_shader_stage, Maximum, 16),
    limit!("max-samplers-per-shader-stage", "maxSamplersPerShaderStage", max_samplers_per_shader_stage, Maximum, 16),
    limit!("max-storage-buffers-per-shader-stage", "maxStorageBuffersPerShaderStage", max_storage_buffers_per_shader_stage, Maximum, 8),
    limit!("max-storage-buffers-in-vertex-stage", "maxStorageBuffersInVertexStage", max_storage_buffers_in_vertex_stage, Maximum, 8),
    limit!("max-storage-buffers-in-fragment-stage", "maxStorageBuffersInFragmentStage", max_storage_buffers_in_fragment_stage, Maximum, 8),
    limit!("max-storage-textures-per-shader-stage", "maxStorageTexturesPerShaderStage", max_storage_textures_per_shader_stage, Maximum, 4),
    limit!("max-storage-textures-in-vertex-stage", "maxStorageTexturesInVertexStage", max_storage_textures_in_vertex_stage, Maximum, 4),
    limit!("max-storage-textures-in-fragment-stage", "maxStorageTexturesInFragmentStage", max_storage_textures_in_fragment_stage, Maximum, 4),
    limit!("max-uniform-buffers-per-shader-stage", "maxUniformBuffersPerShaderStage", max_uniform_buffers_per_shader_stage, Maximum, 12),
    limit!("max-uniform-buffer-binding-size", "maxUniformBufferBindingSize", max_uniform_buffer_binding_size, Maximum, 65_536),
    limit!("max-storage-buffer-binding-size", "maxStorageBufferBindingSize", max_storage_buffer_binding_size, Maximum, 134_217_728),
    limit!("min-uniform-buffer-offset-alignment", "minUniformBufferOffsetAlignment", min_uniform_buffer_offset_alignment, Alignment, 256),
    limit!("min-storage-buffer-offset-alignment", "minStorageBufferOffsetAlignment", min_storage_buffer_offset_alignment, Alignment, 256),
    limit!("max-vertex-buffers", "maxVertexBuffers", max_vertex_buffers, Maximum, 8),
    limit!("max-buffer-size", "maxBufferSize", max_buffer_size, Maximum, 268_435_456),
    limit!("max-vertex-attributes", "maxVertexAttributes", max_vertex_attributes, Maximum, 16),
    limit!("max-vertex-buffer-array-stride", "maxVertexBufferArrayStride", max_vertex_buffer_array_stride, Maximum, 2_048),
    limit!("max-inter-stage-shader-variables", "maxInterStageShaderVariables", max_inter_stage_shader_variables, Maximum, 16),
    limit!("max-color-attachments", "maxColorAttachments", max_color_attachments, Maximum, 8),
    limit!("max-color-attachment-bytes-per-sample", "maxColorAttachmentBytesPerSample", max_color_attachment_bytes_per_sample, Maximum, 32),
    limit!("max-compute-workgroup-storage-size", "maxComputeWorkgroupStorageSize", max_compute_workgroup_storage_size, Maximum, 16_384),
    limit!("max-compute-invocations-per-workgroup", "maxComputeInvocationsPerWorkgroup", max_compute_invocations_per_workgroup, Maximum, 256),
    limit!("max-compute-workgroup-size-x", "maxComputeWorkgroupSizeX", max_compute_workgroup_size_x, Maximum, 256),
    limit!("max-compute-workgroup-size-y", "maxComputeWorkgroupSizeY", max_compute_workgroup_size_y, Maximum, 256),
    limit!("max-compute-workgroup-size-z", "maxComputeWorkgroupSizeZ", max_compute_workgroup_size_z, Maximum, 64),
    limit!("max-compute-workgroups-per-dimension", "maxComputeWorkgroupsPerDimension", max_compute_workgroups_per_dimension, Maximum, 65_535),
];

pub async fn run(suite: &mut Suite) {
    for limit in &LIMITS {
        let function = format!("gpu-supported-limits.{}", limit.function);
        suite
            .right(
                &format!("{function}: of an adapter is no worse than the default"),
                async |_| {
                    let offered = (limit.get)(&adapter().await?.limits());
                    holds(
                        limit.is_no_worse(offered, limit.default),
                        &format!("no worse than {}, got {offered}", limit.default),
                    )
                },
            )
            .await;
        suite
            .right(
                &format!("{function}: of a device is the default"),
                async |device| equal((limit.get)(&device.limits()), limit.default),
            )
            .await;
        suite
            .right(
                &format!("{function}: of a device is what was required"),
                async |_| required(limit).await,
            )
            .await;
        suite
            .wrong(
                &format!("{function}: stays when the device is destroyed"),
                async |device| {
                    let limits = device.limits();
                    let before = (limit.get)(&limits);
                    device.destroy();
                    equal((limit.get)(&limits), before)?;
                    equal((limit.get)(&device.limits()), before)
                },
            )
            .await;
        suite
            .wrong(
                &format!("{function}: better than the adapter's cannot be required"),
                async |_| {
                    let adapter = adapter().await?;
                    let best = (limit.get)(&adapter.limits());
                    let better = match limit.class {
                        Maximum => best.saturating_add(1),
                        Alignment => best / 2,
                    };
                    if better == best {
                        return skipped("the adapter's limit is the best there is");
                    }
                    fails_with!(
                        request(&adapter, limit, better).await,
                        RequestDeviceErrorKind::OperationError
                    )
                },
            )
            .await;
    }
}

async fn required(limit: &Limit) -> Outcome {
    let adapter = adapter().await?;
    let best = (limit.get)(&adapter.limits());
    let device = ok(request(&adapter, limit, best).await)?;
    let got = (limit.get)(&device.limits());
    // Limits of a stage are what all stages have, which may be better.
    let exact = !limit.function.contains("-in-");
    holds(
        got == best || (!exact && limit.is_no_worse(got, best)),
        &format!("{best}, got {got}"),
    )
}

async fn request(
    adapter: &GpuAdapter,
    limit: &Limit,
    value: u64,
) -> Result<GpuDevice, RequestDeviceError> {
    let descriptor = GpuDeviceDescriptor {
        required_limits: Some(limits(&[(limit.name, value)])),
        ..device()
    };
    adapter.request_device(Some(descriptor)).await
}
