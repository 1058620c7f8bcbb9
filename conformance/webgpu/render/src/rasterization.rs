//! Viewport, scissor, blend constant and stencil reference of passes (specification, "Rasterization
//! state"), and which primitives are drawn.

use crate::{FORMAT, NOTHING, RED, colors, drawn, pipeline};
use harness::*;

/// What part of 4 by 4 texels is red: from where on, and how much.
type Rectangle = (u32, u32, u32, u32);

const ALL: Rectangle = (0, 0, 4, 4);
const NONE: Rectangle = (0, 0, 0, 0);

#[rustfmt::skip]
const VIEWPORTS: &[(&str, [f32; 6], Rectangle)] = &[
    ("of all", [0.0, 0.0, 4.0, 4.0, 0.0, 1.0], ALL),
    ("of a part", [1.0, 2.0, 2.0, 1.0, 0.0, 1.0], (1, 2, 2, 1)),
    ("of nothing", [1.0, 1.0, 0.0, 0.0, 0.0, 1.0], NONE),
    ("of more than there is", [-4.0, -4.0, 6.0, 16.0, 0.0, 1.0], (0, 0, 2, 4)),
    ("of one depth", [0.0, 0.0, 4.0, 4.0, 0.5, 0.5], ALL),
];

/// What is wrong with a viewport, in units of max-texture-dimension-2d for position and size.
#[rustfmt::skip]
const WRONG_VIEWPORTS: &[(&str, [f32; 6])] = &[
    ("too far left", [-3.0, 0.0, 0.5, 0.5, 0.0, 1.0]),
    ("too far up", [0.0, -3.0, 0.5, 0.5, 0.0, 1.0]),
    ("of a negative width", [0.0, 0.0, -0.1, 0.5, 0.0, 1.0]),
    ("of a negative height", [0.0, 0.0, 0.5, -0.1, 0.0, 1.0]),
    ("wider than max-texture-dimension-2d", [0.0, 0.0, 1.5, 0.5, 0.0, 1.0]),
    ("higher than max-texture-dimension-2d", [0.0, 0.0, 0.5, 1.5, 0.0, 1.0]),
    ("too far right", [1.5, 0.0, 0.5, 0.5, 0.0, 1.0]),
    ("too far down", [0.0, 1.5, 0.5, 0.5, 0.0, 1.0]),
    ("from less than depth 0 on", [0.0, 0.0, 0.5, 0.5, -0.1, 1.0]),
    ("to more than depth 1", [0.0, 0.0, 0.5, 0.5, 0.0, 1.1]),
    ("from more than depth 1 on", [0.0, 0.0, 0.5, 0.5, 1.1, 1.1]),
    ("from a greater depth on than to", [0.0, 0.0, 0.5, 0.5, 0.6, 0.5]),
];

#[rustfmt::skip]
const SCISSORS: &[(&str, Rectangle)] = &[
    ("of all", ALL),
    ("of a part", (1, 2, 3, 1)),
    ("of nothing", (2, 2, 0, 2)),
    ("of nothing at the end", (4, 4, 0, 0)),
];

#[rustfmt::skip]
const WRONG_SCISSORS: &[(&str, Rectangle)] = &[
    ("wider than the attachments", (0, 0, 5, 4)),
    ("higher than the attachments", (0, 0, 4, 5)),
    ("too far right", (2, 0, 3, 4)),
    ("too far down", (0, 3, 4, 2)),
    ("of nothing beyond the end", (5, 0, 0, 0)),
    ("that overflows", (u32::MAX, 0, 1, 1)),
];

/// Which side is culled, and whether a triangle is drawn that is counter-clockwise with y upward.
#[rustfmt::skip]
const SIDES: &[(&str, GpuFrontFace, GpuCullMode, bool)] = &[
    ("none of ccw", GpuFrontFace::Ccw, GpuCullMode::None, true),
    ("the front of ccw", GpuFrontFace::Ccw, GpuCullMode::Front, false),
    ("the back of ccw", GpuFrontFace::Ccw, GpuCullMode::Back, true),
    ("none of cw", GpuFrontFace::Cw, GpuCullMode::None, true),
    ("the front of cw", GpuFrontFace::Cw, GpuCullMode::Front, true),
    ("the back of cw", GpuFrontFace::Cw, GpuCullMode::Back, false),
];

pub async fn run(suite: &mut Suite) {
    viewports(suite).await;
    scissors(suite).await;
    sides(suite).await;
    constants(suite).await;
    wrong_constants(suite).await;
    ended(suite).await;
}

/// Expects red in a rectangle of 4 by 4 texels, and nothing elsewhere.
fn is_red_in(texels: &[[u8; 4]], (x, y, width, height): Rectangle) -> Outcome {
    let expected: Vec<_> = (0..16u32)
        .map(|at| (at % 4, at / 4))
        .map(|(column, row)| {
            let is_red = (x..x + width).contains(&column) && (y..y + height).contains(&row);
            if is_red { RED } else { NOTHING }
        })
        .collect();
    equal(texels, &expected)
}

async fn viewports(suite: &mut Suite) {
    for (what, [x, y, width, height, near, far], rectangle) in VIEWPORTS {
        suite
            .right(
                &format!("gpu-render-pass-encoder.set-viewport: {what}"),
                async |device| {
                    let red = pipeline(device, |_| {});
                    let texels = drawn(device, 4, |pass| {
                        pass.set_pipeline(&red);
                        pass.set_viewport(*x, *y, *width, *height, *near, *far);
                        pass.draw(3, None, None, None);
                    })
                    .await?;
                    is_red_in(&texels, *rectangle)
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-render-pass-encoder.set-viewport: puts depth between the nearest and the farthest",
            async |device| {
                let target = target_of(device, 2, GpuTextureFormat::Depth32float);
                let view = target.create_view(None);
                let flat = pipeline(device, |d| {
                    d.fragment = None;
                    d.depth_stencil = Some(depth_state(
                        GpuTextureFormat::Depth32float,
                        GpuCompareFunction::Always,
                    ));
                });
                submit(device, |encoder| {
                    render(encoder, &depth_pass(vec![], depth(&view, 0.0)), |pass| {
                        pass.set_pipeline(&flat);
                        pass.set_viewport(0.0, 0.0, 2.0, 2.0, 0.5, 1.0);
                        pass.draw(3, None, None, None);
                    });
                });
                equal(
                    read_texels(device, &target, 4).await?,
                    0.75f32.to_le_bytes().repeat(4),
                )
            },
        )
        .await;
    for (place, what) in ["x", "y", "width", "height", "nearest", "farthest"]
        .iter()
        .enumerate()
    {
        invalid(
            suite,
            "set-viewport",
            &format!("whose {what} is no number"),
            |_, pass| {
                let mut numbers = [0.0, 0.0, 4.0, 4.0, 0.0, 1.0];
                numbers[place] = f32::NAN;
                let [x, y, width, height, near, far] = numbers;
                pass.set_viewport(x, y, width, height, near, far);
            },
        )
        .await;
    }
    for (what, [x, y, width, height, near, far]) in WRONG_VIEWPORTS {
        invalid(suite, "set-viewport", what, |device, pass| {
            let unit = device.limits().max_texture_dimension2_d() as f32;
            pass.set_viewport(x * unit, y * unit, width * unit, height * unit, *near, *far);
        })
        .await;
    }
}

async fn scissors(suite: &mut Suite) {
    for (what, rectangle) in SCISSORS {
        suite
            .right(
                &format!("gpu-render-pass-encoder.set-scissor-rect: {what}"),
                async |device| {
                    let red = pipeline(device, |_| {});
                    let (x, y, width, height) = *rectangle;
                    let texels = drawn(device, 4, |pass| {
                        pass.set_pipeline(&red);
                        pass.set_scissor_rect(x, y, width, height);
                        pass.draw(3, None, None, None);
                    })
                    .await?;
                    is_red_in(&texels, *rectangle)
                },
            )
            .await;
    }
    for (what, (x, y, width, height)) in WRONG_SCISSORS {
        invalid(suite, "set-scissor-rect", what, |_, pass| {
            pass.set_scissor_rect(*x, *y, *width, *height);
        })
        .await;
    }
}

/// Expects that a command makes its pass invalid.
async fn invalid(
    suite: &mut Suite,
    function: &str,
    what: &str,
    command: impl FnOnce(&GpuDevice, &GpuRenderPassEncoder),
) {
    suite
        .wrong(
            &format!("gpu-render-pass-encoder.{function}: {what}"),
            async |device| {
                let view = target_of(device, 4, FORMAT).create_view(None);
                refused_at_finish(device, |encoder| {
                    render_into(encoder, &view, |pass| {
                        command(device, pass);
                    });
                })
                .await
            },
        )
        .await;
}

async fn sides(suite: &mut Suite) {
    for (what, front_face, cull_mode, is_drawn) in SIDES {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: that culls {what}"),
                async |device| {
                    let culling = pipeline(device, |d| {
                        d.primitive = Some(GpuPrimitiveState {
                            front_face: Some(*front_face),
                            cull_mode: Some(*cull_mode),
                            ..primitive(GpuPrimitiveTopology::TriangleList)
                        });
                    });
                    let texels = drawn(device, 4, |pass| draw_with(pass, &culling)).await?;
                    is_red_in(&texels, if *is_drawn { ALL } else { NONE })
                },
            )
            .await;
    }
}

async fn constants(suite: &mut Suite) {
    suite
        .right(
            "gpu-render-pass-encoder.set-blend-constant: is what pipelines blend with",
            async |device| {
                let fifths = GpuColor {
                    r: 0.2,
                    g: 0.4,
                    b: 0.6,
                    a: 0.8,
                };
                let blending = blending_by_constant(device);
                let texels = drawn(device, 2, |pass| {
                    pass.set_pipeline(&blending);
                    pass.set_blend_constant(fifths);
                    pass.draw(3, None, None, None);
                })
                .await?;
                // Red with alpha, times the constant.
                equal(texels, vec![[51, 0, 0, 204]; 4])
            },
        )
        .await;
    suite
        .right(
            "gpu-render-pass-encoder.set-blend-constant: is zero until it is set",
            async |device| {
                let blending = blending_by_constant(device);
                let texels = drawn(device, 2, |pass| draw_with(pass, &blending)).await?;
                equal(texels, vec![NOTHING; 4])
            },
        )
        .await;
    suite
        .right(
            "gpu-render-pass-encoder.set-stencil-reference: lets pass what it equals",
            async |device| {
                for (reference, expected) in [(7, RED), (0x107, RED), (8, NOTHING)] {
                    let texels = matched(device, Some(reference)).await?;
                    equal(texels, vec![expected; 4])?;
                }
                // Which is zero until it is set.
                equal(matched(device, None).await?, vec![NOTHING; 4])
            },
        )
        .await;
}

/// Of colors all parts are numbers, and none is infinite: those of WebGPU are `double`.
async fn wrong_constants(suite: &mut Suite) {
    for (what, r, g, b, a) in [
        ("whose red is no number", f64::NAN, 0.0, 0.0, 0.0),
        ("whose green is infinite", 0.0, f64::INFINITY, 0.0, 0.0),
        (
            "whose blue is infinitely little",
            0.0,
            0.0,
            f64::NEG_INFINITY,
            0.0,
        ),
        ("whose alpha is no number", 0.0, 0.0, 0.0, f64::NAN),
    ] {
        invalid(suite, "set-blend-constant", what, |_, pass| {
            pass.set_blend_constant(GpuColor { r, g, b, a });
        })
        .await;
    }
}

fn blending_by_constant(device: &GpuDevice) -> GpuRenderPipeline {
    pipeline(device, |d| {
        let component = blend(
            GpuBlendOperation::Add,
            GpuBlendFactor::Constant,
            GpuBlendFactor::Zero,
        );
        if let Some(fragment) = &mut d.fragment {
            fragment.targets = vec![Some(blended(FORMAT, component))];
        }
    })
}

/// What is drawn where the stencil is 7, by a pipeline that draws where it equals the reference.
async fn matched(device: &GpuDevice, reference: Option<u32>) -> Outcome<Vec<[u8; 4]>> {
    let equals = GpuStencilFaceState {
        compare: Some(GpuCompareFunction::Equal),
        ..stencil_face()
    };
    let matching = pipeline(device, |d| {
        d.depth_stencil = Some(GpuDepthStencilState {
            stencil_front: Some(equals),
            stencil_back: Some(equals),
            ..stencil_state(GpuTextureFormat::Stencil8)
        });
    });
    let target = target_of(device, 2, FORMAT);
    let view = target.create_view(None);
    let stencils = target_of(device, 2, GpuTextureFormat::Stencil8).create_view(None);
    submit(device, |encoder| {
        render(
            encoder,
            &depth_pass(vec![color(&view)], stencil(&stencils, 7)),
            |pass| {
                pass.set_pipeline(&matching);
                if let Some(reference) = reference {
                    pass.set_stencil_reference(reference);
                }
                pass.draw(3, None, None, None);
            },
        );
    });
    colors(device, &target).await
}

/// What only passes have, once they have ended.
async fn ended(suite: &mut Suite) {
    #[rustfmt::skip]
    const LATE: &[(&str, fn(&GpuRenderPassEncoder))] = &[
        ("set-viewport", |pass| pass.set_viewport(0.0, 0.0, 1.0, 1.0, 0.0, 1.0)),
        ("set-scissor-rect", |pass| pass.set_scissor_rect(0, 0, 1, 1)),
        ("set-blend-constant", |pass| {
            pass.set_blend_constant(GpuColor { r: 0.0, g: 0.0, b: 0.0, a: 0.0 });
        }),
        ("set-stencil-reference", |pass| pass.set_stencil_reference(1)),
        ("begin-occlusion-query", |pass| pass.begin_occlusion_query(0)),
        ("end-occlusion-query", |pass| pass.end_occlusion_query()),
        ("execute-bundles", |pass| pass.execute_bundles(&[])),
        ("draw", |pass| pass.draw(3, None, None, None)),
        ("set-vertex-buffer", |pass| pass.set_vertex_buffer(0, None, None, None)),
        ("set-immediates", |pass| pass.set_immediates(0, &[], None, None)),
    ];
    for (function, command) in LATE {
        suite
            .wrong(
                &format!("gpu-render-pass-encoder.{function}: once the pass has ended is an error"),
                async |device| {
                    let view = target_of(device, 4, FORMAT).create_view(None);
                    let encoder = device.create_command_encoder(None);
                    let pass = encoder.begin_render_pass(&render_pass(vec![color(&view)]));
                    pass.end();
                    refused(device, || command(&pass)).await?;
                    encoder.finish(None);
                    Ok(())
                },
            )
            .await;
    }
}
