//! Blending, masks, and the tests of depth and stencil (specification, "Output Merging").

use crate::{FORMAT, NOTHING, RED, colors, drawn, pipeline, target_of};
use harness::*;

/// What is drawn, and what is there, as fractions of 1: red, green, blue, alpha.
const SOURCE: [f32; 4] = [0.5; 4];
const DESTINATION: [f32; 4] = [0.2, 0.4, 0.6, 0.8];
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
const COMPARISONS: &[(&str, GpuCompareFunction, [bool; 3])] = &[
    ("never", GpuCompareFunction::Never, [false, false, false]),
    ("less", GpuCompareFunction::Less, [true, false, false]),
    ("equal", GpuCompareFunction::Equal, [false, true, false]),
    ("less-equal", GpuCompareFunction::LessEqual, [true, true, false]),
    ("greater", GpuCompareFunction::Greater, [false, false, true]),
    ("not-equal", GpuCompareFunction::NotEqual, [true, false, true]),
    ("greater-equal", GpuCompareFunction::GreaterEqual, [false, true, true]),
    ("always", GpuCompareFunction::Always, [true, true, true]),
];

/// An operation on stencil, and what it makes of 0, 100 and 255, if the reference is 7.
#[rustfmt::skip]
const STENCIL_OPERATIONS: &[(&str, GpuStencilOperation, [u8; 3])] = &[
    ("keep", GpuStencilOperation::Keep, [0, 100, 255]),
    ("zero", GpuStencilOperation::Zero, [0, 0, 0]),
    ("replace", GpuStencilOperation::Replace, [7, 7, 7]),
    ("invert", GpuStencilOperation::Invert, [255, 155, 0]),
    ("increment-clamp", GpuStencilOperation::IncrementClamp, [1, 101, 255]),
    ("decrement-clamp", GpuStencilOperation::DecrementClamp, [0, 99, 254]),
    ("increment-wrap", GpuStencilOperation::IncrementWrap, [1, 101, 0]),
    ("decrement-wrap", GpuStencilOperation::DecrementWrap, [255, 99, 254]),
];

pub async fn run(suite: &mut Suite) {
    blending(suite).await;
    write_masks(suite).await;
    depth_tests(suite).await;
    stencil_tests(suite).await;
    stencil_operations(suite).await;
    coverage(suite).await;
}

async fn blending(suite: &mut Suite) {
    for (name, factor, value) in FACTORS {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: blends with the factors {name} and zero, or zero and {name}"),
                async |device| {
                    let source = component(GpuBlendOperation::Add, *factor, GpuBlendFactor::Zero);
                    blends_to(device, source, |i| SOURCE[i] * value(i)).await?;
                    let kept = component(GpuBlendOperation::Add, GpuBlendFactor::Zero, *factor);
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
                    blends_to(device, component(*operation, one, one), |i| {
                        result(SOURCE[i], DESTINATION[i])
                    })
                    .await
                },
            )
            .await;
    }
}

fn component(
    operation: GpuBlendOperation,
    source: GpuBlendFactor,
    destination: GpuBlendFactor,
) -> GpuBlendComponent {
    GpuBlendComponent {
        operation: Some(operation),
        src_factor: Some(source),
        dst_factor: Some(destination),
    }
}

/// Expects what a component of blending, the same for color and alpha, makes of each component of
/// source and destination. Their precision is that of the format, so a step of that is tolerated.
async fn blends_to(
    device: &GpuDevice,
    component: GpuBlendComponent,
    expected: impl Fn(usize) -> f32,
) -> Outcome {
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    let blending = pipeline(device, |d| {
        if let Some(fragment) = &mut d.fragment {
            fragment.entry_point = Some("half".into());
            fragment.targets = vec![Some(GpuColorTargetState {
                blend: Some(GpuBlendState {
                    color: component,
                    alpha: component,
                }),
                ..crate::target(FORMAT)
            })];
        }
    });
    submit(device, |encoder| {
        let attachment = GpuRenderPassColorAttachment {
            clear_value: Some(gpu_color(DESTINATION)),
            ..color(&view)
        };
        let pass = encoder.begin_render_pass(&render_pass(vec![attachment]));
        pass.set_pipeline(&blending);
        pass.set_blend_constant(gpu_color(CONSTANT));
        pass.draw(3, None, None, None);
        pass.end();
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
                    let texels = drawn(device, 1, |pass| {
                        pass.set_pipeline(&masked);
                        pass.draw(3, None, None, None);
                    })
                    .await?;
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
                        let drawn =
                            drawn_over(device, state, |view| depth(view, stored), 0).await?;
                        equal(drawn, *is_drawn)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
}

async fn stencil_tests(suite: &mut Suite) {
    for (name, compare, passes) in COMPARISONS {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: draws where the reference is {name} of the stencil"),
                async |device| {
                    let state = both_faces(GpuStencilFaceState {
                        compare: Some(*compare),
                        ..keeping()
                    });
                    for (stored, is_drawn) in [8, 7, 6].into_iter().zip(passes) {
                        let drawn = drawn_over(
                            device,
                            state,
                            |view| stencil(view, stored),
                            7,
                        )
                        .await?;
                        equal(drawn, *is_drawn)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-device.create-render-pipeline: compares only the bits of the stencil read mask",
            async |device| {
                let state = GpuDepthStencilState {
                    stencil_read_mask: Some(0x0f),
                    ..both_faces(GpuStencilFaceState {
                        compare: Some(GpuCompareFunction::Equal),
                        ..keeping()
                    })
                };
                equal(
                    drawn_over(device, state, |view| stencil(view, 0x37), 0xf7).await?,
                    true,
                )?;
                equal(
                    drawn_over(device, state, |view| stencil(view, 0x38), 0xf7).await?,
                    false,
                )
            },
        )
        .await;
}

/// Whether something was drawn, over an attachment that begins so, with a stencil reference.
async fn drawn_over(
    device: &GpuDevice,
    state: GpuDepthStencilState,
    attachment: impl FnOnce(&GpuTextureView) -> GpuRenderPassDepthStencilAttachment<'_>,
    reference: u32,
) -> Outcome<bool> {
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    let tested = target_of(device, 1, state.format).create_view(None);
    let testing = pipeline(device, |d| d.depth_stencil = Some(state));
    submit(device, |encoder| {
        let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
            depth_stencil_attachment: Some(attachment(&tested)),
            ..render_pass(vec![color(&view)])
        });
        pass.set_pipeline(&testing);
        pass.set_stencil_reference(reference);
        pass.draw(3, None, None, None);
        pass.end();
    });
    Ok(colors(device, &target).await? == [RED])
}

fn keeping() -> GpuStencilFaceState {
    GpuStencilFaceState {
        compare: None,
        fail_op: None,
        depth_fail_op: None,
        pass_op: None,
    }
}

fn both_faces(face: GpuStencilFaceState) -> GpuDepthStencilState {
    GpuDepthStencilState {
        stencil_front: Some(face),
        stencil_back: Some(face),
        ..stencil_state(GpuTextureFormat::Stencil8)
    }
}

async fn stencil_operations(suite: &mut Suite) {
    for (name, operation, expected) in STENCIL_OPERATIONS {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: changes the stencil by {name}"),
                async |device| {
                    let passing = both_faces(GpuStencilFaceState {
                        pass_op: Some(*operation),
                        ..keeping()
                    });
                    let failing = both_faces(GpuStencilFaceState {
                        compare: Some(GpuCompareFunction::Never),
                        fail_op: Some(*operation),
                        ..keeping()
                    });
                    for (stored, expected) in [0, 100, 255].into_iter().zip(expected) {
                        equal(stencil_after(device, passing, stored).await?, *expected)?;
                        equal(stencil_after(device, failing, stored).await?, *expected)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-device.create-render-pipeline: changes only the bits of the stencil write mask",
            async |device| {
                let state = GpuDepthStencilState {
                    stencil_write_mask: Some(0xf0),
                    ..both_faces(GpuStencilFaceState {
                        pass_op: Some(GpuStencilOperation::Invert),
                        ..keeping()
                    })
                };
                equal(stencil_after(device, state, 0x33).await?, 0xc3)
            },
        )
        .await;
}

/// What is left of a stencil after a draw with the reference 7.
async fn stencil_after(
    device: &GpuDevice,
    state: GpuDepthStencilState,
    stored: u32,
) -> Outcome<u8> {
    let stencils = target_of(device, 1, GpuTextureFormat::Stencil8);
    let view = stencils.create_view(None);
    let changing = pipeline(device, |d| {
        d.fragment = None;
        d.depth_stencil = Some(state);
    });
    submit(device, |encoder| {
        let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
            depth_stencil_attachment: Some(stencil(&view, stored)),
            ..render_pass(vec![])
        });
        pass.set_pipeline(&changing);
        pass.set_stencil_reference(7);
        pass.draw(3, None, None, None);
        pass.end();
    });
    Ok(read_texels(device, &stencils, 1).await?[0])
}

/// Alpha as coverage, where it leaves nothing open: all of it, or none.
async fn coverage(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: with alpha as coverage draws all samples where alpha is 1",
            async |device| {
                let four = device.create_texture(&GpuTextureDescriptor {
                    sample_count: Some(4),
                    ..texture(extent(1, 1), FORMAT, GpuTextureUsage::RENDER_ATTACHMENT)
                });
                let view = four.create_view(None);
                let target = target_of(device, 1, FORMAT);
                let resolved = target.create_view(None);
                let covering = pipeline(device, |d| {
                    d.multisample = Some(GpuMultisampleState {
                        alpha_to_coverage_enabled: Some(true),
                        ..samples(4)
                    });
                });
                submit(device, |encoder| {
                    let attachment = GpuRenderPassColorAttachment {
                        resolve_target: Some(&resolved),
                        ..color(&view)
                    };
                    let pass = encoder.begin_render_pass(&render_pass(vec![attachment]));
                    pass.set_pipeline(&covering);
                    pass.draw(3, None, None, None);
                    pass.end();
                });
                equal(colors(device, &target).await?, vec![RED])
            },
        )
        .await;
}
