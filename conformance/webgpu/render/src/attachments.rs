//! What passes leave in their attachments by loading, clearing, storing and resolving.

use crate::{FORMAT, NOTHING, RED, colors, pipeline, target_of};
use harness::*;

/// Formats, and what they hold where they were cleared to 1, 2, 3 and 4, or a quarter of that.
#[rustfmt::skip]
const CLEARED: &[(&str, GpuColor, &[u8])] = &[
    ("r8unorm", QUARTERS, &[51]),
    ("rg8unorm", QUARTERS, &[51, 102]),
    ("rgba8unorm", QUARTERS, &[51, 102, 153, 204]),
    ("bgra8unorm", QUARTERS, &[153, 102, 51, 204]),
    ("r8uint", WHOLES, &[1]),
    ("rg8sint", NEGATIVE, &[255, 2]),
    ("rgba8uint", WHOLES, &[1, 2, 3, 4]),
    ("rgba8sint", NEGATIVE, &[255, 2, 253, 4]),
    ("r16uint", WHOLES, &[1, 0]),
    ("rg16sint", NEGATIVE, &[255, 255, 2, 0]),
    ("rgba16uint", WHOLES, &[1, 0, 2, 0, 3, 0, 4, 0]),
    ("rgba16float", WHOLES, &[0, 0x3c, 0, 0x40, 0, 0x42, 0, 0x44]),
    ("r32uint", WHOLES, &[1, 0, 0, 0]),
    ("r32sint", NEGATIVE, &[255, 255, 255, 255]),
    ("r32float", WHOLES, &[0, 0, 0x80, 0x3f]),
    ("rg32float", WHOLES, &[0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]),
    ("rgba32uint", WHOLES, &[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0]),
    ("rgb10a2uint", WHOLES, &[0x01, 0x08, 0x30, 0x00]),
];

const WHOLES: GpuColor = GpuColor {
    r: 1.0,
    g: 2.0,
    b: 3.0,
    a: 4.0,
};
const NEGATIVE: GpuColor = GpuColor {
    r: -1.0,
    g: 2.0,
    b: -3.0,
    a: 4.0,
};
/// Fifths, which are whole numbers of 255 parts.
const QUARTERS: GpuColor = GpuColor {
    r: 0.2,
    g: 0.4,
    b: 0.6,
    a: 0.8,
};

pub async fn run(suite: &mut Suite) {
    for (name, value, expected) in CLEARED {
        for format in FORMATS.iter().filter(|format| format.name == *name) {
            cleared(suite, format, *value, expected).await;
        }
    }
    loading(suite).await;
    resolving(suite).await;
    slices(suite).await;
    depth_and_stencil(suite).await;
}

async fn cleared(suite: &mut Suite, format: &Format, value: GpuColor, expected: &[u8]) {
    // Two bits of alpha hold 3 at most; what is beyond is not for this case to say.
    let value = GpuColor {
        a: if format.name == "rgb10a2uint" {
            0.0
        } else {
            value.a
        },
        ..value
    };
    suite
        .right(
            &format!(
                "gpu-command-encoder.begin-render-pass: clears {} to a color",
                format.name
            ),
            async |device| {
                let target = target_of(device, 2, format.format);
                let view = target.create_view(None);
                submit(device, |encoder| {
                    let attachment = GpuRenderPassColorAttachment {
                        clear_value: Some(value),
                        ..color(&view)
                    };
                    encoder
                        .begin_render_pass(&render_pass(vec![attachment]))
                        .end();
                });
                let bytes = read_texels(device, &target, format.footprint).await?;
                equal(bytes, expected.repeat(4))
            },
        )
        .await;
}

async fn loading(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: loads what an earlier pass stored",
            async |device| {
                let target = target_of(device, 2, FORMAT);
                let view = target.create_view(None);
                let red = pipeline(device, |_| {});
                submit(device, |encoder| {
                    let pass = encoder.begin_render_pass(&render_pass(vec![color(&view)]));
                    pass.set_pipeline(&red);
                    pass.draw(3, None, None, None);
                    pass.end();
                    let loading = GpuRenderPassColorAttachment {
                        load_op: GpuLoadOp::Load,
                        ..color(&view)
                    };
                    encoder.begin_render_pass(&render_pass(vec![loading])).end();
                });
                equal(colors(device, &target).await?, vec![RED; 4])
            },
        )
        .await;
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: what is discarded is zero",
            async |device| {
                let target = target_of(device, 2, FORMAT);
                let view = target.create_view(None);
                let red = pipeline(device, |_| {});
                submit(device, |encoder| {
                    let attachment = GpuRenderPassColorAttachment {
                        store_op: GpuStoreOp::Discard,
                        ..color(&view)
                    };
                    let pass = encoder.begin_render_pass(&render_pass(vec![attachment]));
                    pass.set_pipeline(&red);
                    pass.draw(3, None, None, None);
                    pass.end();
                });
                equal(colors(device, &target).await?, vec![NOTHING; 4])
            },
        )
        .await;
}

async fn resolving(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: resolves four samples to their mean",
            async |device| {
                let samples_drawn = device.create_texture(&GpuTextureDescriptor {
                    sample_count: Some(4),
                    ..texture(extent(2, 2), FORMAT, GpuTextureUsage::RENDER_ATTACHMENT)
                });
                let view = samples_drawn.create_view(None);
                let target = target_of(device, 2, FORMAT);
                let resolved = target.create_view(None);
                let red = pipeline(device, |d| {
                    d.multisample = Some(GpuMultisampleState {
                        mask: Some(0b0101),
                        ..samples(4)
                    });
                });
                submit(device, |encoder| {
                    let attachment = GpuRenderPassColorAttachment {
                        resolve_target: Some(&resolved),
                        ..color(&view)
                    };
                    let pass = encoder.begin_render_pass(&render_pass(vec![attachment]));
                    pass.set_pipeline(&red);
                    pass.draw(3, None, None, None);
                    pass.end();
                });
                for [red, green, blue, alpha] in colors(device, &target).await? {
                    // How a half is rounded is left open.
                    holds(
                        (127..=128).contains(&red) && red == alpha && (green, blue) == (0, 0),
                        &format!("half of red; got {:?}", [red, green, blue, alpha]),
                    )?;
                }
                Ok(())
            },
        )
        .await;
}

async fn slices(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: clears the slice, and no other",
            async |device| {
                let volume = device.create_texture(&GpuTextureDescriptor {
                    dimension: Some(GpuTextureDimension::D3),
                    ..texture(
                        extent_3d(2, 2, 3),
                        FORMAT,
                        GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::COPY_SRC,
                    )
                });
                let view = volume.create_view(None);
                submit(device, |encoder| {
                    let attachment = GpuRenderPassColorAttachment {
                        depth_slice: Some(1),
                        clear_value: Some(GpuColor {
                            r: 1.0,
                            g: 0.0,
                            b: 0.0,
                            a: 1.0,
                        }),
                        ..color(&view)
                    };
                    encoder
                        .begin_render_pass(&render_pass(vec![attachment]))
                        .end();
                });
                equal(
                    colors(device, &volume).await?,
                    [[NOTHING; 4], [RED; 4], [NOTHING; 4]].concat(),
                )
            },
        )
        .await;
}

async fn depth_and_stencil(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: clears depth",
            async |device| {
                let target = target_of(device, 2, GpuTextureFormat::Depth32float);
                let view = target.create_view(None);
                submit(device, |encoder| {
                    encoder
                        .begin_render_pass(&GpuRenderPassDescriptor {
                            depth_stencil_attachment: Some(depth(&view, 0.25)),
                            ..render_pass(vec![])
                        })
                        .end();
                });
                equal(
                    read_texels(device, &target, 4).await?,
                    0.25f32.to_le_bytes().repeat(4),
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: clears stencil to the low bits of the value",
            async |device| {
                let target = target_of(device, 2, GpuTextureFormat::Stencil8);
                let view = target.create_view(None);
                submit(device, |encoder| {
                    encoder
                        .begin_render_pass(&GpuRenderPassDescriptor {
                            depth_stencil_attachment: Some(stencil(&view, 0x1234)),
                            ..render_pass(vec![])
                        })
                        .end();
                });
                equal(read_texels(device, &target, 1).await?, vec![0x34; 4])
            },
        )
        .await;
}
