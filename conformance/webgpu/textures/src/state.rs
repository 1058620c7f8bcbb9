//! What a texture says of itself.

use crate::{invalid_texture, usual};
use harness::*;

/// A getter, what it says of a texture in words, and whether it does.
type Getter = (&'static str, fn(&GpuTexture) -> Outcome);

/// What the getters say of `telling`.
#[rustfmt::skip]
const TOLD: &[Getter] = &[
    ("width", |t| equal(t.width(), 12)),
    ("height", |t| equal(t.height(), 20)),
    ("depth-or-array-layers", |t| equal(t.depth_or_array_layers(), 3)),
    ("mip-level-count", |t| equal(t.mip_level_count(), 2)),
    ("sample-count", |t| equal(t.sample_count(), 1)),
    ("dimension", |t| equal(t.dimension() as u8, GpuTextureDimension::D3 as u8)),
    ("format", |t| equal(t.format() as u8, GpuTextureFormat::Rgba8uint as u8)),
    ("usage", |t| equal(
        t.usage(),
        GpuTextureUsage::COPY_SRC | GpuTextureUsage::STORAGE_BINDING,
    )),
    ("texture-binding-view-dimension", |t| {
        holds(t.texture_binding_view_dimension().is_none(), "none")
    }),
];

/// What the getters say where the descriptor says nothing.
#[rustfmt::skip]
const DEFAULTS: &[Getter] = &[
    ("height", |t| equal(t.height(), 1)),
    ("depth-or-array-layers", |t| equal(t.depth_or_array_layers(), 1)),
    ("mip-level-count", |t| equal(t.mip_level_count(), 1)),
    ("sample-count", |t| equal(t.sample_count(), 1)),
    ("dimension", |t| equal(t.dimension() as u8, GpuTextureDimension::D2 as u8)),
];

/// A texture whose getters all say something else than by default.
fn telling() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        mip_level_count: Some(2),
        ..texture(
            extent_3d(12, 20, 3),
            GpuTextureFormat::Rgba8uint,
            GpuTextureUsage::COPY_SRC | GpuTextureUsage::STORAGE_BINDING,
        )
    }
}

pub async fn run(suite: &mut Suite) {
    for (getter, is_told) in TOLD {
        suite
            .right(
                &format!("gpu-texture.{getter}: is that of the descriptor"),
                async |device| is_told(&device.create_texture(&telling())),
            )
            .await;
    }
    suite
        .right(
            "gpu-texture.sample-count: is that of a multisampled texture",
            async |device| {
                let multisampled = device.create_texture(&GpuTextureDescriptor {
                    sample_count: Some(4),
                    usage: GpuTextureUsage::RENDER_ATTACHMENT,
                    ..usual()
                });
                equal(multisampled.sample_count(), 4)
            },
        )
        .await;
    suite
        .right(
            "gpu-texture.texture-binding-view-dimension: is none, though one was given",
            async |device| {
                let texture = device.create_texture(&GpuTextureDescriptor {
                    texture_binding_view_dimension: Some(GpuTextureViewDimension::D2),
                    ..usual()
                });
                holds(texture.texture_binding_view_dimension().is_none(), "none")
            },
        )
        .await;
    for (getter, is_told) in DEFAULTS {
        suite
            .right(
                &format!("gpu-texture.{getter}: has its default if none is given"),
                async |device| {
                    is_told(&device.create_texture(&GpuTextureDescriptor {
                        size: GpuExtent3D {
                            width: 16,
                            height: None,
                            depth_or_array_layers: None,
                        },
                        ..usual()
                    }))
                },
            )
            .await;
    }
    of_others(suite).await;
    labels(
        suite,
        "gpu-texture",
        async |device, label| Ok(device.create_texture(&GpuTextureDescriptor { label, ..usual() })),
        async |device, label| {
            invalid_texture(device, GpuTextureDescriptor { label, ..usual() }).await
        },
    )
    .await;
}

async fn of_others(suite: &mut Suite) {
    for (getter, is_told) in TOLD {
        suite
            .wrong(
                &format!("gpu-texture.{getter}: of an invalid texture is that of its descriptor"),
                async |device| {
                    let descriptor = GpuTextureDescriptor {
                        view_formats: Some(vec![GpuTextureFormat::R8unorm]),
                        ..telling()
                    };
                    is_told(&refused(device, || device.create_texture(&descriptor)).await?)
                },
            )
            .await;
        suite
            .wrong(
                &format!("gpu-texture.{getter}: of a destroyed texture is what it was"),
                async |device| {
                    let texture = device.create_texture(&telling());
                    texture.destroy();
                    is_told(&texture)
                },
            )
            .await;
    }
}
