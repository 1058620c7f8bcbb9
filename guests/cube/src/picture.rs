//! Pictures of the cube on a surface.

use anyhow::{Result, anyhow};
use bytemuck::{Pod, Zeroable, bytes_of};
use program::Gpu;
use program::webgpu::*;
use surface::Surface;
use surface::webgpu::{Context, ContextConfiguration};

use crate::camera::{Camera, Sight};
use crate::die;

const VERTICES: u32 = 36;
/// Of each pixel, so that edges are smooth.
const SAMPLES: u32 = 4;
const DEPTH: GpuTextureFormat = GpuTextureFormat::Depth24plus;
/// As much red as blue, so that it is the same when these change places.
const GROUND: GpuColor = GpuColor {
    r: 0.1,
    g: 0.12,
    b: 0.1,
    a: 1.0,
};

/// What all surfaces share.
pub struct Painter<'a> {
    gpu: &'a Gpu,
    format: GpuTextureFormat,
    pipeline: GpuRenderPipeline,
    faces: GpuTextureView,
    filtering: GpuSampler,
}

/// A surface with what is drawn there.
pub struct Canvas<'a> {
    painter: &'a Painter<'a>,
    context: Context,
    view: GpuBuffer,
    group: GpuBindGroup,
    /// None before the first picture
    layers: Option<Layers>,
}

/// Textures of a picture's size, beside itself.
struct Layers {
    size: [u32; 2],
    samples: GpuTextureView,
    depth: GpuTextureView,
}

/// What the shader calls so.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
struct View {
    sight: Sight,
    turn: [f32; 2],
    is_cold: u32,
    unused: u32,
}

impl<'a> Painter<'a> {
    pub fn new(gpu: &'a Gpu) -> Self {
        let format = get_gpu().get_preferred_canvas_format();
        Self {
            gpu,
            format,
            pipeline: pipeline(&gpu.device, format),
            faces: faces(gpu),
            filtering: gpu.device.create_sampler(Some(&GpuSamplerDescriptor {
                address_mode_u: None,
                address_mode_v: None,
                address_mode_w: None,
                mag_filter: Some(GpuFilterMode::Linear),
                min_filter: Some(GpuFilterMode::Linear),
                mipmap_filter: Some(GpuMipmapFilterMode::Linear),
                lod_min_clamp: None,
                lod_max_clamp: None,
                compare: None,
                max_anisotropy: None,
                label: None,
            })),
        }
    }

    pub fn canvas(&'a self, surface: &Surface) -> Canvas<'a> {
        let view = self.gpu.buffer(
            "view",
            size_of::<View>() as u64,
            GpuBufferUsage::UNIFORM | GpuBufferUsage::COPY_DST,
        );
        let resources = [
            GpuBindingResource::GpuBuffer(&view),
            GpuBindingResource::GpuTextureView(&self.faces),
            GpuBindingResource::GpuSampler(&self.filtering),
        ];
        let group = self.gpu.device.create_bind_group(&GpuBindGroupDescriptor {
            layout: &self.pipeline.get_bind_group_layout(0),
            entries: (0..)
                .zip(resources)
                .map(|(binding, resource)| GpuBindGroupEntry { binding, resource })
                .collect(),
            label: None,
        });
        let canvas = Canvas {
            painter: self,
            context: surface.for_gpu(),
            view,
            group,
            layers: None,
        };
        canvas.configure();
        canvas
    }
}

impl Canvas<'_> {
    /// Takes the surface's size, which it may have only now.
    pub fn configure(&self) {
        self.context.configure(&ContextConfiguration {
            device: &self.painter.gpu.device,
            format: self.painter.format,
            usage: None,
            view_formats: None,
            color_space: None,
            tone_mapping: None,
            alpha_mode: None,
        });
    }

    /// Shows the cube, turned by an angle in degrees, in warm colours or in cold ones.
    pub fn draw(&mut self, camera: &Camera, angle: f32, is_cold: bool) -> Result<()> {
        let gpu = self.painter.gpu;
        let target = self.context.get_current_texture();
        let size = [target.width(), target.height()];
        let (sine, cosine) = angle.to_radians().sin_cos();
        let view = View {
            sight: camera.sight(size),
            turn: [cosine, sine],
            is_cold: is_cold.into(),
            unused: 0,
        };
        gpu.write(&self.view, bytes_of(&view))?;

        // Those of another size are of no use any more.
        self.layers.take_if(|layers| layers.size != size);
        let layers = self.layers.get_or_insert_with(|| Layers {
            size,
            samples: layer(gpu, size, self.painter.format),
            depth: layer(gpu, size, DEPTH),
        });
        let encoder = gpu.device.create_command_encoder(None);
        let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
            color_attachments: vec![Some(GpuRenderPassColorAttachment {
                view: &layers.samples,
                depth_slice: None,
                resolve_target: Some(&target.create_view(None)),
                clear_value: Some(GROUND),
                load_op: GpuLoadOp::Clear,
                store_op: GpuStoreOp::Discard,
            })],
            depth_stencil_attachment: Some(GpuRenderPassDepthStencilAttachment {
                view: &layers.depth,
                depth_clear_value: Some(1.0),
                depth_load_op: Some(GpuLoadOp::Clear),
                depth_store_op: Some(GpuStoreOp::Discard),
                depth_read_only: None,
                stencil_clear_value: None,
                stencil_load_op: None,
                stencil_store_op: None,
                stencil_read_only: None,
            }),
            occlusion_query_set: None,
            timestamp_writes: None,
            max_draw_count: None,
            label: Some("cube".to_string()),
        });
        pass.set_pipeline(&self.painter.pipeline);
        pass.set_bind_group(0, Some(&self.group), None, None, None)
            .map_err(|error| anyhow!("a bind group cannot be set: {}", error.message))?;
        pass.draw(VERTICES, None, None, None);
        pass.end();
        gpu.queue.submit(&[&encoder.finish(None)]);
        self.context.present();
        Ok(())
    }
}

fn layer(gpu: &Gpu, [width, height]: [u32; 2], format: GpuTextureFormat) -> GpuTextureView {
    let texture = gpu.device.create_texture(&GpuTextureDescriptor {
        size: extent(width, height, 1),
        mip_level_count: None,
        sample_count: Some(SAMPLES),
        dimension: None,
        format,
        usage: GpuTextureUsage::RENDER_ATTACHMENT,
        view_formats: None,
        texture_binding_view_dimension: None,
        label: Some("layer".to_string()),
    });
    texture.create_view(None)
}

fn pipeline(device: &GpuDevice, format: GpuTextureFormat) -> GpuRenderPipeline {
    let module = device.create_shader_module(&GpuShaderModuleDescriptor {
        code: include_str!("cube.wgsl").to_string(),
        compilation_hints: None,
        label: Some("cube".to_string()),
    });
    device.create_render_pipeline(GpuRenderPipelineDescriptor {
        vertex: GpuVertexState {
            buffers: None,
            module: &module,
            entry_point: None,
            constants: None,
        },
        primitive: Some(GpuPrimitiveState {
            topology: None,
            strip_index_format: None,
            front_face: None,
            cull_mode: Some(GpuCullMode::Back),
            unclipped_depth: None,
        }),
        depth_stencil: Some(GpuDepthStencilState {
            format: DEPTH,
            depth_write_enabled: Some(true),
            depth_compare: Some(GpuCompareFunction::Less),
            stencil_front: None,
            stencil_back: None,
            stencil_read_mask: None,
            stencil_write_mask: None,
            depth_bias: None,
            depth_bias_slope_scale: None,
            depth_bias_clamp: None,
        }),
        multisample: Some(GpuMultisampleState {
            count: Some(SAMPLES),
            mask: None,
            alpha_to_coverage_enabled: None,
        }),
        fragment: Some(GpuFragmentState {
            targets: vec![Some(GpuColorTargetState {
                format,
                blend: None,
                write_mask: None,
            })],
            module: &module,
            entry_point: None,
            constants: None,
        }),
        layout: GpuLayoutMode::Auto,
        label: Some("cube".to_string()),
    })
}

/// The pictures on the faces, with all their mip levels.
fn faces(gpu: &Gpu) -> GpuTextureView {
    let side = die::SIDE as u32;
    let texture = gpu.device.create_texture(&GpuTextureDescriptor {
        size: extent(side, side, die::FACES as u32),
        mip_level_count: Some(side.ilog2() + 1),
        sample_count: None,
        dimension: None,
        format: GpuTextureFormat::Rgba8unormSrgb,
        usage: GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
        view_formats: None,
        texture_binding_view_dimension: None,
        label: Some("faces".to_string()),
    });
    for face in 0..die::FACES {
        for (level, texels) in (0..).zip(die::levels(face)) {
            let side = side >> level;
            let destination = GpuTexelCopyTextureInfo {
                texture: &texture,
                mip_level: Some(level),
                origin: Some(GpuOrigin3D {
                    x: None,
                    y: None,
                    z: Some(face as u32),
                }),
                aspect: None,
            };
            let rows = GpuTexelCopyBufferLayout {
                offset: None,
                bytes_per_row: Some(4 * side),
                rows_per_image: None,
            };
            let size = extent(side, side, 1);
            gpu.queue
                .write_texture_with_copy(&destination, &texels, rows, size);
        }
    }
    texture.create_view(None)
}

fn extent(width: u32, height: u32, layers: u32) -> GpuExtent3D {
    GpuExtent3D {
        width,
        height: Some(height),
        depth_or_array_layers: Some(layers),
    }
}
