//! `gpu-adapter` (specification, "GPUAdapter").

use harness::*;

pub async fn run(suite: &mut Suite) {
    getters(suite).await;
    devices(suite).await;
    refusals(suite).await;
}

async fn getters(suite: &mut Suite) {
    suite
        .right(
            "gpu-adapter.features: has core-features-and-limits",
            async |_| {
                equal(
                    adapter().await?.features().has("core-features-and-limits"),
                    true,
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.features: has a whole family of compressed textures",
            async |_| {
                let features = adapter().await?.features();
                let has = |name| features.has(name);
                holds(
                    has("texture-compression-bc")
                        || (has("texture-compression-etc2") && has("texture-compression-astc")),
                    "texture-compression-bc, or both etc2 and astc",
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.features: has what a feature of it depends on",
            async |_| {
                let features = adapter().await?.features();
                for (feature, needed) in DEPENDENCIES {
                    holds(
                        !features.has(feature) || features.has(needed),
                        &format!("{needed}, which {feature} depends on"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-adapter.features: of a consumed adapter stay",
            async |_| {
                let adapter = adapter().await?;
                let all =
                    |features: GpuSupportedFeatures| FEATURES.map(|(_, name)| features.has(name));
                let before = all(adapter.features());
                ok(adapter.request_device(None).await)?;
                equal(all(adapter.features()), before)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-adapter.limits: of a consumed adapter stay",
            async |_| {
                let adapter = adapter().await?;
                let before = adapter.limits().max_buffer_size();
                ok(adapter.request_device(None).await)?;
                equal(adapter.limits().max_buffer_size(), before)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-adapter.info: of a consumed adapter stays",
            async |_| {
                let adapter = adapter().await?;
                let before = adapter.info().description();
                ok(adapter.request_device(None).await)?;
                equal(adapter.info().description(), before)
            },
        )
        .await;
    suite
        .right("gpu-adapter.info: says the same each time", async |_| {
            let adapter = adapter().await?;
            let (one, other) = (adapter.info(), adapter.info());
            equal(one.vendor(), other.vendor())?;
            equal(one.architecture(), other.architecture())?;
            equal(one.device(), other.device())?;
            equal(one.description(), other.description())
        })
        .await;
    suite
        .right("gpu-adapter.limits: fit together", async |_| {
            let limits = adapter().await?.limits();
            holds(
                limits.max_bind_groups() <= limits.max_bind_groups_plus_vertex_buffers(),
                "max-bind-groups at most max-bind-groups-plus-vertex-buffers",
            )?;
            holds(
                limits.max_vertex_buffers() <= limits.max_bind_groups_plus_vertex_buffers(),
                "max-vertex-buffers at most max-bind-groups-plus-vertex-buffers",
            )?;
            holds(
                limits.max_uniform_buffer_binding_size() <= limits.max_buffer_size(),
                "max-uniform-buffer-binding-size at most max-buffer-size",
            )?;
            holds(
                limits.max_storage_buffer_binding_size() <= limits.max_buffer_size(),
                "max-storage-buffer-binding-size at most max-buffer-size",
            )?;
            holds(
                limits.max_bindings_per_bind_group()
                    >= 2 * (limits.max_sampled_textures_per_shader_stage()
                        + limits.max_samplers_per_shader_stage()
                        + limits.max_storage_buffers_per_shader_stage()
                        + limits.max_storage_textures_per_shader_stage()
                        + limits.max_uniform_buffers_per_shader_stage()),
                "max-bindings-per-bind-group at least the bindings of two stages",
            )
        })
        .await;
    suite
        .right(
            "gpu-adapter.limits: are multiples of what they must be",
            async |_| {
                let limits = adapter().await?.limits();
                equal(limits.max_storage_buffer_binding_size() % 4, 0)?;
                equal(limits.max_vertex_buffer_array_stride() % 4, 0)?;
                equal(limits.max_immediate_size() % 4, 0)?;
                for alignment in [
                    limits.min_uniform_buffer_offset_alignment(),
                    limits.min_storage_buffer_offset_alignment(),
                ] {
                    holds(
                        alignment.is_power_of_two() && alignment >= 32,
                        &format!("a power of two from 32 on, got {alignment}"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.limits: of a workgroup fit together",
            async |_| {
                let limits = adapter().await?.limits();
                let sizes = [
                    limits.max_compute_workgroup_size_x(),
                    limits.max_compute_workgroup_size_y(),
                    limits.max_compute_workgroup_size_z(),
                ];
                let invocations = limits.max_compute_invocations_per_workgroup();
                for size in sizes {
                    holds(
                        size <= invocations,
                        &format!("a size at most {invocations} invocations, got {size}"),
                    )?;
                }
                let volume: u64 = sizes.iter().map(|size| u64::from(*size)).product();
                holds(
                    u64::from(invocations) <= volume,
                    &format!("at most {volume} invocations, got {invocations}"),
                )
            },
        )
        .await;
}

/// Features, and what they depend on (specification, "Feature Dependencies").
const DEPENDENCIES: [(&str, &str); 4] = [
    ("texture-formats-tier2", "texture-formats-tier1"),
    ("texture-formats-tier1", "rg11b10ufloat-renderable"),
    ("texture-compression-bc-sliced-3d", "texture-compression-bc"),
    (
        "texture-compression-astc-sliced-3d",
        "texture-compression-astc",
    ),
];

async fn devices(suite: &mut Suite) {
    suite
        .right(
            "gpu-adapter.request-device: without a descriptor",
            async |_| {
                ok(adapter().await?.request_device(None).await)?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: with an empty descriptor",
            async |_| {
                ok(adapter().await?.request_device(Some(device())).await)?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: labels the device and its queue",
            async |_| {
                let descriptor = GpuDeviceDescriptor {
                    default_queue: Some(GpuQueueDescriptor {
                        label: Some("a queue".into()),
                    }),
                    label: Some("a device".into()),
                    ..device()
                };
                let device = ok(adapter().await?.request_device(Some(descriptor)).await)?;
                equal(device.label().as_str(), "a device")?;
                equal(device.queue().label().as_str(), "a queue")
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: with each feature of the adapter",
            async |_| {
                for (feature, name) in FEATURES {
                    let adapter = adapter().await?;
                    if adapter.features().has(name) {
                        let descriptor = GpuDeviceDescriptor {
                            required_features: Some(vec![feature]),
                            ..device()
                        };
                        let device = ok(adapter.request_device(Some(descriptor)).await)?;
                        holds(
                            device.features().has(name),
                            &format!("a device with {name}"),
                        )?;
                    }
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: with all features of the adapter",
            async |_| {
                let adapter = adapter().await?;
                let offered = adapter.features();
                let all = FEATURES.iter().filter(|(_, name)| offered.has(name));
                let descriptor = GpuDeviceDescriptor {
                    required_features: Some(all.map(|(feature, _)| *feature).collect()),
                    ..device()
                };
                let features = ok(adapter.request_device(Some(descriptor)).await)?.features();
                for (_, name) in FEATURES {
                    holds(
                        features.has(name) == offered.has(name),
                        &format!("the adapter's {name}"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: takes a feature twice",
            async |_| {
                let descriptor = GpuDeviceDescriptor {
                    required_features: Some(vec![GpuFeatureName::CoreFeaturesAndLimits; 2]),
                    ..device()
                };
                ok(adapter().await?.request_device(Some(descriptor)).await)?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: a limit without a value is as if it was not given",
            async |_| {
                let required = RecordOptionGpuSize64::new();
                required.add("maxBufferSize", None);
                required.add("maxChicory", None);
                let device = request(required).await;
                equal(ok(device)?.limits().max_buffer_size(), 256 << 20)
            },
        )
        .await;
    suite
        .right(
            "gpu-adapter.request-device: a limit that is worse than the default gives the default",
            async |_| {
                let required = limits(&[
                    ("maxBufferSize", 16),
                    ("minUniformBufferOffsetAlignment", 1 << 20),
                ]);
                let limits = ok(request(required).await)?.limits();
                equal(limits.max_buffer_size(), 256 << 20)?;
                equal(limits.min_uniform_buffer_offset_alignment(), 256)
            },
        )
        .await;
}

async fn request(required_limits: RecordOptionGpuSize64) -> Result<GpuDevice, RequestDeviceError> {
    let Ok(adapter) = adapter().await else {
        panic!("a case has a device of this adapter already");
    };
    let descriptor = GpuDeviceDescriptor {
        required_limits: Some(required_limits),
        ..device()
    };
    adapter.request_device(Some(descriptor)).await
}

async fn refusals(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-adapter.request-device: a second time is an operation-error",
            async |_| {
                let adapter = adapter().await?;
                ok(adapter.request_device(None).await)?;
                fails_with!(
                    adapter.request_device(None).await,
                    RequestDeviceErrorKind::OperationError
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-adapter.request-device: a feature that the adapter lacks is a type-error",
            async |_| {
                let adapter = adapter().await?;
                let offered = adapter.features();
                let lacking = FEATURES.iter().find(|(_, name)| !offered.has(name));
                let Some((feature, _)) = lacking else {
                    return skipped("the adapter has every feature");
                };
                let descriptor = GpuDeviceDescriptor {
                    required_features: Some(vec![*feature]),
                    ..device()
                };
                fails_with!(
                    adapter.request_device(Some(descriptor)).await,
                    RequestDeviceErrorKind::TypeError
                )?;
                // The adapter was not consumed.
                ok(adapter.request_device(None).await)?;
                Ok(())
            },
        )
        .await;
    for (what, name, value) in [
        ("an unknown limit", "maxChicory", 1),
        ("a limit of no name", "", 1),
        ("a limit by its name in WIT", "max-buffer-size", 16),
        (
            "a limit beyond the adapter's",
            "maxBindGroups",
            u64::from(u32::MAX),
        ),
        ("a limit beyond 32 bits", "maxBindGroups", 1 << 40),
        (
            "an alignment that is no power of two",
            "minStorageBufferOffsetAlignment",
            384,
        ),
        (
            "an alignment better than the adapter's",
            "minUniformBufferOffsetAlignment",
            1,
        ),
        ("an alignment of 0", "minUniformBufferOffsetAlignment", 0),
        (
            "an alignment of 2^32",
            "minUniformBufferOffsetAlignment",
            1 << 32,
        ),
    ] {
        suite
            .wrong(
                &format!("gpu-adapter.request-device: {what} is an operation-error"),
                async |_| {
                    fails_with!(
                        request(limits(&[(name, value)])).await,
                        RequestDeviceErrorKind::OperationError
                    )
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-adapter.request-device: works after it was refused",
            async |_| {
                let adapter = adapter().await?;
                let descriptor = GpuDeviceDescriptor {
                    required_limits: Some(limits(&[("maxChicory", 1)])),
                    ..device()
                };
                fails_with!(
                    adapter.request_device(Some(descriptor)).await,
                    RequestDeviceErrorKind::OperationError
                )?;
                ok(adapter.request_device(None).await)?;
                Ok(())
            },
        )
        .await;
}
