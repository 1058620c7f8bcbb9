//! Textures of four samples: which of them are drawn, and what is resolved (specification, "Alpha to
//! Coverage", "Per-Sample Shading" and "Sample Masking").

use crate::{FORMAT, colors};
use harness::*;

/// What decides which samples of a texel are drawn that is covered as a whole, and how many are.
struct Covered {
    what: &'static str,
    /// The mask of the pipeline.
    mask: Option<u32>,
    /// That of the shader.
    shader_mask: Option<u32>,
    /// Alpha, if it decides as well.
    alpha: Option<f32>,
    samples: u32,
}

const ALL: Covered = Covered {
    what: "all samples",
    mask: None,
    shader_mask: None,
    alpha: None,
    samples: 4,
};

/// Alpha is 0 or less, or 1 or more: what it does in between is left open.
#[rustfmt::skip]
const COVERED: &[Covered] = &[
    ALL,
    Covered { what: "a sample of a mask", mask: Some(0b0001), samples: 1, ..ALL },
    Covered { what: "two samples of a mask", mask: Some(0b1010), samples: 2, ..ALL },
    Covered { what: "all samples of a mask with more bits", mask: Some(u32::MAX), samples: 4, ..ALL },
    Covered { what: "no sample of a mask", mask: Some(0), samples: 0, ..ALL },
    Covered { what: "no sample of a mask's higher bits", mask: Some(0xffff_fff0), samples: 0, ..ALL },
    Covered { what: "the samples that the shader says", shader_mask: Some(0b0111), samples: 3, ..ALL },
    Covered { what: "no sample, as the shader says", shader_mask: Some(0), samples: 0, ..ALL },
    Covered {
        what: "the samples that mask and shader say",
        mask: Some(0b0011),
        shader_mask: Some(0b0110),
        samples: 1,
        ..ALL
    },
    Covered { what: "all samples where alpha is 1", alpha: Some(1.0), samples: 4, ..ALL },
    Covered { what: "all samples where alpha is more than 1", alpha: Some(1.5), samples: 4, ..ALL },
    Covered { what: "no sample where alpha is 0", alpha: Some(0.0), samples: 0, ..ALL },
    Covered { what: "no sample where alpha is less than 0", alpha: Some(-1.0), samples: 0, ..ALL },
    Covered {
        what: "the samples of a mask where alpha is 1",
        mask: Some(0b1101),
        alpha: Some(1.0),
        samples: 3,
        ..ALL
    },
];

/// A vertex shader that covers all.
const VERTEX: &str = "
@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0.5, 1);
}
";

/// A fragment shader that draws red.
const RED: &str = "@fragment fn fragment() -> @location(0) vec4f { return vec4f(1, 0, 0, 1); }";

pub async fn run(suite: &mut Suite) {
    for covered in COVERED {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: draws {}", covered.what),
                async |device| {
                    let pipeline = pipeline(device, &covered.fragment(), |d| covered.describe(d));
                    let [red, ..] = resolved(device, |pass| draw_with(pass, &pipeline)).await?;
                    is_part(red, covered.samples)
                },
            )
            .await;
    }
    one_sample(suite).await;
    each_sample(suite).await;
    tested_samples(suite).await;
}

impl Covered {
    fn fragment(&self) -> String {
        let alpha = self.alpha.unwrap_or(1.0);
        match self.shader_mask {
            None => format!(
                "@fragment fn fragment() -> @location(0) vec4f {{
                   return vec4f(1, 0, 0, f32({alpha}));
                 }}"
            ),
            Some(mask) => format!(
                "struct Fragment {{ @builtin(sample_mask) mask: u32, @location(0) color: vec4f }}
                 @fragment fn fragment() -> Fragment {{
                   return Fragment({mask}, vec4f(1, 0, 0, 1));
                 }}"
            ),
        }
    }

    fn describe(&self, descriptor: &mut GpuRenderPipelineDescriptor<'_>) {
        descriptor.multisample = Some(GpuMultisampleState {
            mask: self.mask,
            alpha_to_coverage_enabled: Some(self.alpha.is_some()),
            ..samples(4)
        });
    }
}

/// A pipeline of four samples, unless that is changed.
fn pipeline(
    device: &GpuDevice,
    fragment: &str,
    change: impl FnOnce(&mut GpuRenderPipelineDescriptor<'_>),
) -> GpuRenderPipeline {
    let module = device.create_shader_module(&shader(&format!("{VERTEX}{fragment}")));
    let mut descriptor = render_pipeline(&module, &[FORMAT]);
    descriptor.multisample = Some(samples(4));
    change(&mut descriptor);
    device.create_render_pipeline(descriptor)
}

/// Expects a number of samples of 1, the others being 0: how their mean is rounded is left open.
fn is_part(byte: u8, samples: u32) -> Outcome {
    let wanted = samples as f32 * 255.0 / 4.0;
    holds(
        (f32::from(byte) - wanted).abs() < 1.0,
        &format!("{samples} samples, so about {wanted}; got {byte}"),
    )
}

fn four_samples(device: &GpuDevice, format: GpuTextureFormat) -> GpuTextureView {
    device
        .create_texture(&GpuTextureDescriptor {
            sample_count: Some(4),
            ..texture(extent(1, 1), format, GpuTextureUsage::RENDER_ATTACHMENT)
        })
        .create_view(None)
}

/// What a texel of four samples is resolved to after commands in a pass, which begins with zero and
/// with stencil.
async fn resolved_with(
    device: &GpuDevice,
    attachment: Option<GpuRenderPassDepthStencilAttachment<'_>>,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) -> Outcome<[u8; 4]> {
    let four = four_samples(device, FORMAT);
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    submit(device, |encoder| {
        let resolving = GpuRenderPassColorAttachment {
            resolve_target: Some(&view),
            ..color(&four)
        };
        let descriptor = GpuRenderPassDescriptor {
            depth_stencil_attachment: attachment,
            ..render_pass(vec![resolving])
        };
        render(encoder, &descriptor, commands);
    });
    Ok(colors(device, &target).await?[0])
}

/// The same without stencil.
async fn resolved(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) -> Outcome<[u8; 4]> {
    resolved_with(device, None, commands).await
}

/// Masks where there is but one sample.
async fn one_sample(suite: &mut Suite) {
    for (what, mask, expected) in [
        ("the one sample of a mask", 0b0001, [255, 0, 0, 255]),
        ("nothing of a mask without the one sample", 0b1110, [0; 4]),
    ] {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: draws {what}"),
                async |device| {
                    let pipeline = pipeline(device, RED, |d| {
                        d.multisample = Some(GpuMultisampleState {
                            mask: Some(mask),
                            ..samples(1)
                        });
                    });
                    let texels = crate::drawn(device, 1, |pass| draw_with(pass, &pipeline)).await?;
                    equal(texels, vec![expected])
                },
            )
            .await;
    }
}

/// Shaders that run for each sample, and what is resolved of different ones.
async fn each_sample(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: gives shaders the index of each sample",
            async |device| {
                let pipeline = pipeline(
                    device,
                    "@fragment fn fragment(@builtin(sample_index) index: u32)
                         -> @location(0) vec4f {
                       return vec4f(f32(index == 3), f32(index < 2), f32(index > 3), 1);
                     }",
                    |_| {},
                );
                let texel = resolved(device, |pass| draw_with(pass, &pipeline)).await?;
                for (byte, samples) in texel.into_iter().zip([1, 2, 0, 4]) {
                    is_part(byte, samples)?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: resolves four samples to their mean",
            async |device| {
                let masked = |mask: u32| {
                    pipeline(device, RED, |d| {
                        d.multisample = Some(GpuMultisampleState {
                            mask: Some(mask),
                            ..samples(4)
                        });
                    })
                };
                // Samples stay as they are while others are drawn.
                let (one, two) = (masked(0b0100), masked(0b0011));
                let [red, ..] = resolved(device, |pass| {
                    draw_with(pass, &one);
                    draw_with(pass, &two);
                })
                .await?;
                is_part(red, 3)
            },
        )
        .await;
}

/// Stencil, which each sample has of its own.
async fn tested_samples(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: tests and changes stencil of the samples of a mask",
            async |device| {
                const STENCIL: GpuTextureFormat = GpuTextureFormat::Stencil8;
                let stenciled = |mask: u32, face: GpuStencilFaceState| {
                    pipeline(device, RED, |d| {
                        d.multisample = Some(GpuMultisampleState {
                            mask: Some(mask),
                            ..samples(4)
                        });
                        d.depth_stencil = Some(GpuDepthStencilState {
                            stencil_front: Some(face),
                            ..stencil_state(STENCIL)
                        });
                    })
                };
                let marking = stenciled(
                    0b0111,
                    GpuStencilFaceState {
                        compare: Some(GpuCompareFunction::Never),
                        fail_op: Some(GpuStencilOperation::Replace),
                        ..stencil_face()
                    },
                );
                let marked = stenciled(
                    0b1110,
                    GpuStencilFaceState {
                        compare: Some(GpuCompareFunction::Equal),
                        ..stencil_face()
                    },
                );
                let view = four_samples(device, STENCIL);
                let [red, ..] = resolved_with(device, Some(stencil(&view, 0)), |pass| {
                    pass.set_stencil_reference(1);
                    draw_with(pass, &marking);
                    draw_with(pass, &marked);
                })
                .await?;
                is_part(red, 2)
            },
        )
        .await;
}
