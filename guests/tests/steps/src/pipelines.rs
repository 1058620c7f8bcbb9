//! Shader modules and pipelines.

use std::rc::Rc;

use crate::numbers::{Numbers, case};
use crate::radicchio::steps::stepping::{Call, Ending};
use crate::slots::{Answer, Kept, Slots};
use crate::wasi::webgpu::webgpu::*;

/// The host knows what each has.
const SHADERS: [&str; 6] = [
    "@compute @workgroup_size(1) fn main() {}",
    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;
     @compute @workgroup_size(1) fn main() { numbers[0] = 1; }",
    "@vertex fn vs() -> @builtin(position) vec4f { return vec4f(0, 0, 0, 1); }
     @fragment fn fs() -> @location(0) vec4f { return vec4f(1); }",
    "@group(0) @binding(0) var<uniform> color: vec4f;
     @vertex fn vs(@location(0) at: vec2f) -> @builtin(position) vec4f { return vec4f(at, 0, 1); }
     @fragment fn fs() -> @location(0) vec4f { return color; }",
    "override factor: f32;
     @compute @workgroup_size(1) fn main() { _ = factor; }",
    "this is not WGSL",
];

const ENTRY_POINTS: [&str; 4] = ["main", "vs", "fs", "missing"];

const CONSTANTS: [&str; 2] = ["factor", "missing"];

pub async fn call(slots: &mut Slots, call: Call, mut n: Numbers<'_>) -> Option<Answer> {
    Some(match call {
        Call::GpuDeviceCreateShaderModule => {
            let device = slots.devices.get(&mut n);
            let out = n.slot();
            let made = device.create_shader_module(&GpuShaderModuleDescriptor {
                code: SHADERS[n.slot()].to_string(),
                compilation_hints: None,
                label: None,
            });
            slots.shader_modules.keep(out, made)
        }
        Call::GpuShaderModuleGetCompilationInfo => {
            let module = slots.shader_modules.get(&mut n);
            let (out, pending) = (n.slot(), n.option_slot());
            let call = async move {
                let info = module.get_compilation_info().await;
                (Ok(Vec::new()), Some(Kept::CompilationInfo(out, info)))
            };
            slots.settle(pending, Box::pin(call)).await
        }
        Call::GpuDeviceCreateComputePipeline => {
            let device = slots.devices.get(&mut n);
            let compute = Compute::of(slots, &mut n);
            let made = device.create_compute_pipeline(compute.descriptor());
            slots.compute_pipelines.keep(compute.out, made)
        }
        Call::GpuDeviceCreateComputePipelineAsync => {
            let device = slots.devices.get(&mut n);
            let compute = Compute::of(slots, &mut n);
            let pending = compute.pending;
            let call = async move {
                let made = device
                    .create_compute_pipeline_async(compute.descriptor())
                    .await;
                settled(made, |made| Kept::ComputePipeline(compute.out, made))
            };
            slots.settle(pending, Box::pin(call)).await
        }
        Call::GpuDeviceCreateRenderPipeline => {
            let device = slots.devices.get(&mut n);
            let render = Render::of(slots, &mut n);
            let made = device.create_render_pipeline(render.descriptor());
            slots.render_pipelines.keep(render.out, made)
        }
        Call::GpuDeviceCreateRenderPipelineAsync => {
            let device = slots.devices.get(&mut n);
            let render = Render::of(slots, &mut n);
            let pending = render.pending;
            let call = async move {
                let made = device
                    .create_render_pipeline_async(render.descriptor())
                    .await;
                settled(made, |made| Kept::RenderPipeline(render.out, made))
            };
            slots.settle(pending, Box::pin(call)).await
        }
        Call::GpuComputePipelineGetBindGroupLayout => {
            let pipeline = slots.compute_pipelines.get(&mut n);
            let out = n.slot();
            let layout = pipeline.get_bind_group_layout(n.u32());
            slots.bind_group_layouts.keep(out, layout)
        }
        Call::GpuRenderPipelineGetBindGroupLayout => {
            let pipeline = slots.render_pipelines.get(&mut n);
            let out = n.slot();
            let layout = pipeline.get_bind_group_layout(n.u32());
            slots.bind_group_layouts.keep(out, layout)
        }
        _ => return None,
    })
}

fn settled<T>(
    made: Result<T, CreatePipelineError>,
    keep: impl FnOnce(T) -> Kept,
) -> (Answer, Option<Kept>) {
    match made {
        Ok(made) => (Ok(Vec::new()), Some(keep(made))),
        Err(error) => {
            let CreatePipelineErrorKind::GpuPipelineError(reason) = error.kind;
            let ending = match reason {
                GpuPipelineErrorReason::Validation => Ending::PipelineErrorValidation,
                GpuPipelineErrorReason::Internal => Ending::PipelineErrorInternal,
            };
            (Err((ending, error.message)), None)
        }
    }
}

fn layout_mode(layout: &Option<Rc<GpuPipelineLayout>>) -> GpuLayoutMode<'_> {
    match layout {
        None => GpuLayoutMode::Auto,
        Some(layout) => GpuLayoutMode::Specific(layout),
    }
}

/// What a compute pipeline is made from.
struct Compute {
    module: Rc<GpuShaderModule>,
    out: usize,
    pending: Option<usize>,
    layout: Option<Rc<GpuPipelineLayout>>,
    entry_point: Option<String>,
    constant: Option<(&'static str, f64)>,
}

impl Compute {
    fn of(slots: &Slots, n: &mut Numbers) -> Self {
        Compute {
            module: slots.shader_modules.get(n),
            out: n.slot(),
            pending: n.option_slot(),
            layout: slots.pipeline_layouts.get_option(n),
            entry_point: n.option(|number| ENTRY_POINTS[number as usize].to_string()),
            constant: n.option_slot().map(|key| (CONSTANTS[key], n.f64())),
        }
    }

    fn descriptor(&self) -> GpuComputePipelineDescriptor<'_> {
        GpuComputePipelineDescriptor {
            compute: GpuProgrammableStage {
                module: &self.module,
                entry_point: self.entry_point.clone(),
                constants: self.constant.map(|(key, value)| {
                    let constants = RecordGpuPipelineConstantValue::new();
                    constants.add(key, value);
                    constants
                }),
            },
            layout: layout_mode(&self.layout),
            label: None,
        }
    }
}

/// What a render pipeline is made from.
struct Render {
    module: Rc<GpuShaderModule>,
    out: usize,
    pending: Option<usize>,
    layout: Option<Rc<GpuPipelineLayout>>,
    array_stride: Option<u64>,
    fragment: bool,
    color: Option<GpuTextureFormat>,
    blend: bool,
    depth: Option<GpuTextureFormat>,
    depth_write_enabled: Option<bool>,
    count: Option<u32>,
    topology: Option<GpuPrimitiveTopology>,
    strip_index_format: Option<GpuIndexFormat>,
}

impl Render {
    fn of(slots: &Slots, n: &mut Numbers) -> Self {
        Render {
            module: slots.shader_modules.get(n),
            out: n.slot(),
            pending: n.option_slot(),
            layout: slots.pipeline_layouts.get_option(n),
            array_stride: n.option_u64(),
            fragment: n.bool(),
            color: n.option(|number| case!(GpuTextureFormat, number)),
            blend: n.bool(),
            depth: n.option(|number| case!(GpuTextureFormat, number)),
            depth_write_enabled: n.option_bool(),
            count: n.option_u32(),
            topology: n.option(|number| case!(GpuPrimitiveTopology, number)),
            strip_index_format: n.option(|number| case!(GpuIndexFormat, number)),
        }
    }

    fn descriptor(&self) -> GpuRenderPipelineDescriptor<'_> {
        GpuRenderPipelineDescriptor {
            vertex: GpuVertexState {
                buffers: self.array_stride.map(|stride| vec![Some(positions(stride))]),
                module: &self.module,
                entry_point: None,
                constants: None,
            },
            primitive: Some(GpuPrimitiveState {
                topology: self.topology,
                strip_index_format: self.strip_index_format,
                front_face: None,
                cull_mode: None,
                unclipped_depth: None,
            }),
            depth_stencil: self.depth.map(|format| GpuDepthStencilState {
                format,
                depth_write_enabled: self.depth_write_enabled,
                depth_compare: Some(GpuCompareFunction::Always),
                stencil_front: None,
                stencil_back: None,
                stencil_read_mask: None,
                stencil_write_mask: None,
                depth_bias: None,
                depth_bias_slope_scale: None,
                depth_bias_clamp: None,
            }),
            multisample: Some(GpuMultisampleState {
                count: self.count,
                mask: None,
                alpha_to_coverage_enabled: None,
            }),
            fragment: self.fragment.then(|| GpuFragmentState {
                targets: vec![self.color.map(|format| self.target(format))],
                module: &self.module,
                entry_point: None,
                constants: None,
            }),
            layout: layout_mode(&self.layout),
            label: None,
        }
    }

    fn target(&self, format: GpuTextureFormat) -> GpuColorTargetState {
        let add = GpuBlendComponent {
            operation: None,
            src_factor: None,
            dst_factor: Some(GpuBlendFactor::One),
        };
        GpuColorTargetState {
            format,
            blend: self.blend.then_some(GpuBlendState {
                color: add,
                alpha: add,
            }),
            write_mask: None,
        }
    }
}

/// Two numbers a vertex, at location 0.
fn positions(array_stride: u64) -> GpuVertexBufferLayout {
    GpuVertexBufferLayout {
        array_stride,
        step_mode: None,
        attributes: vec![GpuVertexAttribute {
            format: GpuVertexFormat::Float32x2,
            offset: 0,
            shader_location: 0,
        }],
    }
}
