//! `begin-render-pass`: what a pass can draw into (specification, "Render Pass Encoder Creation").

use crate::FORMAT;
use harness::*;

/// What a pass draws into, described such that every part of it can be changed: a color attachment
/// and one of depth and stencil, of 16 by 16 texels.
struct Pass {
    color: GpuTextureDescriptor,
    color_view: GpuTextureViewDescriptor,
    depth_slice: Option<u32>,
    clear_value: Option<GpuColor>,
    load_op: GpuLoadOp,
    store_op: GpuStoreOp,
    resolve: Option<GpuTextureDescriptor>,
    resolve_view: GpuTextureViewDescriptor,
    depth: Option<GpuTextureDescriptor>,
    depth_view: GpuTextureViewDescriptor,
    depth_change: fn(&mut GpuRenderPassDepthStencilAttachment<'_>),
    attachments: fn(Vec<GpuRenderPassColorAttachment>) -> Vec<Option<GpuRenderPassColorAttachment>>,
}

type Change = fn(&mut Pass);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("into a color", |_| {}),
    ("that loads and discards", |p| {
        p.load_op = GpuLoadOp::Load;
        p.store_op = GpuStoreOp::Discard;
    }),
    ("into one of the mip levels", |p| {
        p.color.mip_level_count = Some(3);
        p.color_view.base_mip_level = Some(2);
        p.color_view.mip_level_count = Some(1);
    }),
    ("into one of the layers", |p| {
        p.color.size = extent_3d(16, 16, 4);
        p.color_view.dimension = Some(GpuTextureViewDimension::D2);
        p.color_view.base_array_layer = Some(3);
    }),
    ("into an array of one layer", |p| {
        p.color_view.dimension = Some(GpuTextureViewDimension::D2Array);
    }),
    ("into a slice", |p| {
        p.color.dimension = Some(GpuTextureDimension::D3);
        p.color.size = extent_3d(16, 16, 4);
        p.depth_slice = Some(3);
    }),
    ("with a color left out", |p| p.attachments = |some| {
        [None].into_iter().chain(some.into_iter().map(Some)).collect()
    }),
    ("that resolves", |p| resolve(p)),
    ("with depth", |p| p.depth = Some(depth_texture())),
    ("with depth alone", |p| {
        p.depth = Some(depth_texture());
        p.attachments = |_| vec![];
    }),
    ("with depth that is only read", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| *d = GpuRenderPassDepthStencilAttachment {
            depth_load_op: None,
            depth_store_op: None,
            depth_clear_value: None,
            depth_read_only: Some(true),
            ..*d
        };
    }),
    ("with stencil", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = to_stencil;
    }),
    ("with depth and stencil", |p| {
        p.depth = Some(of(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = |d| {
            d.stencil_load_op = Some(GpuLoadOp::Clear);
            d.stencil_store_op = Some(GpuStoreOp::Discard);
        };
    }),
    ("with depth that is loaded, whatever it would be cleared to", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| {
            d.depth_load_op = Some(GpuLoadOp::Load);
            d.depth_clear_value = Some(7.0);
        };
    }),
    ("with stencil that is only read", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            to_stencil(d);
            d.stencil_load_op = None;
            d.stencil_store_op = None;
            d.stencil_read_only = Some(true);
        };
    }),
    ("with attachments that are transient", |p| {
        p.color.usage |= GpuTextureUsage::TRANSIENT_ATTACHMENT;
        p.store_op = GpuStoreOp::Discard;
        p.depth = Some(transient(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = discard;
    }),
    ("with depth, and stencil that is only read", |p| {
        p.depth = Some(of(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = |d| d.stencil_read_only = Some(true);
    }),
    ("of integers cleared to a fraction", |p| {
        p.color.format = GpuTextureFormat::Rgba8uint;
        p.clear_value = Some(GpuColor { r: 1.5, g: 300.0, b: 0.0, a: 0.0 });
    }),
    ("cleared to more than the format holds", |p| {
        p.clear_value = Some(GpuColor { r: 2.0, g: -1.0, b: 1e30, a: 0.5 });
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("without attachments", |p| p.attachments = |_| vec![]),
    ("whose attachments are all left out", |p| p.attachments = |_| vec![None, None]),
    ("into a texture that is not to be drawn into", |p| {
        p.color.usage = GpuTextureUsage::TEXTURE_BINDING;
    }),
    ("into a view that is not to be drawn into", |p| {
        p.color.usage |= GpuTextureUsage::TEXTURE_BINDING;
        p.color_view.usage = Some(GpuTextureUsage::TEXTURE_BINDING);
    }),
    ("into depth as a color", |p| p.color.format = GpuTextureFormat::Depth24plus),
    ("into several mip levels", |p| p.color.mip_level_count = Some(2)),
    ("into several layers", |p| p.color.size = extent_3d(16, 16, 2)),
    ("into a cube", |p| {
        p.color.size = extent_3d(16, 16, 6);
        p.color_view.dimension = Some(GpuTextureViewDimension::Cube);
    }),
    ("into a volume without a slice", |p| {
        p.color.dimension = Some(GpuTextureDimension::D3);
        p.color.size = extent_3d(16, 16, 4);
    }),
    ("into a slice that is not there", |p| {
        p.color.dimension = Some(GpuTextureDimension::D3);
        p.color.size = extent_3d(16, 16, 4);
        p.depth_slice = Some(4);
    }),
    ("into a slice that is not there in the mip level", |p| {
        p.color.dimension = Some(GpuTextureDimension::D3);
        p.color.size = extent_3d(16, 16, 4);
        p.color.mip_level_count = Some(2);
        p.color_view.base_mip_level = Some(1);
        p.depth_slice = Some(2);
    }),
    ("into a slice of what is flat", |p| p.depth_slice = Some(0)),
    ("cleared to no number", |p| {
        p.clear_value = Some(GpuColor { r: f64::NAN, g: 0.0, b: 0.0, a: 0.0 });
    }),
    ("cleared to infinity", |p| {
        p.clear_value = Some(GpuColor { r: 0.0, g: f64::INFINITY, b: 0.0, a: 0.0 });
    }),
    ("cleared to more than a float holds", |p| {
        p.clear_value = Some(GpuColor { r: 0.0, g: 0.0, b: 1e300, a: 0.0 });
    }),
    ("of unsigned integers cleared to less than 0", |p| {
        p.color.format = GpuTextureFormat::Rgba8uint;
        p.clear_value = Some(GpuColor { r: -1.0, g: 0.0, b: 0.0, a: 0.0 });
    }),
    ("of unsigned integers cleared to 2^32", |p| {
        p.color.format = GpuTextureFormat::R32uint;
        p.clear_value = Some(GpuColor { r: 4294967296.0, g: 0.0, b: 0.0, a: 0.0 });
    }),
    ("of signed integers cleared to 2^31", |p| {
        p.color.format = GpuTextureFormat::R32sint;
        p.clear_value = Some(GpuColor { r: 2147483648.0, g: 0.0, b: 0.0, a: 0.0 });
    }),
    ("cleared to what is infinitely little", |p| {
        p.clear_value = Some(GpuColor { r: 0.0, g: 0.0, b: 0.0, a: f64::NEG_INFINITY });
    }),
    ("that loads what is transient", |p| {
        p.color.usage |= GpuTextureUsage::TRANSIENT_ATTACHMENT;
        p.load_op = GpuLoadOp::Load;
        p.store_op = GpuStoreOp::Discard;
    }),
    ("that stores what is transient", |p| {
        p.color.usage |= GpuTextureUsage::TRANSIENT_ATTACHMENT;
    }),
    ("that resolves to what is transient", |p| {
        resolve(p);
        p.resolve = Some(transient(FORMAT));
    }),
    ("that resolves to a volume", |p| {
        resolve(p);
        p.resolve = Some(GpuTextureDescriptor {
            dimension: Some(GpuTextureDimension::D3),
            ..of(FORMAT)
        });
    }),
    ("that resolves to another format, viewed as the same", |p| {
        resolve(p);
        p.color.view_formats = Some(vec![GpuTextureFormat::Rgba8unormSrgb]);
        p.color_view.format = Some(GpuTextureFormat::Rgba8unormSrgb);
        p.resolve = Some(of(GpuTextureFormat::Rgba8unormSrgb));
    }),
    ("that resolves one sample", |p| {
        resolve(p);
        p.color.sample_count = None;
    }),
    ("that resolves to four samples", |p| {
        resolve(p);
        p.resolve = Some(p.color.clone());
    }),
    ("that resolves to another format", |p| {
        resolve(p);
        p.resolve = Some(of(GpuTextureFormat::Bgra8unorm));
    }),
    ("that resolves to another size", |p| {
        resolve(p);
        p.resolve = Some(GpuTextureDescriptor { size: extent(16, 8), ..of(FORMAT) });
    }),
    ("that resolves to what is not to be drawn into", |p| {
        resolve(p);
        p.resolve = Some(GpuTextureDescriptor {
            usage: GpuTextureUsage::TEXTURE_BINDING,
            ..of(FORMAT)
        });
    }),
    ("that resolves to several mip levels", |p| {
        resolve(p);
        p.resolve = Some(GpuTextureDescriptor { mip_level_count: Some(2), ..of(FORMAT) });
    }),
    ("that resolves to several layers", |p| {
        resolve(p);
        p.resolve = Some(GpuTextureDescriptor { size: extent_3d(16, 16, 2), ..of(FORMAT) });
    }),
    ("that resolves in another view format", |p| {
        resolve(p);
        p.resolve = Some(GpuTextureDescriptor {
            view_formats: Some(vec![GpuTextureFormat::Rgba8unormSrgb]),
            ..of(FORMAT)
        });
        p.resolve_view.format = Some(GpuTextureFormat::Rgba8unormSrgb);
    }),
    ("with depth of another size", |p| {
        p.depth = Some(GpuTextureDescriptor { size: extent(8, 16), ..depth_texture() });
    }),
    ("with depth of four samples for a color of one", |p| {
        p.depth = Some(GpuTextureDescriptor { sample_count: Some(4), ..depth_texture() });
    }),
    ("with a color as depth", |p| p.depth = Some(of(FORMAT))),
    ("with depth that is not to be drawn into", |p| {
        p.depth = Some(GpuTextureDescriptor {
            usage: GpuTextureUsage::TEXTURE_BINDING,
            ..depth_texture()
        });
    }),
    ("with several mip levels of depth", |p| {
        p.depth = Some(GpuTextureDescriptor { mip_level_count: Some(2), ..depth_texture() });
    }),
    ("with several layers of depth", |p| {
        p.depth = Some(GpuTextureDescriptor { size: extent_3d(16, 16, 2), ..depth_texture() });
    }),
    ("with a cube of depth", |p| {
        p.depth = Some(GpuTextureDescriptor { size: extent_3d(16, 16, 6), ..depth_texture() });
        p.depth_view.dimension = Some(GpuTextureViewDimension::Cube);
    }),
    ("with the depth of depth and stencil", |p| {
        p.depth = Some(of(GpuTextureFormat::Depth24plusStencil8));
        p.depth_view.aspect = Some(GpuTextureAspect::DepthOnly);
    }),
    ("with depth without a value to clear it to", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_clear_value = None;
    }),
    ("with depth cleared to less than 0", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_clear_value = Some(-0.1);
    }),
    ("with depth cleared to more than 1", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_clear_value = Some(1.1);
    }),
    ("with depth cleared to no number", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_clear_value = Some(f32::NAN);
    }),
    ("with depth neither loaded nor cleared", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_load_op = None;
    }),
    ("with depth neither stored nor discarded", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_store_op = None;
    }),
    ("with depth that is only read, and cleared", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.depth_read_only = Some(true);
    }),
    ("with depth that is only read, and stored", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| {
            d.depth_read_only = Some(true);
            d.depth_load_op = None;
        };
    }),
    ("with stencil neither loaded nor cleared", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            to_stencil(d);
            d.stencil_load_op = None;
        };
    }),
    ("with stencil neither stored nor discarded", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            to_stencil(d);
            d.stencil_store_op = None;
        };
    }),
    ("with stencil that is only read, and cleared", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            to_stencil(d);
            d.stencil_read_only = Some(true);
        };
    }),
    ("with stencil that is only read, and stored", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            to_stencil(d);
            d.stencil_load_op = None;
            d.stencil_read_only = Some(true);
        };
    }),
    ("with depth stored where there is none", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            to_stencil(d);
            d.depth_store_op = Some(GpuStoreOp::Store);
        };
    }),
    ("with depth loaded that is transient", |p| {
        p.depth = Some(transient(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = |d| {
            discard(d);
            d.depth_load_op = Some(GpuLoadOp::Load);
        };
    }),
    ("with depth stored that is transient", |p| {
        p.depth = Some(transient(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = |d| {
            discard(d);
            d.depth_store_op = Some(GpuStoreOp::Store);
        };
    }),
    ("with stencil loaded that is transient", |p| {
        p.depth = Some(transient(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = |d| {
            discard(d);
            d.stencil_load_op = Some(GpuLoadOp::Load);
        };
    }),
    ("with stencil stored that is transient", |p| {
        p.depth = Some(transient(GpuTextureFormat::Depth24plusStencil8));
        p.depth_change = |d| {
            discard(d);
            d.stencil_store_op = Some(GpuStoreOp::Store);
        };
    }),
    ("with stencil loaded where there is none", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.stencil_load_op = Some(GpuLoadOp::Load);
    }),
    ("with stencil stored where there is none", |p| {
        p.depth = Some(depth_texture());
        p.depth_change = |d| d.stencil_store_op = Some(GpuStoreOp::Store);
    }),
    ("with depth cleared where there is none", |p| {
        p.depth = Some(of(GpuTextureFormat::Stencil8));
        p.depth_change = |d| {
            d.stencil_load_op = Some(GpuLoadOp::Clear);
            d.stencil_store_op = Some(GpuStoreOp::Store);
            d.depth_store_op = None;
        };
    }),
];

/// A texture of 16 by 16 texels, to be drawn into.
pub fn of(format: GpuTextureFormat) -> GpuTextureDescriptor {
    texture(extent(16, 16), format, GpuTextureUsage::RENDER_ATTACHMENT)
}

/// The same with depth.
pub fn depth_texture() -> GpuTextureDescriptor {
    of(GpuTextureFormat::Depth24plus)
}

fn resolve(pass: &mut Pass) {
    pass.color.sample_count = Some(4);
    pass.resolve = Some(of(FORMAT));
}

/// A texture that lives within a pass.
fn transient(format: GpuTextureFormat) -> GpuTextureDescriptor {
    let texture = of(format);
    GpuTextureDescriptor {
        usage: texture.usage | GpuTextureUsage::TRANSIENT_ATTACHMENT,
        ..texture
    }
}

/// Clears depth and stencil at first, and discards them in the end.
fn discard(attachment: &mut GpuRenderPassDepthStencilAttachment<'_>) {
    attachment.depth_store_op = Some(GpuStoreOp::Discard);
    attachment.stencil_load_op = Some(GpuLoadOp::Clear);
    attachment.stencil_store_op = Some(GpuStoreOp::Discard);
}

fn to_stencil(attachment: &mut GpuRenderPassDepthStencilAttachment<'_>) {
    *attachment = GpuRenderPassDepthStencilAttachment {
        depth_clear_value: None,
        depth_load_op: None,
        depth_store_op: None,
        stencil_load_op: Some(GpuLoadOp::Clear),
        stencil_store_op: Some(GpuStoreOp::Store),
        ..*attachment
    };
}

impl Pass {
    fn changed(change: Change) -> Self {
        let mut pass = Pass {
            color: of(FORMAT),
            color_view: view(),
            depth_slice: None,
            clear_value: None,
            load_op: GpuLoadOp::Clear,
            store_op: GpuStoreOp::Store,
            resolve: None,
            resolve_view: view(),
            depth: None,
            depth_view: view(),
            depth_change: |_| {},
            attachments: |some| some.into_iter().map(Some).collect(),
        };
        change(&mut pass);
        pass
    }

    /// Makes the textures at once, and gives what encodes the pass.
    fn encoding(self, device: &GpuDevice) -> impl FnOnce(&GpuCommandEncoder) + use<> {
        let viewed = |texture: &GpuTextureDescriptor, view| {
            device.create_texture(texture).create_view(Some(view))
        };
        let color_view = viewed(&self.color, &self.color_view);
        let resolve = self
            .resolve
            .map(|texture| viewed(&texture, &self.resolve_view));
        let depth_view = self.depth.map(|texture| viewed(&texture, &self.depth_view));
        move |encoder| {
            let attachment = GpuRenderPassColorAttachment {
                depth_slice: self.depth_slice,
                resolve_target: resolve.as_ref(),
                clear_value: self.clear_value,
                load_op: self.load_op,
                store_op: self.store_op,
                ..color(&color_view)
            };
            let depth_stencil_attachment = depth_view.as_ref().map(|view| {
                let mut attachment = depth(view, 1.0);
                (self.depth_change)(&mut attachment);
                attachment
            });
            render(
                encoder,
                &GpuRenderPassDescriptor {
                    color_attachments: (self.attachments)(vec![attachment]),
                    depth_stencil_attachment,
                    ..render_pass(vec![])
                },
                |_| {},
            );
        }
    }
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-command-encoder.begin-render-pass: {what}"),
                async |device| {
                    let encode = Pass::changed(*change).encoding(device);
                    submit(device, encode);
                    Ok(())
                },
            )
            .await;
    }
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-command-encoder.begin-render-pass: {what}"),
                async |device| {
                    let encode = Pass::changed(*change).encoding(device);
                    refused_at_finish(device, encode).await
                },
            )
            .await;
    }
    for format in FORMATS {
        if format.attachment != Support::No && !format.is_depth_or_stencil() {
            resolving(suite, format).await;
        }
    }
}

/// Whether four samples of a format can be resolved.
async fn resolving(suite: &mut Suite, format: &Format) {
    let mut features = format.features();
    for support in [format.multisampled, format.resolvable] {
        match support {
            Support::With(feature) if !features.contains(&feature) => features.push(feature),
            _ => {}
        }
    }
    if format.multisampled == Support::No {
        return;
    }
    let encoding = |device: &GpuDevice| {
        let mut pass = Pass::changed(|_| {});
        resolve(&mut pass);
        pass.color.format = format.format;
        pass.resolve = Some(of(format.format));
        pass.encoding(device)
    };
    let name = format!(
        "gpu-command-encoder.begin-render-pass: that resolves {}",
        format.name
    );
    let suite = suite.requiring(&features);
    if format.resolvable == Support::No {
        suite
            .wrong(&name, async |device| {
                refused_at_finish(device, encoding(device)).await
            })
            .await;
    } else {
        suite
            .right(&name, async |device| {
                submit(device, encoding(device));
                Ok(())
            })
            .await;
    }
}
