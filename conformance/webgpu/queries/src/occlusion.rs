//! Queries of occlusion (specification, "Occlusion Query").

use crate::{TIMESTAMPS, attachment, occlusion_set, results};
use harness::*;

/// Covers everything, at half depth.
const SHADER: &str = "
@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0.5, 1);
}
@fragment fn white() -> @location(0) vec4f {
  return vec4f(1);
}
@fragment fn transparent() -> @location(0) vec4f {
  return vec4f(0);
}
@fragment fn nowhere() -> @location(0) vec4f {
  discard;
  return vec4f(1);
}
";

const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;

/// What is done in a pass with a set of three queries.
type Commands = fn(&GpuRenderPassEncoder);

#[rustfmt::skip]
const WRONG: &[(&str, &str, Commands)] = &[
    ("begin-occlusion-query", "at the count of the set", |pass| {
        pass.begin_occlusion_query(3);
        pass.end_occlusion_query();
    }),
    ("begin-occlusion-query", "at 2^32 - 1", |pass| {
        pass.begin_occlusion_query(u32::MAX);
        pass.end_occlusion_query();
    }),
    ("begin-occlusion-query", "while there is one", |pass| {
        pass.begin_occlusion_query(0);
        pass.begin_occlusion_query(1);
        pass.end_occlusion_query();
    }),
    ("begin-occlusion-query", "at an index for the second time", |pass| {
        pass.begin_occlusion_query(0);
        pass.end_occlusion_query();
        pass.begin_occlusion_query(0);
        pass.end_occlusion_query();
    }),
    ("begin-occlusion-query", "without an end", |pass| pass.begin_occlusion_query(0)),
    ("end-occlusion-query", "without a begin", |pass| pass.end_occlusion_query()),
    ("end-occlusion-query", "twice", |pass| {
        pass.begin_occlusion_query(0);
        pass.end_occlusion_query();
        pass.end_occlusion_query();
    }),
];

fn pipeline(device: &GpuDevice) -> GpuRenderPipeline {
    let module = device.create_shader_module(&shader(SHADER));
    let mut descriptor = render_pipeline(&module, &[FORMAT]);
    if let Some(fragment) = &mut descriptor.fragment {
        fragment.entry_point = Some("white".into());
    }
    device.create_render_pipeline(descriptor)
}

/// Begins a pass with a set.
fn begin(
    encoder: &GpuCommandEncoder,
    view: &GpuTextureView,
    queries: &GpuQuerySet,
) -> GpuRenderPassEncoder {
    encoder.begin_render_pass(&GpuRenderPassDescriptor {
        occlusion_query_set: Some(queries),
        ..render_pass(vec![color(view)])
    })
}

pub async fn run(suite: &mut Suite) {
    counting(suite).await;
    tested(suite).await;
    bundled(suite).await;
    for (function, what, commands) in WRONG {
        suite
            .wrong(
                &format!("gpu-render-pass-encoder.{function}: {what}"),
                async |device| {
                    let queries = occlusion_set(device, 3)?;
                    let view = attachment(device);
                    refused_at_finish(device, |encoder| {
                        let pass = begin(encoder, &view, &queries);
                        commands(&pass);
                        pass.end();
                    })
                    .await
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-render-pass-encoder.begin-occlusion-query: in a pass without a set",
            async |device| {
                let view = attachment(device);
                refused_at_finish(device, |encoder| {
                    render_into(encoder, &view, |pass| {
                        pass.begin_occlusion_query(0);
                        pass.end_occlusion_query();
                    });
                })
                .await
            },
        )
        .await;
    sets_of_passes(suite).await;
}

async fn counting(suite: &mut Suite) {
    suite
        .right(
            "gpu-render-pass-encoder.begin-occlusion-query: is not zero where something is drawn",
            async |device| {
                let queries = occlusion_set(device, 2)?;
                let view = attachment(device);
                let pipeline = pipeline(device);
                submit(device, |encoder| {
                    let pass = begin(encoder, &view, &queries);
                    pass.set_pipeline(&pipeline);
                    pass.begin_occlusion_query(1);
                    pass.draw(3, None, None, None);
                    pass.end_occlusion_query();
                    pass.end();
                });
                let counted = results(device, &queries).await?;
                holds(
                    counted[0] == 0 && counted[1] != 0,
                    &format!("zero and another; got {counted:?}"),
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-render-pass-encoder.end-occlusion-query: ends what is counted",
            async |device| {
                let queries = occlusion_set(device, 3)?;
                let view = attachment(device);
                let pipeline = pipeline(device);
                submit(device, |encoder| {
                    let pass = begin(encoder, &view, &queries);
                    pass.set_pipeline(&pipeline);
                    // Nothing is drawn, then nothing that is in the scissor, then again nothing.
                    pass.begin_occlusion_query(0);
                    pass.end_occlusion_query();
                    pass.draw(3, None, None, None);
                    pass.set_scissor_rect(0, 0, 0, 0);
                    pass.begin_occlusion_query(1);
                    pass.draw(3, None, None, None);
                    pass.end_occlusion_query();
                    pass.set_scissor_rect(0, 0, 4, 4);
                    pass.draw(3, None, None, None);
                    pass.end();
                });
                equal(results(device, &queries).await?, vec![0; 3])
            },
        )
        .await;
    suite
        .right(
            "gpu-render-pass-encoder.begin-occlusion-query: counts anew in each pass",
            async |device| {
                let queries = occlusion_set(device, 1)?;
                let view = attachment(device);
                let pipeline = pipeline(device);
                submit(device, |encoder| {
                    for vertices in [3, 0] {
                        let pass = begin(encoder, &view, &queries);
                        pass.set_pipeline(&pipeline);
                        pass.begin_occlusion_query(0);
                        pass.draw(vertices, None, None, None);
                        pass.end_occlusion_query();
                        pass.end();
                    }
                });
                equal(results(device, &queries).await?, vec![0])
            },
        )
        .await;
}

/// What a draw of everything at depth 0.5 meets, and whether anything of it is counted.
struct Met {
    what: &'static str,
    samples: u32,
    is_counted: bool,
    fragment: &'static str,
    describe: fn(&mut GpuRenderPipelineDescriptor<'_>),
    prepare: fn(&GpuRenderPassEncoder),
}

const ALL: Met = Met {
    what: "all of it",
    samples: 1,
    is_counted: true,
    fragment: "white",
    describe: |_| {},
    prepare: |_| {},
};

const NOTHING: Met = Met {
    is_counted: false,
    ..ALL
};

#[rustfmt::skip]
const MET: &[Met] = &[
    ALL,
    Met {
        what: "what is masked from being written",
        describe: |d| for target in d.fragment.iter_mut().flat_map(|f| &mut f.targets).flatten() {
            target.write_mask = Some(GpuColorWrite::empty());
        },
        ..ALL
    },
    Met {
        what: "what has no fragment shader",
        describe: |d| if let Some(fragment) = &mut d.fragment { fragment.targets.clear() },
        ..ALL
    },
    Met { what: "one texel of it", prepare: |pass| pass.set_scissor_rect(3, 3, 1, 1), ..ALL },
    Met { what: "what is outside of the scissor", prepare: |pass| pass.set_scissor_rect(4, 4, 0, 0), ..NOTHING },
    Met {
        what: "what is culled",
        describe: |d| d.primitive = Some(GpuPrimitiveState {
            cull_mode: Some(GpuCullMode::Front),
            ..primitive(GpuPrimitiveTopology::TriangleList)
        }),
        ..NOTHING
    },
    Met { what: "what the shader discards", fragment: "nowhere", ..NOTHING },
    Met {
        what: "what fails the test of depth",
        describe: |d| d.depth_stencil = Some(depth_state(DEPTH, GpuCompareFunction::Greater)),
        ..NOTHING
    },
    Met {
        what: "what fails the test of stencil",
        describe: |d| {
            let face = Some(GpuStencilFaceState {
                compare: Some(GpuCompareFunction::Never),
                ..stencil_face()
            });
            d.depth_stencil = Some(GpuDepthStencilState {
                stencil_front: face,
                stencil_back: face,
                ..depth_state(DEPTH, GpuCompareFunction::Always)
            });
        },
        ..NOTHING
    },
    Met {
        what: "a sample of a mask",
        samples: 4,
        describe: |d| d.multisample = Some(GpuMultisampleState { mask: Some(8), ..samples(4) }),
        ..ALL
    },
    Met {
        what: "no sample of a mask",
        samples: 4,
        describe: |d| d.multisample = Some(GpuMultisampleState { mask: Some(16), ..samples(4) }),
        ..NOTHING
    },
    Met {
        what: "no sample, as alpha is 0",
        samples: 4,
        fragment: "transparent",
        describe: |d| d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        }),
        ..NOTHING
    },
];

const DEPTH: GpuTextureFormat = GpuTextureFormat::Depth24plusStencil8;

/// What reaches the end of the pipeline is counted, and nothing else.
async fn tested(suite: &mut Suite) {
    for met in MET {
        let name = format!(
            "gpu-render-pass-encoder.begin-occlusion-query: {} {}",
            if met.is_counted {
                "counts"
            } else {
                "does not count"
            },
            met.what
        );
        suite
            .right(&name, async |device| {
                let [counted] = met.counted(device).await?[..] else {
                    return failed("expected one query");
                };
                holds(
                    (counted != 0) == met.is_counted,
                    &format!(
                        "{}; got {counted}",
                        if met.is_counted {
                            "a number that is not zero"
                        } else {
                            "zero"
                        }
                    ),
                )
            })
            .await;
    }
}

impl Met {
    async fn counted(&self, device: &GpuDevice) -> Outcome<Vec<u64>> {
        let module = device.create_shader_module(&shader(SHADER));
        let mut descriptor = render_pipeline(&module, &[FORMAT]);
        if let Some(fragment) = &mut descriptor.fragment {
            fragment.entry_point = Some(self.fragment.into());
        }
        descriptor.depth_stencil = Some(depth_state(DEPTH, GpuCompareFunction::Less));
        (self.describe)(&mut descriptor);
        let has_color = descriptor.fragment.iter().any(|f| !f.targets.is_empty());
        let pipeline = device.create_render_pipeline(descriptor);
        let view = |format| {
            let attached = GpuTextureDescriptor {
                sample_count: Some(self.samples),
                ..texture(extent(4, 4), format, GpuTextureUsage::RENDER_ATTACHMENT)
            };
            device.create_texture(&attached).create_view(None)
        };
        let (colors, depths) = (view(FORMAT), view(DEPTH));
        let queries = occlusion_set(device, 1)?;
        submit(device, |encoder| {
            let attachment = GpuRenderPassDepthStencilAttachment {
                stencil_load_op: Some(GpuLoadOp::Clear),
                stencil_store_op: Some(GpuStoreOp::Discard),
                ..depth(&depths, 1.0)
            };
            let drawn = if has_color {
                vec![color(&colors)]
            } else {
                vec![]
            };
            let pass = GpuRenderPassDescriptor {
                occlusion_query_set: Some(&queries),
                ..depth_pass(drawn, attachment)
            };
            render(encoder, &pass, |pass| {
                (self.prepare)(pass);
                pass.begin_occlusion_query(0);
                draw_with(pass, &pipeline);
                pass.end_occlusion_query();
            });
        });
        results(device, &queries).await
    }
}

/// Draws of bundles, and indices in any order.
async fn bundled(suite: &mut Suite) {
    suite
        .right(
            "gpu-render-pass-encoder.begin-occlusion-query: counts what bundles draw",
            async |device| {
                let queries = occlusion_set(device, 2)?;
                let view = attachment(device);
                let encoder = device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]));
                encoder.set_pipeline(&pipeline(device));
                encoder.draw(3, None, None, None);
                let bundle = encoder.finish(None);
                submit(device, |encoder| {
                    let pass = begin(encoder, &view, &queries);
                    pass.begin_occlusion_query(1);
                    pass.execute_bundles(&[&bundle]);
                    pass.end_occlusion_query();
                    pass.begin_occlusion_query(0);
                    pass.execute_bundles(&[]);
                    pass.end_occlusion_query();
                    pass.end();
                });
                let counted = results(device, &queries).await?;
                holds(
                    counted[0] == 0 && counted[1] != 0,
                    &format!("zero and another; got {counted:?}"),
                )
            },
        )
        .await;
}

async fn sets_of_passes(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-command-encoder.begin-render-pass: with an invalid set of occlusion queries",
            async |device| {
                let queries = invalid_query_set(device, None).await?;
                let view = attachment(device);
                refused_at_finish(device, |encoder| begin(encoder, &view, &queries).end()).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.begin-render-pass: with occlusion queries of another device",
            async |device| {
                let queries = occlusion_set(&new_device(&[]).await?, 1)?;
                let view = attachment(device);
                refused_at_finish(device, |encoder| begin(encoder, &view, &queries).end()).await
            },
        )
        .await;
    suite
        .requiring(&TIMESTAMPS)
        .wrong(
            "gpu-command-encoder.begin-render-pass: with timestamps as occlusion queries",
            async |device| {
                let queries = ok(device.create_query_set(&query_set(GpuQueryType::Timestamp, 1)))?;
                let view = attachment(device);
                refused_at_finish(device, |encoder| begin(encoder, &view, &queries).end()).await
            },
        )
        .await;
}
