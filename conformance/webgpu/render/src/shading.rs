//! What shaders of a pipeline get and give: built-in values, interpolation, several targets, and
//! what features add (specification, "Rendering"; WGSL, "Built-in Values").

use crate::{FORMAT, NOTHING, RED};
use harness::*;

const GREEN: [u8; 4] = [0, 255, 0, 255];

/// Vertices of a triangle that covers all; `more` of a vertex is what a case says.
fn covering(more: &str, fragment: &str) -> String {
    format!(
        "struct Vertex {{ @builtin(position) position: vec4f, {more} }}
         fn at(index: u32) -> vec4f {{
           return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0.5, 1);
         }}
         {fragment}"
    )
}

/// A vertex shader, if it has more than the position, and a fragment shader, and the texels of 2 by 2
/// that they draw.
struct Shading {
    what: &'static str,
    more: &'static str,
    code: &'static str,
    expected: [[u8; 4]; 4],
}

const PLAIN: &str = "
@vertex fn vertex(@builtin(vertex_index) index: u32) -> Vertex { return Vertex(at(index)); }
";

const SHADINGS: &[Shading] = &[
    Shading {
        what: "the position of fragments, in the middle of texels",
        more: "",
        code: "@fragment fn fragment(@builtin(position) at: vec4f) -> @location(0) vec4f {
           return vec4f(vec4<bool>(at.xy == vec2f(0.5, 1.5), at.z == 0.5, at.w == 1));
         }",
        expected: [
            [255, 0, 255, 255],
            [0, 0, 255, 255],
            [255, 255, 255, 255],
            [0, 255, 255, 255],
        ],
    },
    Shading {
        what: "that fragments are of a front face",
        more: "",
        code: "@fragment fn fragment(@builtin(front_facing) front: bool) -> @location(0) vec4f {
           return vec4f(f32(front), 0, 0, 1);
         }",
        expected: [RED; 4],
    },
    Shading {
        what: "values between those of the vertices",
        more: "@location(0) color: vec4f",
        code: "@vertex fn vertex(@builtin(vertex_index) index: u32) -> Vertex {
           // From the left, at x = -1, to the right, at x = 3.
           return Vertex(at(index), vec4f(f32(index & 1) * 2, 0, 0, 1));
         }
         @fragment fn fragment(in: Vertex) -> @location(0) vec4f {
           return vec4f(f32(abs(in.color.r - in.position.x / 2) < 0.01), 0, 0, in.color.a);
         }",
        expected: [RED; 4],
    },
    Shading {
        what: "values of one vertex alone, where they are flat",
        more: "@location(0) @interpolate(flat, first) color: u32",
        code: "@vertex fn vertex(@builtin(vertex_index) index: u32) -> Vertex {
           return Vertex(at(index), select(7u, 1u, index == 0));
         }
         @fragment fn fragment(in: Vertex) -> @location(0) vec4f {
           return vec4f(f32(in.color), 0, 0, 1);
         }",
        expected: [RED; 4],
    },
    Shading {
        what: "that a fragment is discarded",
        more: "",
        code: "@fragment fn fragment(@builtin(position) at: vec4f) -> @location(0) vec4f {
           if at.x < 1 { discard; }
           return vec4f(1, 0, 0, 1);
         }",
        expected: [NOTHING, RED, NOTHING, RED],
    },
];

pub async fn run(suite: &mut Suite) {
    for shading in SHADINGS {
        suite
            .right(
                &format!(
                    "gpu-device.create-render-pipeline: gives shaders {}",
                    shading.what
                ),
                async |device| {
                    let vertex = if shading.more.is_empty() { PLAIN } else { "" };
                    let code = covering(shading.more, &format!("{vertex}{}", shading.code));
                    equal(
                        drawn(device, &code, |_| {}).await?,
                        shading.expected.to_vec(),
                    )
                },
            )
            .await;
    }
    targets(suite).await;
    dual_sources(suite).await;
    clip_distances(suite).await;
    first_instances(suite).await;
}

/// The texels of 2 by 2 after a draw of three vertices.
async fn drawn(
    device: &GpuDevice,
    code: &str,
    change: impl FnOnce(&mut GpuRenderPipelineDescriptor<'_>),
) -> Outcome<Vec<[u8; 4]>> {
    let module = device.create_shader_module(&shader(code));
    let mut descriptor = render_pipeline(&module, &[FORMAT]);
    change(&mut descriptor);
    let pipeline = device.create_render_pipeline(descriptor);
    crate::drawn(device, 2, |pass| draw_with(pass, &pipeline)).await
}

/// Several targets, of different formats, and one left out.
async fn targets(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: draws into targets of several formats",
            async |device| {
                let code = covering(
                    "",
                    &format!(
                        "{PLAIN}
                         struct Colors {{
                           @location(0) one: vec4f, @location(2) two: vec4u, @location(3) three: vec2i,
                         }}
                         @fragment fn fragment() -> Colors {{
                           return Colors(vec4f(1, 0, 0, 1), vec4u(1, 2, 3, 4), vec2i(-1, 5));
                         }}"
                    ),
                );
                let formats = [
                    GpuTextureFormat::Rgba8unorm,
                    GpuTextureFormat::Rgba8uint,
                    GpuTextureFormat::Rg8sint,
                ];
                let module = device.create_shader_module(&shader(&code));
                let mut descriptor = render_pipeline(&module, &formats);
                if let Some(fragment) = &mut descriptor.fragment {
                    fragment.targets.insert(1, None);
                }
                let pipeline = device.create_render_pipeline(descriptor);
                let textures = formats.map(|format| target_of(device, 1, format));
                let views = textures.each_ref().map(|texture| texture.create_view(None));
                submit(device, |encoder| {
                    let mut descriptor = render_pass(views.iter().map(color).collect());
                    descriptor.color_attachments.insert(1, None);
                    render(encoder, &descriptor, |pass| draw_with(pass, &pipeline));
                });
                let [one, two, three] = &textures;
                equal(read_texels(device, one, 4).await?, RED.to_vec())?;
                equal(read_texels(device, two, 4).await?, vec![1, 2, 3, 4])?;
                equal(read_texels(device, three, 2).await?, vec![255, 5])
            },
        )
        .await;
}

/// Blending with a second color of the shader.
async fn dual_sources(suite: &mut Suite) {
    /// The second color, whose alpha is another.
    const SECOND: [f32; 4] = [0.2, 0.4, 0.6, 0.8];
    type Value = fn(usize) -> f32;
    #[rustfmt::skip]
    const FACTORS: [(&str, GpuBlendFactor, Value); 4] = [
        ("src1", GpuBlendFactor::Src1, |i| SECOND[i]),
        ("one-minus-src1", GpuBlendFactor::OneMinusSrc1, |i| 1.0 - SECOND[i]),
        ("src1-alpha", GpuBlendFactor::Src1Alpha, |_| SECOND[3]),
        ("one-minus-src1-alpha", GpuBlendFactor::OneMinusSrc1Alpha, |_| 1.0 - SECOND[3]),
    ];
    for (name, factor, value) in FACTORS {
        suite
            .requiring(&[GpuFeatureName::DualSourceBlending])
            .right(
                &format!("gpu-device.create-render-pipeline: blends with the factor {name}"),
                async |device| {
                    let code = format!(
                        "enable dual_source_blending;
                         {}",
                        covering(
                            "",
                            &format!(
                                "{PLAIN}
                                 struct Colors {{
                                   @location(0) @blend_src(0) one: vec4f,
                                   @location(0) @blend_src(1) two: vec4f,
                                 }}
                                 @fragment fn fragment() -> Colors {{
                                   return Colors(vec4f(1), vec4f(0.2, 0.4, 0.6, 0.8));
                                 }}"
                            )
                        )
                    );
                    let component = blend(GpuBlendOperation::Add, factor, GpuBlendFactor::Zero);
                    let drawn = drawn(device, &code, |d| {
                        if let Some(fragment) = &mut d.fragment {
                            fragment.targets = vec![Some(blended(FORMAT, component))];
                        }
                    })
                    .await?;
                    for (i, byte) in drawn[0].into_iter().enumerate() {
                        let wanted = value(i) * 255.0;
                        holds(
                            (f32::from(byte) - wanted).abs() <= 1.0,
                            &format!("about {wanted} as component {i}; got {byte}"),
                        )?;
                    }
                    Ok(())
                },
            )
            .await;
    }
}

async fn clip_distances(suite: &mut Suite) {
    suite
        .requiring(&[GpuFeatureName::ClipDistances])
        .right(
            "gpu-device.create-render-pipeline: clips where a clip distance is less than 0",
            async |device| {
                let code = format!(
                    "enable clip_distances;
                     {}",
                    covering(
                        "@builtin(clip_distances) distances: array<f32, 2>",
                        "@vertex fn vertex(@builtin(vertex_index) index: u32) -> Vertex {
                           let corner = at(index);
                           return Vertex(corner, array(corner.x, 1));
                         }
                         @fragment fn fragment() -> @location(0) vec4f {
                           return vec4f(1, 0, 0, 1);
                         }"
                    )
                );
                let texels = drawn(device, &code, |_| {}).await?;
                equal(texels, vec![NOTHING, RED, NOTHING, RED])
            },
        )
        .await;
}

/// Indirect draws from a later instance on, which draw green.
async fn first_instances(suite: &mut Suite) {
    const ARGUMENTS: [u32; 9] = [3, 1, 0, 2, 3, 1, 0, 0, 2];
    const INDEXED: u64 = 16;
    const FEATURE: &[GpuFeatureName] = &[GpuFeatureName::IndirectFirstInstance];
    for (features, what, expected) in [
        (FEATURE, "from a later instance on", GREEN),
        (
            &[],
            "nothing from a later instance on, without the feature",
            NOTHING,
        ),
    ] {
        for function in ["draw-indirect", "draw-indexed-indirect"] {
            suite
                .requiring(features)
                .right(
                    &format!("gpu-render-pass-encoder.{function}: draws {what}"),
                    async |device| {
                        let module = device.create_shader_module(&shader(&covering(
                            "@location(0) @interpolate(flat, either) instance: u32",
                            "@vertex fn vertex(
                                 @builtin(vertex_index) index: u32,
                                 @builtin(instance_index) instance: u32) -> Vertex {
                               return Vertex(at(index), instance);
                             }
                             @fragment fn fragment(in: Vertex) -> @location(0) vec4f {
                               return vec4f(0, f32(in.instance == 2), 0, 1);
                             }",
                        )));
                        let pipeline =
                            device.create_render_pipeline(render_pipeline(&module, &[FORMAT]));
                        let arguments =
                            buffer_of(device, &bytes_of(&ARGUMENTS), GpuBufferUsage::INDIRECT)?;
                        let indices =
                            buffer_of(device, &bytes_of(&[0, 1, 2]), GpuBufferUsage::INDEX)?;
                        let texels = crate::drawn(device, 1, |pass| {
                            pass.set_pipeline(&pipeline);
                            if function == "draw-indirect" {
                                pass.draw_indirect(&arguments, 0);
                            } else {
                                pass.set_index_buffer(&indices, GpuIndexFormat::Uint32, None, None);
                                pass.draw_indexed_indirect(&arguments, INDEXED);
                            }
                        })
                        .await?;
                        equal(texels, vec![expected])
                    },
                )
                .await;
        }
    }
}
