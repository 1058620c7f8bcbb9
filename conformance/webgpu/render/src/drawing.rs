//! What draws draw, in passes and in bundles.

use crate::recorders::{Recorder, RenderCommands};
use crate::{FORMAT, NOTHING, RED, pipeline};
use harness::*;

/// Pipelines that draw red everywhere, or nothing, by which vertices and instances they get.
struct Scene {
    /// Vertices from 3 on.
    later: GpuRenderPipeline,
    /// Instances from 1 on.
    again: GpuRenderPipeline,
    /// Vertices of a buffer.
    placed: GpuRenderPipeline,
    /// Vertices of 8 bytes: three of no area, then three that cover all.
    vertices: GpuBuffer,
    /// The 16-bit indices from 0 to 5.
    short: GpuBuffer,
    /// The 32-bit indices from 0 to 5.
    long: GpuBuffer,
    /// Arguments of draws.
    arguments: GpuBuffer,
}

/// Where the arguments of draws lie. Those of the first and of the last three draw everything, the
/// others nothing.
const LATER: u64 = 0;
const SOONER: u64 = 16;
const NO_INSTANCES: u64 = 32;
const INDICES_LATER: u64 = 48;
const BASED_LATER: u64 = 68;
const INDICES_SOONER: u64 = 88;

#[rustfmt::skip]
const ARGUMENTS: [u32; 27] = [
    3, 1, 3, 0,
    3, 1, 0, 0,
    3, 0, 3, 0,
    3, 1, 3, 0, 0,
    3, 1, 0, 3, 0,
    3, 1, 0, 0, 0,
];

impl Scene {
    fn new(device: &GpuDevice) -> Outcome<Self> {
        let starting = |entry_point: &'static str| {
            pipeline(device, |d| d.vertex.entry_point = Some(entry_point.into()))
        };
        let corners = [
            0f32, 0.0, 0.0, 0.0, 0.0, 0.0, -1.0, -1.0, 3.0, -1.0, -1.0, 3.0,
        ];
        let corners: Vec<u8> = corners.iter().flat_map(|at| at.to_le_bytes()).collect();
        let short: Vec<u8> = (0..6u16).flat_map(|index| index.to_le_bytes()).collect();
        Ok(Scene {
            later: starting("everywhere_later"),
            again: starting("everywhere_again"),
            placed: pipeline(device, |d| {
                d.vertex.entry_point = Some("at_position".into());
                d.vertex.buffers = Some(vec![Some(positions())]);
            }),
            vertices: buffer_of(device, &corners, GpuBufferUsage::VERTEX)?,
            short: buffer_of(device, &short, GpuBufferUsage::INDEX)?,
            long: buffer_of(
                device,
                &bytes_of(&[0, 1, 2, 3, 4, 5]),
                GpuBufferUsage::INDEX,
            )?,
            arguments: buffer_of(device, &bytes_of(&ARGUMENTS), GpuBufferUsage::INDIRECT)?,
        })
    }
}

type Commands = fn(&dyn RenderCommands, &Scene);

const U16: GpuIndexFormat = GpuIndexFormat::Uint16;
const U32: GpuIndexFormat = GpuIndexFormat::Uint32;

/// Commands, and whether they draw red everywhere, or nothing.
#[rustfmt::skip]
const CASES: &[(&str, &str, bool, Commands)] = &[
    ("draw", "from the first vertex on", false, |e, s| {
        e.set_pipeline(&s.later);
        e.draw(3, None, None, None);
    }),
    ("draw", "from a later vertex on", true, |e, s| {
        e.set_pipeline(&s.later);
        e.draw(3, None, Some(3), None);
    }),
    ("draw", "the first instance", false, |e, s| {
        e.set_pipeline(&s.again);
        e.draw(3, Some(1), None, None);
    }),
    ("draw", "two instances", true, |e, s| {
        e.set_pipeline(&s.again);
        e.draw(3, Some(2), None, None);
    }),
    ("draw", "from a later instance on", true, |e, s| {
        e.set_pipeline(&s.again);
        e.draw(3, None, None, Some(1));
    }),
    ("draw", "no vertices", false, |e, s| {
        e.set_pipeline(&s.later);
        e.draw(0, None, Some(3), None);
    }),
    ("set-pipeline", "holds for what is drawn afterwards", true, |e, s| {
        e.set_pipeline(&s.later);
        e.draw(3, None, Some(3), None);
        e.set_pipeline(&s.again);
    }),
    ("set-vertex-buffer", "from its beginning", false, |e, s| {
        e.set_pipeline(&s.placed);
        e.set_vertex_buffer(0, Some(&s.vertices), None, None);
        e.draw(3, None, None, None);
    }),
    ("set-vertex-buffer", "from an offset on", true, |e, s| {
        e.set_pipeline(&s.placed);
        e.set_vertex_buffer(0, Some(&s.vertices), Some(24), None);
        e.draw(3, None, None, None);
    }),
    ("set-vertex-buffer", "a part", true, |e, s| {
        e.set_pipeline(&s.placed);
        e.set_vertex_buffer(0, Some(&s.vertices), Some(24), Some(24));
        e.draw(3, None, None, None);
    }),
    ("set-index-buffer", "of 16-bit indices from an offset on", true, |e, s| {
        e.set_pipeline(&s.later);
        e.set_index_buffer(&s.short, U16, Some(6), None);
        e.draw_indexed(3, None, None, None, None);
    }),
    ("set-index-buffer", "of 32-bit indices, a part", true, |e, s| {
        e.set_pipeline(&s.later);
        e.set_index_buffer(&s.long, U32, Some(12), Some(12));
        e.draw_indexed(3, None, None, None, None);
    }),
    ("draw-indexed", "from the first index on", false, |e, s| {
        e.set_pipeline(&s.later);
        e.set_index_buffer(&s.short, U16, None, None);
        e.draw_indexed(3, None, None, None, None);
    }),
    ("draw-indexed", "from a later index on", true, |e, s| {
        e.set_pipeline(&s.later);
        e.set_index_buffer(&s.short, U16, None, None);
        e.draw_indexed(3, None, Some(3), None, None);
    }),
    ("draw-indexed", "with a base that is added", true, |e, s| {
        e.set_pipeline(&s.placed);
        e.set_vertex_buffer(0, Some(&s.vertices), None, None);
        e.set_index_buffer(&s.long, U32, None, None);
        e.draw_indexed(3, None, None, Some(3), None);
    }),
    ("draw-indexed", "with a base that is taken off", false, |e, s| {
        e.set_pipeline(&s.placed);
        e.set_vertex_buffer(0, Some(&s.vertices), None, None);
        e.set_index_buffer(&s.long, U32, None, None);
        e.draw_indexed(3, None, Some(3), Some(-3), None);
    }),
    ("draw-indexed", "from a later instance on", true, |e, s| {
        e.set_pipeline(&s.again);
        e.set_index_buffer(&s.short, U16, None, None);
        e.draw_indexed(3, None, None, None, Some(1));
    }),
    ("draw-indirect", "with the arguments at the beginning", true, |e, s| {
        e.set_pipeline(&s.later);
        e.draw_indirect(&s.arguments, LATER);
    }),
    ("draw-indirect", "with the arguments at an offset", false, |e, s| {
        e.set_pipeline(&s.later);
        e.draw_indirect(&s.arguments, SOONER);
    }),
    ("draw-indirect", "no instances", false, |e, s| {
        e.set_pipeline(&s.later);
        e.draw_indirect(&s.arguments, NO_INSTANCES);
    }),
    ("draw-indexed-indirect", "from a later index on", true, |e, s| {
        e.set_pipeline(&s.later);
        e.set_index_buffer(&s.short, U16, None, None);
        e.draw_indexed_indirect(&s.arguments, INDICES_LATER);
    }),
    ("draw-indexed-indirect", "with a base", true, |e, s| {
        e.set_pipeline(&s.placed);
        e.set_vertex_buffer(0, Some(&s.vertices), None, None);
        e.set_index_buffer(&s.long, U32, None, None);
        e.draw_indexed_indirect(&s.arguments, BASED_LATER);
    }),
    ("draw-indexed-indirect", "from the first index on", false, |e, s| {
        e.set_pipeline(&s.later);
        e.set_index_buffer(&s.short, U16, None, None);
        e.draw_indexed_indirect(&s.arguments, INDICES_SOONER);
    }),
];

pub async fn run(suite: &mut Suite) {
    for recorder in Recorder::ALL {
        for (function, what, is_red, commands) in CASES {
            suite
                .right(
                    &format!(
                        "{}.{function}: {what} draws {}",
                        recorder.resource(),
                        if *is_red { "everything" } else { "nothing" }
                    ),
                    async |device| {
                        let scene = Scene::new(device)?;
                        let texels = recorder
                            .drawn(device, |encoder| commands(encoder, &scene))
                            .await?;
                        let expected = if *is_red { RED } else { NOTHING };
                        equal(texels, vec![expected; 16])
                    },
                )
                .await;
        }
    }
    counted(suite).await;
}

/// How many draws a pass may have.
async fn counted(suite: &mut Suite) {
    let with_draws = |device: &GpuDevice, encoder: &GpuCommandEncoder, count: usize| {
        let view = target_of(device, 4, FORMAT).create_view(None);
        let red = pipeline(device, |_| {});
        render(
            encoder,
            &GpuRenderPassDescriptor {
                max_draw_count: Some(2),
                ..render_pass(vec![color(&view)])
            },
            |pass| {
                pass.set_pipeline(&red);
                for _ in 0..count {
                    pass.draw(3, None, None, None);
                }
            },
        );
    };
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: with as many draws as max-draw-count",
            async |device| {
                submit(device, |encoder| with_draws(device, encoder, 2));
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.begin-render-pass: with more draws than max-draw-count",
            async |device| {
                refused_at_finish(device, |encoder| with_draws(device, encoder, 3)).await
            },
        )
        .await;
}
