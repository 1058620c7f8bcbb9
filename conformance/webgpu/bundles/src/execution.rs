//! `execute-bundles`, and what bundles may do in the passes that execute them.

use crate::{FORMAT, invalid_bundle};
use harness::*;

/// Covers everything in red, at half depth; or in green.
const SHADER: &str = "
@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0.5, 1);
}
@fragment fn red() -> @location(0) vec4f {
  return vec4f(1, 0, 0, 1);
}
@fragment fn green() -> @location(0) vec4f {
  return vec4f(0, 1, 0, 1);
}
";

const RED: [u8; 4] = [255, 0, 0, 255];
const GREEN: [u8; 4] = [0, 255, 0, 255];
const NOTHING: [u8; 4] = [0; 4];

fn pipeline(
    device: &GpuDevice,
    entry_point: &str,
    change: impl FnOnce(&mut GpuRenderPipelineDescriptor<'_>),
) -> GpuRenderPipeline {
    let module = device.create_shader_module(&shader(SHADER));
    let mut descriptor = render_pipeline(&module, &[FORMAT]);
    if let Some(fragment) = &mut descriptor.fragment {
        fragment.entry_point = Some(entry_point.into());
    }
    change(&mut descriptor);
    device.create_render_pipeline(descriptor)
}

/// A bundle that draws red or green.
fn drawing(device: &GpuDevice, entry_point: &str) -> GpuRenderBundle {
    Bundled::Plainly.drawing(device, entry_point)
}

/// How bundles are made.
#[derive(Clone, Copy)]
enum Bundled {
    Plainly,
    /// Immediate data makes no difference where no shader uses it; for a host it may.
    WithImmediateData,
}

impl Bundled {
    const ALL: [Bundled; 2] = [Bundled::Plainly, Bundled::WithImmediateData];

    /// The name of a case with such bundles.
    fn named(self, name: &str) -> String {
        match self {
            Bundled::Plainly => name.to_string(),
            Bundled::WithImmediateData => format!("{name}, with immediate data"),
        }
    }

    /// A bundle encoder that has no commands but what makes it one of this kind.
    fn encoder(
        self,
        device: &GpuDevice,
        descriptor: &GpuRenderBundleEncoderDescriptor,
    ) -> GpuRenderBundleEncoder {
        let encoder = device.create_render_bundle_encoder(descriptor);
        if let Bundled::WithImmediateData = self {
            encoder.set_immediates(0, &[1; 8], None, None);
        }
        encoder
    }

    /// A bundle that draws red or green.
    fn drawing(self, device: &GpuDevice, entry_point: &str) -> GpuRenderBundle {
        let pipeline = pipeline(device, entry_point, |_| {});
        let encoder = self.encoder(device, &bundle_encoder(&[FORMAT]));
        encoder.set_pipeline(&pipeline);
        encoder.draw(3, None, None, None);
        encoder.finish(None)
    }
}

/// What a texel is after a pass of these commands, which begins with zero.
async fn drawn(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuRenderPassEncoder),
) -> Outcome<Vec<u8>> {
    let target = target_of(device, 1, FORMAT);
    let view = target.create_view(None);
    submit(device, |encoder| {
        render_into(encoder, &view, commands);
    });
    read_texels(device, &target, 4).await
}

/// Expects that commands make their pass invalid.
async fn invalidated(device: &GpuDevice, commands: impl FnOnce(&GpuRenderPassEncoder)) -> Outcome {
    let view = target_of(device, 1, FORMAT).create_view(None);
    refused_at_finish(device, |encoder| {
        render_into(encoder, &view, commands);
    })
    .await
}

pub async fn run(suite: &mut Suite) {
    for kind in Bundled::ALL {
        right(suite, kind).await;
        states(suite, kind).await;
        layouts(suite, kind).await;
        read_only(suite, kind).await;
        objects(suite, kind).await;
    }
    immediates(suite).await;
}

async fn right(suite: &mut Suite, kind: Bundled) {
    suite
        .right(
            &kind.named("gpu-render-pass-encoder.execute-bundles: of none"),
            async |device| {
                equal(
                    drawn(device, |pass| pass.execute_bundles(&[])).await?,
                    NOTHING.to_vec(),
                )
            },
        )
        .await;
    suite
        .right(
            &kind.named("gpu-render-pass-encoder.execute-bundles: in their order"),
            async |device| {
                let (red, green) = (kind.drawing(device, "red"), kind.drawing(device, "green"));
                let texel = drawn(device, |pass| pass.execute_bundles(&[&red, &green])).await?;
                equal(texel, GREEN.to_vec())
            },
        )
        .await;
    suite
        .right(
            &kind.named(
                "gpu-render-pass-encoder.execute-bundles: again and again, in several passes",
            ),
            async |device| {
                let (red, green) = (kind.drawing(device, "red"), kind.drawing(device, "green"));
                for _ in 0..2 {
                    let texel = drawn(device, |pass| {
                        pass.execute_bundles(&[&red, &green, &red]);
                        pass.execute_bundles(&[&red]);
                    })
                    .await?;
                    equal(texel, RED.to_vec())?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &kind.named("gpu-render-bundle-encoder.finish: keeps what the bundle uses"),
            async |device| {
                // All that it was made of has been dropped.
                let bundle = kind.drawing(device, "green");
                let texel = drawn(device, |pass| pass.execute_bundles(&[&bundle])).await?;
                equal(texel, GREEN.to_vec())
            },
        )
        .await;
}

/// Passes and bundles share no state but that of rasterization.
async fn states(suite: &mut Suite, kind: Bundled) {
    suite
        .right(
            &kind.named("gpu-render-pass-encoder.execute-bundles: keeps the scissor of the pass"),
            async |device| {
                let red = kind.drawing(device, "red");
                let texel = drawn(device, |pass| {
                    pass.set_scissor_rect(0, 0, 0, 0);
                    pass.execute_bundles(&[&red]);
                })
                .await?;
                equal(texel, NOTHING.to_vec())
            },
        )
        .await;
    suite
        .right(
            &kind.named("gpu-render-pass-encoder.execute-bundles: between draws that set all anew"),
            async |device| {
                let red = kind.drawing(device, "red");
                let green = pipeline(device, "green", |_| {});
                let texel = drawn(device, |pass| {
                    pass.execute_bundles(&[&red]);
                    draw_with(pass, &green);
                })
                .await?;
                equal(texel, GREEN.to_vec())
            },
        )
        .await;
    suite
        .wrong(
            &kind.named(
                "gpu-render-pass-encoder.execute-bundles: leaves the pass without a pipeline",
            ),
            async |device| {
                let red = kind.drawing(device, "red");
                let green = pipeline(device, "green", |_| {});
                invalidated(device, |pass| {
                    pass.set_pipeline(&green);
                    pass.execute_bundles(&[&red]);
                    pass.draw(3, None, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &kind.named("gpu-render-pass-encoder.execute-bundles: of none leaves the pass without a pipeline"),
            async |device| {
                let green = pipeline(device, "green", |_| {});
                invalidated(device, |pass| {
                    pass.set_pipeline(&green);
                    pass.execute_bundles(&[]);
                    pass.draw(3, None, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &kind.named("gpu-render-pass-encoder.execute-bundles: counts their draws towards max-draw-count"),
            async |device| {
                let red = kind.drawing(device, "red");
                let view = target_of(device, 1, FORMAT).create_view(None);
                refused_at_finish(device, |encoder| {
                    render(encoder, &GpuRenderPassDescriptor {
                        max_draw_count: Some(1),
                        ..render_pass(vec![color(&view)])
                    }, |pass| {
                    pass.execute_bundles(&[&red, &red]);
                    });
                })
                .await
            },
        )
        .await;
}

/// Bundles for other attachments than those of the pass.
async fn layouts(suite: &mut Suite, kind: Bundled) {
    type Change = fn(&mut GpuRenderBundleEncoderDescriptor);
    #[rustfmt::skip]
    const LAYOUTS: &[(&str, bool, Change)] = &[
        ("for a color, and others left out after it", true, |d| d.color_formats.push(None)),
        ("for another format", false, |d| {
            d.color_formats = vec![Some(GpuTextureFormat::Rgba8unormSrgb)];
        }),
        ("for two colors", false, |d| d.color_formats.push(Some(FORMAT))),
        ("for a color after one left out", false, |d| d.color_formats.insert(0, None)),
        ("for four samples", false, |d| d.sample_count = Some(4)),
        ("for depth too", false, |d| {
            d.depth_stencil_format = Some(GpuTextureFormat::Depth24plus);
        }),
        ("for depth instead", false, |d| {
            d.color_formats = vec![];
            d.depth_stencil_format = Some(GpuTextureFormat::Depth24plus);
        }),
    ];
    for (what, is_right, change) in LAYOUTS {
        let name = kind.named(&format!("gpu-render-pass-encoder.execute-bundles: {what}"));
        let bundle = |device: &GpuDevice| {
            let mut descriptor = bundle_encoder(&[FORMAT]);
            change(&mut descriptor);
            kind.encoder(device, &descriptor).finish(None)
        };
        if *is_right {
            suite
                .right(&name, async |device| {
                    let bundle = bundle(device);
                    drawn(device, |pass| pass.execute_bundles(&[&bundle])).await?;
                    Ok(())
                })
                .await;
        } else {
            suite
                .wrong(&name, async |device| {
                    let bundle = bundle(device);
                    invalidated(device, |pass| pass.execute_bundles(&[&bundle])).await
                })
                .await;
        }
    }
}

/// Depth and stencil that are only read by the pass, by the bundle, or by both.
async fn read_only(suite: &mut Suite, kind: Bundled) {
    const DEPTH: GpuTextureFormat = GpuTextureFormat::Depth24plusStencil8;
    let cases = [
        (
            "that only read depth and stencil, in a pass that does too",
            (true, true),
            (true, true),
            true,
        ),
        (
            "that only read depth and stencil, in a pass that writes both",
            (true, true),
            (false, false),
            true,
        ),
        (
            "that write depth, in a pass that only reads it",
            (false, true),
            (true, false),
            false,
        ),
        (
            "that write stencil, in a pass that only reads it",
            (true, false),
            (false, true),
            false,
        ),
    ];
    for (what, bundled, passed, is_right) in cases {
        let name = kind.named(&format!("gpu-render-pass-encoder.execute-bundles: {what}"));
        let encoding = |device: &GpuDevice| {
            let encoder = kind.encoder(
                device,
                &GpuRenderBundleEncoderDescriptor {
                    depth_stencil_format: Some(DEPTH),
                    depth_read_only: Some(bundled.0),
                    stencil_read_only: Some(bundled.1),
                    ..bundle_encoder(&[])
                },
            );
            let bundle = encoder.finish(None);
            let view = target_of(device, 1, DEPTH).create_view(None);
            move |encoder: &GpuCommandEncoder| {
                let written = |is_read_only: bool| (!is_read_only).then_some(GpuStoreOp::Store);
                let loaded = |is_read_only: bool| (!is_read_only).then_some(GpuLoadOp::Load);
                let attachment = GpuRenderPassDepthStencilAttachment {
                    depth_load_op: loaded(passed.0),
                    depth_store_op: written(passed.0),
                    depth_read_only: Some(passed.0),
                    stencil_load_op: loaded(passed.1),
                    stencil_store_op: written(passed.1),
                    stencil_read_only: Some(passed.1),
                    ..depth(&view, 1.0)
                };
                render(encoder, &depth_pass(vec![], attachment), |pass| {
                    pass.execute_bundles(&[&bundle]);
                });
            }
        };
        if is_right {
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
    suite
        .wrong(
            &kind.named(
                "gpu-render-bundle-encoder.set-pipeline: that writes depth, where it is only read",
            ),
            async |device| {
                let writing = pipeline(device, "red", |d| {
                    d.depth_stencil = Some(depth_state(DEPTH, GpuCompareFunction::Always));
                });
                let encoder = kind.encoder(
                    device,
                    &GpuRenderBundleEncoderDescriptor {
                        depth_stencil_format: Some(DEPTH),
                        depth_read_only: Some(true),
                        ..bundle_encoder(&[FORMAT])
                    },
                );
                encoder.set_pipeline(&writing);
                refused(device, || encoder.finish(None)).await?;
                Ok(())
            },
        )
        .await;
}

async fn objects(suite: &mut Suite, kind: Bundled) {
    suite
        .wrong(
            &kind.named("gpu-render-pass-encoder.execute-bundles: that is invalid"),
            async |device| {
                let invalid = invalid_bundle(device, None).await?;
                invalidated(device, |pass| pass.execute_bundles(&[&invalid])).await
            },
        )
        .await;
    suite
        .wrong(
            &kind.named("gpu-render-pass-encoder.execute-bundles: of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let foreign = kind.drawing(&other, "red");
                invalidated(device, |pass| pass.execute_bundles(&[&foreign])).await
            },
        )
        .await;
    suite
        .wrong(
            &kind.named("gpu-render-pass-encoder.execute-bundles: with a destroyed buffer cannot be submitted"),
            async |device| {
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::VERTEX));
                let encoder = kind.encoder(device, &bundle_encoder(&[FORMAT]));
                encoder.set_vertex_buffer(0, Some(&buffer), None, None);
                let bundle = encoder.finish(None);
                buffer.destroy();
                let view = target_of(device, 1, FORMAT).create_view(None);
                refused_by_queue(device, |encoder| {
                    render_into(encoder, &view, |pass| {
                    pass.execute_bundles(&[&bundle]);
                    });
                })
                .await
            },
        )
        .await;
}

/// Immediate data that shaders see.
async fn immediates(suite: &mut Suite) {
    const COLOR: &str = "
        requires immediate_address_space;
        struct Corner { @builtin(position) position: vec4f, @location(0) color: vec4f }
        var<immediate> colors: vec2u;
        @vertex fn vertex(@builtin(vertex_index) index: u32) -> Corner {
          let at = vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0.5, 1);
          return Corner(at, unpack4x8unorm(colors.x));
        }
        @fragment fn fragment(@location(0) color: vec4f) -> @location(0) vec4f {
          return color + unpack4x8unorm(colors.y);
        }";
    const BLUE: [u8; 4] = [0, 0, 255, 255];
    let colored = |device: &GpuDevice| {
        let module = device.create_shader_module(&shader(COLOR));
        device.create_render_pipeline(render_pipeline(&module, &[FORMAT]))
    };
    suite
        .right(
            "gpu-render-bundle-encoder.set-immediates: are what its draws see",
            async |device| {
                let encoder = device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]));
                encoder.set_immediates(0, &[RED, NOTHING].concat(), None, None);
                encoder.set_pipeline(&colored(device));
                encoder.draw(3, None, None, None);
                encoder.set_immediates(4, &[NOTHING, GREEN].concat(), Some(4), None);
                encoder.set_immediates(0, &NOTHING, None, Some(4));
                encoder.draw(3, None, None, None);
                let bundle = encoder.finish(None);
                let texel = drawn(device, |pass| {
                    pass.set_scissor_rect(0, 0, 1, 1);
                    pass.execute_bundles(&[&bundle]);
                })
                .await?;
                equal(texel, GREEN.to_vec())
            },
        )
        .await;
    suite
        .right(
            "gpu-render-bundle-encoder.set-immediates: are their bundle's, and no other's",
            async |device| {
                let of = |color: [u8; 4]| {
                    let encoder = device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]));
                    encoder.set_pipeline(&colored(device));
                    encoder.set_immediates(0, &[color, NOTHING].concat(), None, None);
                    encoder.draw(3, None, None, None);
                    encoder.finish(None)
                };
                let (red, green) = (of(RED), of(GREEN));
                let plain = drawing(device, "red");
                let pipeline = colored(device);
                for (bundles, expected) in [
                    (&[&red, &green][..], GREEN),
                    (&[&green, &plain, &red], RED),
                    (&[&red, &plain, &green, &red, &green], GREEN),
                    (&[&green, &plain], RED),
                ] {
                    let texel = drawn(device, |pass| {
                        pass.set_immediates(0, &[BLUE, BLUE].concat(), None, None);
                        pass.execute_bundles(bundles);
                    })
                    .await?;
                    equal(texel, expected.to_vec())?;
                }
                let texel = drawn(device, |pass| {
                    pass.execute_bundles(&[&red]);
                    pass.set_pipeline(&pipeline);
                    pass.set_immediates(0, &[NOTHING, BLUE].concat(), None, None);
                    pass.draw(3, None, None, None);
                })
                .await?;
                equal(texel, BLUE.to_vec())
            },
        )
        .await;
}
