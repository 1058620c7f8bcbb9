//! `create-texture` but for formats (specification, "Texture Creation").

use crate::usual;
use harness::*;

/// A change of a texture that is right.
type Change = fn(&mut GpuTextureDescriptor, &GpuSupportedLimits);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("of one texel", |d, _| d.size = extent(1, 1)),
    ("without a height and layers has one of each", |d, _| {
        d.size = GpuExtent3D { width: 16, height: None, depth_or_array_layers: None };
    }),
    ("as wide as max-texture-dimension-2d", |d, limits| {
        d.size = extent(limits.max_texture_dimension2_d(), 1);
    }),
    ("as high as max-texture-dimension-2d", |d, limits| {
        d.size = extent(1, limits.max_texture_dimension2_d());
    }),
    ("of max-texture-array-layers layers", |d, limits| {
        d.size = extent_3d(1, 1, limits.max_texture_array_layers());
    }),
    ("of one dimension", |d, _| {
        d.dimension = Some(GpuTextureDimension::D1);
        d.usage = GpuTextureUsage::TEXTURE_BINDING;
        d.size = extent(16, 1);
    }),
    ("of one dimension, as wide as max-texture-dimension-1d", |d, limits| {
        d.dimension = Some(GpuTextureDimension::D1);
        d.usage = GpuTextureUsage::TEXTURE_BINDING;
        d.size = extent(limits.max_texture_dimension1_d(), 1);
    }),
    ("of three dimensions", |d, _| {
        d.dimension = Some(GpuTextureDimension::D3);
        d.size = extent_3d(4, 5, 6);
    }),
    ("of three dimensions, as deep as max-texture-dimension-3d", |d, limits| {
        d.dimension = Some(GpuTextureDimension::D3);
        d.size = extent_3d(1, 1, limits.max_texture_dimension3_d());
    }),
    ("of three dimensions, with mip levels down to the depth", |d, _| {
        d.dimension = Some(GpuTextureDimension::D3);
        d.size = extent_3d(1, 1, 16);
        d.mip_level_count = Some(5);
    }),
    ("with all mip levels", |d, _| d.mip_level_count = Some(5)),
    ("with the mip levels of its larger side", |d, _| {
        d.size = extent(2, 31);
        d.mip_level_count = Some(5);
    }),
    ("of four samples", |d, _| {
        d.sample_count = Some(4);
        d.usage = GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TEXTURE_BINDING;
    }),
    ("for storage", |d, _| d.usage = GpuTextureUsage::STORAGE_BINDING),
    ("of a transient attachment", |d, _| {
        d.usage = GpuTextureUsage::TRANSIENT_ATTACHMENT | GpuTextureUsage::RENDER_ATTACHMENT;
    }),
    ("with the view formats that differ in srgb", |d, _| {
        d.view_formats = Some(vec![
            GpuTextureFormat::Rgba8unormSrgb,
            GpuTextureFormat::Rgba8unorm,
        ]);
    }),
    ("with a binding dimension, which this feature level ignores", |d, _| {
        d.texture_binding_view_dimension = Some(GpuTextureViewDimension::CubeArray);
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("without usages", |d, _| d.usage = GpuTextureUsage::empty()),
    ("of no width", |d, _| d.size = extent(0, 1)),
    ("of no height", |d, _| d.size = extent(1, 0)),
    ("of no layers", |d, _| d.size = extent_3d(1, 1, 0)),
    ("of no mip levels", |d, _| d.mip_level_count = Some(0)),
    ("of no samples", |d, _| d.sample_count = Some(0)),
    ("of two samples", |d, _| d.sample_count = Some(2)),
    ("of eight samples", |d, _| d.sample_count = Some(8)),
    ("wider than max-texture-dimension-2d", |d, limits| {
        d.size = extent(limits.max_texture_dimension2_d() + 1, 1);
    }),
    ("higher than max-texture-dimension-2d", |d, limits| {
        d.size = extent(1, limits.max_texture_dimension2_d() + 1);
    }),
    ("of 2^32 - 1 columns", |d, _| d.size = extent(u32::MAX, 1)),
    ("of more than max-texture-array-layers layers", |d, limits| {
        d.size = extent_3d(1, 1, limits.max_texture_array_layers() + 1);
    }),
    ("of one dimension, wider than max-texture-dimension-1d", |d, limits| {
        *d = line();
        d.size = extent(limits.max_texture_dimension1_d() + 1, 1);
    }),
    ("of one dimension with a height", |d, _| {
        *d = line();
        d.size = extent(4, 2);
    }),
    ("of one dimension with layers", |d, _| {
        *d = line();
        d.size = extent_3d(4, 1, 2);
    }),
    ("of one dimension with mip levels", |d, _| {
        *d = line();
        d.mip_level_count = Some(2);
    }),
    ("of one dimension with four samples", |d, _| {
        *d = line();
        d.sample_count = Some(4);
    }),
    ("of one dimension to be drawn into", |d, _| {
        *d = line();
        d.usage = GpuTextureUsage::RENDER_ATTACHMENT;
    }),
    ("of three dimensions, wider than max-texture-dimension-3d", |d, limits| {
        *d = volume();
        d.size = extent_3d(limits.max_texture_dimension3_d() + 1, 1, 1);
    }),
    ("of three dimensions, higher than max-texture-dimension-3d", |d, limits| {
        *d = volume();
        d.size = extent_3d(1, limits.max_texture_dimension3_d() + 1, 1);
    }),
    ("of three dimensions, deeper than max-texture-dimension-3d", |d, limits| {
        *d = volume();
        d.size = extent_3d(1, 1, limits.max_texture_dimension3_d() + 1);
    }),
    ("of three dimensions with four samples", |d, _| {
        *d = volume();
        d.sample_count = Some(4);
    }),
    ("of more mip levels than there can be", |d, _| d.mip_level_count = Some(6)),
    ("of 2^32 - 1 mip levels", |d, _| d.mip_level_count = Some(u32::MAX)),
    ("of more mip levels than its sides allow, whatever its layers", |d, _| {
        d.size = extent_3d(2, 2, 16);
        d.mip_level_count = Some(3);
    }),
    ("of four samples with mip levels", |d, _| {
        *d = multisampled();
        d.mip_level_count = Some(2);
    }),
    ("of four samples with layers", |d, _| {
        *d = multisampled();
        d.size = extent_3d(16, 16, 2);
    }),
    ("of four samples for storage", |d, _| {
        *d = multisampled();
        d.usage |= GpuTextureUsage::STORAGE_BINDING;
    }),
    ("of four samples not to be drawn into", |d, _| {
        *d = multisampled();
        d.usage = GpuTextureUsage::TEXTURE_BINDING;
    }),
    ("of a transient attachment alone", |d, _| {
        d.usage = GpuTextureUsage::TRANSIENT_ATTACHMENT;
    }),
    ("of a transient attachment that can be copied", |d, _| {
        *d = transient();
        d.usage |= GpuTextureUsage::COPY_SRC;
    }),
    ("of a transient attachment with view formats", |d, _| {
        *d = transient();
        d.view_formats = Some(vec![GpuTextureFormat::Rgba8unormSrgb]);
    }),
    ("of a transient attachment of three dimensions", |d, _| {
        *d = transient();
        d.dimension = Some(GpuTextureDimension::D3);
    }),
    ("of a transient attachment with mip levels", |d, _| {
        *d = transient();
        d.mip_level_count = Some(2);
    }),
    ("of a transient attachment with layers", |d, _| {
        *d = transient();
        d.size = extent_3d(16, 16, 2);
    }),
    ("with a view format of other components", |d, _| {
        d.view_formats = Some(vec![GpuTextureFormat::Bgra8unorm]);
    }),
    ("with a view format of other numbers", |d, _| {
        d.view_formats = Some(vec![
            GpuTextureFormat::Rgba8unormSrgb,
            GpuTextureFormat::Rgba8uint,
        ]);
    }),
    ("with a view format that needs a feature", |d, _| {
        d.view_formats = Some(vec![GpuTextureFormat::Bc1RgbaUnorm]);
    }),
];

fn line() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D1),
        usage: GpuTextureUsage::TEXTURE_BINDING,
        size: extent(16, 1),
        ..usual()
    }
}

fn volume() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        ..usual()
    }
}

fn multisampled() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        sample_count: Some(4),
        usage: GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TEXTURE_BINDING,
        ..usual()
    }
}

fn transient() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        usage: GpuTextureUsage::TRANSIENT_ATTACHMENT | GpuTextureUsage::RENDER_ATTACHMENT,
        ..usual()
    }
}

fn changed(device: &GpuDevice, change: Change) -> GpuTextureDescriptor {
    let mut descriptor = usual();
    change(&mut descriptor, &device.limits());
    descriptor
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-device.create-texture: {what}"),
                async |device| {
                    device.create_texture(&changed(device, *change));
                    Ok(())
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-device.create-texture: is filled with zeros",
            async |device| {
                let new = device.create_texture(&usual());
                equal(read_texels(device, &new, 4).await?, vec![0; 16 * 16 * 4])
            },
        )
        .await;
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-device.create-texture: {what}"),
                async |device| {
                    let descriptor = changed(device, *change);
                    refused(device, || device.create_texture(&descriptor)).await?;
                    Ok(())
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-device.create-texture: on a destroyed device gives a texture, and no error",
            async |device| {
                device.destroy();
                equal(device.create_texture(&usual()).width(), 16)
            },
        )
        .await;
}
