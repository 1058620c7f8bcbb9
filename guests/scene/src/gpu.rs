//! What the rest uses of `wasi:webgpu`, in as many words as it needs.

use crate::wasi::webgpu::webgpu::*;

pub const BYTES_PER_PIXEL: usize = 4;

/// A row in a buffer begins at a multiple of so many bytes.
const ROW_ALIGNMENT: u32 = 256;

/// A device with its queue.
pub struct Gpu {
    pub device: GpuDevice,
    queue: GpuQueue,
    /// Filters between texels and between levels. It is the same in all directions: how more than
    /// that is done is for each GPU to choose, and pictures would differ.
    pub filtering: GpuSampler,
}

impl Gpu {
    pub fn new(device: GpuDevice) -> Self {
        let queue = device.queue();
        let filtering = device.create_sampler(Some(&GpuSamplerDescriptor {
            address_mode_u: Some(GpuAddressMode::Repeat),
            address_mode_v: Some(GpuAddressMode::Repeat),
            mag_filter: Some(GpuFilterMode::Linear),
            min_filter: Some(GpuFilterMode::Linear),
            mipmap_filter: Some(GpuMipmapFilterMode::Linear),
            ..sampler()
        }));
        Self {
            device,
            queue,
            filtering,
        }
    }

    pub fn submit(&self, encoder: GpuCommandEncoder) {
        self.queue.submit(&[&encoder.finish(None)]);
    }

    /// A buffer that begins with the bytes given.
    pub fn buffer_of(&self, label: &str, bytes: &[u8], usage: GpuBufferUsage) -> GpuBuffer {
        let size = bytes.len() as u64;
        let buffer = self.buffer(label, size, usage | GpuBufferUsage::COPY_DST);
        self.queue
            .write_buffer_with_copy(&buffer, 0, bytes, None, None)
            .expect("the bytes fit into a buffer of their size");
        buffer
    }

    pub fn buffer(&self, label: &str, size: u64, usage: GpuBufferUsage) -> GpuBuffer {
        self.device.create_buffer(&GpuBufferDescriptor {
            size,
            usage,
            mapped_at_creation: None,
            label: Some(label.to_string()),
        })
    }

    pub fn shader(&self, label: &str, code: &str) -> GpuShaderModule {
        self.device
            .create_shader_module(&GpuShaderModuleDescriptor {
                code: code.to_string(),
                compilation_hints: None,
                label: Some(label.to_string()),
            })
    }

    /// Resources for the bindings 0, 1 and so on.
    pub fn bind_group<'a>(
        &self,
        layout: &GpuBindGroupLayout,
        resources: impl IntoIterator<Item = GpuBindingResource<'a>>,
    ) -> GpuBindGroup {
        self.device.create_bind_group(&GpuBindGroupDescriptor {
            layout,
            entries: (0..)
                .zip(resources)
                .map(|(binding, resource)| GpuBindGroupEntry { binding, resource })
                .collect(),
            label: None,
        })
    }

    /// Draws three vertices that cover everything: `corner` and `colour` of the shader's code.
    pub fn full_screen_pipeline(
        &self,
        label: &str,
        code: &str,
        format: GpuTextureFormat,
    ) -> GpuRenderPipeline {
        let module = self.shader(label, code);
        self.device
            .create_render_pipeline(GpuRenderPipelineDescriptor {
                vertex: vertex_state(&module, "corner", vec![]),
                primitive: None,
                depth_stencil: None,
                multisample: None,
                fragment: Some(GpuFragmentState {
                    targets: vec![Some(target(format))],
                    module: &module,
                    entry_point: Some("colour".to_string()),
                    constants: None,
                }),
                layout: GpuLayoutMode::Auto,
                label: Some(label.to_string()),
            })
    }

    /// A picture of four bytes a pixel, read row by row.
    pub async fn read(
        &self,
        texture: &GpuTexture,
        width: u32,
        height: u32,
    ) -> Result<Vec<u8>, String> {
        let row = width * BYTES_PER_PIXEL as u32;
        let padded = row.next_multiple_of(ROW_ALIGNMENT);
        let buffer = self.buffer(
            "readback",
            u64::from(padded) * u64::from(height),
            GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
        );
        let encoder = self.device.create_command_encoder(None);
        encoder.copy_texture_to_buffer(
            &GpuTexelCopyTextureInfo {
                texture,
                mip_level: None,
                origin: None,
                aspect: None,
            },
            &GpuTexelCopyBufferInfo {
                buffer: &buffer,
                offset: None,
                bytes_per_row: Some(padded),
                rows_per_image: None,
            },
            size(width, height, 1),
        );
        self.submit(encoder);
        buffer
            .map_async(GpuMapMode::READ, None, None)
            .await
            .map_err(|error| format!("The picture could not be mapped: {}", error.message))?;
        let bytes = buffer
            .get_mapped_range_get_with_copy(None, None)
            .map_err(|error| format!("The picture could not be read: {}", error.message))?;
        Ok(bytes
            .chunks(padded as usize)
            .flat_map(|padded| &padded[..row as usize])
            .copied()
            .collect())
    }
}

/// A square texture of several layers with all their mip levels, down to a single texel.
pub struct MipChain {
    texture: GpuTexture,
    format: GpuTextureFormat,
    levels: u32,
    halve: GpuRenderPipeline,
}

impl MipChain {
    pub fn new(gpu: &Gpu, label: &str, format: GpuTextureFormat, side: u32, layers: u32) -> Self {
        let levels = side.ilog2() + 1;
        Self {
            texture: gpu.device.create_texture(&GpuTextureDescriptor {
                size: size(side, side, layers),
                mip_level_count: Some(levels),
                usage: GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TEXTURE_BINDING,
                ..texture(label, format)
            }),
            format,
            levels,
            halve: gpu.full_screen_pipeline("halve", include_str!("shaders/halve.wgsl"), format),
        }
    }

    /// All of it, as a shader sees it.
    pub fn view(&self, dimension: GpuTextureViewDimension) -> GpuTextureView {
        self.texture.create_view(Some(&GpuTextureViewDescriptor {
            dimension: Some(dimension),
            ..view()
        }))
    }

    /// One level of one layer.
    pub fn part(&self, layer: u32, level: u32) -> GpuTextureView {
        self.texture.create_view(Some(&GpuTextureViewDescriptor {
            format: Some(self.format),
            dimension: Some(GpuTextureViewDimension::D2),
            base_mip_level: Some(level),
            mip_level_count: Some(1),
            base_array_layer: Some(layer),
            array_layer_count: Some(1),
            ..view()
        }))
    }

    /// Draws all of a level; the shader has the layer as its instance.
    pub fn draw(
        &self,
        encoder: &GpuCommandEncoder,
        (layer, level): (u32, u32),
        pipeline: &GpuRenderPipeline,
        group: Option<&GpuBindGroup>,
    ) {
        let part = self.part(layer, level);
        let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
            color_attachments: vec![Some(cleared(&part))],
            ..render_pass("level")
        });
        pass.set_pipeline(pipeline);
        if let Some(group) = group {
            set_bind_group(&pass, group);
        }
        pass.draw(3, None, None, Some(layer));
        pass.end();
    }

    /// Draws all levels but the first, each from the one before.
    pub fn fill(&self, gpu: &Gpu, encoder: &GpuCommandEncoder, layer: u32) {
        let layout = self.halve.get_bind_group_layout(0);
        for level in 1..self.levels {
            let before = self.part(layer, level - 1);
            let group = gpu.bind_group(
                &layout,
                [
                    GpuBindingResource::GpuTextureView(&before),
                    GpuBindingResource::GpuSampler(&gpu.filtering),
                ],
            );
            self.draw(encoder, (layer, level), &self.halve, Some(&group));
        }
    }
}

/// Sets the first group of a pass.
pub fn set_bind_group(pass: &GpuRenderPassEncoder, group: &GpuBindGroup) {
    pass.set_bind_group(0, Some(group), None, None, None)
        .expect("there are no dynamic offsets");
}

pub fn size(width: u32, height: u32, layers: u32) -> GpuExtent3D {
    GpuExtent3D {
        width,
        height: Some(height),
        depth_or_array_layers: Some(layers),
    }
}

/// A texture that is yet to get its size and usage.
pub fn texture(label: &str, format: GpuTextureFormat) -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        size: size(1, 1, 1),
        mip_level_count: None,
        sample_count: None,
        dimension: None,
        format,
        usage: GpuTextureUsage::empty(),
        view_formats: None,
        texture_binding_view_dimension: None,
        label: Some(label.to_string()),
    }
}

fn view() -> GpuTextureViewDescriptor {
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

pub fn vertex_state<'a>(
    module: &'a GpuShaderModule,
    entry_point: &str,
    buffers: Vec<Option<GpuVertexBufferLayout>>,
) -> GpuVertexState<'a> {
    GpuVertexState {
        buffers: Some(buffers),
        module,
        entry_point: Some(entry_point.to_string()),
        constants: None,
    }
}

pub fn target(format: GpuTextureFormat) -> GpuColorTargetState {
    GpuColorTargetState {
        format,
        blend: None,
        write_mask: None,
    }
}

pub fn render_pass(label: &str) -> GpuRenderPassDescriptor<'static> {
    GpuRenderPassDescriptor {
        color_attachments: vec![],
        depth_stencil_attachment: None,
        occlusion_query_set: None,
        timestamp_writes: None,
        max_draw_count: None,
        label: Some(label.to_string()),
    }
}

/// A view that is black at first, and kept.
pub fn cleared(view: &GpuTextureView) -> GpuRenderPassColorAttachment<'_> {
    GpuRenderPassColorAttachment {
        view,
        depth_slice: None,
        resolve_target: None,
        clear_value: None,
        load_op: GpuLoadOp::Clear,
        store_op: GpuStoreOp::Store,
    }
}

/// A view that is as far as can be at first.
pub fn cleared_depth(
    view: &GpuTextureView,
    store_op: GpuStoreOp,
) -> GpuRenderPassDepthStencilAttachment<'_> {
    GpuRenderPassDepthStencilAttachment {
        view,
        depth_clear_value: Some(1.0),
        depth_load_op: Some(GpuLoadOp::Clear),
        depth_store_op: Some(store_op),
        depth_read_only: None,
        stencil_clear_value: None,
        stencil_load_op: None,
        stencil_store_op: None,
        stencil_read_only: None,
    }
}
