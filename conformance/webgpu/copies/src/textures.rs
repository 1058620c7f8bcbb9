//! `copy-texture-to-texture`.

use crate::copied;
use harness::*;

/// A copy of 8 by 8 texels of two layers, which is right, unless it is changed.
struct Copy {
    source: Side,
    destination: Side,
    size: GpuExtent3D,
}

/// One of the two textures of a copy.
struct Side {
    texture: GpuTextureDescriptor,
    mip_level: Option<u32>,
    origin: Option<GpuOrigin3D>,
    aspect: Option<GpuTextureAspect>,
}

type Change = fn(&mut Copy);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("a part", |_| {}),
    ("up to the last texel", |c| {
        c.source.origin = origin(8, 8, 2);
        c.destination.origin = origin(8, 8, 2);
    }),
    ("a mip level to another", |c| {
        c.source.mip_level = Some(1);
        c.destination.mip_level = Some(0);
    }),
    ("to a format that differs in srgb", |c| {
        c.destination.texture.format = GpuTextureFormat::Rgba8unormSrgb;
    }),
    ("slices to layers", |c| c.source.texture = volume()),
    ("layers to slices", |c| c.destination.texture = volume()),
    ("nothing", |c| c.size = extent_3d(0, 0, 0)),
    ("all of four samples", |c| *c = between(multisampled())),
    ("all of depth and stencil", |c| *c = between(stencil())),
    ("all aspects by name", |c| {
        *c = between(stencil());
        c.source.aspect = Some(GpuTextureAspect::All);
    }),
    ("stencil of stencil8", |c| {
        *c = between(GpuTextureDescriptor { format: GpuTextureFormat::Stencil8, ..stencil() });
        c.source.aspect = Some(GpuTextureAspect::StencilOnly);
        c.destination.aspect = Some(GpuTextureAspect::All);
    }),
    ("all of depth32float", |c| {
        *c = between(GpuTextureDescriptor { format: GpuTextureFormat::Depth32float, ..stencil() });
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("from a texture without copy-src", |c| c.source.texture.usage = GpuTextureUsage::COPY_DST),
    ("to a texture without copy-dst", |c| c.destination.texture.usage = GpuTextureUsage::COPY_SRC),
    ("to another format", |c| c.destination.texture.format = GpuTextureFormat::Bgra8unorm),
    ("to a format of the same size", |c| c.destination.texture.format = GpuTextureFormat::R32uint),
    ("from a mip level that is not there", |c| c.source.mip_level = Some(3)),
    ("to a mip level that is not there", |c| c.destination.mip_level = Some(3)),
    ("past the last column of the source", |c| c.source.origin = origin(9, 0, 0)),
    ("past the last row of the source", |c| c.source.origin = origin(0, 9, 0)),
    ("past the last layer of the source", |c| c.source.origin = origin(0, 0, 3)),
    ("past the last column of the destination", |c| c.destination.origin = origin(9, 0, 0)),
    ("past the last row of the destination", |c| c.destination.origin = origin(0, 9, 0)),
    ("past the last layer of the destination", |c| c.destination.origin = origin(0, 0, 3)),
    ("from an origin that overflows", |c| c.source.origin = origin(u32::MAX - 3, 0, 0)),
    ("to an origin that overflows", |c| c.destination.origin = origin(0, 0, u32::MAX)),
    ("more than there is", |c| c.size = extent(17, 1)),
    ("one sample to four", |c| {
        *c = between(multisampled());
        c.source.texture.sample_count = None;
    }),
    ("a part of four samples", |c| {
        *c = between(multisampled());
        c.size = extent(8, 16);
    }),
    ("a part of depth and stencil", |c| {
        *c = between(stencil());
        c.size = extent(16, 8);
    }),
    ("stencil without depth", |c| {
        *c = between(stencil());
        c.source.aspect = Some(GpuTextureAspect::StencilOnly);
        c.destination.aspect = Some(GpuTextureAspect::StencilOnly);
    }),
    ("depth without stencil", |c| {
        *c = between(stencil());
        c.source.aspect = Some(GpuTextureAspect::DepthOnly);
        c.destination.aspect = Some(GpuTextureAspect::DepthOnly);
    }),
    ("depth and stencil to depth", |c| {
        *c = between(stencil());
        c.destination.texture.format = GpuTextureFormat::Depth24plus;
    }),
];

/// Copies within one texture: from the origin to another, of 8 by 8 texels of two layers.
#[rustfmt::skip]
const WITHIN: &[(&str, bool, u32, (u32, u32, u32))] = &[
    ("to other layers", true, 0, (0, 0, 2)),
    ("to another mip level", true, 1, (0, 0, 0)),
    ("to itself", false, 0, (0, 0, 0)),
    ("to other texels of the same layers", false, 0, (8, 8, 0)),
    ("to layers one of which is the same", false, 0, (0, 0, 1)),
];

fn volume() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        ..copied()
    }
}

fn multisampled() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        sample_count: Some(4),
        usage: copied().usage | GpuTextureUsage::RENDER_ATTACHMENT,
        ..single()
    }
}

fn stencil() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        format: GpuTextureFormat::Depth24plusStencil8,
        ..single()
    }
}

fn single() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        size: extent(16, 16),
        mip_level_count: None,
        ..copied()
    }
}

impl Side {
    fn of(texture: GpuTextureDescriptor) -> Self {
        Side {
            texture,
            mip_level: None,
            origin: None,
            aspect: None,
        }
    }

    fn texels<'a>(&self, texture: &'a GpuTexture) -> GpuTexelCopyTextureInfo<'a> {
        GpuTexelCopyTextureInfo {
            texture,
            mip_level: self.mip_level,
            origin: self.origin,
            aspect: self.aspect,
        }
    }
}

/// A copy of all between two textures of a kind.
fn between(texture: GpuTextureDescriptor) -> Copy {
    Copy {
        source: Side::of(texture.clone()),
        destination: Side::of(texture),
        size: extent(16, 16),
    }
}

fn changed(change: Change) -> Copy {
    let mut copy = Copy {
        size: extent_3d(8, 8, 2),
        ..between(copied())
    };
    change(&mut copy);
    copy
}

impl Copy {
    fn encode(&self, encoder: &GpuCommandEncoder, source: &GpuTexture, destination: &GpuTexture) {
        encoder.copy_texture_to_texture(
            &self.source.texels(source),
            &self.destination.texels(destination),
            self.size,
        );
    }
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-command-encoder.copy-texture-to-texture: {what}"),
                async |device| {
                    let copy = changed(*change);
                    let source = device.create_texture(&copy.source.texture);
                    let destination = device.create_texture(&copy.destination.texture);
                    submit(device, |encoder| {
                        copy.encode(encoder, &source, &destination)
                    });
                    Ok(())
                },
            )
            .await;
    }
    brings_texels(suite).await;
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-command-encoder.copy-texture-to-texture: {what}"),
                async |device| {
                    let copy = changed(*change);
                    let source = device.create_texture(&copy.source.texture);
                    let destination = device.create_texture(&copy.destination.texture);
                    refused_at_finish(device, |encoder| {
                        copy.encode(encoder, &source, &destination)
                    })
                    .await
                },
            )
            .await;
    }
    for (what, is_right, mip_level, (x, y, z)) in WITHIN {
        let name = format!("gpu-command-encoder.copy-texture-to-texture: of one texture {what}");
        let mut copy = changed(|_| {});
        copy.destination.mip_level = Some(*mip_level);
        copy.destination.origin = origin(*x, *y, *z);
        if *is_right {
            suite
                .right(&name, async |device| {
                    let texture = device.create_texture(&copied());
                    submit(device, |encoder| copy.encode(encoder, &texture, &texture));
                    Ok(())
                })
                .await;
        } else {
            suite
                .wrong(&name, async |device| {
                    let texture = device.create_texture(&copied());
                    refused_at_finish(device, |encoder| copy.encode(encoder, &texture, &texture))
                        .await
                })
                .await;
        }
    }
    states(suite).await;
}

async fn brings_texels(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.copy-texture-to-texture: brings each texel to its place",
            async |device| {
                let from = device.create_texture(&single());
                let to = device.create_texture(&single());
                let data: Vec<u8> = (0..16 * 16 * 4).map(|i| (i / 4) as u8).collect();
                device.queue().write_texture_with_copy(
                    &texels(&from),
                    &data,
                    layout(64),
                    extent(16, 16),
                );
                submit(device, |encoder| {
                    encoder.copy_texture_to_texture(
                        &GpuTexelCopyTextureInfo {
                            origin: origin(4, 2, 0),
                            ..texels(&from)
                        },
                        &GpuTexelCopyTextureInfo {
                            origin: origin(1, 9, 0),
                            ..texels(&to)
                        },
                        extent(3, 5),
                    );
                });
                let expected: Vec<u8> = (0..16 * 16)
                    .map(|at| (at % 16, at / 16))
                    .map(|(x, y)| {
                        let is_copied = (1..4).contains(&x) && (9..14).contains(&y);
                        if is_copied { (y - 7) * 16 + x + 3 } else { 0 }
                    })
                    .flat_map(|value: i32| [value as u8; 4])
                    .collect();
                equal(read_texels(device, &to, 4).await?, expected)
            },
        )
        .await;
}

/// Textures that cannot be copied for what they are.
async fn states(suite: &mut Suite) {
    let whole = changed(|_| {});
    let no_usage = GpuTextureDescriptor {
        usage: GpuTextureUsage::empty(),
        ..copied()
    };
    suite
        .wrong(
            "gpu-command-encoder.copy-texture-to-texture: with an invalid texture",
            async |device| {
                let invalid = refused(device, || device.create_texture(&no_usage)).await?;
                let other = device.create_texture(&copied());
                invalidates(device, |encoder| whole.encode(encoder, &invalid, &other)).await?;
                refused_at_finish(device, |encoder| whole.encode(encoder, &other, &invalid)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-texture-to-texture: with a texture of another device",
            async |device| {
                let foreign = new_device(&[]).await?.create_texture(&copied());
                let own = device.create_texture(&copied());
                invalidates(device, |encoder| whole.encode(encoder, &foreign, &own)).await?;
                refused_at_finish(device, |encoder| whole.encode(encoder, &own, &foreign)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-texture-to-texture: with a destroyed texture cannot be submitted",
            async |device| {
                let source = device.create_texture(&copied());
                let destination = device.create_texture(&copied());
                source.destroy();
                refused_by_queue(device, |encoder| {
                    whole.encode(encoder, &source, &destination);
                })
                .await
            },
        )
        .await;
}
