//! Queries of occlusion (specification, "Occlusion Query").

use crate::{TIMESTAMPS, attachment, invalid_set, occlusion_set, results};
use harness::*;

/// Covers everything.
const SHADER: &str = "
@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0, 1);
}
@fragment fn fragment() -> @location(0) vec4f {
  return vec4f(1);
}
";

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
    device.create_render_pipeline(render_pipeline(&module, &[GpuTextureFormat::Rgba8unorm]))
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
                    let pass = encoder.begin_render_pass(&render_pass(vec![color(&view)]));
                    pass.begin_occlusion_query(0);
                    pass.end_occlusion_query();
                    pass.end();
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

async fn sets_of_passes(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-command-encoder.begin-render-pass: with an invalid set of occlusion queries",
            async |device| {
                let queries = invalid_set(device, None).await?;
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
