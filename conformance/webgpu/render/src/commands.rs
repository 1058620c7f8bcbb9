//! The commands that passes and bundles have in common, as far as they can be wrong.

use crate::recorders::{Recorder, RenderCommands};
use crate::{FORMAT, SHADER, pipeline, red};
use harness::*;

/// What commands refer to: buffers of 64 bytes, and pipelines.
pub struct Parts<'d> {
    pub device: &'d GpuDevice,
    /// Draws red everywhere.
    pub red: GpuRenderPipeline,
    /// The same of vertices, 8 bytes each.
    pub vertices: GpuRenderPipeline,
    /// The same of instances, 8 bytes each.
    pub instances: GpuRenderPipeline,
    /// The same of a strip with 32-bit indices.
    pub strip: GpuRenderPipeline,
    /// Draws what is bound.
    pub bound: GpuRenderPipeline,
    /// A buffer that can be used for all that drawing needs.
    pub buffer: GpuBuffer,
    /// A buffer that cannot.
    pub other: GpuBuffer,
    /// A buffer that is invalid.
    pub invalid: GpuBuffer,
}

impl<'d> Parts<'d> {
    pub async fn new(device: &'d GpuDevice) -> Outcome<Self> {
        Ok(Parts {
            device,
            red: pipeline(device, |_| {}),
            vertices: pipeline(device, |d| reads_positions(d, GpuVertexStepMode::Vertex)),
            instances: pipeline(device, |d| reads_positions(d, GpuVertexStepMode::Instance)),
            strip: pipeline(device, |d| {
                d.primitive = Some(GpuPrimitiveState {
                    strip_index_format: Some(GpuIndexFormat::Uint32),
                    ..primitive(GpuPrimitiveTopology::TriangleStrip)
                });
            }),
            bound: pipeline(device, |d| {
                if let Some(fragment) = &mut d.fragment {
                    fragment.entry_point = Some("what_is_bound".into());
                }
            }),
            buffer: device.create_buffer(&buffer(
                64,
                GpuBufferUsage::INDEX | GpuBufferUsage::VERTEX | GpuBufferUsage::INDIRECT,
            )),
            other: device.create_buffer(&buffer(64, GpuBufferUsage::STORAGE)),
            invalid: invalid_buffer(device, None).await?,
        })
    }
}

fn reads_positions(descriptor: &mut GpuRenderPipelineDescriptor<'_>, step: GpuVertexStepMode) {
    descriptor.vertex.entry_point = Some("at_position".into());
    descriptor.vertex.buffers = Some(vec![Some(GpuVertexBufferLayout {
        step_mode: Some(step),
        ..positions()
    })]);
}

type Commands = fn(&dyn RenderCommands, &Parts);

const U16: GpuIndexFormat = GpuIndexFormat::Uint16;
const U32: GpuIndexFormat = GpuIndexFormat::Uint32;

#[rustfmt::skip]
const RIGHT: &[(&str, &str, Commands)] = &[
    ("set-pipeline", "again and again", |e, p| {
        e.set_pipeline(&p.red);
        e.set_pipeline(&p.vertices);
        e.set_pipeline(&p.red);
    }),
    ("set-index-buffer", "of a part", |e, p| {
        e.set_index_buffer(&p.buffer, U16, Some(2), Some(6));
        e.set_index_buffer(&p.buffer, U32, Some(4), None);
        e.set_index_buffer(&p.buffer, U32, Some(64), Some(0));
        e.set_index_buffer(&p.buffer, U16, None, Some(3));
    }),
    ("set-vertex-buffer", "of a part", |e, p| {
        e.set_vertex_buffer(0, Some(&p.buffer), Some(4), Some(6));
        e.set_vertex_buffer(7, Some(&p.buffer), Some(64), None);
    }),
    ("set-vertex-buffer", "and none", |e, p| {
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.set_vertex_buffer(0, None, None, None);
        e.set_vertex_buffer(1, None, Some(0), Some(0));
    }),
    ("draw", "of all the vertices that there are", |e, p| {
        e.set_pipeline(&p.vertices);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(8, None, None, None);
        e.draw(3, None, Some(5), None);
    }),
    ("draw", "of no vertices, and no instances", |e, p| {
        e.set_pipeline(&p.red);
        e.draw(0, None, None, None);
        e.draw(3, Some(0), None, None);
    }),
    ("draw", "of more vertices than a pipeline reads of buffers", |e, p| {
        e.set_pipeline(&p.instances);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(100, Some(8), None, None);
    }),
    ("draw-indexed", "of all the indices that there are", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed(32, None, None, None, None);
        e.draw_indexed(30, Some(2), Some(2), Some(-1), None);
    }),
    ("draw-indexed", "of a strip", |e, p| {
        e.set_pipeline(&p.strip);
        e.set_index_buffer(&p.buffer, U32, None, None);
        e.draw_indexed(3, None, None, None, None);
    }),
    ("draw-indirect", "from the last bytes", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indirect(&p.buffer, 0);
        e.draw_indirect(&p.buffer, 48);
    }),
    ("draw-indexed-indirect", "from the last bytes", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U32, None, None);
        e.draw_indexed_indirect(&p.buffer, 44);
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, &str, Commands)] = &[
    ("set-index-buffer", "without the usage", |e, p| e.set_index_buffer(&p.other, U16, None, None)),
    ("set-index-buffer", "that is invalid", |e, p| e.set_index_buffer(&p.invalid, U16, None, None)),
    ("set-index-buffer", "from within a 16-bit index", |e, p| {
        e.set_index_buffer(&p.buffer, U16, Some(1), Some(2));
    }),
    ("set-index-buffer", "from within a 32-bit index", |e, p| {
        e.set_index_buffer(&p.buffer, U32, Some(2), Some(4));
    }),
    ("set-index-buffer", "past the end", |e, p| {
        e.set_index_buffer(&p.buffer, U16, Some(4), Some(62));
    }),
    ("set-index-buffer", "from beyond the end", |e, p| {
        e.set_index_buffer(&p.buffer, U16, Some(66), None);
    }),
    ("set-index-buffer", "from an offset that overflows", |e, p| {
        e.set_index_buffer(&p.buffer, U16, Some(u64::MAX - 1), Some(4));
    }),
    ("set-vertex-buffer", "without the usage", |e, p| {
        e.set_vertex_buffer(0, Some(&p.other), None, None);
    }),
    ("set-vertex-buffer", "that is invalid", |e, p| {
        e.set_vertex_buffer(0, Some(&p.invalid), None, None);
    }),
    ("set-vertex-buffer", "at max-vertex-buffers", |e, p| {
        let slot = p.device.limits().max_vertex_buffers();
        e.set_vertex_buffer(slot, Some(&p.buffer), None, None);
    }),
    ("set-vertex-buffer", "none at max-vertex-buffers", |e, p| {
        e.set_vertex_buffer(p.device.limits().max_vertex_buffers(), None, None, None);
    }),
    ("set-vertex-buffer", "from an offset that is no multiple of 4", |e, p| {
        e.set_vertex_buffer(0, Some(&p.buffer), Some(2), None);
    }),
    ("set-vertex-buffer", "past the end", |e, p| {
        e.set_vertex_buffer(0, Some(&p.buffer), Some(4), Some(61));
    }),
    ("set-vertex-buffer", "from beyond the end", |e, p| {
        e.set_vertex_buffer(0, Some(&p.buffer), Some(68), None);
    }),
    ("set-vertex-buffer", "none, but a size", |e, _| e.set_vertex_buffer(0, None, None, Some(4))),
    ("set-vertex-buffer", "none, but an offset", |e, _| e.set_vertex_buffer(0, None, Some(4), None)),
    ("draw", "without a pipeline", |e, _| e.draw(3, None, None, None)),
    ("draw", "without the buffer of vertices", |e, p| {
        e.set_pipeline(&p.vertices);
        e.draw(3, None, None, None);
    }),
    ("draw", "once the buffer of vertices was taken away", |e, p| {
        e.set_pipeline(&p.vertices);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.set_vertex_buffer(0, None, None, None);
        e.draw(3, None, None, None);
    }),
    ("draw", "of more vertices than there are", |e, p| {
        e.set_pipeline(&p.vertices);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(9, None, None, None);
    }),
    ("draw", "of vertices past the last", |e, p| {
        e.set_pipeline(&p.vertices);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(3, None, Some(6), None);
    }),
    ("draw", "of vertices past the part that was set", |e, p| {
        e.set_pipeline(&p.vertices);
        e.set_vertex_buffer(0, Some(&p.buffer), Some(8), Some(16));
        e.draw(3, None, None, None);
    }),
    ("draw", "of more instances than there are", |e, p| {
        e.set_pipeline(&p.instances);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(3, Some(9), None, None);
    }),
    ("draw", "of instances past the last", |e, p| {
        e.set_pipeline(&p.instances);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(3, Some(1), None, Some(8));
    }),
    ("draw", "of vertices that overflow", |e, p| {
        e.set_pipeline(&p.vertices);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.draw(u32::MAX, None, Some(u32::MAX), None);
    }),
    ("draw", "without what the shader binds", |e, p| {
        e.set_pipeline(&p.bound);
        e.draw(3, None, None, None);
    }),
    ("draw-indexed", "without a pipeline", |e, p| {
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed(3, None, None, None, None);
    }),
    ("draw-indexed", "without indices", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indexed(3, None, None, None, None);
    }),
    ("draw-indexed", "of more indices than there are", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U32, None, None);
        e.draw_indexed(17, None, None, None, None);
    }),
    ("draw-indexed", "of indices past the last", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed(3, None, Some(30), None, None);
    }),
    ("draw-indexed", "of indices that overflow", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed(u32::MAX, None, Some(u32::MAX), None, None);
    }),
    ("draw-indexed", "of more instances than there are", |e, p| {
        e.set_pipeline(&p.instances);
        e.set_vertex_buffer(0, Some(&p.buffer), None, None);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed(3, Some(9), None, None, None);
    }),
    ("draw-indexed", "of a strip with indices of another size", |e, p| {
        e.set_pipeline(&p.strip);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed(3, None, None, None, None);
    }),
    ("draw-indirect", "without a pipeline", |e, p| e.draw_indirect(&p.buffer, 0)),
    ("draw-indirect", "from a buffer without the usage", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indirect(&p.other, 0);
    }),
    ("draw-indirect", "from an invalid buffer", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indirect(&p.invalid, 0);
    }),
    ("draw-indirect", "from an offset that is no multiple of 4", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indirect(&p.buffer, 2);
    }),
    ("draw-indirect", "past the end", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indirect(&p.buffer, 52);
    }),
    ("draw-indirect", "from an offset that overflows", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indirect(&p.buffer, u64::MAX - 3);
    }),
    ("draw-indexed-indirect", "without indices", |e, p| {
        e.set_pipeline(&p.red);
        e.draw_indexed_indirect(&p.buffer, 0);
    }),
    ("draw-indexed-indirect", "from a buffer without the usage", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed_indirect(&p.other, 0);
    }),
    ("draw-indexed-indirect", "from an invalid buffer", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed_indirect(&p.invalid, 0);
    }),
    ("draw-indexed-indirect", "from an offset that is no multiple of 4", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed_indirect(&p.buffer, 6);
    }),
    ("draw-indexed-indirect", "past the end", |e, p| {
        e.set_pipeline(&p.red);
        e.set_index_buffer(&p.buffer, U16, None, None);
        e.draw_indexed_indirect(&p.buffer, 48);
    }),
    ("set-immediates", "from an offset that is no multiple of 4", |e, _| {
        e.set_immediates(2, &[0; 4], None, None);
    }),
    ("set-immediates", "past max-immediate-size", |e, p| {
        e.set_immediates(p.device.limits().max_immediate_size(), &[0; 4], None, None);
    }),
    ("set-immediates", "from an offset that overflows", |e, _| {
        e.set_immediates(u32::MAX - 3, &[0; 8], None, None);
    }),
    ("set-immediates", "of no bytes past max-immediate-size", |e, p| {
        e.set_immediates(p.device.limits().max_immediate_size() + 4, &[], None, None);
    }),
    ("set-immediates", "of a size that is no multiple of 4", |e, _| {
        e.set_immediates(0, &[0; 6], None, None);
    }),
    ("set-immediates", "of more than the data", |e, _| {
        e.set_immediates(0, &[0; 8], Some(4), Some(8));
    }),
];

pub async fn run(suite: &mut Suite) {
    for recorder in Recorder::ALL {
        let resource = recorder.resource();
        for (function, what, commands) in RIGHT {
            suite
                .right(&format!("{resource}.{function}: {what}"), async |device| {
                    let parts = Parts::new(device).await?;
                    recorder
                        .drawn(device, |encoder| commands(encoder, &parts))
                        .await?;
                    Ok(())
                })
                .await;
        }
        for (function, what, commands) in WRONG {
            suite
                .wrong(&format!("{resource}.{function}: {what}"), async |device| {
                    let parts = Parts::new(device).await?;
                    recorder
                        .invalidated(device, |encoder| commands(encoder, &parts))
                        .await
                })
                .await;
        }
        pipelines(suite, recorder).await;
        bind_groups(suite, recorder).await;
        immediates(suite, recorder).await;
    }
}

/// Pipelines that do not fit, or are invalid.
async fn pipelines(suite: &mut Suite, recorder: Recorder) {
    #[rustfmt::skip]
    const UNFIT: &[(&str, fn(&mut GpuRenderPipelineDescriptor<'_>))] = &[
        ("for another format", |d| {
            if let Some(fragment) = &mut d.fragment {
                fragment.targets = vec![Some(target(GpuTextureFormat::Bgra8unorm))];
            }
        }),
        ("for four samples", |d| d.multisample = Some(samples(4))),
        ("for depth too", |d| d.depth_stencil = Some(depth_state(
            GpuTextureFormat::Depth24plus, GpuCompareFunction::Always,
        ))),
        ("for two colors", |d| {
            if let Some(fragment) = &mut d.fragment {
                fragment.entry_point = Some("two".into());
                fragment.targets = vec![Some(target(FORMAT)), Some(target(FORMAT))];
            }
        }),
    ];
    let resource = recorder.resource();
    for (what, change) in UNFIT {
        suite
            .wrong(
                &format!("{resource}.set-pipeline: {what}"),
                async |device| {
                    let unfit = pipeline(device, change);
                    recorder
                        .invalidated(device, |encoder| encoder.set_pipeline(&unfit))
                        .await
                },
            )
            .await;
    }
    suite
        .wrong(
            &format!("{resource}.set-pipeline: that is invalid"),
            async |device| {
                let module = device.create_shader_module(&shader(SHADER));
                let descriptor = GpuRenderPipelineDescriptor {
                    fragment: None,
                    ..red(&module)
                };
                let invalid = refused(device, || device.create_render_pipeline(descriptor)).await?;
                recorder
                    .invalidated(device, |encoder| encoder.set_pipeline(&invalid))
                    .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{resource}.set-pipeline: of another device"),
            async |device| {
                let foreign = pipeline(&new_device(&[]).await?, |_| {});
                recorder
                    .invalidated(device, |encoder| encoder.set_pipeline(&foreign))
                    .await
            },
        )
        .await;
}

async fn bind_groups(suite: &mut Suite, recorder: Recorder) {
    let resource = recorder.resource();
    suite
        .right(
            &format!("{resource}.set-bind-group: is what the shader sees"),
            async |device| {
                let parts = Parts::new(device).await?;
                let green: Vec<u8> = [0f32, 1.0, 0.0, 1.0]
                    .iter()
                    .flat_map(|value| value.to_le_bytes())
                    .collect();
                let group = uniform(device, &parts.bound, &green)?;
                let mut set = Ok(());
                let texels = recorder
                    .drawn(device, |encoder| {
                        encoder.set_pipeline(&parts.bound);
                        set = encoder.set_bind_group(0, Some(&group));
                        encoder.draw(3, None, None, None);
                    })
                    .await?;
                set?;
                equal(texels, vec![[0, 255, 0, 255]; 16])
            },
        )
        .await;
    suite
        .wrong(
            &format!("{resource}.set-bind-group: at max-bind-groups"),
            async |device| {
                let parts = Parts::new(device).await?;
                let group = uniform(device, &parts.bound, &[0; 16])?;
                let index = device.limits().max_bind_groups();
                let mut set = Ok(());
                recorder
                    .invalidated(device, |encoder| {
                        set = encoder.set_bind_group(index, Some(&group));
                    })
                    .await?;
                set
            },
        )
        .await;
    suite
        .wrong(
            &format!("{resource}.set-bind-group: of none leaves a draw without it"),
            async |device| {
                let parts = Parts::new(device).await?;
                let group = uniform(device, &parts.bound, &[0; 16])?;
                let mut set = Ok(());
                recorder
                    .invalidated(device, |encoder| {
                        encoder.set_pipeline(&parts.bound);
                        set = encoder
                            .set_bind_group(0, Some(&group))
                            .and_then(|()| encoder.set_bind_group(0, None));
                        encoder.draw(3, None, None, None);
                    })
                    .await?;
                set
            },
        )
        .await;
}

/// A bind group of 16 bytes for the first group of a pipeline.
fn uniform(
    device: &GpuDevice,
    pipeline: &GpuRenderPipeline,
    bytes: &[u8],
) -> Outcome<GpuBindGroup> {
    let buffer = buffer_of(device, bytes, GpuBufferUsage::UNIFORM)?;
    Ok(device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![bound(0, GpuBindingResource::GpuBuffer(&buffer))],
    )))
}

async fn immediates(suite: &mut Suite, recorder: Recorder) {
    const GREEN: [u8; 12] = [9, 9, 9, 9, 0, 255, 0, 255, 9, 9, 9, 9];
    suite
        .right(
            &format!(
                "{}.set-immediates: are what the shader sees",
                recorder.resource()
            ),
            async |device| {
                let module = device.create_shader_module(&shader(&format!(
                    "requires immediate_address_space;
                     var<immediate> color: u32;
                     {SHADER}
                     @fragment fn immediate_color() -> @location(0) vec4f {{
                       return unpack4x8unorm(color);
                     }}"
                )));
                let mut descriptor = red(&module);
                if let Some(fragment) = &mut descriptor.fragment {
                    fragment.entry_point = Some("immediate_color".into());
                }
                let pipeline = device.create_render_pipeline(descriptor);
                let texels = recorder
                    .drawn(device, |encoder| {
                        encoder.set_pipeline(&pipeline);
                        encoder.set_immediates(0, &[], None, None);
                        encoder.set_immediates(0, &GREEN, Some(4), Some(4));
                        encoder.draw(3, None, None, None);
                    })
                    .await?;
                equal(texels, vec![[0, 255, 0, 255]; 16])
            },
        )
        .await;
}
