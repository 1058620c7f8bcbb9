//! `create-bind-group-layout`.

use harness::*;

const FUNCTION: &str = "gpu-device.create-bind-group-layout";
const COMPUTE: GpuShaderStage = GpuShaderStage::COMPUTE;

pub async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-bind-group-layout",
        async |device, label| {
            Ok(
                device.create_bind_group_layout(&GpuBindGroupLayoutDescriptor {
                    label,
                    ..bind_group_layout(vec![])
                }),
            )
        },
        invalid_bind_group_layout,
    )
    .await;
    accepted(suite).await;
    refused_entries(suite).await;
    refused_numbers(suite).await;
}

async fn accepted(suite: &mut Suite) {
    suite
        .right(&format!("{FUNCTION}: of no entries"), async |device| {
            device.create_bind_group_layout(&bind_group_layout(vec![]));
            Ok(())
        })
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of each kind of entry"),
            async |device| {
                let mut entries = vec![];
                for type_ in BUFFERS {
                    entries.push(buffer_entry(0, COMPUTE, type_));
                }
                for type_ in SAMPLERS {
                    entries.push(sampler_entry(0, COMPUTE, type_));
                }
                for type_ in SAMPLE_TYPES {
                    entries.push(texture_entry(0, COMPUTE, type_));
                }
                entries.push(storage_texture_entry(
                    0,
                    COMPUTE,
                    GpuStorageTextureAccess::WriteOnly,
                    GpuTextureFormat::Rgba8unorm,
                ));
                for (binding, entry) in (0..).zip(entries) {
                    device.create_bind_group_layout(&bind_group_layout(vec![
                        GpuBindGroupLayoutEntry { binding, ..entry },
                    ]));
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of entries that say nothing but what they are"),
            async |device| {
                device.create_bind_group_layout(&bind_group_layout(vec![
                    GpuBindGroupLayoutEntry {
                        buffer: Some(GpuBufferBindingLayout {
                            type_: None,
                            has_dynamic_offset: None,
                            min_binding_size: None,
                        }),
                        ..no_entry(0, COMPUTE)
                    },
                    GpuBindGroupLayoutEntry {
                        sampler: Some(GpuSamplerBindingLayout { type_: None }),
                        ..no_entry(1, COMPUTE)
                    },
                    GpuBindGroupLayoutEntry {
                        texture: Some(GpuTextureBindingLayout {
                            sample_type: None,
                            view_dimension: None,
                            multisampled: None,
                        }),
                        ..no_entry(2, COMPUTE)
                    },
                    GpuBindGroupLayoutEntry {
                        storage_texture: Some(GpuStorageTextureBindingLayout {
                            access: None,
                            format: GpuTextureFormat::R32float,
                            view_dimension: None,
                        }),
                        ..no_entry(3, COMPUTE)
                    },
                ]));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of bindings in any order, up to the last"),
            async |device| {
                let entry = |binding| buffer_entry(binding, COMPUTE, GpuBufferBindingType::Uniform);
                device.create_bind_group_layout(&bind_group_layout(vec![
                    entry(999),
                    entry(0),
                    entry(7),
                ]));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of an entry that no stage sees"),
            async |device| {
                device.create_bind_group_layout(&bind_group_layout(vec![buffer_entry(
                    0,
                    GpuShaderStage::empty(),
                    GpuBufferBindingType::Storage,
                )]));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of texture views of each dimension"),
            async |device| {
                for view_dimension in DIMENSIONS {
                    device.create_bind_group_layout(&bind_group_layout(vec![texture_of(
                        GpuTextureSampleType::Float,
                        Some(view_dimension),
                        None,
                    )]));
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: of storage textures to be read and written"),
            async |device| {
                for access in [
                    GpuStorageTextureAccess::WriteOnly,
                    GpuStorageTextureAccess::ReadOnly,
                    GpuStorageTextureAccess::ReadWrite,
                ] {
                    for format in [
                        GpuTextureFormat::R32uint,
                        GpuTextureFormat::R32sint,
                        GpuTextureFormat::R32float,
                    ] {
                        device.create_bind_group_layout(&bind_group_layout(vec![
                            storage_texture_entry(0, COMPUTE, access, format),
                        ]));
                    }
                }
                Ok(())
            },
        )
        .await;
}

const BUFFERS: [GpuBufferBindingType; 3] = [
    GpuBufferBindingType::Uniform,
    GpuBufferBindingType::Storage,
    GpuBufferBindingType::ReadOnlyStorage,
];
const SAMPLERS: [GpuSamplerBindingType; 3] = [
    GpuSamplerBindingType::Filtering,
    GpuSamplerBindingType::NonFiltering,
    GpuSamplerBindingType::Comparison,
];
const SAMPLE_TYPES: [GpuTextureSampleType; 5] = [
    GpuTextureSampleType::Float,
    GpuTextureSampleType::UnfilterableFloat,
    GpuTextureSampleType::Depth,
    GpuTextureSampleType::Sint,
    GpuTextureSampleType::Uint,
];
const DIMENSIONS: [GpuTextureViewDimension; 6] = [
    GpuTextureViewDimension::D1,
    GpuTextureViewDimension::D2,
    GpuTextureViewDimension::D2Array,
    GpuTextureViewDimension::Cube,
    GpuTextureViewDimension::CubeArray,
    GpuTextureViewDimension::D3,
];

fn texture_of(
    sample_type: GpuTextureSampleType,
    view_dimension: Option<GpuTextureViewDimension>,
    multisampled: Option<bool>,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        texture: Some(GpuTextureBindingLayout {
            sample_type: Some(sample_type),
            view_dimension,
            multisampled,
        }),
        ..no_entry(0, COMPUTE)
    }
}

fn storage_of(
    access: GpuStorageTextureAccess,
    format: GpuTextureFormat,
    view_dimension: GpuTextureViewDimension,
) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        storage_texture: Some(GpuStorageTextureBindingLayout {
            access: Some(access),
            format,
            view_dimension: Some(view_dimension),
        }),
        ..no_entry(0, COMPUTE)
    }
}

async fn refused_entries(suite: &mut Suite) {
    let write = GpuStorageTextureAccess::WriteOnly;
    let rgba = GpuTextureFormat::Rgba8unorm;
    let uniform = || buffer_entry(0, COMPUTE, GpuBufferBindingType::Uniform);
    let vertex = GpuShaderStage::VERTEX;
    for (what, entries) in [
        ("of one binding twice", vec![uniform(), uniform()]),
        (
            "of the binding max-bindings-per-bind-group",
            vec![GpuBindGroupLayoutEntry {
                binding: 1000,
                ..uniform()
            }],
        ),
        ("of an entry that is nothing", vec![no_entry(0, COMPUTE)]),
        (
            "of an entry that is two things",
            vec![GpuBindGroupLayoutEntry {
                sampler: Some(GpuSamplerBindingLayout { type_: None }),
                ..uniform()
            }],
        ),
        (
            "of a storage buffer that the vertex stage could write to",
            vec![buffer_entry(
                0,
                vertex | COMPUTE,
                GpuBufferBindingType::Storage,
            )],
        ),
        (
            "of a storage texture that the vertex stage could write to",
            vec![storage_texture_entry(0, vertex, write, rgba)],
        ),
        (
            "of a storage texture that the vertex stage could read and write",
            vec![storage_texture_entry(
                0,
                vertex,
                GpuStorageTextureAccess::ReadWrite,
                GpuTextureFormat::R32float,
            )],
        ),
        (
            "of a multisampled texture that is a volume",
            vec![texture_of(
                GpuTextureSampleType::Uint,
                Some(GpuTextureViewDimension::D3),
                Some(true),
            )],
        ),
        (
            "of a multisampled texture that is a line",
            vec![texture_of(
                GpuTextureSampleType::Depth,
                Some(GpuTextureViewDimension::D1),
                Some(true),
            )],
        ),
        (
            "of a multisampled texture that is filtered",
            vec![texture_of(GpuTextureSampleType::Float, None, Some(true))],
        ),
        (
            "of a multisampled texture that is an array",
            vec![texture_of(
                GpuTextureSampleType::UnfilterableFloat,
                Some(GpuTextureViewDimension::D2Array),
                Some(true),
            )],
        ),
        (
            "of a multisampled texture that is a cube",
            vec![texture_of(
                GpuTextureSampleType::Sint,
                Some(GpuTextureViewDimension::Cube),
                Some(true),
            )],
        ),
        (
            "of a storage texture that is a cube",
            vec![storage_of(write, rgba, GpuTextureViewDimension::Cube)],
        ),
        (
            "of a storage texture that is an array of cubes",
            vec![storage_of(write, rgba, GpuTextureViewDimension::CubeArray)],
        ),
        (
            "of a storage texture of a format of no storage",
            vec![storage_texture_entry(
                0,
                COMPUTE,
                write,
                GpuTextureFormat::Rgba8unormSrgb,
            )],
        ),
        (
            "of a storage texture of a depth format",
            vec![storage_texture_entry(
                0,
                COMPUTE,
                write,
                GpuTextureFormat::Depth32float,
            )],
        ),
        (
            "of a storage texture of bgra8unorm without the feature",
            vec![storage_texture_entry(
                0,
                COMPUTE,
                write,
                GpuTextureFormat::Bgra8unorm,
            )],
        ),
        (
            "of a storage texture to read and write, of a format for only one",
            vec![storage_texture_entry(
                0,
                COMPUTE,
                GpuStorageTextureAccess::ReadWrite,
                rgba,
            )],
        ),
    ] {
        suite
            .wrong(&format!("{FUNCTION}: {what}"), async |device| {
                refused(device, || {
                    device.create_bind_group_layout(&bind_group_layout(entries))
                })
                .await?;
                Ok(())
            })
            .await;
    }
}

/// As many entries as a limit allows are accepted, and one more is refused.
async fn refused_numbers(suite: &mut Suite) {
    let uniform = buffer_entry(0, COMPUTE, GpuBufferBindingType::Uniform);
    let storage = buffer_entry(0, COMPUTE, GpuBufferBindingType::Storage);
    let dynamic = |entry: GpuBindGroupLayoutEntry, visibility| GpuBindGroupLayoutEntry {
        visibility,
        buffer: entry.buffer.map(|buffer| GpuBufferBindingLayout {
            has_dynamic_offset: Some(true),
            ..buffer
        }),
        ..entry
    };
    let nobody = GpuShaderStage::empty();
    for (what, entry, limit) in [
        ("uniform buffers", uniform, 12),
        ("storage buffers", storage, 8),
        (
            "samplers",
            sampler_entry(0, COMPUTE, GpuSamplerBindingType::Filtering),
            16,
        ),
        (
            "textures",
            texture_entry(0, COMPUTE, GpuTextureSampleType::Float),
            16,
        ),
        (
            "storage textures",
            storage_texture_entry(
                0,
                COMPUTE,
                GpuStorageTextureAccess::WriteOnly,
                GpuTextureFormat::Rgba8unorm,
            ),
            4,
        ),
        (
            "uniform buffers of dynamic offset",
            dynamic(uniform, nobody),
            8,
        ),
        (
            "storage buffers of dynamic offset",
            dynamic(storage, nobody),
            4,
        ),
    ] {
        let entries = |count: u32| {
            bind_group_layout(
                (0..count)
                    .map(|binding| GpuBindGroupLayoutEntry { binding, ..entry })
                    .collect(),
            )
        };
        suite
            .right(
                &format!("{FUNCTION}: of as many {what} as there can be"),
                async |device| {
                    device.create_bind_group_layout(&entries(limit));
                    Ok(())
                },
            )
            .await;
        suite
            .wrong(
                &format!("{FUNCTION}: of more {what} than there can be"),
                async |device| {
                    refused(device, || {
                        device.create_bind_group_layout(&entries(limit + 1))
                    })
                    .await?;
                    Ok(())
                },
            )
            .await;
    }
}
