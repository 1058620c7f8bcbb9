//! Every format against the table of what it can be used for (specification, "Texture Format
//! Capabilities").

use harness::*;

/// What a format can or cannot be used for, and how to try it.
struct Use {
    function: &'static str,
    what: &'static str,
    support: fn(&Format) -> Support,
    attempt: fn(&GpuDevice, &Format),
}

#[rustfmt::skip]
const USES: &[Use] = &[
    Use {
        function: "gpu-device.create-texture",
        what: "to be drawn into",
        support: |f| f.attachment,
        attempt: |device, f| create(device, f, GpuTextureUsage::RENDER_ATTACHMENT, |_| {}),
    },
    Use {
        function: "gpu-device.create-texture",
        what: "of four samples",
        support: |f| f.multisampled,
        attempt: |device, f| create(
            device,
            f,
            GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TEXTURE_BINDING,
            |d| d.sample_count = Some(4),
        ),
    },
    Use {
        function: "gpu-device.create-texture",
        what: "for storage",
        support: |f| any(f.write_only, f.read_only),
        attempt: |device, f| create(device, f, GpuTextureUsage::STORAGE_BINDING, |_| {}),
    },
    Use {
        function: "gpu-device.create-texture",
        what: "of three dimensions",
        support: |f| f.volume,
        attempt: |device, f| create(device, f, GpuTextureUsage::TEXTURE_BINDING, |d| {
            d.dimension = Some(GpuTextureDimension::D3);
        }),
    },
    Use {
        function: "gpu-device.create-bind-group-layout",
        what: "for write-only storage",
        support: |f| f.write_only,
        attempt: |device, f| store(device, f, GpuStorageTextureAccess::WriteOnly),
    },
    Use {
        function: "gpu-device.create-bind-group-layout",
        what: "for read-only storage",
        support: |f| f.read_only,
        attempt: |device, f| store(device, f, GpuStorageTextureAccess::ReadOnly),
    },
    Use {
        function: "gpu-device.create-bind-group-layout",
        what: "for read-write storage",
        support: |f| f.read_write,
        attempt: |device, f| store(device, f, GpuStorageTextureAccess::ReadWrite),
    },
];

fn create(
    device: &GpuDevice,
    format: &Format,
    usage: GpuTextureUsage,
    change: fn(&mut GpuTextureDescriptor),
) {
    let mut descriptor = texture(format.one_block(), format.format, usage);
    change(&mut descriptor);
    device.create_texture(&descriptor);
}

fn store(device: &GpuDevice, format: &Format, access: GpuStorageTextureAccess) {
    let entry = storage_texture_entry(0, GpuShaderStage::COMPUTE, access, format.format);
    device.create_bind_group_layout(&bind_group_layout(vec![entry]));
}

fn any(one: Support, other: Support) -> Support {
    if one == Support::No { other } else { one }
}

pub async fn run(suite: &mut Suite) {
    for format in FORMATS {
        known(suite, format).await;
        for use_of in USES {
            used(suite, format, use_of).await;
        }
        sampled(suite, format).await;
    }
}

/// Every format can be copied and sampled on a device that knows it.
async fn known(suite: &mut Suite, format: &Format) {
    const USAGE: GpuTextureUsage = GpuTextureUsage::COPY_SRC
        .union(GpuTextureUsage::COPY_DST)
        .union(GpuTextureUsage::TEXTURE_BINDING);
    let name = format.name;
    suite
        .requiring(&format.features())
        .right(
            &format!("gpu-device.create-texture: {name} to be copied and sampled"),
            async |device| {
                create(device, format, USAGE, |_| {});
                Ok(())
            },
        )
        .await;
    if let Some(feature) = format.requires {
        suite
            .wrong(
                &format!(
                    "gpu-device.create-texture: {name} without {}",
                    feature_name(feature)
                ),
                async |device| {
                    let attempt = || create(device, format, USAGE, |_| {});
                    refused(device, attempt).await
                },
            )
            .await;
    }
    if format.block != (1, 1) {
        let (width, height) = format.block;
        for (what, size) in [
            ("not of whole blocks in width", extent(width + 1, height)),
            ("not of whole blocks in height", extent(width, height + 1)),
        ] {
            suite
                .requiring(&format.features())
                .wrong(
                    &format!("gpu-device.create-texture: {name} {what}"),
                    async |device| {
                        let descriptor = texture(size, format.format, USAGE);
                        refused(device, || device.create_texture(&descriptor)).await?;
                        Ok(())
                    },
                )
                .await;
        }
    }
    if format.is_depth_or_stencil() || format.block != (1, 1) {
        suite
            .requiring(&format.features())
            .wrong(
                &format!("gpu-device.create-texture: {name} of one dimension"),
                async |device| {
                    let descriptor = GpuTextureDescriptor {
                        dimension: Some(GpuTextureDimension::D1),
                        ..texture(extent(format.block.0, 1), format.format, USAGE)
                    };
                    refused(device, || device.create_texture(&descriptor)).await?;
                    Ok(())
                },
            )
            .await;
    }
}

async fn used(suite: &mut Suite, format: &Format, use_of: &Use) {
    let Use {
        function,
        what,
        support,
        attempt,
    } = use_of;
    let name = format!("{function}: {} {what}", format.name);
    supported(suite, &name, format, support(format), |device| {
        attempt(device, format);
    })
    .await;
}

/// Binds a view of each aspect as each type of sample.
async fn sampled(suite: &mut Suite, format: &Format) {
    use GpuTextureSampleType as Type;
    const TYPES: [(&str, Type); 5] = [
        ("float", Type::Float),
        ("unfilterable-float", Type::UnfilterableFloat),
        ("depth", Type::Depth),
        ("sint", Type::Sint),
        ("uint", Type::Uint),
    ];
    for (aspect, which, suits) in aspects(format) {
        for (type_name, sample_type) in TYPES {
            let what = format!(
                "gpu-device.create-bind-group: {}{which} as {type_name}",
                format.name
            );
            let bind = |device: &GpuDevice| {
                let entry = texture_entry(0, GpuShaderStage::FRAGMENT, sample_type);
                let layout = device.create_bind_group_layout(&bind_group_layout(vec![entry]));
                let texture = device.create_texture(&texture(
                    format.one_block(),
                    format.format,
                    GpuTextureUsage::TEXTURE_BINDING,
                ));
                let view = texture.create_view(Some(&GpuTextureViewDescriptor {
                    aspect: Some(aspect),
                    ..view()
                }));
                let entry = bound(0, GpuBindingResource::GpuTextureView(&view));
                device.create_bind_group(&bind_group(&layout, vec![entry]));
            };
            let requiring = format.features();
            if suits.contains(&type_name) {
                suite
                    .requiring(&requiring)
                    .right(&what, async |device| {
                        bind(device);
                        Ok(())
                    })
                    .await;
            } else {
                suite
                    .requiring(&requiring)
                    .wrong(&what, async |device| refused(device, || bind(device)).await)
                    .await;
            }
        }
    }
}

/// The aspects of a format, their names, and the types of sample that they can be bound as.
fn aspects(format: &Format) -> Vec<(GpuTextureAspect, &'static str, &'static [&'static str])> {
    const DEPTH: &[&str] = &["depth", "unfilterable-float"];
    let all = |types: &'static [&'static str]| vec![(GpuTextureAspect::All, "", types)];
    match format.sampled {
        Sampled::Float => all(&["float", "unfilterable-float"]),
        Sampled::Float32 | Sampled::UnfilterableFloat => all(&["unfilterable-float"]),
        Sampled::Sint => all(&["sint"]),
        Sampled::Uint => all(&["uint"]),
        Sampled::DepthStencil => {
            let mut aspects = Vec::new();
            if format.name.starts_with("depth") {
                aspects.push((GpuTextureAspect::DepthOnly, " depth", DEPTH));
            }
            if format.name.ends_with("stencil8") {
                aspects.push((
                    GpuTextureAspect::StencilOnly,
                    " stencil",
                    &["uint"] as &[&str],
                ));
            }
            aspects
        }
    }
}
