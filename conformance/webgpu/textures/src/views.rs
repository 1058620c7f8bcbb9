//! `create-view` (specification, "Texture View Creation").

use crate::{invalid_texture, usual};
use harness::*;

/// A texture and a view of it.
struct Viewed {
    texture: GpuTextureDescriptor,
    view: GpuTextureViewDescriptor,
}

/// A change of a whole view of a texture of 16 by 16 texels with 12 layers and 3 mip levels, which
/// is right.
type Change = fn(&mut Viewed);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("of all that there is", |_| {}),
    ("of one mip level", |v| {
        v.view.base_mip_level = Some(2);
        v.view.mip_level_count = Some(1);
    }),
    ("of the mip levels from one on", |v| v.view.base_mip_level = Some(1)),
    ("of one layer", |v| {
        v.view.dimension = Some(GpuTextureViewDimension::D2);
        v.view.base_array_layer = Some(11);
    }),
    ("of some layers", |v| {
        v.view.base_array_layer = Some(3);
        v.view.array_layer_count = Some(9);
    }),
    ("of the layers from one on", |v| v.view.base_array_layer = Some(11)),
    ("as a cube", |v| v.view.dimension = Some(GpuTextureViewDimension::Cube)),
    ("as a cube from a layer on", |v| {
        v.view.dimension = Some(GpuTextureViewDimension::Cube);
        v.view.base_array_layer = Some(6);
    }),
    ("as two cubes", |v| v.view.dimension = Some(GpuTextureViewDimension::CubeArray)),
    ("of a line", |v| {
        v.texture = line();
        v.view.dimension = Some(GpuTextureViewDimension::D1);
    }),
    ("of a volume", |v| {
        v.texture = volume();
        v.view.dimension = Some(GpuTextureViewDimension::D3);
    }),
    ("in its own format", |v| v.view.format = Some(GpuTextureFormat::Rgba8unorm)),
    ("in a view format", |v| v.view.format = Some(GpuTextureFormat::Rgba8unormSrgb)),
    ("for some of the usages", |v| v.view.usage = Some(GpuTextureUsage::TEXTURE_BINDING)),
    ("for no usages is for all", |v| v.view.usage = Some(GpuTextureUsage::empty())),
    ("in a view format that cannot be stored to, without that usage", |v| {
        v.texture.usage |= GpuTextureUsage::STORAGE_BINDING;
        v.view.format = Some(GpuTextureFormat::Rgba8unormSrgb);
        v.view.usage = Some(GpuTextureUsage::TEXTURE_BINDING);
    }),
    ("of all aspects", |v| v.view.aspect = Some(GpuTextureAspect::All)),
    ("of depth", |v| {
        v.texture.format = GpuTextureFormat::Depth24plusStencil8;
        v.texture.view_formats = None;
        v.view.aspect = Some(GpuTextureAspect::DepthOnly);
    }),
    ("of stencil, in the format of the aspect", |v| {
        v.texture.format = GpuTextureFormat::Depth24plusStencil8;
        v.texture.view_formats = None;
        v.view.aspect = Some(GpuTextureAspect::StencilOnly);
        v.view.format = Some(GpuTextureFormat::Stencil8);
    }),
    ("with components as they are", |v| v.view.swizzle = Some("rgba".into())),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("of no mip levels", |v| v.view.mip_level_count = Some(0)),
    ("of more mip levels than there are", |v| v.view.mip_level_count = Some(4)),
    ("from a mip level on that is not there", |v| v.view.base_mip_level = Some(3)),
    ("of mip levels past the last", |v| {
        v.view.base_mip_level = Some(1);
        v.view.mip_level_count = Some(3);
    }),
    ("of mip levels that overflow", |v| {
        v.view.base_mip_level = Some(2);
        v.view.mip_level_count = Some(u32::MAX);
    }),
    ("of no layers", |v| v.view.array_layer_count = Some(0)),
    ("of more layers than there are", |v| v.view.array_layer_count = Some(13)),
    ("from a layer on that is not there", |v| v.view.base_array_layer = Some(12)),
    ("of layers that overflow", |v| {
        v.view.base_array_layer = Some(1);
        v.view.array_layer_count = Some(u32::MAX);
    }),
    ("of several layers as one", |v| {
        v.view.dimension = Some(GpuTextureViewDimension::D2);
        v.view.array_layer_count = Some(2);
    }),
    ("as a line", |v| v.view.dimension = Some(GpuTextureViewDimension::D1)),
    ("as a volume", |v| v.view.dimension = Some(GpuTextureViewDimension::D3)),
    ("of a volume as layers", |v| {
        v.texture = volume();
        v.view.dimension = Some(GpuTextureViewDimension::D2Array);
    }),
    ("of a volume as one layer", |v| {
        v.texture = volume();
        v.view.dimension = Some(GpuTextureViewDimension::D2);
    }),
    ("of slices of a volume", |v| {
        v.texture = volume();
        v.view.array_layer_count = Some(2);
    }),
    ("from a slice of a volume on", |v| {
        v.texture = volume();
        v.view.base_array_layer = Some(1);
    }),
    ("of layers of a line", |v| {
        v.texture = line();
        v.view.array_layer_count = Some(2);
    }),
    ("of a line as a layer", |v| {
        v.texture = line();
        v.view.dimension = Some(GpuTextureViewDimension::D2);
    }),
    ("as a cube of five layers", |v| {
        v.view.dimension = Some(GpuTextureViewDimension::Cube);
        v.view.array_layer_count = Some(5);
    }),
    ("as a cube of the last five layers", |v| {
        v.view.dimension = Some(GpuTextureViewDimension::Cube);
        v.view.base_array_layer = Some(7);
    }),
    ("as cubes of seven layers", |v| {
        v.view.dimension = Some(GpuTextureViewDimension::CubeArray);
        v.view.array_layer_count = Some(7);
    }),
    ("as a cube that is not square", |v| {
        v.texture.size.height = Some(8);
        v.view.dimension = Some(GpuTextureViewDimension::Cube);
    }),
    ("as cubes that are not square", |v| {
        v.texture.size.height = Some(8);
        v.view.dimension = Some(GpuTextureViewDimension::CubeArray);
    }),
    ("of four samples as layers", |v| {
        v.texture = multisampled();
        v.view.dimension = Some(GpuTextureViewDimension::D2Array);
    }),
    ("in a format that is no view format", |v| {
        v.texture.view_formats = None;
        v.view.format = Some(GpuTextureFormat::Rgba8unormSrgb);
    }),
    ("in a format of the same size", |v| v.view.format = Some(GpuTextureFormat::R32uint)),
    ("in a format that needs a feature", |v| v.view.format = Some(GpuTextureFormat::Bc1RgbaUnorm)),
    ("for a usage that the texture lacks", |v| v.view.usage = Some(GpuTextureUsage::STORAGE_BINDING)),
    ("for all usages in a format that lacks one", |v| {
        v.texture.usage |= GpuTextureUsage::STORAGE_BINDING;
        v.view.format = Some(GpuTextureFormat::Rgba8unormSrgb);
    }),
    ("of a transient attachment for some of its usages", |v| {
        v.texture = GpuTextureDescriptor {
            usage: GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TRANSIENT_ATTACHMENT,
            ..usual()
        };
        v.view.usage = Some(GpuTextureUsage::RENDER_ATTACHMENT);
    }),
    ("of depth where there is color", |v| v.view.aspect = Some(GpuTextureAspect::DepthOnly)),
    ("of stencil where there is color", |v| v.view.aspect = Some(GpuTextureAspect::StencilOnly)),
    ("of stencil where there is only depth", |v| {
        v.texture.format = GpuTextureFormat::Depth24plus;
        v.texture.view_formats = None;
        v.view.aspect = Some(GpuTextureAspect::StencilOnly);
    }),
    ("of depth in the format of all", |v| {
        v.texture.format = GpuTextureFormat::Depth24plusStencil8;
        v.texture.view_formats = None;
        v.view.aspect = Some(GpuTextureAspect::DepthOnly);
        v.view.format = Some(GpuTextureFormat::Depth24plusStencil8);
    }),
    ("with components exchanged, without the feature", |v| v.view.swizzle = Some("bgra".into())),
    ("with three components", |v| v.view.swizzle = Some("rgb".into())),
    ("with a component that is not there", |v| v.view.swizzle = Some("rgbx".into())),
    ("with components of capital letters", |v| v.view.swizzle = Some("RGBA".into())),
    ("with components of two bytes", |v| v.view.swizzle = Some("rgbä".into())),
];

fn line() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D1),
        ..texture(
            extent(16, 1),
            GpuTextureFormat::Rgba8unorm,
            GpuTextureUsage::TEXTURE_BINDING,
        )
    }
}

fn volume() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        size: extent_3d(16, 16, 16),
        ..usual()
    }
}

fn multisampled() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        sample_count: Some(4),
        usage: GpuTextureUsage::RENDER_ATTACHMENT,
        ..usual()
    }
}

fn changed(change: Change) -> Viewed {
    let mut viewed = Viewed {
        texture: GpuTextureDescriptor {
            size: extent_3d(16, 16, 12),
            mip_level_count: Some(3),
            view_formats: Some(vec![GpuTextureFormat::Rgba8unormSrgb]),
            ..usual()
        },
        view: view(),
    };
    change(&mut viewed);
    viewed
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-texture.create-view: {what}"),
                async |device| {
                    let Viewed { texture, view } = changed(*change);
                    device.create_texture(&texture).create_view(Some(&view));
                    Ok(())
                },
            )
            .await;
    }
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-texture.create-view: {what}"),
                async |device| {
                    let Viewed { texture, view } = changed(*change);
                    let texture = device.create_texture(&texture);
                    refused(device, || texture.create_view(Some(&view))).await?;
                    Ok(())
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-texture.create-view: of an invalid texture",
            async |device| {
                let texture = invalid_texture(device, usual()).await?;
                refused(device, || texture.create_view(None)).await?;
                Ok(())
            },
        )
        .await;
    swizzles(suite).await;
    labels(
        suite,
        "gpu-texture-view",
        async |device, label| {
            let texture = device.create_texture(&usual());
            Ok(texture.create_view(Some(&GpuTextureViewDescriptor { label, ..view() })))
        },
        async |device, label| {
            let texture = device.create_texture(&usual());
            let descriptor = GpuTextureViewDescriptor {
                mip_level_count: Some(0),
                label,
                ..view()
            };
            refused(device, || texture.create_view(Some(&descriptor))).await
        },
    )
    .await;
}

async fn swizzles(suite: &mut Suite) {
    const FEATURE: [GpuFeatureName; 1] = [GpuFeatureName::TextureComponentSwizzle];
    suite
        .requiring(&FEATURE)
        .right(
            "gpu-texture.create-view: with components exchanged",
            async |device| {
                let texture = device.create_texture(&usual());
                for swizzle in ["bgra", "aaaa", "0101", "r001"] {
                    texture.create_view(Some(&GpuTextureViewDescriptor {
                        swizzle: Some(swizzle.into()),
                        ..view()
                    }));
                }
                Ok(())
            },
        )
        .await;
    suite
        .requiring(&FEATURE)
        .wrong(
            "gpu-texture.create-view: with components that are no four of rgba01",
            async |device| {
                let texture = device.create_texture(&usual());
                for swizzle in ["", "rgb", "rgbaa", "rgb2", "RGBA"] {
                    let descriptor = GpuTextureViewDescriptor {
                        swizzle: Some(swizzle.into()),
                        ..view()
                    };
                    refused(device, || texture.create_view(Some(&descriptor))).await?;
                }
                Ok(())
            },
        )
        .await;
}
