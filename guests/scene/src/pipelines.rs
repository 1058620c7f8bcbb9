//! The pipelines that draw the scene, and what their shaders are given.

use crate::gpu::{Gpu, target, vertex_state};
use crate::mesh::VERTEX_SIZE;
use crate::wasi::webgpu::webgpu::*;

pub const SHADOW_FORMAT: GpuTextureFormat = GpuTextureFormat::Depth32float;
pub const DEPTH_FORMAT: GpuTextureFormat = GpuTextureFormat::Depth24plus;
pub const SAMPLES: u32 = 4;

/// What is drawn on, and so how light is told.
#[derive(Clone, Copy)]
pub enum Canvas {
    /// Colours for a screen.
    Picture,
    /// Light as it is, for a mirror to throw back.
    Cube,
}

impl Canvas {
    pub fn format(self) -> GpuTextureFormat {
        match self {
            Self::Picture => GpuTextureFormat::Rgba8unormSrgb,
            Self::Cube => GpuTextureFormat::Rgba16float,
        }
    }

    fn constants(self) -> RecordGpuPipelineConstantValue {
        let constants = RecordGpuPipelineConstantValue::new();
        let exposed = match self {
            Self::Picture => 1.0,
            Self::Cube => 0.0,
        };
        constants.add("exposed", exposed);
        constants
    }
}

/// What shaders are given: the first group for each view, the second for each light.
pub struct Layouts {
    pub sight: GpuBindGroupLayout,
    pub light: GpuBindGroupLayout,
}

impl Layouts {
    pub fn new(gpu: &Gpu) -> Self {
        let both = GpuShaderStage::VERTEX | GpuShaderStage::FRAGMENT;
        Self {
            sight: layout(
                gpu,
                "sight",
                [
                    buffer(both, GpuBufferBindingType::Uniform),
                    buffer(both, GpuBufferBindingType::ReadOnlyStorage),
                ],
            ),
            light: layout(
                gpu,
                "light",
                [
                    buffer(both, GpuBufferBindingType::Uniform),
                    texture(GpuTextureSampleType::Depth, GpuTextureViewDimension::D2),
                    sampler(GpuSamplerBindingType::Comparison),
                    texture(
                        GpuTextureSampleType::Float,
                        GpuTextureViewDimension::D2Array,
                    ),
                    texture(GpuTextureSampleType::Float, GpuTextureViewDimension::Cube),
                    sampler(GpuSamplerBindingType::Filtering),
                ],
            ),
        }
    }
}

fn layout<const N: usize>(
    gpu: &Gpu,
    label: &str,
    entries: [GpuBindGroupLayoutEntry; N],
) -> GpuBindGroupLayout {
    gpu.device
        .create_bind_group_layout(&GpuBindGroupLayoutDescriptor {
            entries: (0..)
                .zip(entries)
                .map(|(binding, entry)| GpuBindGroupLayoutEntry { binding, ..entry })
                .collect(),
            label: Some(label.to_string()),
        })
}

const FRAGMENT: GpuBindGroupLayoutEntry = GpuBindGroupLayoutEntry {
    binding: 0,
    visibility: GpuShaderStage::FRAGMENT,
    buffer: None,
    sampler: None,
    texture: None,
    storage_texture: None,
};

fn buffer(visibility: GpuShaderStage, kind: GpuBufferBindingType) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        visibility,
        buffer: Some(GpuBufferBindingLayout {
            type_: Some(kind),
            has_dynamic_offset: None,
            min_binding_size: None,
        }),
        ..FRAGMENT
    }
}

fn texture(
    sample_type: GpuTextureSampleType,
    dimension: GpuTextureViewDimension,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        texture: Some(GpuTextureBindingLayout {
            sample_type: Some(sample_type),
            view_dimension: Some(dimension),
            multisampled: None,
        }),
        ..FRAGMENT
    }
}

fn sampler(kind: GpuSamplerBindingType) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        sampler: Some(GpuSamplerBindingLayout { type_: Some(kind) }),
        ..FRAGMENT
    }
}

/// What draws on one kind of canvas.
pub struct Painters {
    pub things: GpuRenderPipeline,
    pub sky: GpuRenderPipeline,
    pub sparks: GpuRenderPipeline,
}

impl Painters {
    pub fn new(gpu: &Gpu, layouts: &Layouts, canvas: Canvas) -> Self {
        let sight = pipeline_layout(gpu, &[&layouts.sight]);
        let things = gpu.shader(
            "things",
            concat!(
                include_str!("shaders/view.wgsl"),
                include_str!("shaders/sky.wgsl"),
                include_str!("shaders/things.wgsl")
            ),
        );
        let sky = gpu.shader(
            "sky",
            concat!(
                include_str!("shaders/view.wgsl"),
                include_str!("shaders/sky.wgsl"),
                include_str!("shaders/horizon.wgsl")
            ),
        );
        let sparks = gpu.shader(
            "sparks",
            concat!(
                include_str!("shaders/view.wgsl"),
                include_str!("shaders/sparks.wgsl")
            ),
        );
        Self {
            things: pipeline(
                gpu,
                canvas,
                &pipeline_layout(gpu, &[&layouts.sight, &layouts.light]),
                vertex_state(&things, "vertex", things_buffers()),
                depth(true, GpuCompareFunction::Less),
                None,
            ),
            // As far away as can be, so behind everything, and drawn last, where nothing is.
            sky: pipeline(
                gpu,
                canvas,
                &sight,
                vertex_state(&sky, "vertex", vec![]),
                depth(false, GpuCompareFunction::LessEqual),
                None,
            ),
            sparks: pipeline(
                gpu,
                canvas,
                &sight,
                vertex_state(&sparks, "vertex", vec![Some(visible_buffer(0))]),
                depth(false, GpuCompareFunction::Less),
                Some(added()),
            ),
        }
    }
}

/// Draws how far the sun shines: there is no colour.
pub fn shadow(gpu: &Gpu, layouts: &Layouts) -> GpuRenderPipeline {
    let module = gpu.shader(
        "shadow",
        concat!(
            include_str!("shaders/view.wgsl"),
            include_str!("shaders/shadow.wgsl")
        ),
    );
    gpu.device
        .create_render_pipeline(GpuRenderPipelineDescriptor {
            vertex: vertex_state(&module, "vertex", things_buffers()),
            primitive: None,
            depth_stencil: Some(GpuDepthStencilState {
                format: SHADOW_FORMAT,
                // What is lit must not lie in its own shadow.
                depth_bias: Some(2),
                depth_bias_slope_scale: Some(2.5),
                ..depth(true, GpuCompareFunction::Less)
            }),
            multisample: None,
            fragment: None,
            layout: GpuLayoutMode::Specific(&pipeline_layout(gpu, &[&layouts.sight])),
            label: Some("shadow".to_string()),
        })
}

/// Decides what a view has in it, and writes the arguments of its draws.
pub fn cull(gpu: &Gpu) -> GpuComputePipeline {
    let module = gpu.shader(
        "cull",
        concat!(
            include_str!("shaders/view.wgsl"),
            include_str!("shaders/cull.wgsl")
        ),
    );
    gpu.device
        .create_compute_pipeline(GpuComputePipelineDescriptor {
            compute: GpuProgrammableStage {
                module: &module,
                entry_point: None,
                constants: None,
            },
            layout: GpuLayoutMode::Auto,
            label: Some("cull".to_string()),
        })
}

fn pipeline_layout(gpu: &Gpu, groups: &[&GpuBindGroupLayout]) -> GpuPipelineLayout {
    gpu.device
        .create_pipeline_layout(&GpuPipelineLayoutDescriptor {
            bind_group_layouts: groups.iter().copied().map(Some).collect(),
            immediate_size: None,
            label: None,
        })
}

fn pipeline(
    gpu: &Gpu,
    canvas: Canvas,
    layout: &GpuPipelineLayout,
    vertex: GpuVertexState<'_>,
    depth_stencil: GpuDepthStencilState,
    blend: Option<GpuBlendState>,
) -> GpuRenderPipeline {
    gpu.device
        .create_render_pipeline(GpuRenderPipelineDescriptor {
            primitive: None,
            depth_stencil: Some(depth_stencil),
            multisample: Some(GpuMultisampleState {
                count: Some(SAMPLES),
                mask: None,
                alpha_to_coverage_enabled: None,
            }),
            fragment: Some(GpuFragmentState {
                targets: vec![Some(GpuColorTargetState {
                    blend,
                    ..target(canvas.format())
                })],
                module: vertex.module,
                entry_point: Some("colour".to_string()),
                constants: Some(canvas.constants()),
            }),
            vertex,
            layout: GpuLayoutMode::Specific(layout),
            label: None,
        })
}

fn things_buffers() -> Vec<Option<GpuVertexBufferLayout>> {
    let attribute = |format, offset, shader_location| GpuVertexAttribute {
        format,
        offset,
        shader_location,
    };
    let vertices = GpuVertexBufferLayout {
        array_stride: VERTEX_SIZE as u64,
        step_mode: None,
        attributes: vec![
            attribute(GpuVertexFormat::Float32x3, 0, 0),
            attribute(GpuVertexFormat::Float32x3, 12, 1),
            attribute(GpuVertexFormat::Float32x2, 24, 2),
        ],
    };
    vec![Some(vertices), Some(visible_buffer(3))]
}

/// The numbers of the instances to be drawn.
fn visible_buffer(shader_location: u32) -> GpuVertexBufferLayout {
    GpuVertexBufferLayout {
        array_stride: 4,
        step_mode: Some(GpuVertexStepMode::Instance),
        attributes: vec![GpuVertexAttribute {
            format: GpuVertexFormat::Uint32,
            offset: 0,
            shader_location,
        }],
    }
}

fn depth(written: bool, compare: GpuCompareFunction) -> GpuDepthStencilState {
    GpuDepthStencilState {
        format: DEPTH_FORMAT,
        depth_write_enabled: Some(written),
        depth_compare: Some(compare),
        stencil_front: None,
        stencil_back: None,
        stencil_read_mask: None,
        stencil_write_mask: None,
        depth_bias: None,
        depth_bias_slope_scale: None,
        depth_bias_clamp: None,
    }
}

/// Light that is added to what is behind it, in any order.
fn added() -> GpuBlendState {
    let component = GpuBlendComponent {
        operation: None,
        src_factor: Some(GpuBlendFactor::One),
        dst_factor: Some(GpuBlendFactor::One),
    };
    GpuBlendState {
        color: component,
        alpha: GpuBlendComponent {
            src_factor: Some(GpuBlendFactor::Zero),
            ..component
        },
    }
}
