//! `gpu-adapter-info` (specification, "GPUAdapterInfo").

use harness::*;

pub async fn run(suite: &mut Suite) {
    names(suite).await;
    subgroups(suite).await;
    suite
        .right(
            "gpu-adapter-info.is-fallback-adapter: is the same of adapter and device",
            async |_| {
                let adapter = adapter().await?;
                let device = ok(adapter.request_device(None).await)?;
                equal(
                    device.adapter_info().is_fallback_adapter(),
                    adapter.info().is_fallback_adapter(),
                )
            },
        )
        .await;
    stays(
        suite,
        "is-fallback-adapter",
        GpuAdapterInfo::is_fallback_adapter,
    )
    .await;
}

/// Whether it is a normalized identifier string, such as `series-x20-ultra`.
fn is_normalized(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// A function of `gpu-adapter-info`: its name, and what it says.
type Getter<T> = (&'static str, fn(&GpuAdapterInfo) -> T);

const NAMES: [Getter<String>; 3] = [
    ("vendor", GpuAdapterInfo::vendor),
    ("architecture", GpuAdapterInfo::architecture),
    ("device", GpuAdapterInfo::device),
];

async fn names(suite: &mut Suite) {
    for (function, get) in NAMES {
        suite
            .right(
                &format!("gpu-adapter-info.{function}: is empty or a normalized identifier"),
                async |_| {
                    let name = get(&adapter().await?.info());
                    holds(
                        name.is_empty() || is_normalized(&name),
                        &format!("a normalized identifier, got {name:?}"),
                    )
                },
            )
            .await;
        stays(suite, function, get).await;
    }
    suite
        .right(
            "gpu-adapter-info.description: is the same of adapter and device",
            async |_| {
                let adapter = adapter().await?;
                let device = ok(adapter.request_device(None).await)?;
                equal(
                    device.adapter_info().description(),
                    adapter.info().description(),
                )
            },
        )
        .await;
    stays(suite, "description", GpuAdapterInfo::description).await;
}

async fn subgroups(suite: &mut Suite) {
    let without: [(Getter<u32>, u32); 2] = [
        (("subgroup-min-size", GpuAdapterInfo::subgroup_min_size), 4),
        (
            ("subgroup-max-size", GpuAdapterInfo::subgroup_max_size),
            128,
        ),
    ];
    for ((function, get), default) in without {
        suite
            .right(
                &format!(
                    "gpu-adapter-info.{function}: is a power of two, or {default} without subgroups"
                ),
                async |_| {
                    let adapter = adapter().await?;
                    let info = adapter.info();
                    let size = get(&info);
                    if adapter.features().has("subgroups") {
                        holds(
                            size.is_power_of_two() && (4..=128).contains(&size),
                            &format!("a power of two from 4 to 128, got {size}"),
                        )?;
                        holds(
                            info.subgroup_min_size() <= info.subgroup_max_size(),
                            "the least at most the greatest",
                        )
                    } else {
                        equal(size, default)
                    }
                },
            )
            .await;
        stays(suite, function, get).await;
    }
}

/// The case that a function says the same of a device that was destroyed.
async fn stays<T: PartialEq + std::fmt::Debug>(
    suite: &mut Suite,
    function: &str,
    get: fn(&GpuAdapterInfo) -> T,
) {
    suite
        .wrong(
            &format!("gpu-adapter-info.{function}: stays when the device is destroyed"),
            async |device| {
                let info = device.adapter_info();
                let before = get(&info);
                device.destroy();
                equal(get(&info), get(&device.adapter_info()))?;
                equal(get(&info), before)
            },
        )
        .await;
}
