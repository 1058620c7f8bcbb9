//! What objects tell of adapters, devices, shaders and errors.

use crate::numbers::Numbers;
use crate::radicchio::steps::stepping::Call;
use crate::slots::{Answer, Slots};

const FEATURES: [&str; 4] = [
    "core-features-and-limits",
    "timestamp-query",
    "texture-compression-bc",
    "no-such-feature",
];

const LANGUAGE_FEATURES: [&str; 3] = [
    "readonly_and_readwrite_storage_textures",
    "pointer_composite_access",
    "no_such_feature",
];

/// Getters that return a number.
macro_rules! numbers_of {
    ($call:ident $object:expr; $($getter:ident: $name:ident;)*) => {
        match $call {
            $(Call::$name => Some(Ok(vec![$object.$getter() as u64])),)*
            _ => None,
        }
    };
}

/// Getters that return text: its length in bytes.
macro_rules! lengths_of {
    ($call:ident $object:expr; $($getter:ident: $name:ident;)*) => {
        match $call {
            $(Call::$name => Some(Ok(vec![$object.$getter().len() as u64])),)*
            _ => None,
        }
    };
}

pub fn call(slots: &mut Slots, call: Call, mut numbers: Numbers) -> Option<Answer> {
    match call {
        Call::GpuSupportedFeaturesHas => {
            let features = slots.features.get(&mut numbers);
            Some(Ok(vec![features.has(FEATURES[numbers.slot()]) as u64]))
        }
        Call::WgslLanguageFeaturesHas => {
            let features = slots.language_features.get(&mut numbers);
            let name = LANGUAGE_FEATURES[numbers.slot()];
            Some(Ok(vec![features.has(name) as u64]))
        }
        Call::GpuCompilationInfoMessages => {
            let info = slots.compilation_infos.get(&mut numbers);
            let out = numbers.slot();
            let messages = info.messages();
            let count = messages.len() as u64;
            if let Some(first) = messages.into_iter().next() {
                let _ = slots.compilation_messages.keep(out, first);
            }
            Some(Ok(vec![count]))
        }
        _ => message(slots, call, numbers.clone())
            .or_else(|| error(slots, call, numbers.clone()))
            .or_else(|| info(slots, call, numbers.clone()))
            .or_else(|| limits(slots, call, numbers)),
    }
}

fn message(slots: &mut Slots, call: Call, mut numbers: Numbers) -> Option<Answer> {
    lengths_of! {
        call slots.compilation_messages.get(&mut numbers);
        message: GpuCompilationMessageMessage;
    }
    .or_else(|| {
        numbers_of! {
            call slots.compilation_messages.get(&mut numbers);
            type_: GpuCompilationMessageType;
            line_num: GpuCompilationMessageLineNum;
            line_pos: GpuCompilationMessageLinePos;
            offset: GpuCompilationMessageOffset;
            length: GpuCompilationMessageLength;
        }
    })
}

fn error(slots: &mut Slots, call: Call, mut numbers: Numbers) -> Option<Answer> {
    match call {
        Call::GpuErrorMessage => Some(Ok(vec![
            slots.errors.get(&mut numbers).message().len() as u64,
        ])),
        Call::GpuErrorKind => Some(Ok(vec![
            crate::caught(slots.errors.get(&mut numbers).kind()) as u64,
        ])),
        Call::GpuDeviceLostInfoReason => Some(Ok(vec![
            slots.lost_infos.get(&mut numbers).reason() as u64,
        ])),
        Call::GpuDeviceLostInfoMessage => Some(Ok(vec![
            slots.lost_infos.get(&mut numbers).message().len() as u64,
        ])),
        _ => None,
    }
}

fn info(slots: &mut Slots, call: Call, mut numbers: Numbers) -> Option<Answer> {
    lengths_of! {
        call slots.infos.get(&mut numbers);
        vendor: GpuAdapterInfoVendor;
        architecture: GpuAdapterInfoArchitecture;
        device: GpuAdapterInfoDevice;
        description: GpuAdapterInfoDescription;
    }
    .or_else(|| {
        numbers_of! {
            call slots.infos.get(&mut numbers);
            subgroup_min_size: GpuAdapterInfoSubgroupMinSize;
            subgroup_max_size: GpuAdapterInfoSubgroupMaxSize;
            is_fallback_adapter: GpuAdapterInfoIsFallbackAdapter;
        }
    })
}

fn limits(slots: &mut Slots, call: Call, mut numbers: Numbers) -> Option<Answer> {
    numbers_of! {
        call slots.limits.get(&mut numbers);
        max_texture_dimension1_d: GpuSupportedLimitsMaxTextureDimension1D;
        max_texture_dimension2_d: GpuSupportedLimitsMaxTextureDimension2D;
        max_texture_dimension3_d: GpuSupportedLimitsMaxTextureDimension3D;
        max_texture_array_layers: GpuSupportedLimitsMaxTextureArrayLayers;
        max_bind_groups: GpuSupportedLimitsMaxBindGroups;
        max_bind_groups_plus_vertex_buffers: GpuSupportedLimitsMaxBindGroupsPlusVertexBuffers;
        max_immediate_size: GpuSupportedLimitsMaxImmediateSize;
        max_bindings_per_bind_group: GpuSupportedLimitsMaxBindingsPerBindGroup;
        max_dynamic_uniform_buffers_per_pipeline_layout: GpuSupportedLimitsMaxDynamicUniformBuffersPerPipelineLayout;
        max_dynamic_storage_buffers_per_pipeline_layout: GpuSupportedLimitsMaxDynamicStorageBuffersPerPipelineLayout;
        max_sampled_textures_per_shader_stage: GpuSupportedLimitsMaxSampledTexturesPerShaderStage;
        max_samplers_per_shader_stage: GpuSupportedLimitsMaxSamplersPerShaderStage;
        max_storage_buffers_per_shader_stage: GpuSupportedLimitsMaxStorageBuffersPerShaderStage;
        max_storage_buffers_in_vertex_stage: GpuSupportedLimitsMaxStorageBuffersInVertexStage;
        max_storage_buffers_in_fragment_stage: GpuSupportedLimitsMaxStorageBuffersInFragmentStage;
        max_storage_textures_per_shader_stage: GpuSupportedLimitsMaxStorageTexturesPerShaderStage;
        max_storage_textures_in_vertex_stage: GpuSupportedLimitsMaxStorageTexturesInVertexStage;
        max_storage_textures_in_fragment_stage: GpuSupportedLimitsMaxStorageTexturesInFragmentStage;
        max_uniform_buffers_per_shader_stage: GpuSupportedLimitsMaxUniformBuffersPerShaderStage;
        max_uniform_buffer_binding_size: GpuSupportedLimitsMaxUniformBufferBindingSize;
        max_storage_buffer_binding_size: GpuSupportedLimitsMaxStorageBufferBindingSize;
        min_uniform_buffer_offset_alignment: GpuSupportedLimitsMinUniformBufferOffsetAlignment;
        min_storage_buffer_offset_alignment: GpuSupportedLimitsMinStorageBufferOffsetAlignment;
        max_vertex_buffers: GpuSupportedLimitsMaxVertexBuffers;
        max_buffer_size: GpuSupportedLimitsMaxBufferSize;
        max_vertex_attributes: GpuSupportedLimitsMaxVertexAttributes;
        max_vertex_buffer_array_stride: GpuSupportedLimitsMaxVertexBufferArrayStride;
        max_inter_stage_shader_variables: GpuSupportedLimitsMaxInterStageShaderVariables;
        max_color_attachments: GpuSupportedLimitsMaxColorAttachments;
        max_color_attachment_bytes_per_sample: GpuSupportedLimitsMaxColorAttachmentBytesPerSample;
        max_compute_workgroup_storage_size: GpuSupportedLimitsMaxComputeWorkgroupStorageSize;
        max_compute_invocations_per_workgroup: GpuSupportedLimitsMaxComputeInvocationsPerWorkgroup;
        max_compute_workgroup_size_x: GpuSupportedLimitsMaxComputeWorkgroupSizeX;
        max_compute_workgroup_size_y: GpuSupportedLimitsMaxComputeWorkgroupSizeY;
        max_compute_workgroup_size_z: GpuSupportedLimitsMaxComputeWorkgroupSizeZ;
        max_compute_workgroups_per_dimension: GpuSupportedLimitsMaxComputeWorkgroupsPerDimension;
    }
}
