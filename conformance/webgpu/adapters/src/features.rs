//! `gpu-supported-features` (specification, "Features").

use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-supported-features.has: is true of what was required",
            async |_| {
                for (feature, name) in FEATURES {
                    match new_device(&[feature]).await {
                        Ok(device) => {
                            holds(
                                device.features().has(name),
                                &format!("a device with {name}"),
                            )?;
                        }
                        Err(Unmet::Skipped(_)) => {}
                        Err(failed) => return Err(failed),
                    }
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-supported-features.has: of a device is false of what was not required",
            async |device| {
                let features = device.features();
                for (_, name) in FEATURES {
                    equal(features.has(name), name == "core-features-and-limits")?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-supported-features.has: is false of other names",
            async |device| {
                for features in [adapter().await?.features(), device.features()] {
                    for name in [
                        "",
                        "unknown-feature",
                        "Timestamp-Query",
                        "timestamp_query",
                        "texture-compression-bc-sliced3d",
                        "core-features-and-limits ",
                        "dawn-internal-usages",
                        "implicit-device-synchronization",
                    ] {
                        holds(!features.has(name), &format!("no feature {name:?}"))?;
                    }
                }
                Ok(())
            },
        )
        .await;
}
