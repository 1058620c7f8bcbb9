//! The stages of render pipelines: their modules, constants and layouts, and what the vertex stage
//! passes on to the fragment stage (specification, "Render Pipeline Creation").

use crate::{FORMAT, RED, drawn};
use harness::*;

const FUNCTION: &str = "gpu-device.create-render-pipeline";

pub async fn run(suite: &mut Suite) {
    constants(suite).await;
    modules(suite).await;
    layouts(suite).await;
    passing(suite).await;
}

/// Constants that place what is drawn, and color it.
const CONSTANTS: &str = "
    override size: f32;
    override red: f32 = 0;
    @id(3) override green: f32 = 0;
    override unused: i32 = 0;

    @vertex
    fn place(@builtin(vertex_index) i: u32) -> @builtin(position) vec4f {
        return vec4f((vec2f(f32(i & 1) * 4, f32(i >> 1) * 4) - 1) * size, 0, 1);
    }

    @fragment
    fn color() -> @location(0) vec4f {
        return vec4f(red, green, 0, 1);
    }";

/// Names of constants, and their values.
type Constants = &'static [(&'static str, f64)];

fn constants_of(given: Constants) -> Option<RecordGpuPipelineConstantValue> {
    let record = RecordGpuPipelineConstantValue::new();
    for (name, value) in given {
        record.add(name, *value);
    }
    Some(record)
}

fn with_constants<'m>(
    module: &'m GpuShaderModule,
    of_vertices: Constants,
    of_fragments: Constants,
) -> GpuRenderPipelineDescriptor<'m> {
    let mut descriptor = render_pipeline(module, &[FORMAT]);
    descriptor.vertex.constants = constants_of(of_vertices);
    if let Some(fragment) = &mut descriptor.fragment {
        fragment.constants = constants_of(of_fragments);
    }
    descriptor
}

async fn constants(suite: &mut Suite) {
    const YELLOW: [u8; 4] = [255, 255, 0, 255];
    let accepted: [(&str, Constants, Constants, [u8; 4]); 4] = [
        ("each its own", &[("size", 1.0)], &[("red", 1.0)], RED),
        (
            "one by its number",
            &[("size", 1.0)],
            &[("3", 1.0), ("red", 1.0)],
            YELLOW,
        ),
        (
            "one of them that the other alone uses",
            &[("size", 1.0), ("red", 1.0)],
            &[],
            [0, 0, 0, 255],
        ),
        (
            "one that none uses",
            &[("size", 1.0)],
            &[("unused", -1.0), ("red", 1.0)],
            RED,
        ),
    ];
    for (what, of_vertices, of_fragments, expected) in accepted {
        suite
            .right(
                &format!("{FUNCTION}: gives constants to both stages, {what}"),
                async |device| {
                    let module = device.create_shader_module(&shader(CONSTANTS));
                    let descriptor = with_constants(&module, of_vertices, of_fragments);
                    let pipeline = device.create_render_pipeline(descriptor);
                    let texels = drawn(device, 2, |pass| draw_with(pass, &pipeline)).await?;
                    equal(texels, vec![expected; 4])
                },
            )
            .await;
    }
    let refusals: [(&str, Constants, Constants); 9] = [
        (
            "a constant of vertices that is needed is missing",
            &[],
            &[("size", 1.0)],
        ),
        (
            "a constant of vertices is unknown",
            &[("size", 1.0), ("length", 1.0)],
            &[],
        ),
        (
            "a constant of vertices is no number",
            &[("size", f64::NAN)],
            &[],
        ),
        (
            "a constant of vertices is beyond f32",
            &[("size", 1e39)],
            &[],
        ),
        (
            "a constant of fragments is unknown",
            &[("size", 1.0)],
            &[("blue", 1.0)],
        ),
        (
            "a constant of fragments of a number goes by its name",
            &[("size", 1.0)],
            &[("green", 1.0)],
        ),
        (
            "a constant of fragments is infinite",
            &[("size", 1.0)],
            &[("red", f64::INFINITY)],
        ),
        (
            "a constant of fragments is beyond i32",
            &[("size", 1.0)],
            &[("unused", 2147483648.0)],
        ),
        (
            "a constant of fragments of no name",
            &[("size", 1.0)],
            &[("", 1.0)],
        ),
    ];
    for (what, of_vertices, of_fragments) in refusals {
        suite
            .wrong(&format!("{FUNCTION}: {what}"), async |device| {
                let module = device.create_shader_module(&shader(CONSTANTS));
                let descriptor = with_constants(&module, of_vertices, of_fragments);
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            })
            .await;
    }
}

const VERTICES: &str = "@vertex fn start() -> @builtin(position) vec4f { return vec4f(); }";
const FRAGMENTS: &str = "@fragment fn shade() -> @location(0) vec4f { return vec4f(1); }";

/// Stages that are apart, in modules of their own.
fn of_two<'m>(
    vertices: &'m GpuShaderModule,
    fragments: &'m GpuShaderModule,
) -> GpuRenderPipelineDescriptor<'m> {
    GpuRenderPipelineDescriptor {
        fragment: Some(fragment(fragments, &[FORMAT])),
        ..render_pipeline(vertices, &[])
    }
}

async fn modules(suite: &mut Suite) {
    suite
        .right(&format!("{FUNCTION}: of two modules"), async |device| {
            let vertices = device.create_shader_module(&shader(VERTICES));
            let fragments = device.create_shader_module(&shader(FRAGMENTS));
            device.create_render_pipeline(of_two(&vertices, &fragments));
            Ok(())
        })
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of an invalid module of vertices"),
            async |device| {
                let vertices = invalid_shader_module(device, None).await?;
                let fragments = device.create_shader_module(&shader(FRAGMENTS));
                let descriptor = of_two(&vertices, &fragments);
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of an invalid module of fragments"),
            async |device| {
                let vertices = device.create_shader_module(&shader(VERTICES));
                let fragments = invalid_shader_module(device, None).await?;
                let descriptor = of_two(&vertices, &fragments);
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: of modules of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let foreign = (
                    other.create_shader_module(&shader(VERTICES)),
                    other.create_shader_module(&shader(FRAGMENTS)),
                );
                let own = (
                    device.create_shader_module(&shader(VERTICES)),
                    device.create_shader_module(&shader(FRAGMENTS)),
                );
                for descriptor in [of_two(&foreign.0, &own.1), of_two(&own.0, &foreign.1)] {
                    refused(device, || device.create_render_pipeline(descriptor)).await?;
                }
                Ok(())
            },
        )
        .await;
}

async fn layouts(suite: &mut Suite) {
    suite
        .wrong(
            &format!("{FUNCTION}: with an invalid layout"),
            async |device| {
                let module = device.create_shader_module(&shader(&[VERTICES, FRAGMENTS].concat()));
                let layout = invalid_pipeline_layout(device, None).await?;
                let descriptor = GpuRenderPipelineDescriptor {
                    layout: GpuLayoutMode::Specific(&layout),
                    ..render_pipeline(&module, &[FORMAT])
                };
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: with a layout of another device"),
            async |device| {
                let module = device.create_shader_module(&shader(&[VERTICES, FRAGMENTS].concat()));
                let other = new_device(&[]).await?;
                let layout = other.create_pipeline_layout(&pipeline_layout(&[]));
                let descriptor = GpuRenderPipelineDescriptor {
                    layout: GpuLayoutMode::Specific(&layout),
                    ..render_pipeline(&module, &[FORMAT])
                };
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
    for (what, binding, is_right) in [
        (
            "that both stages see",
            GpuShaderStage::VERTEX | GpuShaderStage::FRAGMENT,
            true,
        ),
        ("that only vertices see", GpuShaderStage::VERTEX, false),
        ("that only fragments see", GpuShaderStage::FRAGMENT, false),
    ] {
        let name = format!("{FUNCTION}: with a binding of both stages {what}");
        let create = |device: &GpuDevice| {
            let module = device.create_shader_module(&shader(
                "@group(0) @binding(0) var<uniform> bound: vec4f;
                 @vertex fn start() -> @builtin(position) vec4f { return bound; }
                 @fragment fn shade() -> @location(0) vec4f { return bound; }",
            ));
            let group = device.create_bind_group_layout(&bind_group_layout(vec![buffer_entry(
                0,
                binding,
                GpuBufferBindingType::Uniform,
            )]));
            let layout = device.create_pipeline_layout(&pipeline_layout(&[&group]));
            device.create_render_pipeline(GpuRenderPipelineDescriptor {
                layout: GpuLayoutMode::Specific(&layout),
                ..render_pipeline(&module, &[FORMAT])
            });
        };
        if is_right {
            suite
                .right(&name, async |device| {
                    create(device);
                    Ok(())
                })
                .await;
        } else {
            suite
                .wrong(&name, async |device| {
                    refused(device, || create(device)).await
                })
                .await;
        }
    }
}

/// What vertices pass on, and fragments take, as WGSL lists it.
struct Passed {
    what: &'static str,
    vertices: String,
    fragments: String,
    topology: GpuPrimitiveTopology,
}

/// A number of values, from location 0 on.
fn values(count: u32) -> String {
    (0..count)
        .map(|location| format!("@location({location}) v{location}: f32, "))
        .collect()
}

fn passed(what: &'static str, vertices: impl Into<String>, fragments: impl Into<String>) -> Passed {
    Passed {
        what,
        vertices: vertices.into(),
        fragments: fragments.into(),
        topology: GpuPrimitiveTopology::TriangleList,
    }
}

/// What can be passed where at most `most` values can be.
fn accepted(most: u32) -> Vec<Passed> {
    vec![
        passed("that are not taken", "@location(0) a: vec3f", ""),
        passed(
            "in any order",
            "@location(2) a: f32, @location(0) @interpolate(flat) b: vec2u",
            "@location(0) @interpolate(flat) b: vec2u, @location(2) a: f32",
        ),
        passed(
            "by max-inter-stage-shader-variables",
            values(most),
            values(most),
        ),
        passed(
            "interpolated in the same way",
            "@location(0) @interpolate(linear, centroid) a: f32",
            "@location(0) @interpolate(linear, centroid) a: f32",
        ),
        Passed {
            topology: GpuPrimitiveTopology::PointList,
            ..passed("by one less, of points", values(most - 1), values(most - 1))
        },
        passed(
            "by one less, beside a builtin",
            values(most - 1),
            format!("@builtin(front_facing) front: bool, {}", values(most - 1)),
        ),
    ]
}

fn refusals(most: u32) -> Vec<Passed> {
    vec![
        passed(
            "of another type",
            "@location(0) a: f32",
            "@location(0) @interpolate(flat) a: u32",
        ),
        passed(
            "of another number of components",
            "@location(0) a: vec2f",
            "@location(0) a: f32",
        ),
        passed(
            "interpolated in another way",
            "@location(0) @interpolate(linear) a: f32",
            "@location(0) @interpolate(perspective) a: f32",
        ),
        passed(
            "interpolated from other samples",
            "@location(0) @interpolate(perspective, center) a: f32",
            "@location(0) @interpolate(perspective, sample) a: f32",
        ),
        passed(
            "by more than max-inter-stage-shader-variables",
            values(most + 1),
            "",
        ),
        passed(
            "at the location max-inter-stage-shader-variables",
            format!("@location({most}) a: f32"),
            "",
        ),
        Passed {
            topology: GpuPrimitiveTopology::PointList,
            ..passed(
                "by max-inter-stage-shader-variables, of points",
                values(most),
                "",
            )
        },
        passed(
            "by max-inter-stage-shader-variables, beside a builtin",
            values(most),
            format!("@builtin(front_facing) front: bool, {}", values(most)),
        ),
    ]
}

impl Passed {
    fn create(&self, device: &GpuDevice) {
        let module = device.create_shader_module(&shader(&format!(
            "struct Given {{ @builtin(position) position: vec4f, {} }}
             @vertex fn start() -> Given {{ var given: Given; return given; }}
             @fragment fn shade({}) -> @location(0) vec4f {{ return vec4f(1); }}",
            self.vertices, self.fragments
        )));
        device.create_render_pipeline(GpuRenderPipelineDescriptor {
            primitive: Some(primitive(self.topology)),
            ..render_pipeline(&module, &[FORMAT])
        });
    }
}

async fn passing(suite: &mut Suite) {
    const MOST: u32 = 16;
    for case in accepted(MOST) {
        suite
            .right(
                &format!("{FUNCTION}: passes values {}", case.what),
                async |device| {
                    equal(device.limits().max_inter_stage_shader_variables(), MOST)?;
                    case.create(device);
                    Ok(())
                },
            )
            .await;
    }
    for case in refusals(MOST) {
        suite
            .wrong(
                &format!("{FUNCTION}: passes values {}", case.what),
                async |device| refused(device, || case.create(device)).await,
            )
            .await;
    }
    suite
        .wrong(
            &format!("{FUNCTION}: of a color at the location max-color-attachments"),
            async |device| {
                let beyond = device.limits().max_color_attachments();
                let module = device.create_shader_module(&shader(&format!(
                    "{VERTICES}
                     struct Colors {{ @location(0) a: vec4f, @location({beyond}) b: vec4f }}
                     @fragment fn shade() -> Colors {{ return Colors(); }}"
                )));
                let descriptor = render_pipeline(&module, &[FORMAT]);
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
}
