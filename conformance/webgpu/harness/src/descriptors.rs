//! Descriptors with what most cases give, the rest left out; a case changes one by
//! `GpuBufferDescriptor { label: ..., ..buffer(16, usage) }`.

use crate::*;

/// A buffer of a size in bytes.
pub fn buffer(size: u64, usage: GpuBufferUsage) -> GpuBufferDescriptor {
    GpuBufferDescriptor {
        size,
        usage,
        mapped_at_creation: None,
        label: None,
    }
}

/// A texture of one mip level and one sample, two-dimensional.
pub fn texture(
    size: GpuExtent3D,
    format: GpuTextureFormat,
    usage: GpuTextureUsage,
) -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        size,
        mip_level_count: None,
        sample_count: None,
        dimension: None,
        format,
        usage,
        view_formats: None,
        texture_binding_view_dimension: None,
        label: None,
    }
}

/// A size in texels, of one layer.
pub fn extent(width: u32, height: u32) -> GpuExtent3D {
    extent_3d(width, height, 1)
}

/// A size in texels.
pub fn extent_3d(width: u32, height: u32, depth_or_array_layers: u32) -> GpuExtent3D {
    GpuExtent3D {
        width,
        height: Some(height),
        depth_or_array_layers: Some(depth_or_array_layers),
    }
}

/// A view as its texture is.
pub fn view() -> GpuTextureViewDescriptor {
    GpuTextureViewDescriptor {
        format: None,
        dimension: None,
        usage: None,
        aspect: None,
        base_mip_level: None,
        mip_level_count: None,
        base_array_layer: None,
        array_layer_count: None,
        swizzle: None,
        label: None,
    }
}

/// A sampler that filters nothing.
pub fn sampler() -> GpuSamplerDescriptor {
    GpuSamplerDescriptor {
        address_mode_u: None,
        address_mode_v: None,
        address_mode_w: None,
        mag_filter: None,
        min_filter: None,
        mipmap_filter: None,
        lod_min_clamp: None,
        lod_max_clamp: None,
        compare: None,
        max_anisotropy: None,
        label: None,
    }
}

/// A shader module of WGSL.
pub fn shader(code: &str) -> GpuShaderModuleDescriptor<'static> {
    GpuShaderModuleDescriptor {
        code: code.to_string(),
        compilation_hints: None,
        label: None,
    }
}

/// A bind group layout.
pub fn bind_group_layout(entries: Vec<GpuBindGroupLayoutEntry>) -> GpuBindGroupLayoutDescriptor {
    GpuBindGroupLayoutDescriptor {
        entries,
        label: None,
    }
}

/// An entry that says of nothing what it binds, to be completed.
pub fn no_entry(binding: u32, visibility: GpuShaderStage) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        binding,
        visibility,
        buffer: None,
        sampler: None,
        texture: None,
        storage_texture: None,
    }
}

/// An entry for a buffer.
pub fn buffer_entry(
    binding: u32,
    visibility: GpuShaderStage,
    type_: GpuBufferBindingType,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        buffer: Some(GpuBufferBindingLayout {
            type_: Some(type_),
            has_dynamic_offset: None,
            min_binding_size: None,
        }),
        ..no_entry(binding, visibility)
    }
}

/// An entry for a sampler.
pub fn sampler_entry(
    binding: u32,
    visibility: GpuShaderStage,
    type_: GpuSamplerBindingType,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        sampler: Some(GpuSamplerBindingLayout { type_: Some(type_) }),
        ..no_entry(binding, visibility)
    }
}

/// An entry for a texture to be sampled, two-dimensional.
pub fn texture_entry(
    binding: u32,
    visibility: GpuShaderStage,
    sample_type: GpuTextureSampleType,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        texture: Some(GpuTextureBindingLayout {
            sample_type: Some(sample_type),
            view_dimension: None,
            multisampled: None,
        }),
        ..no_entry(binding, visibility)
    }
}

/// An entry for a texture to be stored to, two-dimensional.
pub fn storage_texture_entry(
    binding: u32,
    visibility: GpuShaderStage,
    access: GpuStorageTextureAccess,
    format: GpuTextureFormat,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        storage_texture: Some(GpuStorageTextureBindingLayout {
            access: Some(access),
            format,
            view_dimension: None,
        }),
        ..no_entry(binding, visibility)
    }
}

/// A bind group.
pub fn bind_group<'a>(
    layout: &'a GpuBindGroupLayout,
    entries: Vec<GpuBindGroupEntry<'a>>,
) -> GpuBindGroupDescriptor<'a> {
    GpuBindGroupDescriptor {
        layout,
        entries,
        label: None,
    }
}

/// An entry of a bind group.
pub fn bound(binding: u32, resource: GpuBindingResource<'_>) -> GpuBindGroupEntry<'_> {
    GpuBindGroupEntry { binding, resource }
}

/// A buffer, or a part of it, as an entry of a bind group.
pub fn part_of(
    buffer: &GpuBuffer,
    offset: Option<u64>,
    size: Option<u64>,
) -> GpuBindingResource<'_> {
    GpuBindingResource::GpuBufferBinding(GpuBufferBinding {
        buffer,
        offset,
        size,
    })
}

/// A pipeline layout of these bind group layouts, in their order from 0 on.
pub fn pipeline_layout<'a>(layouts: &[&'a GpuBindGroupLayout]) -> GpuPipelineLayoutDescriptor<'a> {
    GpuPipelineLayoutDescriptor {
        bind_group_layouts: layouts.iter().map(|layout| Some(*layout)).collect(),
        immediate_size: None,
        label: None,
    }
}

/// A stage that runs the only entry point of a module for that stage.
pub fn stage(module: &GpuShaderModule) -> GpuProgrammableStage<'_> {
    GpuProgrammableStage {
        module,
        entry_point: None,
        constants: None,
    }
}

/// A compute pipeline of a module, with the layout that the module asks for.
pub fn compute_pipeline(module: &GpuShaderModule) -> GpuComputePipelineDescriptor<'_> {
    GpuComputePipelineDescriptor {
        compute: stage(module),
        layout: GpuLayoutMode::Auto,
        label: None,
    }
}

/// The vertex stage of a module, without vertex buffers.
pub fn vertex(module: &GpuShaderModule) -> GpuVertexState<'_> {
    GpuVertexState {
        buffers: None,
        module,
        entry_point: None,
        constants: None,
    }
}

/// The fragment stage of a module, with color targets of these formats.
pub fn fragment<'a>(
    module: &'a GpuShaderModule,
    formats: &[GpuTextureFormat],
) -> GpuFragmentState<'a> {
    GpuFragmentState {
        targets: formats.iter().map(|format| Some(target(*format))).collect(),
        module,
        entry_point: None,
        constants: None,
    }
}

/// A color target that is written to, without blending.
pub fn target(format: GpuTextureFormat) -> GpuColorTargetState {
    GpuColorTargetState {
        format,
        blend: None,
        write_mask: None,
    }
}

/// A render pipeline of a module with a vertex and a fragment stage, with color targets of these
/// formats and the layout that the module asks for.
pub fn render_pipeline<'a>(
    module: &'a GpuShaderModule,
    formats: &[GpuTextureFormat],
) -> GpuRenderPipelineDescriptor<'a> {
    GpuRenderPipelineDescriptor {
        vertex: vertex(module),
        primitive: None,
        depth_stencil: None,
        multisample: None,
        fragment: Some(fragment(module, formats)),
        layout: GpuLayoutMode::Auto,
        label: None,
    }
}

/// A device of which nothing is required.
pub fn device() -> GpuDeviceDescriptor {
    GpuDeviceDescriptor {
        required_features: None,
        required_limits: None,
        default_queue: None,
        label: None,
    }
}

/// Limits that are required of a device, by their names in WebGPU.
pub fn limits(required: &[(&str, u64)]) -> RecordOptionGpuSize64 {
    let limits = RecordOptionGpuSize64::new();
    for (name, value) in required {
        limits.add(name, Some(*value));
    }
    limits
}
