//! What passes leave in their attachments by loading, clearing and storing.

use crate::{FORMAT, NOTHING, RED, colors, pipeline};
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
                    render(encoder, &render_pass(vec![attachment]), |_| {});
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
                    render_into(encoder, &view, |pass| draw_with(pass, &red));
                    let loading = GpuRenderPassColorAttachment {
                        load_op: GpuLoadOp::Load,
                        ..color(&view)
                    };
                    render(encoder, &render_pass(vec![loading]), |_| {});
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
                    render(encoder, &render_pass(vec![attachment]), |pass| {
                        draw_with(pass, &red)
                    });
                });
                equal(colors(device, &target).await?, vec![NOTHING; 4])
            },
        )
        .await;
}

/// A slice of three of a volume.
async fn slices(suite: &mut Suite) {
    for (what, is_filled, load_op) in [
        ("clears the slice, and no other", true, GpuLoadOp::Clear),
        ("draws into the slice, and no other", true, GpuLoadOp::Load),
        (
            "clears the slice, and leaves zeros in the others",
            false,
            GpuLoadOp::Clear,
        ),
        (
            "draws into the slice, and leaves zeros in the others",
            false,
            GpuLoadOp::Load,
        ),
    ] {
        suite
            .right(
                &format!("gpu-command-encoder.begin-render-pass: {what}"),
                async |device| {
                    let volume = if is_filled {
                        filled_volume(device)
                    } else {
                        leave_behind().await?;
                        device.create_texture(&volume())
                    };
                    let view = volume.create_view(None);
                    let red = pipeline(device, |_| {});
                    submit(device, |encoder| {
                        let attachment = GpuRenderPassColorAttachment {
                            depth_slice: Some(1),
                            load_op,
                            ..color(&view)
                        };
                        render(encoder, &render_pass(vec![attachment]), |pass| {
                            draw_with(pass, &red)
                        });
                    });
                    let others = if is_filled { GREEN } else { NOTHING };
                    equal(
                        colors(device, &volume).await?,
                        [[others; 4], [RED; 4], [others; 4]].concat(),
                    )
                },
            )
            .await;
    }
}

const GREEN: [u8; 4] = [0, 255, 0, 255];

/// Three slices of 2 by 2 texels.
fn volume() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        ..texture(
            extent_3d(2, 2, 3),
            FORMAT,
            GpuTextureUsage::RENDER_ATTACHMENT
                | GpuTextureUsage::COPY_SRC
                | GpuTextureUsage::COPY_DST,
        )
    }
}

/// Fills memory of another device, and gives it back: where a host does not clear memory, this may be
/// seen in textures that are made after that.
async fn leave_behind() -> Outcome {
    let earlier = new_device(&[]).await?;
    let filled = filled_volume(&earlier);
    earlier.queue().on_submitted_work_done().await;
    filled.destroy();
    earlier.destroy();
    Ok(())
}

/// Such a volume, in green.
fn filled_volume(device: &GpuDevice) -> GpuTexture {
    let filled = device.create_texture(&volume());
    let rows = GpuTexelCopyBufferLayout {
        rows_per_image: Some(2),
        ..layout(8)
    };
    let (green, size) = (GREEN.repeat(12), extent_3d(2, 2, 3));
    device
        .queue()
        .write_texture_with_copy(&texels(&filled), &green, rows, size);
    filled
}

async fn depth_and_stencil(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: clears depth",
            async |device| {
                let target = target_of(device, 2, GpuTextureFormat::Depth32float);
                let view = target.create_view(None);
                submit(device, |encoder| {
                    render(encoder, &depth_pass(vec![], depth(&view, 0.25)), |_| {});
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
                    render(encoder, &depth_pass(vec![], stencil(&view, 0x1234)), |_| {});
                });
                equal(read_texels(device, &target, 1).await?, vec![0x34; 4])
            },
        )
        .await;
}
