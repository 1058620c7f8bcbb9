//! A volume on the GPU, and rays through it.

use anyhow::{Result, anyhow};
use chart::Ramp;
use program::webgpu::{
    GpuBindGroup, GpuBindGroupDescriptor, GpuBindGroupEntry, GpuBindingResource, GpuBuffer,
    GpuComputePipeline, GpuComputePipelineDescriptor, GpuExtent3D, GpuFilterMode, GpuLayoutMode,
    GpuOrigin3D, GpuProgrammableStage, GpuSamplerDescriptor, GpuShaderModuleDescriptor,
    GpuTexelCopyBufferInfo, GpuTexelCopyTextureInfo, GpuTexture, GpuTextureDescriptor,
    GpuTextureDimension, GpuTextureFormat, GpuTextureUsage, RecordGpuPipelineConstantValue,
};
use program::{Gpu, Limit, Progress, Stopwatch};

use crate::camera::Camera;
use crate::data::Source;
use crate::vector::Vector;

/// Bytes of slices that are made at once, if one is not larger.
const SLAB: u64 = 1 << 25;

/// What rows of a copy to a texture begin at multiples of.
const ROW_BYTES: u64 = 256;

const COLOURS: u32 = 256;
const WORKGROUP: u32 = 8;

/// Values on the GPU.
pub struct Volume {
    gpu: Gpu,
    size: [u32; 3],
    texture: GpuTexture,
}

/// How values are seen.
pub struct Look<'a> {
    /// Extinction by a way as long as half of the longest edge, where the value is 1
    pub density: f64,
    /// The power of a value that it is proportional to
    pub exponent: f64,
    pub shading: f64,
    /// Steps through a voxel
    pub steps: f64,
    pub ramp: &'a Ramp,
}

/// What goes through a volume.
struct Rays {
    pipeline: GpuComputePipeline,
    group: GpuBindGroup,
}

impl Volume {
    /// Of some size; values from the first to the second of a range become those from 0 to 1.
    pub async fn new(
        source: &mut Source,
        size: [u32; 3],
        range: [f64; 2],
        picture: [u32; 2],
    ) -> Result<Self> {
        let [width, height, depth] = size;
        let row = (2 * u64::from(width)).next_multiple_of(ROW_BYTES);
        let slice = row * u64::from(height);
        let at_once = (SLAB / slice).clamp(1, depth.into()) as u32;
        let longest = size.into_iter().max().unwrap_or(0);
        let samples = 4 * u64::from(width) * u64::from(height) * u64::from(at_once);
        let image = 16 * u64::from(picture[0]) * u64::from(picture[1]);
        let largest = samples.max(slice * u64::from(at_once)).max(image);
        let gpu = Gpu::open(&[
            (Limit::TextureDimension3D, longest.into()),
            (Limit::BufferSize, largest),
            (Limit::StorageBufferBindingSize, largest),
        ])
        .await?;
        let texture = gpu
            .checked(async || {
                let texture = create_texture(&gpu, size);
                let slabs = Slabs {
                    gpu: &gpu,
                    size,
                    row,
                    at_once,
                    texture: &texture,
                };
                slabs.fill(source, samples, range).await?;
                Ok(texture)
            })
            .await?;
        Ok(Self { gpu, size, texture })
    }

    /// The middle is at 0, and the longest edge is from -1 to 1.
    pub fn corner(size: [u32; 3]) -> Vector {
        let longest = size.into_iter().max().map_or(1.0, f64::from);
        size.map(|side| f64::from(side) / longest)
    }

    /// Light of each texel of a picture, and how much of what is behind comes through.
    pub async fn seen(
        &self,
        camera: &Camera,
        look: &Look<'_>,
        size: [u32; 2],
        stopwatch: &mut Stopwatch,
    ) -> Result<Vec<[f32; 4]>> {
        let picture = self
            .gpu
            .storage("picture", 16 * u64::from(size[0]) * u64::from(size[1]));
        let rays = self
            .gpu
            .checked(async || self.prepare(camera, look, size, &picture))
            .await?;
        stopwatch
            .measure(&self.gpu, async || {
                self.gpu.checked(async || self.march(&rays, size)).await
            })
            .await?;
        self.gpu.read(&picture).await
    }

    fn prepare(
        &self,
        camera: &Camera,
        look: &Look,
        [width, height]: [u32; 2],
        picture: &GpuBuffer,
    ) -> Result<Rays> {
        let device = &self.gpu.device;
        let corner = Self::corner(self.size);
        let voxel: Vector =
            std::array::from_fn(|axis| 2.0 * corner[axis] / f64::from(self.size[axis]));
        let constants = RecordGpuPipelineConstantValue::new();
        for (name, value) in [
            ("width", width.into()),
            ("height", height.into()),
            (
                "step_length",
                voxel.into_iter().fold(f64::INFINITY, f64::min) / look.steps,
            ),
            ("density", look.density),
            ("exponent", look.exponent),
            ("shading", look.shading),
        ] {
            constants.add(name, value);
        }
        let module = device.create_shader_module(&GpuShaderModuleDescriptor {
            code: include_str!("march.wgsl").to_string(),
            compilation_hints: None,
            label: Some("march".to_string()),
        });
        let pipeline = device.create_compute_pipeline(GpuComputePipelineDescriptor {
            compute: GpuProgrammableStage {
                module: &module,
                entry_point: Some("main".to_string()),
                constants: Some(constants),
            },
            layout: GpuLayoutMode::Auto,
            label: Some("march".to_string()),
        });
        let vectors = [
            camera.eye,
            camera.right,
            camera.up,
            camera.forward,
            camera.lamp(),
            corner,
            voxel,
        ];
        let view = self.gpu.storage_of(
            "view",
            &vectors.map(|[x, y, z]| [x as f32, y as f32, z as f32, 0.0]),
        )?;
        let ramp: Vec<[f32; 4]> = (0..COLOURS)
            .map(|i| look.ramp.light(i as f32 / (COLOURS - 1) as f32))
            .map(|[red, green, blue]| [red, green, blue, 1.0])
            .collect();
        let colours = self.gpu.storage_of("colours", &ramp)?;
        let texels = self.texture.create_view(None);
        let sampler = device.create_sampler(Some(&GpuSamplerDescriptor {
            address_mode_u: None,
            address_mode_v: None,
            address_mode_w: None,
            mag_filter: Some(GpuFilterMode::Linear),
            min_filter: Some(GpuFilterMode::Linear),
            mipmap_filter: None,
            lod_min_clamp: None,
            lod_max_clamp: None,
            compare: None,
            max_anisotropy: None,
            label: None,
        }));
        let resources = [
            GpuBindingResource::GpuBuffer(&view),
            GpuBindingResource::GpuBuffer(&colours),
            GpuBindingResource::GpuTextureView(&texels),
            GpuBindingResource::GpuSampler(&sampler),
            GpuBindingResource::GpuBuffer(picture),
        ];
        let group = device.create_bind_group(&GpuBindGroupDescriptor {
            layout: &pipeline.get_bind_group_layout(0),
            entries: (0..)
                .zip(resources)
                .map(|(binding, resource)| GpuBindGroupEntry { binding, resource })
                .collect(),
            label: None,
        });
        Ok(Rays { pipeline, group })
    }

    fn march(&self, rays: &Rays, [width, height]: [u32; 2]) -> Result<()> {
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        pass.set_pipeline(&rays.pipeline);
        pass.set_bind_group(0, Some(&rays.group), None, None, None)
            .map_err(|error| anyhow!("a bind group cannot be set: {}", error.message))?;
        pass.dispatch_workgroups(
            width.div_ceil(WORKGROUP),
            Some(height.div_ceil(WORKGROUP)),
            None,
        );
        pass.end();
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        Ok(())
    }
}

fn create_texture(gpu: &Gpu, [width, height, depth]: [u32; 3]) -> GpuTexture {
    gpu.device.create_texture(&GpuTextureDescriptor {
        size: GpuExtent3D {
            width,
            height: Some(height),
            depth_or_array_layers: Some(depth),
        },
        mip_level_count: None,
        sample_count: None,
        dimension: Some(GpuTextureDimension::D3),
        format: GpuTextureFormat::R16float,
        usage: GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
        view_formats: None,
        texture_binding_view_dimension: None,
        label: Some("volume".to_string()),
    })
}

/// Slices that go to a texture some at once.
struct Slabs<'a> {
    gpu: &'a Gpu,
    size: [u32; 3],
    row: u64,
    at_once: u32,
    texture: &'a GpuTexture,
}

impl Slabs<'_> {
    async fn fill(&self, source: &mut Source, most: u64, range: [f64; 2]) -> Result<()> {
        let [width, height, depth] = self.size;
        let slice = u64::from(width) * u64::from(height);
        let slices = self.gpu.storage("slices", 8);
        let samples = self.gpu.storage("samples", most);
        let voxels = self.gpu.storage(
            "voxels",
            self.row * u64::from(height) * u64::from(self.at_once),
        );
        let kernel = self.gpu.kernel(
            "voxels",
            include_str!("voxels.wgsl"),
            &[
                ("kind", source.kind().into()),
                ("width", width.into()),
                ("height", height.into()),
                ("depth", depth.into()),
                ("row", self.row as f64 / 4.0),
                ("low", range[0]),
                ("high", range[1]),
            ],
        );
        let group = self.gpu.bind(&kernel, &[&slices, &samples, &voxels]);
        let mut progress = Progress::of("slice", depth.into());
        for first in (0..depth).step_by(self.at_once as usize) {
            let count = self.at_once.min(depth - first);
            self.gpu.write(&slices, &[first, count])?;
            self.gpu
                .write(&samples, &source.next(slice * u64::from(count))?)?;
            let encoder = self.gpu.device.create_command_encoder(None);
            let pass = encoder.begin_compute_pass(None);
            kernel.dispatch(
                &pass,
                &group,
                [width.div_ceil(32), height.div_ceil(4), count],
            )?;
            pass.end();
            encoder.copy_buffer_to_texture(
                &GpuTexelCopyBufferInfo {
                    buffer: &voxels,
                    offset: None,
                    bytes_per_row: Some(self.row as u32),
                    rows_per_image: Some(height),
                },
                &GpuTexelCopyTextureInfo {
                    texture: self.texture,
                    mip_level: None,
                    origin: Some(GpuOrigin3D {
                        x: None,
                        y: None,
                        z: Some(first),
                    }),
                    aspect: None,
                },
                GpuExtent3D {
                    width,
                    height: Some(height),
                    depth_or_array_layers: Some(count),
                },
            );
            self.gpu.queue.submit(&[&encoder.finish(None)]);
            self.gpu.done().await;
            progress.at(first.into());
        }
        Ok(())
    }
}
