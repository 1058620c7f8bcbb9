//! Blending, write masks, and the test of depth (specification, "Output Merging").

use crate::{FORMAT, NOTHING, RED, colors, drawn, pipeline};
use harness::*;

/// What is drawn, and what is there, as fractions of 1: red, green, blue, alpha.
const SOURCE: [f32; 4] = [0.9, 0.3, 0.6, 0.2];
const DESTINATION: [f32; 4] = [0.2, 0.4, 0.8, 0.6];
const CONSTANT: [f32; 4] = [0.1, 0.3, 0.7, 0.9];

/// A factor, and what it is for a component (specification, "GPUBlendFactor").
#[rustfmt::skip]
const FACTORS: &[(&str, GpuBlendFactor, fn(usize) -> f32)] = &[
    ("zero", GpuBlendFactor::Zero, |_| 0.0),
    ("one", GpuBlendFactor::One, |_| 1.0),
    ("src", GpuBlendFactor::Src, |i| SOURCE[i]),
    ("one-minus-src", GpuBlendFactor::OneMinusSrc, |i| 1.0 - SOURCE[i]),
    ("src-alpha", GpuBlendFactor::SrcAlpha, |_| SOURCE[3]),
    ("one-minus-src-alpha", GpuBlendFactor::OneMinusSrcAlpha, |_| 1.0 - SOURCE[3]),
    ("dst", GpuBlendFactor::Dst, |i| DESTINATION[i]),
    ("one-minus-dst", GpuBlendFactor::OneMinusDst, |i| 1.0 - DESTINATION[i]),
    ("dst-alpha", GpuBlendFactor::DstAlpha, |_| DESTINATION[3]),
    ("one-minus-dst-alpha", GpuBlendFactor::OneMinusDstAlpha, |_| 1.0 - DESTINATION[3]),
    ("src-alpha-saturated", GpuBlendFactor::SrcAlphaSaturated, |i| {
        if i == 3 { 1.0 } else { SOURCE[3].min(1.0 - DESTINATION[3]) }
    }),
    ("constant", GpuBlendFactor::Constant, |i| CONSTANT[i]),
    ("one-minus-constant", GpuBlendFactor::OneMinusConstant, |i| 1.0 - CONSTANT[i]),
];

/// An operation, and what it makes of a source and a destination.
#[rustfmt::skip]
const OPERATIONS: &[(&str, GpuBlendOperation, fn(f32, f32) -> f32)] = &[
    ("add", GpuBlendOperation::Add, |source, destination| source + destination),
    ("subtract", GpuBlendOperation::Subtract, |source, destination| source - destination),
    ("reverse-subtract", GpuBlendOperation::ReverseSubtract, |source, destination| {
        destination - source
    }),
    ("min", GpuBlendOperation::Min, f32::min),
    ("max", GpuBlendOperation::Max, f32::max),
];

/// A comparison, and whether it lets pass what is less, equal, and greater.
#[rustfmt::skip]
pub const COMPARISONS: &[(&str, GpuCompareFunction, [bool; 3])] = &[
    ("never", GpuCompareFunction::Never, [false, false, false]),
    ("less", GpuCompareFunction::Less, [true, false, false]),
    ("equal", GpuCompareFunction::Equal, [false, true, false]),
    ("less-equal", GpuCompareFunction::LessEqual, [true, true, false]),
    ("greater", GpuCompareFunction::Greater, [false, false, true]),
    ("not-equal", GpuCompareFunction::NotEqual, [true, false, true]),
    ("greater-equal", GpuCompareFunction::GreaterEqual, [false, true, true]),
    ("always", GpuCompareFunction::Always, [true, true, true]),
];

pub async fn run(suite: &mut Suite) {
    blending(suite).await;
    parts_apart(suite).await;
    beyond_one(suite).await;
    targets_apart(suite).await;
    write_masks(suite).await;
    depth_tests(suite).await;
}

async fn blending(suite: &mut Suite) {
    for (name, factor, value) in FACTORS {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: blends with the factors {name} and zero, or zero and {name}"),
                async |device| {
                    let source = blend(GpuBlendOperation::Add, *factor, GpuBlendFactor::Zero);
                    blends_to(device, source, |i| SOURCE[i] * value(i)).await?;
                    let kept = blend(GpuBlendOperation::Add, GpuBlendFactor::Zero, *factor);
                    blends_to(device, kept, |i| DESTINATION[i] * value(i)).await
                },
            )
            .await;
    }
    for (name, operation, result) in OPERATIONS {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: blends by {name}"),
                async |device| {
                    let one = GpuBlendFactor::One;
                    blends_to(device, blend(*operation, one, one), |i| {
                        result(SOURCE[i], DESTINATION[i])
                    })
                    .await
                },
            )
            .await;
    }
}

/// Expects what a component of blending, the same for color and alpha, makes of each component of
/// source and destination.
async fn blends_to(
    device: &GpuDevice,
    component: GpuBlendComponent,
    expected: impl Fn(usize) -> f32,
) -> Outcome {
    draws_to(device, blended(FORMAT, component), expected).await
}

/// Expects what a target makes of each component of source and destination. Their precision is that
/// of the format, so a step of that is tolerated.
async fn draws_to(
    device: &GpuDevice,
    state: GpuColorTargetState,
    expected: impl Fn(usize) -> f32,
) -> Outcome {
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    let blending = pipeline(device, |d| {
        if let Some(fragment) = &mut d.fragment {
            fragment.entry_point = Some("mixed".into());
            fragment.targets = vec![Some(state)];
        }
    });
    submit(device, |encoder| {
        let attachment = GpuRenderPassColorAttachment {
            clear_value: Some(gpu_color(DESTINATION)),
            ..color(&view)
        };
        render(encoder, &render_pass(vec![attachment]), |pass| {
            pass.set_pipeline(&blending);
            pass.set_blend_constant(gpu_color(CONSTANT));
            pass.draw(3, None, None, None);
        });
    });
    let texel = colors(device, &target).await?[0];
    for (i, value) in texel.into_iter().enumerate() {
        let wanted = expected(i).clamp(0.0, 1.0) * 255.0;
        holds(
            (f32::from(value) - wanted).abs() <= 1.0,
            &format!("about {wanted} as component {i}; got {texel:?}"),
        )?;
    }
    Ok(())
}

/// Color and alpha that are blended differently, and what is blended if a state says nothing.
async fn parts_apart(suite: &mut Suite) {
    let nothing = GpuBlendComponent {
        operation: None,
        src_factor: None,
        dst_factor: None,
    };
    let difference = blend(
        GpuBlendOperation::ReverseSubtract,
        GpuBlendFactor::SrcAlpha,
        GpuBlendFactor::One,
    );
    let subtracted = |i: usize| DESTINATION[i] - SOURCE[i] * SOURCE[3];
    type Expected<'e> = &'e dyn Fn(usize) -> f32;
    let cases: [(&str, _, _, Expected); 3] = [
        (
            "what is drawn, where the state says nothing more",
            nothing,
            nothing,
            &|i| SOURCE[i],
        ),
        ("color, and takes alpha", difference, nothing, &|i| {
            if i == 3 { SOURCE[i] } else { subtracted(i) }
        }),
        ("alpha, and takes color", nothing, difference, &|i| {
            if i == 3 { subtracted(i) } else { SOURCE[i] }
        }),
    ];
    for (what, color, alpha, expected) in cases {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: blends {what}"),
                async |device| {
                    let state = GpuColorTargetState {
                        blend: Some(GpuBlendState { color, alpha }),
                        ..target(FORMAT)
                    };
                    draws_to(device, state, expected).await
                },
            )
            .await;
    }
}

/// Numbers beyond 1, in a format that holds them.
async fn beyond_one(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: blends numbers beyond 1 in rgba16float",
            async |device| {
                const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba16float;
                let sum = blend(
                    GpuBlendOperation::Add,
                    GpuBlendFactor::Constant,
                    GpuBlendFactor::One,
                );
                let adding = pipeline(device, |d| {
                    if let Some(fragment) = &mut d.fragment {
                        fragment.targets = vec![Some(blended(FORMAT, sum))];
                    }
                });
                let target = target_of(device, 1, FORMAT);
                let view = target.create_view(None);
                submit(device, |encoder| {
                    let attachment = GpuRenderPassColorAttachment {
                        clear_value: Some(gpu_color([2.0, -4.0, 0.5, 1.0])),
                        ..color(&view)
                    };
                    render(encoder, &render_pass(vec![attachment]), |pass| {
                        pass.set_blend_constant(gpu_color([6.0, 1.0, 1.0, 3.0]));
                        draw_with(pass, &adding);
                    });
                });
                // 8, -4, 0.5 and 4.
                let halves = [0x4800u16, 0xc400, 0x3800, 0x4400];
                let expected: Vec<u8> = halves.iter().flat_map(|half| half.to_le_bytes()).collect();
                equal(read_texels(device, &target, 8).await?, expected)
            },
        )
        .await;
}

/// Targets of a pipeline, each of which has a state of its own.
async fn targets_apart(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: blends and masks each target in its own way",
            async |device| {
                let sum = blend(
                    GpuBlendOperation::Add,
                    GpuBlendFactor::One,
                    GpuBlendFactor::One,
                );
                // Red goes to the first target, green to the second.
                let drawing = pipeline(device, |d| {
                    if let Some(fragment) = &mut d.fragment {
                        fragment.entry_point = Some("two".into());
                        fragment.targets = vec![
                            Some(blended(FORMAT, sum)),
                            Some(GpuColorTargetState {
                                write_mask: Some(GpuColorWrite::GREEN),
                                ..target(FORMAT)
                            }),
                        ];
                    }
                });
                let targets = [(); 2].map(|()| target_of(device, 1, FORMAT));
                let views = targets.each_ref().map(|target| target.create_view(None));
                submit(device, |encoder| {
                    let attachments = views.iter().map(|view| GpuRenderPassColorAttachment {
                        clear_value: Some(gpu_color([0.0, 0.0, 1.0, 0.0])),
                        ..color(view)
                    });
                    render(encoder, &render_pass(attachments.collect()), |pass| {
                        draw_with(pass, &drawing);
                    });
                });
                let [one, other] = &targets;
                equal(colors(device, one).await?, vec![[255, 0, 255, 255]])?;
                equal(colors(device, other).await?, vec![[0, 255, 255, 0]])
            },
        )
        .await;
}

fn gpu_color([r, g, b, a]: [f32; 4]) -> GpuColor {
    GpuColor {
        r: r.into(),
        g: g.into(),
        b: b.into(),
        a: a.into(),
    }
}

async fn write_masks(suite: &mut Suite) {
    let masks = [
        (GpuColorWrite::empty(), NOTHING),
        (GpuColorWrite::RED, [255, 0, 0, 0]),
        (GpuColorWrite::GREEN | GpuColorWrite::BLUE, NOTHING),
        (GpuColorWrite::ALPHA, [0, 0, 0, 255]),
        (GpuColorWrite::RED | GpuColorWrite::ALPHA, RED),
    ];
    suite
        .right(
            "gpu-device.create-render-pipeline: writes what its mask lets through",
            async |device| {
                for (mask, expected) in masks {
                    let masked = pipeline(device, |d| {
                        if let Some(fragment) = &mut d.fragment {
                            fragment.targets = vec![Some(GpuColorTargetState {
                                write_mask: Some(mask),
                                ..target(FORMAT)
                            })];
                        }
                    });
                    let texels = drawn(device, 1, |pass| draw_with(pass, &masked)).await?;
                    equal(texels, vec![expected])?;
                }
                Ok(())
            },
        )
        .await;
}

async fn depth_tests(suite: &mut Suite) {
    for (name, compare, passes) in COMPARISONS {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: draws what is {name} in depth"),
                async |device| {
                    // What is drawn has depth 0.5.
                    for (stored, is_drawn) in [0.75, 0.5, 0.25].into_iter().zip(passes) {
                        let state = depth_state(GpuTextureFormat::Depth32float, *compare);
                        equal(draws_over(device, state, stored).await?, *is_drawn)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
}

/// Whether something of depth 0.5 is drawn over a depth.
async fn draws_over(device: &GpuDevice, state: GpuDepthStencilState, stored: f32) -> Outcome<bool> {
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    let depths = target_of(device, 1, state.format).create_view(None);
    let testing = pipeline(device, |d| d.depth_stencil = Some(state));
    submit(device, |encoder| {
        let pass = depth_pass(vec![color(&view)], depth(&depths, stored));
        render(encoder, &pass, |pass| draw_with(pass, &testing));
    });
    Ok(colors(device, &target).await? == [RED])
}
