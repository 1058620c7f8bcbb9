//! `create-render-pipeline` and its asynchronous form.

use crate::{FORMAT, SHADER, red};
use harness::*;

type Change = fn(&mut GpuRenderPipelineDescriptor<'_>, &GpuSupportedLimits);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("of one color", |_, _| {}),
    ("of points", |d, _| d.primitive = Some(primitive(GpuPrimitiveTopology::PointList))),
    ("of lines", |d, _| d.primitive = Some(primitive(GpuPrimitiveTopology::LineList))),
    ("of strips with an index format", |d, _| d.primitive = Some(GpuPrimitiveState {
        strip_index_format: Some(GpuIndexFormat::Uint16),
        ..primitive(GpuPrimitiveTopology::LineStrip)
    })),
    ("of strips without an index format", |d, _| {
        d.primitive = Some(primitive(GpuPrimitiveTopology::TriangleStrip));
    }),
    ("that culls", |d, _| d.primitive = Some(GpuPrimitiveState {
        front_face: Some(GpuFrontFace::Cw),
        cull_mode: Some(GpuCullMode::Front),
        ..primitive(GpuPrimitiveTopology::TriangleList)
    })),
    ("of depth alone", |d, _| {
        d.fragment = None;
        d.depth_stencil = Some(depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less));
    }),
    ("with a target left out", |d, _| {
        targets(d).insert(0, None);
        shades(d, "two");
        if let Some(Some(target)) = targets(d).get_mut(1) {
            target.format = FORMAT;
        }
    }),
    ("of max-color-attachments targets, most of them left out", |d, limits| {
        targets(d).resize_with(limits.max_color_attachments() as usize, || None);
    }),
    ("of integers", |d, _| {
        shades(d, "unsigned");
        color_target(d).format = GpuTextureFormat::Rgba8uint;
    }),
    ("of fewer components than it computes", |d, _| {
        color_target(d).format = GpuTextureFormat::R8unorm;
    }),
    ("that writes nothing", |d, _| {
        shades(d, "nothing");
        color_target(d).write_mask = Some(GpuColorWrite::empty());
    }),
    ("that blends", |d, _| blends(d, blend(
        GpuBlendOperation::Add, GpuBlendFactor::SrcAlpha, GpuBlendFactor::OneMinusSrcAlpha,
    ))),
    ("that takes the lesser", |d, _| blends(d, blend(
        GpuBlendOperation::Min, GpuBlendFactor::One, GpuBlendFactor::One,
    ))),
    ("of four samples", |d, _| d.multisample = Some(samples(4))),
    ("of four samples covered by alpha", |d, _| d.multisample = Some(GpuMultisampleState {
        alpha_to_coverage_enabled: Some(true),
        ..samples(4)
    })),
    ("of depth that is computed", |d, _| {
        *targets(d) = vec![];
        shades(d, "no_depth");
        d.depth_stencil = Some(depth_state(GpuTextureFormat::Depth32float, GpuCompareFunction::Less));
    }),
    ("of depth that is neither written nor compared", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_write_enabled: Some(false),
            ..stencil_state(GpuTextureFormat::Depth24plus)
        });
    }),
    ("with a bias of depth", |d, _| d.depth_stencil = Some(biased())),
    ("of stencil", |d, _| d.depth_stencil = Some(GpuDepthStencilState {
        stencil_front: Some(inverting()),
        ..stencil_state(GpuTextureFormat::Stencil8)
    })),
    ("of stencil, with depth that always passes", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_compare: Some(GpuCompareFunction::Always),
            ..stencil_state(GpuTextureFormat::Stencil8)
        });
    }),
    ("of values that are passed", |d, _| {
        starts(d, "passing");
        shades(d, "passed");
    }),
    ("of values that are passed for nothing", |d, _| starts(d, "passing")),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("without attachments", |d, _| d.fragment = None),
    ("whose targets are all left out", |d, _| *targets(d) = vec![None, None]),
    ("of more than max-color-attachments targets", |d, limits| {
        targets(d).resize_with(limits.max_color_attachments() as usize + 1, || None);
    }),
    ("of more bytes than max-color-attachment-bytes-per-sample", |d, limits| {
        let count = limits.max_color_attachment_bytes_per_sample() / 16 + 1;
        *targets(d) = (0..count).map(|_| Some(GpuColorTargetState {
            write_mask: Some(GpuColorWrite::empty()),
            ..target(GpuTextureFormat::Rgba32float)
        })).collect();
    }),
    ("of strips' index format without strips", |d, _| d.primitive = Some(GpuPrimitiveState {
        strip_index_format: Some(GpuIndexFormat::Uint32),
        ..primitive(GpuPrimitiveTopology::TriangleList)
    })),
    ("with unclipped depth, without the feature", |d, _| d.primitive = Some(GpuPrimitiveState {
        unclipped_depth: Some(true),
        ..primitive(GpuPrimitiveTopology::TriangleList)
    })),
    ("of no samples", |d, _| d.multisample = Some(samples(0))),
    ("of two samples", |d, _| d.multisample = Some(samples(2))),
    ("of sixteen samples", |d, _| d.multisample = Some(samples(16))),
    ("of one sample covered by alpha", |d, _| d.multisample = Some(GpuMultisampleState {
        alpha_to_coverage_enabled: Some(true),
        ..samples(1)
    })),
    ("of samples covered by alpha, of a format without alpha", |d, _| {
        color_target(d).format = GpuTextureFormat::Rg8unorm;
        d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        });
    }),
    ("of samples covered by alpha and by a mask of the shader", |d, _| {
        shades(d, "masked");
        d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        });
    }),
    ("of samples covered by alpha, without colors", |d, _| {
        d.fragment = None;
        d.depth_stencil = Some(depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less));
        d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        });
    }),
    ("of samples covered by alpha, the first target left out", |d, _| {
        shades(d, "two");
        targets(d).insert(0, None);
        d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        });
    }),
    ("of samples covered by alpha, of integers", |d, _| {
        shades(d, "unsigned");
        color_target(d).format = GpuTextureFormat::Rgba8uint;
        d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        });
    }),
    ("of samples covered by alpha, of a format that is not blended", |d, _| {
        color_target(d).format = GpuTextureFormat::Rgba32float;
        d.multisample = Some(GpuMultisampleState {
            alpha_to_coverage_enabled: Some(true),
            ..samples(4)
        });
    }),
    ("whose target has depth", |d, _| color_target(d).format = GpuTextureFormat::Depth16unorm),
    ("whose target needs a feature", |d, _| color_target(d).format = GpuTextureFormat::R16unorm),
    ("of floats into unsigned integers", |d, _| {
        color_target(d).format = GpuTextureFormat::Rgba8uint;
    }),
    ("of unsigned integers into signed ones", |d, _| {
        shades(d, "unsigned");
        color_target(d).format = GpuTextureFormat::Rgba8sint;
    }),
    ("of signed integers into floats", |d, _| shades(d, "signed")),
    ("of three components into four", |d, _| shades(d, "rgb")),
    ("that computes no color for its target", |d, _| shades(d, "nothing")),
    ("that computes no color for one of its targets", |d, _| targets(d).push(Some(target(FORMAT)))),
    ("that blends by alpha that is not computed", |d, _| {
        shades(d, "rgb");
        color_target(d).format = GpuTextureFormat::Rg8unorm;
        blends(d, blend(
            GpuBlendOperation::Add, GpuBlendFactor::SrcAlpha, GpuBlendFactor::Zero,
        ));
    }),
    ("that blends integers", |d, _| {
        shades(d, "unsigned");
        color_target(d).format = GpuTextureFormat::Rgba8uint;
        blends(d, blend(
            GpuBlendOperation::Add, GpuBlendFactor::One, GpuBlendFactor::Zero,
        ));
    }),
    ("that takes the lesser of factors", |d, _| blends(d, blend(
        GpuBlendOperation::Min, GpuBlendFactor::SrcAlpha, GpuBlendFactor::One,
    ))),
    ("that takes the greater of nothing", |d, _| blends(d, blend(
        GpuBlendOperation::Max, GpuBlendFactor::One, GpuBlendFactor::Zero,
    ))),
    ("that takes the lesser of factors of color", |d, _| color_target(d).blend = Some(GpuBlendState {
        color: blend(GpuBlendOperation::Min, GpuBlendFactor::One, GpuBlendFactor::Dst),
        alpha: blend(GpuBlendOperation::Min, GpuBlendFactor::One, GpuBlendFactor::One),
    })),
    ("that takes the lesser of factors of alpha", |d, _| color_target(d).blend = Some(GpuBlendState {
        color: blend(GpuBlendOperation::Min, GpuBlendFactor::One, GpuBlendFactor::One),
        alpha: blend(GpuBlendOperation::Min, GpuBlendFactor::One, GpuBlendFactor::Dst),
    })),
    ("that blends two sources, without the feature", |d, _| blends(d, blend(
        GpuBlendOperation::Add, GpuBlendFactor::Src1, GpuBlendFactor::Zero,
    ))),
    ("whose depth is of a color", |d, _| {
        d.depth_stencil = Some(depth_state(FORMAT, GpuCompareFunction::Less));
    }),
    ("whose depth needs a feature", |d, _| d.depth_stencil = Some(depth_state(
        GpuTextureFormat::Depth32floatStencil8, GpuCompareFunction::Less,
    ))),
    ("that writes depth where there is none", |d, _| {
        d.depth_stencil = Some(depth_state(GpuTextureFormat::Stencil8, GpuCompareFunction::Always));
    }),
    ("that compares depth where there is none", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_compare: Some(GpuCompareFunction::Less),
            ..stencil_state(GpuTextureFormat::Stencil8)
        });
    }),
    ("of depth that does not say whether it is written", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_compare: Some(GpuCompareFunction::Less),
            ..stencil_state(GpuTextureFormat::Depth24plus)
        });
    }),
    ("of depth that is written and not compared", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_write_enabled: Some(true),
            ..stencil_state(GpuTextureFormat::Depth24plus)
        });
    }),
    ("of stencil that depth changes, though it is not compared", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_write_enabled: Some(false),
            stencil_front: Some(GpuStencilFaceState {
                depth_fail_op: Some(GpuStencilOperation::Invert),
                ..inverting()
            }),
            ..stencil_state(GpuTextureFormat::Depth24plusStencil8)
        });
    }),
    ("of stencil in front where there is none", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            stencil_front: Some(inverting()),
            ..depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less)
        });
    }),
    ("of stencil behind where there is none", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            stencil_back: Some(GpuStencilFaceState {
                compare: Some(GpuCompareFunction::Less),
                ..stencil_face()
            }),
            ..depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less)
        });
    }),
    ("of stencil whose operations are not the default where there is none", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            stencil_back: Some(GpuStencilFaceState {
                fail_op: Some(GpuStencilOperation::Zero),
                ..stencil_face()
            }),
            ..depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less)
        });
    }),
    ("of stencil that depth changes where there is none", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            stencil_front: Some(GpuStencilFaceState {
                depth_fail_op: Some(GpuStencilOperation::Zero),
                ..stencil_face()
            }),
            ..depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less)
        });
    }),
    ("with a bias of the depth of points", |d, _| {
        d.primitive = Some(primitive(GpuPrimitiveTopology::PointList));
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias_slope_scale: None,
            depth_bias_clamp: None,
            ..biased()
        });
    }),
    ("with a bias of depth by a slope that is no number", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias_slope_scale: Some(f32::NAN),
            ..biased()
        });
    }),
    ("with a bias of depth by a slope that is infinite", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias_slope_scale: Some(f32::INFINITY),
            ..biased()
        });
    }),
    ("with a bias of depth that is clamped to no number", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias_clamp: Some(f32::NAN),
            ..biased()
        });
    }),
    ("with a bias of depth that is clamped to infinity", |d, _| {
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias_clamp: Some(f32::NEG_INFINITY),
            ..biased()
        });
    }),
    ("with a bias of the depth of lines by slope", |d, _| {
        d.primitive = Some(primitive(GpuPrimitiveTopology::LineList));
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias: None,
            depth_bias_clamp: None,
            ..biased()
        });
    }),
    ("with a bias of the depth of strips of lines that is clamped", |d, _| {
        d.primitive = Some(primitive(GpuPrimitiveTopology::LineStrip));
        d.depth_stencil = Some(GpuDepthStencilState {
            depth_bias: None,
            depth_bias_slope_scale: None,
            ..biased()
        });
    }),
    ("of depth that is computed where there is none", |d, _| {
        *targets(d) = vec![];
        shades(d, "no_depth");
        d.depth_stencil = Some(stencil_state(GpuTextureFormat::Stencil8));
    }),
    ("of values that are not passed", |d, _| shades(d, "passed")),
    ("with an entry point that is not there", |d, _| shades(d, "nowhere")),
    ("with a vertex entry point that is not there", |d, _| starts(d, "nowhere")),
    ("whose vertices are shaded as fragments", |d, _| starts(d, "red")),
    ("whose fragments are shaded as vertices", |d, _| shades(d, "everywhere")),
    ("with one of several entry points, left to be chosen", |d, _| {
        if let Some(fragment) = &mut d.fragment {
            fragment.entry_point = None;
        }
    }),
];

/// The color targets.
fn targets<'d>(
    descriptor: &'d mut GpuRenderPipelineDescriptor<'_>,
) -> &'d mut Vec<Option<GpuColorTargetState>> {
    match &mut descriptor.fragment {
        Some(fragment) => &mut fragment.targets,
        None => unreachable!("all descriptors begin with a fragment stage"),
    }
}

/// The first color target.
fn color_target<'d>(
    descriptor: &'d mut GpuRenderPipelineDescriptor<'_>,
) -> &'d mut GpuColorTargetState {
    targets(descriptor)[0].get_or_insert(target(FORMAT))
}

/// Blends into the first color target.
fn blends(descriptor: &mut GpuRenderPipelineDescriptor<'_>, component: GpuBlendComponent) {
    color_target(descriptor).blend = blended(FORMAT, component).blend;
}

fn shades(descriptor: &mut GpuRenderPipelineDescriptor<'_>, entry_point: &str) {
    if let Some(fragment) = &mut descriptor.fragment {
        fragment.entry_point = Some(entry_point.into());
    }
}

fn starts(descriptor: &mut GpuRenderPipelineDescriptor<'_>, entry_point: &str) {
    descriptor.vertex.entry_point = Some(entry_point.into());
}

fn biased() -> GpuDepthStencilState {
    GpuDepthStencilState {
        depth_bias: Some(1),
        depth_bias_slope_scale: Some(0.5),
        depth_bias_clamp: Some(0.25),
        ..depth_state(GpuTextureFormat::Depth24plus, GpuCompareFunction::Less)
    }
}

fn inverting() -> GpuStencilFaceState {
    GpuStencilFaceState {
        pass_op: Some(GpuStencilOperation::Invert),
        ..stencil_face()
    }
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: {what}"),
                async |device| {
                    let module = device.create_shader_module(&shader(SHADER));
                    let mut descriptor = red(&module);
                    change(&mut descriptor, &device.limits());
                    device.create_render_pipeline(descriptor);
                    Ok(())
                },
            )
            .await;
        suite
            .right(
                &format!("gpu-device.create-render-pipeline-async: {what}"),
                async |device| {
                    let module = device.create_shader_module(&shader(SHADER));
                    let mut descriptor = red(&module);
                    change(&mut descriptor, &device.limits());
                    ok(device.create_render_pipeline_async(descriptor).await)?;
                    Ok(())
                },
            )
            .await;
    }
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-device.create-render-pipeline: {what}"),
                async |device| {
                    let module = device.create_shader_module(&shader(SHADER));
                    let mut descriptor = red(&module);
                    change(&mut descriptor, &device.limits());
                    refused(device, || device.create_render_pipeline(descriptor)).await?;
                    Ok(())
                },
            )
            .await;
        suite
            .wrong(
                &format!("gpu-device.create-render-pipeline-async: {what}"),
                async |device| {
                    let module = device.create_shader_module(&shader(SHADER));
                    let mut descriptor = red(&module);
                    change(&mut descriptor, &device.limits());
                    fails_with!(
                        device.create_render_pipeline_async(descriptor).await,
                        CreatePipelineErrorKind::GpuPipelineError(
                            GpuPipelineErrorReason::Validation
                        )
                    )
                },
            )
            .await;
    }
    for format in FORMATS {
        formats(suite, format).await;
    }
    objects(suite).await;
}

/// What a format can be the target of.
async fn formats(suite: &mut Suite, format: &Format) {
    let is_color = !format.is_depth_or_stencil();
    attempt(
        suite,
        format,
        "as a target",
        if is_color {
            format.attachment
        } else {
            Support::No
        },
        |_| {},
    )
    .await;
    attempt(
        suite,
        format,
        "as a target that is blended",
        format.blendable,
        |d| {
            blends(
                d,
                blend(
                    GpuBlendOperation::Add,
                    GpuBlendFactor::One,
                    GpuBlendFactor::One,
                ),
            );
        },
    )
    .await;
}

async fn attempt(
    suite: &mut Suite,
    format: &Format,
    what: &str,
    support: Support,
    change: fn(&mut GpuRenderPipelineDescriptor<'_>),
) {
    let name = format!("gpu-device.create-render-pipeline: {} {what}", format.name);
    let create = |device: &GpuDevice| {
        let module = device.create_shader_module(&shader(SHADER));
        let mut descriptor = red(&module);
        shades(
            &mut descriptor,
            match format.sampled {
                Sampled::Uint => "unsigned",
                Sampled::Sint => "signed",
                _ => "red",
            },
        );
        color_target(&mut descriptor).format = format.format;
        change(&mut descriptor);
        device.create_render_pipeline(descriptor);
    };
    supported(suite, &name, format, support, create).await;
}

/// Pipelines as objects: of invalid parts, with labels, with layouts.
async fn objects(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-device.create-render-pipeline: of an invalid shader module",
            async |device| {
                let module =
                    refused(device, || device.create_shader_module(&shader("no WGSL"))).await?;
                let descriptor = red(&module);
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-render-pipeline: with a layout that lacks a binding",
            async |device| {
                let module = device.create_shader_module(&shader(SHADER));
                let empty = device.create_pipeline_layout(&pipeline_layout(&[]));
                let mut descriptor = red(&module);
                shades(&mut descriptor, "what_is_bound");
                descriptor.layout = GpuLayoutMode::Specific(&empty);
                refused(device, || device.create_render_pipeline(descriptor)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-render-pipeline.get-bind-group-layout: fits what the shader binds",
            async |device| {
                let module = device.create_shader_module(&shader(SHADER));
                let mut descriptor = red(&module);
                shades(&mut descriptor, "what_is_bound");
                let pipeline = device.create_render_pipeline(descriptor);
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::UNIFORM));
                device.create_bind_group(&bind_group(
                    &pipeline.get_bind_group_layout(0),
                    vec![bound(0, GpuBindingResource::GpuBuffer(&buffer))],
                ));
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-render-pipeline.get-bind-group-layout: past max-bind-groups",
            async |device| {
                let module = device.create_shader_module(&shader(SHADER));
                let pipeline = device.create_render_pipeline(red(&module));
                let count = device.limits().max_bind_groups();
                refused(device, || pipeline.get_bind_group_layout(count)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-render-pipeline.get-bind-group-layout: of an invalid pipeline",
            async |device| {
                let pipeline = invalid_render_pipeline(device, None).await?;
                refused(device, || pipeline.get_bind_group_layout(0)).await?;
                Ok(())
            },
        )
        .await;
    labels(
        suite,
        "gpu-render-pipeline",
        async |device, label| {
            let module = device.create_shader_module(&shader(SHADER));
            Ok(device.create_render_pipeline(GpuRenderPipelineDescriptor {
                label,
                ..red(&module)
            }))
        },
        invalid_render_pipeline,
    )
    .await;
}
