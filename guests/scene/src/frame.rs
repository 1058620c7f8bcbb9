//! A frame, from what is to be seen to its pixels:
//!
//! 1. a compute shader decides for each view what is in it, and writes the arguments of its draws;
//! 2. the sun's view gives the shadows;
//! 3. six views from the middle of the mirror give its surroundings, in the light of the sky;
//! 4. the camera's view, in the light of the surroundings, is the picture.

use crate::gpu::{self, Gpu, MipChain, cleared, cleared_depth};
use crate::materials;
use crate::pipelines::{self, Canvas, DEPTH_FORMAT, Layouts, Painters, SAMPLES, SHADOW_FORMAT};
use crate::sight::{Sight, Things};
use crate::still_life::{EXTENT, MIDDLE, MIRROR, TOWARDS_SUN};
use crate::view::View;
use crate::wasi::webgpu::webgpu::*;

const SHADOW_SIDE: u32 = 2048;
const CUBE_SIDE: u32 = 256;
const CUBE_SIDES: u32 = 6;

/// The scene on a GPU.
pub struct Frame<'a> {
    gpu: &'a Gpu,
    things: Things,
    layouts: Layouts,
    cull: GpuComputePipeline,
    materials: GpuTextureView,
    comparing: GpuSampler,
}

/// What a pass draws on: several samples a pixel.
struct Target {
    samples: GpuTextureView,
    depth: GpuTextureView,
}

impl<'a> Frame<'a> {
    pub fn new(gpu: &'a Gpu) -> Self {
        Self {
            gpu,
            things: Things::new(gpu),
            layouts: Layouts::new(gpu),
            cull: pipelines::cull(gpu),
            materials: materials::draw(gpu),
            comparing: gpu.device.create_sampler(Some(&GpuSamplerDescriptor {
                mag_filter: Some(GpuFilterMode::Linear),
                min_filter: Some(GpuFilterMode::Linear),
                compare: Some(GpuCompareFunction::Less),
                ..gpu::sampler()
            })),
        }
    }

    /// The picture of a view, as rows of pixels.
    pub async fn draw(&self, view: &View, width: u32, height: u32) -> Result<Vec<u8>, String> {
        let sun = self.sight(&View::of_sun(MIDDLE, TOWARDS_SUN.normalized(), EXTENT));
        let shadow = self.shadow(&sun);
        let sky = self.cube(None);
        let light = self.light(&sun, &shadow, &sky);
        let surroundings = self.cube(Some(&light));
        let light = self.light(&sun, &shadow, &surroundings);
        let picture = self.picture(view, &light, width, height);
        self.gpu.read(&picture, width, height).await
    }

    fn sight(&self, view: &View) -> Sight {
        Sight::new(self.gpu, &self.things, &self.layouts, &self.cull, view)
    }

    fn shadow(&self, sun: &Sight) -> GpuTextureView {
        let texture = self.gpu.device.create_texture(&GpuTextureDescriptor {
            size: gpu::size(SHADOW_SIDE, SHADOW_SIDE, 1),
            usage: GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TEXTURE_BINDING,
            ..gpu::texture("shadow", SHADOW_FORMAT)
        });
        let view = texture.create_view(None);
        let pipeline = pipelines::shadow(self.gpu, &self.layouts);
        let bundle = sun.bundle(
            self.gpu,
            &self.things,
            &pipeline,
            None,
            GpuRenderBundleEncoderDescriptor {
                depth_read_only: None,
                stencil_read_only: None,
                color_formats: vec![],
                depth_stencil_format: Some(SHADOW_FORMAT),
                sample_count: None,
                label: Some("shadow".to_string()),
            },
        );
        let encoder = self.gpu.device.create_command_encoder(None);
        sun.cull(&encoder, &self.things, &self.cull);
        let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
            depth_stencil_attachment: Some(cleared_depth(&view, GpuStoreOp::Store)),
            ..gpu::render_pass("shadow")
        });
        pass.execute_bundles(&[&bundle]);
        pass.end();
        self.gpu.submit(encoder);
        view
    }

    fn light(
        &self,
        sun: &Sight,
        shadow: &GpuTextureView,
        surroundings: &GpuTextureView,
    ) -> GpuBindGroup {
        self.gpu.bind_group(
            &self.layouts.light,
            [
                GpuBindingResource::GpuBuffer(sun.uniform()),
                GpuBindingResource::GpuTextureView(shadow),
                GpuBindingResource::GpuSampler(&self.comparing),
                GpuBindingResource::GpuTextureView(&self.materials),
                GpuBindingResource::GpuTextureView(surroundings),
                GpuBindingResource::GpuSampler(&self.gpu.filtering),
            ],
        )
    }

    /// What is around the mirror: the sky alone, or also all things in a light.
    fn cube(&self, light: Option<&GpuBindGroup>) -> GpuTextureView {
        let format = Canvas::Cube.format();
        let chain = MipChain::new(self.gpu, "surroundings", format, CUBE_SIDE, CUBE_SIDES);
        let painters = Painters::new(self.gpu, &self.layouts, Canvas::Cube);
        let target = self.target(format, CUBE_SIDE, CUBE_SIDE);
        for side in 0..CUBE_SIDES {
            let sight = self.sight(&View::of_cube_side(MIRROR, side));
            let bundle = light.map(|light| self.bundle(&sight, light, &painters, Canvas::Cube));
            let encoder = self.gpu.device.create_command_encoder(None);
            let view = chain.part(side, 0);
            self.pass(&encoder, &sight, &target, &view, &painters, bundle.as_ref());
            chain.fill(self.gpu, &encoder, side);
            self.gpu.submit(encoder);
        }
        chain.view(GpuTextureViewDimension::Cube)
    }

    fn picture(&self, view: &View, light: &GpuBindGroup, width: u32, height: u32) -> GpuTexture {
        let format = Canvas::Picture.format();
        let picture = self.gpu.device.create_texture(&GpuTextureDescriptor {
            size: gpu::size(width, height, 1),
            usage: GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::COPY_SRC,
            ..gpu::texture("picture", format)
        });
        let painters = Painters::new(self.gpu, &self.layouts, Canvas::Picture);
        let target = self.target(format, width, height);
        let sight = self.sight(view);
        let bundle = self.bundle(&sight, light, &painters, Canvas::Picture);
        let encoder = self.gpu.device.create_command_encoder(None);
        let view = picture.create_view(None);
        self.pass(&encoder, &sight, &target, &view, &painters, Some(&bundle));
        self.gpu.submit(encoder);
        picture
    }

    fn target(&self, format: GpuTextureFormat, width: u32, height: u32) -> Target {
        let view = |label, format| {
            self.gpu
                .device
                .create_texture(&GpuTextureDescriptor {
                    size: gpu::size(width, height, 1),
                    sample_count: Some(SAMPLES),
                    usage: GpuTextureUsage::RENDER_ATTACHMENT,
                    ..gpu::texture(label, format)
                })
                .create_view(None)
        };
        Target {
            samples: view("samples", format),
            depth: view("depth", DEPTH_FORMAT),
        }
    }

    fn bundle(
        &self,
        sight: &Sight,
        light: &GpuBindGroup,
        painters: &Painters,
        canvas: Canvas,
    ) -> GpuRenderBundle {
        sight.bundle(
            self.gpu,
            &self.things,
            &painters.things,
            Some(light),
            GpuRenderBundleEncoderDescriptor {
                depth_read_only: None,
                stencil_read_only: None,
                color_formats: vec![Some(canvas.format())],
                depth_stencil_format: Some(DEPTH_FORMAT),
                sample_count: Some(SAMPLES),
                label: Some("things".to_string()),
            },
        )
    }

    /// Draws what is seen: things, the sky behind them and sparks before both.
    fn pass(
        &self,
        encoder: &GpuCommandEncoder,
        sight: &Sight,
        target: &Target,
        resolved: &GpuTextureView,
        painters: &Painters,
        things: Option<&GpuRenderBundle>,
    ) {
        sight.cull(encoder, &self.things, &self.cull);
        let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
            color_attachments: vec![Some(GpuRenderPassColorAttachment {
                resolve_target: Some(resolved),
                store_op: GpuStoreOp::Discard,
                ..cleared(&target.samples)
            })],
            depth_stencil_attachment: Some(cleared_depth(&target.depth, GpuStoreOp::Discard)),
            ..gpu::render_pass("things")
        });
        if let Some(things) = things {
            pass.execute_bundles(&[things]);
        }
        // A bundle leaves nothing set.
        gpu::set_bind_group(&pass, sight.group());
        pass.set_pipeline(&painters.sky);
        pass.draw(3, None, None, None);
        if things.is_some() {
            pass.set_pipeline(&painters.sparks);
            sight.draw_sparks(&pass, &self.things);
        }
        pass.end();
    }
}
