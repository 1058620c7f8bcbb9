//! `create-bind-group` of textures and their views.

use super::{group_of, layout_of, refuses};
use harness::*;

const FUNCTION: &str = "gpu-device.create-bind-group";
const STAGE: GpuShaderStage = GpuShaderStage::COMPUTE;

pub async fn run(suite: &mut Suite) {
    accepted(suite).await;
    refused_textures(suite).await;
    refused_views(suite).await;
    refused_storage(suite).await;
}

fn sampled(device: &GpuDevice, format: GpuTextureFormat) -> GpuTexture {
    device.create_texture(&texture(
        extent(4, 4),
        format,
        GpuTextureUsage::TEXTURE_BINDING,
    ))
}

fn multisampled(device: &GpuDevice) -> GpuTexture {
    device.create_texture(&GpuTextureDescriptor {
        sample_count: Some(4),
        ..texture(
            extent(4, 4),
            GpuTextureFormat::Rgba8unorm,
            GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::RENDER_ATTACHMENT,
        )
    })
}

fn multisampled_layout(device: &GpuDevice) -> GpuBindGroupLayout {
    let entry = GpuBindGroupLayoutEntry {
        texture: Some(GpuTextureBindingLayout {
            sample_type: Some(GpuTextureSampleType::UnfilterableFloat),
            view_dimension: None,
            multisampled: Some(true),
        }),
        ..no_entry(0, STAGE)
    };
    layout_of(device, entry)
}

fn layout(device: &GpuDevice, sample_type: GpuTextureSampleType) -> GpuBindGroupLayout {
    layout_of(device, texture_entry(0, STAGE, sample_type))
}

/// Binds a texture as itself, and as a view.
fn bind_both(device: &GpuDevice, layout: &GpuBindGroupLayout, texture: &GpuTexture) {
    group_of(device, layout, GpuBindingResource::GpuTexture(texture));
    let view = texture.create_view(None);
    group_of(device, layout, GpuBindingResource::GpuTextureView(&view));
}

async fn accepted(suite: &mut Suite) {
    suite
        .right(
            &format!("{FUNCTION}: a texture, as itself or as a view"),
            async |device| {
                let layout = layout(device, GpuTextureSampleType::Float);
                let texture = sampled(device, GpuTextureFormat::Rgba8unorm);
                bind_both(device, &layout, &texture);
                Ok(())
            },
        )
        .await;
    for (what, format, types) in SAMPLE_TYPES {
        suite
            .right(
                &format!("{FUNCTION}: a texture of {what} as what it can be"),
                async |device| {
                    let texture = sampled(device, format);
                    for sample_type in types {
                        let layout = layout(device, *sample_type);
                        group_of(device, &layout, GpuBindingResource::GpuTexture(&texture));
                    }
                    Ok(())
                },
            )
            .await;
        suite
            .wrong(
                &format!("{FUNCTION}: a texture of {what} as what it cannot be"),
                async |device| {
                    let texture = sampled(device, format);
                    for sample_type in ALL.iter().filter(|type_| !types.contains(type_)) {
                        let layout = layout(device, *sample_type);
                        refuses(device, &layout, GpuBindingResource::GpuTexture(&texture)).await?;
                    }
                    Ok(())
                },
            )
            .await;
    }
    suite
        .right(
            &format!("{FUNCTION}: a multisampled texture"),
            async |device| {
                let layout = multisampled_layout(device);
                let texture = multisampled(device);
                group_of(device, &layout, GpuBindingResource::GpuTexture(&texture));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: a destroyed texture"),
            async |device| {
                let layout = layout(device, GpuTextureSampleType::Float);
                let texture = sampled(device, GpuTextureFormat::Rgba8unorm);
                let view = texture.create_view(None);
                texture.destroy();
                group_of(device, &layout, GpuBindingResource::GpuTextureView(&view));
                Ok(())
            },
        )
        .await;
}

use GpuTextureSampleType::{Depth, Float, Sint, Uint, UnfilterableFloat};

const ALL: [GpuTextureSampleType; 5] = [Float, UnfilterableFloat, Depth, Sint, Uint];

/// Formats, and the types as which they can be sampled without features (specification, "Texture
/// Format Capabilities").
const SAMPLE_TYPES: [(&str, GpuTextureFormat, &[GpuTextureSampleType]); 6] = [
    (
        "rgba8unorm",
        GpuTextureFormat::Rgba8unorm,
        &[Float, UnfilterableFloat],
    ),
    ("r32float", GpuTextureFormat::R32float, &[UnfilterableFloat]),
    ("rgba8uint", GpuTextureFormat::Rgba8uint, &[Uint]),
    ("rg16sint", GpuTextureFormat::Rg16sint, &[Sint]),
    (
        "depth32float",
        GpuTextureFormat::Depth32float,
        &[Depth, UnfilterableFloat],
    ),
    ("stencil8", GpuTextureFormat::Stencil8, &[Uint]),
];

/// What is bound for a texture of one sample with floats, which it is not.
type Unfit = fn(&GpuDevice) -> GpuTexture;

const UNFIT: [(&str, GpuTextureSampleType, Unfit); 3] = [
    ("a texture without texture-binding", Float, |device| {
        device.create_texture(&texture(
            extent(4, 4),
            GpuTextureFormat::Rgba8unorm,
            GpuTextureUsage::COPY_DST,
        ))
    }),
    ("a view of depth and stencil at a time", Depth, |device| {
        sampled(device, GpuTextureFormat::Depth24plusStencil8)
    }),
    (
        "a multisampled texture for one that is not",
        UnfilterableFloat,
        multisampled,
    ),
];

async fn refused_textures(suite: &mut Suite) {
    for (what, sample_type, unfit) in UNFIT {
        suite
            .wrong(&format!("{FUNCTION}: {what}"), async |device| {
                let texture = unfit(device);
                let layout = layout(device, sample_type);
                refuses(device, &layout, GpuBindingResource::GpuTexture(&texture)).await
            })
            .await;
    }
    suite
        .wrong(
            &format!("{FUNCTION}: a texture of one sample for a multisampled one"),
            async |device| {
                let texture = sampled(device, GpuTextureFormat::Rgba8unorm);
                let layout = multisampled_layout(device);
                refuses(device, &layout, GpuBindingResource::GpuTexture(&texture)).await
            },
        )
        .await;
    suite
        .wrong(&format!("{FUNCTION}: an invalid texture"), async |device| {
            let invalid = invalid_texture(device, None).await?;
            let layout = layout(device, Float);
            refuses(device, &layout, GpuBindingResource::GpuTexture(&invalid)).await
        })
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: a texture of another device"),
            async |device| {
                let texture = sampled(&new_device(&[]).await?, GpuTextureFormat::Rgba8unorm);
                let layout = layout(device, Float);
                refuses(device, &layout, GpuBindingResource::GpuTexture(&texture)).await
            },
        )
        .await;
    suite
        .wrong(&format!("{FUNCTION}: an invalid view"), async |device| {
            let invalid = invalid_view(device, None).await?;
            let layout = layout(device, Float);
            refuses(
                device,
                &layout,
                GpuBindingResource::GpuTextureView(&invalid),
            )
            .await
        })
        .await;
}

/// What is bound as a plane of floats: texture, and view of it.
type View = fn(&mut GpuTextureDescriptor, &mut GpuTextureViewDescriptor);

#[rustfmt::skip]
const UNFIT_VIEWS: &[(&str, View)] = &[
    ("a view of another dimension", |_, v| v.dimension = Some(GpuTextureViewDimension::D2Array)),
    ("a view of layers", |t, _| t.size = extent_3d(4, 4, 2)),
    ("a view of a volume", |t, _| t.dimension = Some(GpuTextureDimension::D3)),
    ("a view that is not for texture-binding", |t, v| {
        t.usage |= GpuTextureUsage::RENDER_ATTACHMENT;
        v.usage = Some(GpuTextureUsage::RENDER_ATTACHMENT);
    }),
];

#[rustfmt::skip]
const UNFIT_STORED_VIEWS: &[(&str, View)] = &[
    ("a view of another dimension", |_, v| v.dimension = Some(GpuTextureViewDimension::D2Array)),
    ("a view of a volume", |t, _| t.dimension = Some(GpuTextureDimension::D3)),
    ("a view of all mip levels", |t, _| t.mip_level_count = Some(2)),
    ("a view in another format", |t, v| {
        t.view_formats = Some(vec![GpuTextureFormat::Rgba8unormSrgb]);
        v.format = Some(GpuTextureFormat::Rgba8unormSrgb);
        v.usage = Some(GpuTextureUsage::TEXTURE_BINDING);
    }),
    ("a view that is not for storage-binding", |_, v| {
        v.usage = Some(GpuTextureUsage::TEXTURE_BINDING);
    }),
];

/// Views that cannot be bound, for what they are.
async fn refused_views(suite: &mut Suite) {
    let plane = texture_entry(0, STAGE, Float);
    let stored = storage_texture_entry(
        0,
        STAGE,
        GpuStorageTextureAccess::WriteOnly,
        GpuTextureFormat::Rgba8unorm,
    );
    for (place, entry, views) in [
        ("", plane, UNFIT_VIEWS),
        (" to be stored to", stored, UNFIT_STORED_VIEWS),
    ] {
        for (what, change) in views {
            suite
                .wrong(&format!("{FUNCTION}: {what}{place}"), async |device| {
                    let usage = GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::STORAGE_BINDING;
                    let mut texture = texture(extent(4, 4), GpuTextureFormat::Rgba8unorm, usage);
                    let mut view = view();
                    change(&mut texture, &mut view);
                    let view = device.create_texture(&texture).create_view(Some(&view));
                    let layout = layout_of(device, entry);
                    refuses(device, &layout, GpuBindingResource::GpuTextureView(&view)).await
                })
                .await;
        }
    }
}

fn stored(device: &GpuDevice, mip_level_count: u32, usage: GpuTextureUsage) -> GpuTexture {
    device.create_texture(&GpuTextureDescriptor {
        mip_level_count: Some(mip_level_count),
        ..texture(extent(4, 4), GpuTextureFormat::Rgba8unorm, usage)
    })
}

async fn refused_storage(suite: &mut Suite) {
    let layout = |device: &GpuDevice, format| {
        let access = GpuStorageTextureAccess::WriteOnly;
        layout_of(device, storage_texture_entry(0, STAGE, access, format))
    };
    let storage = GpuTextureUsage::STORAGE_BINDING;
    suite
        .right(
            &format!("{FUNCTION}: a storage texture, as itself or as a view"),
            async |device| {
                let layout = layout(device, GpuTextureFormat::Rgba8unorm);
                let texture = stored(device, 1, storage);
                bind_both(device, &layout, &texture);
                Ok(())
            },
        )
        .await;
    for (what, format, mip_levels, usage) in [
        (
            "a storage texture of another format",
            GpuTextureFormat::Rgba8uint,
            1,
            storage,
        ),
        (
            "a storage texture of several mip levels",
            GpuTextureFormat::Rgba8unorm,
            2,
            storage,
        ),
        (
            "a texture without storage-binding",
            GpuTextureFormat::Rgba8unorm,
            1,
            GpuTextureUsage::TEXTURE_BINDING,
        ),
    ] {
        suite
            .wrong(
                &format!("{FUNCTION}: {what} to be stored to"),
                async |device| {
                    let texture = stored(device, mip_levels, usage);
                    let layout = layout(device, format);
                    refuses(device, &layout, GpuBindingResource::GpuTexture(&texture)).await
                },
            )
            .await;
    }
}
