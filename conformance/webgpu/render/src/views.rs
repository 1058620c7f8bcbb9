//! `begin-render-pass`: which textures, and which of them together, a pass can draw into
//! (specification, "Render Pass Encoder Creation").

use crate::FORMAT;
use crate::passes::{depth_texture, of};
use harness::*;

pub async fn run(suite: &mut Suite) {
    several(suite).await;
    slices(suite).await;
    resolving(suite).await;
    objects(suite).await;
}

/// Views of colors that passes can have, or cannot, one beside the other.
type Views = fn(&GpuDevice) -> Vec<GpuTextureView>;

#[rustfmt::skip]
const TOGETHER: &[(&str, Views)] = &[
    ("into two textures", |device| vec![one_of(device, 4), one_of(device, 4)]),
    ("into two layers", |device| {
        let texture = two_layers(device);
        vec![layer_of(&texture, 0), layer_of(&texture, 1)]
    }),
];

#[rustfmt::skip]
const APART: &[(&str, Views)] = &[
    ("into a color twice", |device| {
        let texture = target_of(device, 4, FORMAT);
        vec![texture.create_view(None), texture.create_view(None)]
    }),
    ("into a layer twice", |device| {
        let texture = two_layers(device);
        vec![layer_of(&texture, 1), layer_of(&texture, 1)]
    }),
    ("into colors of two sizes", |device| vec![one_of(device, 8), one_of(device, 4)]),
    ("into colors of one sample and of four", |device| {
        let four = GpuTextureDescriptor { sample_count: Some(4), ..of(FORMAT) };
        vec![one_of(device, 16), device.create_texture(&four).create_view(None)]
    }),
    ("into colors of more bytes than max-color-attachment-bytes-per-sample", |device| {
        let count = device.limits().max_color_attachment_bytes_per_sample() / 16 + 1;
        let view = |_| target_of(device, 4, GpuTextureFormat::Rgba32float).create_view(None);
        (0..count).map(view).collect()
    }),
];

fn one_of(device: &GpuDevice, size: u32) -> GpuTextureView {
    target_of(device, size, FORMAT).create_view(None)
}

fn two_layers(device: &GpuDevice) -> GpuTexture {
    device.create_texture(&GpuTextureDescriptor {
        size: extent_3d(4, 4, 2),
        ..of(FORMAT)
    })
}

fn layer_of(texture: &GpuTexture, layer: u32) -> GpuTextureView {
    texture.create_view(Some(&GpuTextureViewDescriptor {
        dimension: Some(GpuTextureViewDimension::D2),
        base_array_layer: Some(layer),
        ..view()
    }))
}

fn slice(view: &GpuTextureView, depth_slice: u32) -> GpuRenderPassColorAttachment<'_> {
    GpuRenderPassColorAttachment {
        depth_slice: Some(depth_slice),
        ..color(view)
    }
}

fn resolved<'v>(
    view: &'v GpuTextureView,
    target: &'v GpuTextureView,
) -> GpuRenderPassColorAttachment<'v> {
    GpuRenderPassColorAttachment {
        resolve_target: Some(target),
        ..color(view)
    }
}

/// Slices of a volume.
async fn slices(suite: &mut Suite) {
    let function = "gpu-command-encoder.begin-render-pass";
    let volume = |device: &GpuDevice| {
        let volume = GpuTextureDescriptor {
            dimension: Some(GpuTextureDimension::D3),
            size: extent_3d(4, 4, 2),
            ..of(FORMAT)
        };
        device.create_texture(&volume).create_view(None)
    };
    suite
        .right(&format!("{function}: into two slices"), async |device| {
            let view = volume(device);
            submit(device, |encoder| {
                let pass = render_pass(vec![slice(&view, 0), slice(&view, 1)]);
                render(encoder, &pass, |_| {});
            });
            Ok(())
        })
        .await;
    suite
        .wrong(&format!("{function}: into a slice twice"), async |device| {
            let view = volume(device);
            refused_pass(device, render_pass(vec![slice(&view, 1), slice(&view, 1)])).await
        })
        .await;
}

/// Colors of four samples, and what they are resolved to.
async fn resolving(suite: &mut Suite) {
    let function = "gpu-command-encoder.begin-render-pass";
    let multisampled = |device: &GpuDevice| {
        let four = GpuTextureDescriptor {
            sample_count: Some(4),
            size: extent(4, 4),
            ..of(FORMAT)
        };
        device.create_texture(&four).create_view(None)
    };
    suite
        .right(
            &format!("{function}: that resolves to two layers"),
            async |device| {
                let (one, other) = (multisampled(device), multisampled(device));
                let texture = two_layers(device);
                let layers = [layer_of(&texture, 0), layer_of(&texture, 1)];
                submit(device, |encoder| {
                    let colors = vec![resolved(&one, &layers[0]), resolved(&other, &layers[1])];
                    render(encoder, &render_pass(colors), |_| {});
                });
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: that resolves to a layer twice"),
            async |device| {
                let (one, other) = (multisampled(device), multisampled(device));
                let texture = two_layers(device);
                let layers = [layer_of(&texture, 1), layer_of(&texture, 1)];
                let colors = vec![resolved(&one, &layers[0]), resolved(&other, &layers[1])];
                refused_pass(device, render_pass(colors)).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: that resolves to a view of another device"),
            async |device| {
                let view = multisampled(device);
                let foreign = one_of(&new_device(&[]).await?, 4);
                refused_pass(device, render_pass(vec![resolved(&view, &foreign)])).await
            },
        )
        .await;
}

/// Several colors of a pass.
async fn several(suite: &mut Suite) {
    let function = "gpu-command-encoder.begin-render-pass";
    for (what, views) in TOGETHER {
        suite
            .right(&format!("{function}: {what}"), async |device| {
                let views = views(device);
                submit(device, |encoder| {
                    let colors = views.iter().map(color).collect();
                    render(encoder, &render_pass(colors), |_| {});
                });
                Ok(())
            })
            .await;
    }
    for (what, views) in APART {
        suite
            .wrong(&format!("{function}: {what}"), async |device| {
                let views = views(device);
                refused_pass(device, render_pass(views.iter().map(color).collect())).await
            })
            .await;
    }
    suite
        .wrong(
            &format!("{function}: into more than max-color-attachments, left out or not"),
            async |device| {
                let view = one_of(device, 4);
                let mut descriptor = render_pass(vec![color(&view)]);
                let count = device.limits().max_color_attachments() as usize + 1;
                descriptor.color_attachments.resize_with(count, || None);
                refused_pass(device, descriptor).await
            },
        )
        .await;
}

/// Expects that a pass is refused when its encoder finishes.
async fn refused_pass(device: &GpuDevice, descriptor: GpuRenderPassDescriptor<'_>) -> Outcome {
    refused_at_finish(device, |encoder| render(encoder, &descriptor, |_| {})).await
}

/// Attachments that cannot be drawn into for what they are.
async fn objects(suite: &mut Suite) {
    let function = "gpu-command-encoder.begin-render-pass";
    suite
        .wrong(
            &format!("{function}: into an invalid view"),
            async |device| {
                let invalid = invalid_view(device, None).await?;
                refused_pass(device, render_pass(vec![color(&invalid)])).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: with depth of an invalid view"),
            async |device| {
                let invalid = invalid_view(device, None).await?;
                let view = one_of(device, 4);
                refused_pass(device, depth_pass(vec![color(&view)], depth(&invalid, 1.0))).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: that resolves to an invalid view"),
            async |device| {
                let invalid = invalid_view(device, None).await?;
                let four = GpuTextureDescriptor {
                    sample_count: Some(4),
                    ..of(FORMAT)
                };
                let view = device.create_texture(&four).create_view(None);
                let attachment = GpuRenderPassColorAttachment {
                    resolve_target: Some(&invalid),
                    ..color(&view)
                };
                refused_pass(device, render_pass(vec![attachment])).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: into a view of another device"),
            async |device| {
                let foreign = one_of(&new_device(&[]).await?, 4);
                refused_pass(device, render_pass(vec![color(&foreign)])).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: with depth of another device"),
            async |device| {
                let view = one_of(device, 16);
                let foreign = new_device(&[])
                    .await?
                    .create_texture(&depth_texture())
                    .create_view(None);
                refused_pass(device, depth_pass(vec![color(&view)], depth(&foreign, 1.0))).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: into a destroyed texture cannot be submitted"),
            async |device| {
                let target = target_of(device, 4, FORMAT);
                let view = target.create_view(None);
                target.destroy();
                refused_by_queue(device, |encoder| render_into(encoder, &view, |_| {})).await
            },
        )
        .await;
}
