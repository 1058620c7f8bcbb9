//! What is tested of stencil, and what becomes of it (specification, "Depth/Stencil State" and "Output
//! Merging").

use crate::output::COMPARISONS;
use crate::{FORMAT, RED, colors, pipeline};
use harness::*;

use GpuStencilOperation::{Invert, Keep, Replace, Zero};

/// With depth, so that either test can fail.
const DEPTH_AND_STENCIL: GpuTextureFormat = GpuTextureFormat::Depth24plusStencil8;

/// The stencil reference of draws.
const REFERENCE: u32 = 7;

/// An operation on stencil, and what it makes of 0, 100 and 255.
#[rustfmt::skip]
const OPERATIONS: &[(&str, GpuStencilOperation, [u8; 3])] = &[
    ("keep", Keep, [0, 100, 255]),
    ("zero", Zero, [0, 0, 0]),
    ("replace", Replace, [7, 7, 7]),
    ("invert", Invert, [255, 155, 0]),
    ("increment-clamp", GpuStencilOperation::IncrementClamp, [1, 101, 255]),
    ("decrement-clamp", GpuStencilOperation::DecrementClamp, [0, 99, 254]),
    ("increment-wrap", GpuStencilOperation::IncrementWrap, [1, 101, 0]),
    ("decrement-wrap", GpuStencilOperation::DecrementWrap, [255, 99, 254]),
];

/// An operation, the write mask, and what it makes of a stencil.
#[rustfmt::skip]
const MASKED: &[(&str, GpuStencilOperation, u32, u32, u8)] = &[
    ("inverts", Invert, 0xf0, 0x33, 0xc3),
    ("replaces", Replace, 0x03, 0xf8, 0xfb),
    ("zeroes", Zero, 0x3c, 0xff, 0xc3),
    ("increments, without the carry,", GpuStencilOperation::IncrementWrap, 0x0f, 0x4f, 0x40),
    ("decrements, without the borrow,", GpuStencilOperation::DecrementWrap, 0x0f, 0x40, 0x4f),
    ("leaves alone, as there are none,", Invert, 0, 0x33, 0x33),
    ("takes of more than 8, the lower ones,", Invert, 0xffff_ff0f, 0x33, 0x3c),
];

/// A draw of one texel at depth 0.5, with the same state for both sides.
struct Draw {
    face: GpuStencilFaceState,
    read_mask: Option<u32>,
    write_mask: Option<u32>,
    /// Whether the test of depth lets it pass.
    passes_depth: bool,
    /// The stencil before.
    stored: u32,
    reference: u32,
}

impl Draw {
    fn of(face: GpuStencilFaceState, stored: u32) -> Self {
        Draw {
            face,
            read_mask: None,
            write_mask: None,
            passes_depth: true,
            stored,
            reference: REFERENCE,
        }
    }

    /// Whether it is drawn, and the stencil after.
    async fn done(&self, device: &GpuDevice) -> Outcome<(bool, u8)> {
        let compare = if self.passes_depth {
            GpuCompareFunction::Always
        } else {
            GpuCompareFunction::Never
        };
        let state = GpuDepthStencilState {
            stencil_front: Some(self.face),
            stencil_back: Some(self.face),
            stencil_read_mask: self.read_mask,
            stencil_write_mask: self.write_mask,
            ..depth_state(DEPTH_AND_STENCIL, compare)
        };
        let drawing = pipeline(device, |d| d.depth_stencil = Some(state));
        after(device, self.stored, |pass| {
            pass.set_stencil_reference(self.reference);
            draw_with(pass, &drawing);
        })
        .await
    }
}

/// Whether commands of a pass draw a texel red whose stencil is this, and the stencil after.
async fn after(
    device: &GpuDevice,
    stored: u32,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) -> Outcome<(bool, u8)> {
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    let stencils = target_of(device, 1, DEPTH_AND_STENCIL);
    let stencil_view = stencils.create_view(None);
    submit(device, |encoder| {
        let attachment = GpuRenderPassDepthStencilAttachment {
            stencil_clear_value: Some(stored),
            stencil_load_op: Some(GpuLoadOp::Clear),
            stencil_store_op: Some(GpuStoreOp::Store),
            ..depth(&stencil_view, 1.0)
        };
        render(
            encoder,
            &depth_pass(vec![color(&view)], attachment),
            commands,
        );
    });
    let aspect = GpuTexelCopyTextureInfo {
        aspect: Some(GpuTextureAspect::StencilOnly),
        ..texels(&stencils)
    };
    let bytes = read_region(device, aspect, extent(1, 1), 1).await?;
    Ok((colors(device, &target).await? == [RED], bytes[0]))
}

pub async fn run(suite: &mut Suite) {
    tests(suite).await;
    operations(suite).await;
    which_operation(suite).await;
    sides(suite).await;
    read_only(suite).await;
}

async fn tests(suite: &mut Suite) {
    for (name, compare, passes) in COMPARISONS {
        suite
            .right(
                &format!(
                    "gpu-device.create-render-pipeline: draws where the reference is {name} of the stencil"
                ),
                async |device| {
                    let face = GpuStencilFaceState {
                        compare: Some(*compare),
                        ..stencil_face()
                    };
                    for (stored, is_drawn) in [8, 7, 6].into_iter().zip(passes) {
                        let (drawn, _) = Draw::of(face, stored).done(device).await?;
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
                let face = GpuStencilFaceState {
                    compare: Some(GpuCompareFunction::Equal),
                    ..stencil_face()
                };
                for (stored, read_mask, is_drawn) in [
                    (0x37, 0x0f, true),
                    (0x38, 0x0f, false),
                    (0x38, 0, true),
                    (0x37, 0xffff_ff0f, true),
                ] {
                    let draw = Draw {
                        read_mask: Some(read_mask),
                        reference: 0xf7,
                        ..Draw::of(face, stored)
                    };
                    equal(draw.done(device).await?.0, is_drawn)?;
                }
                Ok(())
            },
        )
        .await;
}

async fn operations(suite: &mut Suite) {
    for (name, operation, expected) in OPERATIONS {
        let operation = Some(*operation);
        let passing = GpuStencilFaceState {
            pass_op: operation,
            ..stencil_face()
        };
        let failing = GpuStencilFaceState {
            compare: Some(GpuCompareFunction::Never),
            fail_op: operation,
            ..stencil_face()
        };
        let failing_depth = GpuStencilFaceState {
            depth_fail_op: operation,
            ..stencil_face()
        };
        for (when, face, passes_depth) in [
            ("where both tests pass", passing, true),
            ("where the test of stencil fails", failing, true),
            ("where that of depth fails", failing_depth, false),
        ] {
            suite
                .right(
                    &format!(
                        "gpu-device.create-render-pipeline: changes the stencil by {name} {when}"
                    ),
                    async |device| {
                        for (stored, expected) in [0, 100, 255].into_iter().zip(expected) {
                            let draw = Draw {
                                passes_depth,
                                ..Draw::of(face, stored)
                            };
                            equal(draw.done(device).await?.1, *expected)?;
                        }
                        Ok(())
                    },
                )
                .await;
        }
    }
    for (what, operation, write_mask, stored, expected) in MASKED {
        suite
            .right(
                &format!(
                    "gpu-device.create-render-pipeline: {what} the bits of the stencil write mask"
                ),
                async |device| {
                    let face = GpuStencilFaceState {
                        pass_op: Some(*operation),
                        ..stencil_face()
                    };
                    let draw = Draw {
                        write_mask: Some(*write_mask),
                        // No operation minds what is compared.
                        read_mask: Some(0),
                        ..Draw::of(face, *stored)
                    };
                    equal(draw.done(device).await?.1, *expected)
                },
            )
            .await;
    }
}

/// Which of three operations there is: one is done, and the two others are not.
async fn which_operation(suite: &mut Suite) {
    for (what, compare, passes_depth, expected) in [
        (
            "draws where the tests of stencil and depth pass",
            GpuCompareFunction::Always,
            true,
            (true, 7),
        ),
        (
            "draws nothing where the test of depth fails",
            GpuCompareFunction::Always,
            false,
            (false, 0xf0),
        ),
        (
            "draws nothing where the test of stencil fails",
            GpuCompareFunction::Never,
            true,
            (false, 0),
        ),
        (
            "draws nothing where the tests of stencil and depth fail",
            GpuCompareFunction::Never,
            false,
            (false, 0),
        ),
    ] {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: {what}, and changes stencil by that"),
                async |device| {
                    let face = GpuStencilFaceState {
                        compare: Some(compare),
                        fail_op: Some(Zero),
                        depth_fail_op: Some(Invert),
                        pass_op: Some(Replace),
                    };
                    let draw = Draw {
                        passes_depth,
                        ..Draw::of(face, 0x0f)
                    };
                    equal(draw.done(device).await?, expected)
                },
            )
            .await;
    }
}

/// The sides of primitives: the front replaces the stencil 0x0f, the back inverts it and is not
/// drawn.
async fn sides(suite: &mut Suite) {
    use GpuPrimitiveTopology::{LineList, PointList, TriangleList};
    const FRONT: (bool, u8) = (true, 7);
    const BACK: (bool, u8) = (false, 0xf0);
    const CCW: &[[f32; 2]] = &[[-1.0, -1.0], [3.0, -1.0], [-1.0, 3.0]];
    const CW: &[[f32; 2]] = &[[-1.0, -1.0], [-1.0, 3.0], [3.0, -1.0]];
    const ROW: &[[f32; 2]] = &[[-2.0, 0.0], [2.0, 0.0]];
    type Vertices = &'static [[f32; 2]];
    let cases: [(&str, GpuPrimitiveTopology, GpuFrontFace, Vertices, _); 6] = [
        (
            "what is counter-clockwise, and front",
            TriangleList,
            GpuFrontFace::Ccw,
            CCW,
            FRONT,
        ),
        (
            "what is clockwise, and back",
            TriangleList,
            GpuFrontFace::Ccw,
            CW,
            BACK,
        ),
        (
            "what is counter-clockwise, and back",
            TriangleList,
            GpuFrontFace::Cw,
            CCW,
            BACK,
        ),
        (
            "what is clockwise, and front",
            TriangleList,
            GpuFrontFace::Cw,
            CW,
            FRONT,
        ),
        ("lines as front", LineList, GpuFrontFace::Cw, ROW, FRONT),
        (
            "points as front",
            PointList,
            GpuFrontFace::Cw,
            &[[0.0, 0.0]],
            FRONT,
        ),
    ];
    for (what, topology, front_face, vertices, expected) in cases {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: tests and changes stencil of {what}"),
                async |device| {
                    let drawing = pipeline(device, |d| {
                        d.vertex.entry_point = Some("at_position".into());
                        d.vertex.buffers = Some(vec![Some(positions())]);
                        d.primitive = Some(GpuPrimitiveState {
                            front_face: Some(front_face),
                            ..primitive(topology)
                        });
                        d.depth_stencil = Some(GpuDepthStencilState {
                            stencil_front: Some(GpuStencilFaceState {
                                pass_op: Some(Replace),
                                ..stencil_face()
                            }),
                            stencil_back: Some(GpuStencilFaceState {
                                compare: Some(GpuCompareFunction::Never),
                                fail_op: Some(Invert),
                                ..stencil_face()
                            }),
                            ..depth_state(DEPTH_AND_STENCIL, GpuCompareFunction::Always)
                        });
                    });
                    let places = vertices.as_flattened();
                    let bytes: Vec<u8> = places.iter().flat_map(|at| at.to_le_bytes()).collect();
                    let buffer = buffer_of(device, &bytes, GpuBufferUsage::VERTEX)?;
                    let seen = after(device, 0x0f, |pass| {
                        pass.set_pipeline(&drawing);
                        pass.set_stencil_reference(REFERENCE);
                        pass.set_vertex_buffer(0, Some(&buffer), None, None);
                        pass.draw(vertices.len() as u32, None, None, None);
                    })
                    .await?;
                    equal(seen, expected)
                },
            )
            .await;
    }
}

/// Pipelines in a pass that only reads depth and stencil: those that could write either are refused.
async fn read_only(suite: &mut Suite) {
    type Change = fn(&mut GpuDepthStencilState, &mut GpuPrimitiveState);
    fn inverting() -> Option<GpuStencilFaceState> {
        Some(GpuStencilFaceState {
            pass_op: Some(Invert),
            ..stencil_face()
        })
    }
    #[rustfmt::skip]
    const PIPELINES: &[(&str, bool, Change)] = &[
        ("keeps depth and stencil", true, |_, _| {}),
        ("writes depth", false, |d, _| d.depth_write_enabled = Some(true)),
        ("changes stencil in front", false, |d, _| d.stencil_front = inverting()),
        ("changes stencil behind", false, |d, _| d.stencil_back = inverting()),
        ("changes stencil where tests fail", false, |d, _| {
            d.stencil_front = Some(GpuStencilFaceState { fail_op: Some(Zero), ..stencil_face() });
        }),
        ("changes stencil where depth fails", false, |d, _| {
            d.stencil_back = Some(GpuStencilFaceState {
                depth_fail_op: Some(Zero),
                ..stencil_face()
            });
        }),
        ("changes no bit of stencil", true, |d, _| {
            d.stencil_front = inverting();
            d.stencil_write_mask = Some(0);
        }),
        ("changes stencil in front, which is culled", true, |d, p| {
            d.stencil_front = inverting();
            p.cull_mode = Some(GpuCullMode::Front);
        }),
        ("changes stencil behind, which is culled", true, |d, p| {
            d.stencil_back = inverting();
            p.cull_mode = Some(GpuCullMode::Back);
        }),
        ("changes stencil behind, where the front is culled", false, |d, p| {
            d.stencil_back = inverting();
            p.cull_mode = Some(GpuCullMode::Front);
        }),
    ];
    for (what, is_right, change) in PIPELINES {
        let name = format!(
            "gpu-render-pass-encoder.set-pipeline: that {what}, in a pass that only reads both"
        );
        let encoding = |device: &GpuDevice| {
            let drawing = pipeline(device, |d| {
                let mut state = GpuDepthStencilState {
                    depth_write_enabled: Some(false),
                    ..depth_state(DEPTH_AND_STENCIL, GpuCompareFunction::Always)
                };
                let mut primitive = primitive(GpuPrimitiveTopology::TriangleList);
                change(&mut state, &mut primitive);
                d.depth_stencil = Some(state);
                d.primitive = Some(primitive);
            });
            let view = target_of(device, 1, FORMAT).create_view(None);
            let read = target_of(device, 1, DEPTH_AND_STENCIL).create_view(None);
            move |encoder: &GpuCommandEncoder| {
                let attachment = GpuRenderPassDepthStencilAttachment {
                    depth_load_op: None,
                    depth_store_op: None,
                    depth_read_only: Some(true),
                    stencil_read_only: Some(true),
                    ..depth(&read, 1.0)
                };
                let pass = depth_pass(vec![color(&view)], attachment);
                render(encoder, &pass, |pass| draw_with(pass, &drawing));
            }
        };
        if *is_right {
            suite
                .right(&name, async |device| {
                    submit(device, encoding(device));
                    Ok(())
                })
                .await;
        } else {
            suite
                .wrong(&name, async |device| {
                    refused_at_finish(device, encoding(device)).await
                })
                .await;
        }
    }
}
