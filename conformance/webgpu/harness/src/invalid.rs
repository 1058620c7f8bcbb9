//! Objects that are invalid: what a device gives for a descriptor that it refuses. The error is
//! caught.

use crate::*;

/// A buffer whose usages do not go together.
pub async fn invalid_buffer(device: &GpuDevice, label: Option<String>) -> Outcome<GpuBuffer> {
    let descriptor = GpuBufferDescriptor {
        label,
        ..buffer(16, GpuBufferUsage::MAP_READ | GpuBufferUsage::MAP_WRITE)
    };
    refused(device, || device.create_buffer(&descriptor)).await
}

/// A texture without a usage.
pub async fn invalid_texture(device: &GpuDevice, label: Option<String>) -> Outcome<GpuTexture> {
    let descriptor = GpuTextureDescriptor {
        label,
        ..texture(
            extent(4, 4),
            GpuTextureFormat::Rgba8unorm,
            GpuTextureUsage::empty(),
        )
    };
    refused(device, || device.create_texture(&descriptor)).await
}

/// A view of mip levels that its texture does not have.
pub async fn invalid_view(device: &GpuDevice, label: Option<String>) -> Outcome<GpuTextureView> {
    let texture = device.create_texture(&texture(
        extent(4, 4),
        GpuTextureFormat::Rgba8unorm,
        GpuTextureUsage::TEXTURE_BINDING,
    ));
    let descriptor = GpuTextureViewDescriptor {
        base_mip_level: Some(7),
        label,
        ..view()
    };
    refused(device, || texture.create_view(Some(&descriptor))).await
}

/// A sampler of anisotropy 0.
pub async fn invalid_sampler(device: &GpuDevice, label: Option<String>) -> Outcome<GpuSampler> {
    let descriptor = GpuSamplerDescriptor {
        max_anisotropy: Some(0),
        label,
        ..sampler()
    };
    refused(device, || device.create_sampler(Some(&descriptor))).await
}

/// A bind group layout with one binding twice.
pub async fn invalid_bind_group_layout(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuBindGroupLayout> {
    let entry = || buffer_entry(0, GpuShaderStage::COMPUTE, GpuBufferBindingType::Uniform);
    let descriptor = GpuBindGroupLayoutDescriptor {
        label,
        ..bind_group_layout(vec![entry(), entry()])
    };
    refused(device, || device.create_bind_group_layout(&descriptor)).await
}

/// A bind group with an entry that its layout does not have.
pub async fn invalid_bind_group(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuBindGroup> {
    let layout = device.create_bind_group_layout(&bind_group_layout(vec![]));
    let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::UNIFORM));
    refused(device, || {
        device.create_bind_group(&GpuBindGroupDescriptor {
            label,
            ..bind_group(&layout, vec![bound(0, part_of(&buffer, None, None))])
        })
    })
    .await
}

/// A pipeline layout of an invalid bind group layout.
pub async fn invalid_pipeline_layout(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuPipelineLayout> {
    let layout = invalid_bind_group_layout(device, None).await?;
    refused(device, || {
        device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
            label,
            ..pipeline_layout(&[&layout])
        })
    })
    .await
}

/// A shader module that is no WGSL.
pub async fn invalid_shader_module(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuShaderModule> {
    let descriptor = GpuShaderModuleDescriptor {
        label,
        ..shader("this is not WGSL")
    };
    refused(device, || device.create_shader_module(&descriptor)).await
}

/// A compute pipeline of an invalid shader module.
pub async fn invalid_compute_pipeline(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuComputePipeline> {
    let module = invalid_shader_module(device, None).await?;
    refused(device, || {
        device.create_compute_pipeline(GpuComputePipelineDescriptor {
            label,
            ..compute_pipeline(&module)
        })
    })
    .await
}

/// A render pipeline of an invalid shader module.
pub async fn invalid_render_pipeline(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuRenderPipeline> {
    let module = invalid_shader_module(device, None).await?;
    refused(device, || {
        device.create_render_pipeline(GpuRenderPipelineDescriptor {
            label,
            ..render_pipeline(&module, &[GpuTextureFormat::Rgba8unorm])
        })
    })
    .await
}

/// A query set of more queries than there can be.
pub async fn invalid_query_set(device: &GpuDevice, label: Option<String>) -> Outcome<GpuQuerySet> {
    let descriptor = GpuQuerySetDescriptor {
        type_: GpuQueryType::Occlusion,
        count: 4097,
        label,
    };
    ok(refused(device, || device.create_query_set(&descriptor)).await?)
}

/// The commands of an encoder with a debug group that was not pushed.
pub async fn invalid_command_buffer(
    device: &GpuDevice,
    label: Option<String>,
) -> Outcome<GpuCommandBuffer> {
    let encoder = device.create_command_encoder(None);
    encoder.pop_debug_group();
    refused(device, || {
        encoder.finish(Some(&GpuCommandBufferDescriptor { label }))
    })
    .await
}
