//! Render bundle encoders: creation, labels, and their end.

use crate::{FORMAT, invalid_bundle};
use harness::*;

type Change = fn(&mut GpuRenderBundleEncoderDescriptor, &GpuSupportedLimits);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("for a color", |_, _| {}),
    ("for a color after one that is left out", |d, _| d.color_formats.insert(0, None)),
    ("for as many colors as max-color-attachments", |d, limits| {
        d.color_formats.resize(limits.max_color_attachments() as usize, None);
    }),
    ("for depth alone", |d, _| {
        d.color_formats = vec![];
        d.depth_stencil_format = Some(GpuTextureFormat::Depth24plus);
    }),
    ("for depth and stencil that are only read", |d, _| {
        d.depth_stencil_format = Some(GpuTextureFormat::Depth24plusStencil8);
        d.depth_read_only = Some(true);
        d.stencil_read_only = Some(true);
    }),
    ("for four samples", |d, _| d.sample_count = Some(4)),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("for no attachments", |d, _| d.color_formats = vec![]),
    ("for colors that are all left out", |d, _| d.color_formats = vec![None, None]),
    ("for more colors than max-color-attachments", |d, limits| {
        d.color_formats.resize(limits.max_color_attachments() as usize + 1, None);
    }),
    ("for more bytes than max-color-attachment-bytes-per-sample", |d, limits| {
        let count = limits.max_color_attachment_bytes_per_sample() as usize / 16 + 1;
        d.color_formats = vec![Some(GpuTextureFormat::Rgba32float); count];
    }),
    ("for a color that has depth", |d, _| {
        d.color_formats = vec![Some(GpuTextureFormat::Depth24plus)];
    }),
    ("for a color that cannot be drawn into", |d, _| {
        d.color_formats = vec![Some(GpuTextureFormat::Rgb9e5ufloat)];
    }),
    ("for a color that needs a feature", |d, _| {
        d.color_formats = vec![Some(GpuTextureFormat::R16unorm)];
    }),
    ("for depth that is a color", |d, _| d.depth_stencil_format = Some(FORMAT)),
    ("for depth that needs a feature", |d, _| {
        d.depth_stencil_format = Some(GpuTextureFormat::Depth32floatStencil8);
    }),
];

fn changed(device: &GpuDevice, change: Change) -> GpuRenderBundleEncoderDescriptor {
    let mut descriptor = bundle_encoder(&[FORMAT]);
    change(&mut descriptor, &device.limits());
    descriptor
}

fn encoder(device: &GpuDevice) -> GpuRenderBundleEncoder {
    device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]))
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-device.create-render-bundle-encoder: {what}"),
                async |device| {
                    device
                        .create_render_bundle_encoder(&changed(device, *change))
                        .finish(None);
                    Ok(())
                },
            )
            .await;
    }
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-device.create-render-bundle-encoder: {what}"),
                async |device| {
                    let descriptor = changed(device, *change);
                    refused(device, || device.create_render_bundle_encoder(&descriptor)).await?;
                    Ok(())
                },
            )
            .await;
    }
    finishing(suite).await;
    late(suite).await;
    names(suite).await;
}

async fn finishing(suite: &mut Suite) {
    suite
        .right(
            "gpu-render-bundle-encoder.finish: of no commands",
            async |device| {
                encoder(device).finish(None);
                Ok(())
            },
        )
        .await;
    suite
        .wrong("gpu-render-bundle-encoder.finish: twice", async |device| {
            let encoder = encoder(device);
            encoder.finish(None);
            refused(device, || encoder.finish(None)).await?;
            Ok(())
        })
        .await;
    suite
        .wrong(
            "gpu-render-bundle-encoder.finish: of an invalid encoder",
            async |device| {
                let invalid = refused(device, || {
                    device.create_render_bundle_encoder(&bundle_encoder(&[]))
                })
                .await?;
                refused(device, || invalid.finish(None)).await?;
                Ok(())
            },
        )
        .await;
}

/// Every command, once the encoder has ended.
async fn late(suite: &mut Suite) {
    #[rustfmt::skip]
    const LATE: &[(&str, fn(&GpuRenderBundleEncoder, &GpuBuffer))] = &[
        ("set-bind-group", |encoder, _| {
            // An error of the device, and none of the call.
            drop(encoder.set_bind_group(0, None, None, None, None));
        }),
        ("set-immediates", |encoder, _| encoder.set_immediates(0, &[], None, None)),
        ("set-index-buffer", |encoder, buffer| {
            encoder.set_index_buffer(buffer, GpuIndexFormat::Uint16, None, None);
        }),
        ("set-vertex-buffer", |encoder, buffer| {
            encoder.set_vertex_buffer(0, Some(buffer), None, None);
        }),
        ("draw", |encoder, _| encoder.draw(3, None, None, None)),
        ("draw-indexed", |encoder, _| encoder.draw_indexed(3, None, None, None, None)),
        ("draw-indirect", |encoder, buffer| encoder.draw_indirect(buffer, 0)),
        ("draw-indexed-indirect", |encoder, buffer| encoder.draw_indexed_indirect(buffer, 0)),
    ];
    for (function, command) in LATE {
        suite
            .wrong(
                &format!("gpu-render-bundle-encoder.{function}: once it is finished is an error"),
                async |device| {
                    let usage =
                        GpuBufferUsage::INDEX | GpuBufferUsage::VERTEX | GpuBufferUsage::INDIRECT;
                    let buffer = device.create_buffer(&buffer(64, usage));
                    let encoder = encoder(device);
                    encoder.finish(None);
                    refused(device, || command(&encoder, &buffer)).await
                },
            )
            .await;
    }
}

async fn names(suite: &mut Suite) {
    labels(
        suite,
        "gpu-render-bundle-encoder",
        async |device, label| {
            Ok(
                device.create_render_bundle_encoder(&GpuRenderBundleEncoderDescriptor {
                    label,
                    ..bundle_encoder(&[FORMAT])
                }),
            )
        },
        async |device, label| {
            let descriptor = GpuRenderBundleEncoderDescriptor {
                label,
                ..bundle_encoder(&[])
            };
            refused(device, || device.create_render_bundle_encoder(&descriptor)).await
        },
    )
    .await;
    labels(
        suite,
        "gpu-render-bundle",
        async |device, label| {
            Ok(encoder(device).finish(Some(&GpuRenderBundleDescriptor { label })))
        },
        invalid_bundle,
    )
    .await;
}
