//! `get-gpu` and the functions of `gpu` (specification, "GPU").

use harness::*;

pub async fn run(suite: &mut Suite) {
    roots(suite).await;
    adapters(suite).await;
    language_features(suite).await;
}

async fn roots(suite: &mut Suite) {
    suite
        .right("get-gpu: gives a gpu each time", async |_| {
            let (one, other) = (get_gpu(), get_gpu());
            some(one.request_adapter(None).await, "an adapter")?;
            some(other.request_adapter(None).await, "an adapter")?;
            Ok(())
        })
        .await;
    suite
        .wrong(
            "get-gpu: what a dropped gpu gave goes on working",
            async |_| {
                let gpu = get_gpu();
                let adapter = some(gpu.request_adapter(None).await, "an adapter")?;
                drop(gpu);
                ok(adapter.request_device(None).await)?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu.get-preferred-canvas-format: is rgba8unorm or bgra8unorm",
            async |_| {
                holds(
                    matches!(
                        get_gpu().get_preferred_canvas_format(),
                        GpuTextureFormat::Rgba8unorm | GpuTextureFormat::Bgra8unorm
                    ),
                    "rgba8unorm or bgra8unorm",
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu.get-preferred-canvas-format: stays when a device is lost",
            async |device| {
                let before = get_gpu().get_preferred_canvas_format();
                device.destroy();
                equal(get_gpu().get_preferred_canvas_format(), before)
            },
        )
        .await;
}

fn options() -> GpuRequestAdapterOptions {
    GpuRequestAdapterOptions {
        feature_level: None,
        power_preference: None,
        force_fallback_adapter: None,
        xr_compatible: None,
    }
}

async fn request(options: GpuRequestAdapterOptions) -> Option<GpuAdapter> {
    get_gpu().request_adapter(Some(options)).await
}

async fn adapters(suite: &mut Suite) {
    suite
        .right("gpu.request-adapter: without options", async |_| {
            some(get_gpu().request_adapter(None).await, "an adapter")?;
            some(request(options()).await, "an adapter")?;
            Ok(())
        })
        .await;
    suite
        .right(
            "gpu.request-adapter: a power preference does not matter for whether there is one",
            async |_| {
                for preference in [
                    GpuPowerPreference::LowPower,
                    GpuPowerPreference::HighPerformance,
                ] {
                    let options = GpuRequestAdapterOptions {
                        power_preference: Some(preference),
                        ..options()
                    };
                    some(request(options).await, "an adapter")?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu.request-adapter: that goes with a headset, or not",
            async |_| {
                for xr_compatible in [false, true] {
                    let options = GpuRequestAdapterOptions {
                        xr_compatible: Some(xr_compatible),
                        ..options()
                    };
                    let adapter = request(options).await;
                    // Where there are no headsets, there may be none.
                    holds(adapter.is_some() || xr_compatible, "an adapter")?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right("gpu.request-adapter: of each feature level", async |_| {
            for level in ["core", "compatibility"] {
                let options = GpuRequestAdapterOptions {
                    feature_level: Some(level.into()),
                    ..options()
                };
                some(request(options).await, "an adapter")?;
            }
            Ok(())
        })
        .await;
    suite
        .right(
            "gpu.request-adapter: a fallback adapter is one, or there is none",
            async |_| {
                let options = GpuRequestAdapterOptions {
                    force_fallback_adapter: Some(true),
                    ..options()
                };
                match request(options).await {
                    Some(adapter) => equal(adapter.info().is_fallback_adapter(), true),
                    None => Ok(()),
                }
            },
        )
        .await;
    suite
        .right(
            "gpu.request-adapter: gives an adapter of its own each time",
            async |_| {
                let (one, other) = (adapter().await?, adapter().await?);
                ok(one.request_device(None).await)?;
                ok(other.request_device(None).await)?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu.request-adapter: gives none of an unknown feature level",
            async |_| {
                for level in ["", "Core", "full", "compatibility "] {
                    let options = GpuRequestAdapterOptions {
                        feature_level: Some(level.into()),
                        ..options()
                    };
                    holds(
                        request(options).await.is_none(),
                        &format!("no adapter of feature level {level:?}, got one"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
}

/// Every language extension that WGSL names.
const LANGUAGE_FEATURES: [&str; 11] = [
    "readonly_and_readwrite_storage_textures",
    "packed_4x8_integer_dot_product",
    "unrestricted_pointer_parameters",
    "pointer_composite_access",
    "uniform_buffer_standard_layout",
    "subgroup_id",
    "subgroup_uniformity",
    "texture_and_sampler_let",
    "texture_formats_tier1",
    "linear_indexing",
    "immediate_address_space",
];

async fn language_features(suite: &mut Suite) {
    suite
        .right(
            "gpu.wgsl-language-features: are the same each time",
            async |_| {
                let (one, other) = (
                    get_gpu().wgsl_language_features(),
                    get_gpu().wgsl_language_features(),
                );
                for name in LANGUAGE_FEATURES {
                    equal(one.has(name), other.has(name))?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu.wgsl-language-features: stay when a device is lost",
            async |device| {
                let before =
                    LANGUAGE_FEATURES.map(|name| get_gpu().wgsl_language_features().has(name));
                device.destroy();
                let after =
                    LANGUAGE_FEATURES.map(|name| get_gpu().wgsl_language_features().has(name));
                equal(before, after)
            },
        )
        .await;
    suite
        .right(
            "wgsl-language-features.has: is true of what a shader can require",
            async |device| {
                let features = get_gpu().wgsl_language_features();
                for name in LANGUAGE_FEATURES {
                    let (_, error) = caught(device, GpuErrorFilter::Validation, async || {
                        device.create_shader_module(&shader(&format!("requires {name};")))
                    })
                    .await?;
                    holds(
                        features.has(name) == error.is_none(),
                        &format!("{name} to be required exactly if there is {name}"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "wgsl-language-features.has: is false of other names",
            async |_| {
                let features = get_gpu().wgsl_language_features();
                for name in [
                    "",
                    "f16",
                    "Pointer_Composite_Access",
                    "pointer-composite-access",
                    "\0",
                ] {
                    holds(
                        !features.has(name),
                        &format!("no language feature {name:?}"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
}
