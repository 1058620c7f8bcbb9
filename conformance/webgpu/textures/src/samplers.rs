//! Samplers (specification, "Samplers").

use harness::*;

type Change = fn(&mut GpuSamplerDescriptor);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("that says nothing", |_| {}),
    ("that repeats", |d| {
        d.address_mode_u = Some(GpuAddressMode::Repeat);
        d.address_mode_v = Some(GpuAddressMode::MirrorRepeat);
        d.address_mode_w = Some(GpuAddressMode::ClampToEdge);
    }),
    ("that filters", filter),
    ("with one level of detail", |d| {
        d.lod_min_clamp = Some(3.0);
        d.lod_max_clamp = Some(3.0);
    }),
    ("that compares", |d| d.compare = Some(GpuCompareFunction::LessEqual)),
    ("of an anisotropy that is clamped", |d| {
        filter(d);
        d.max_anisotropy = Some(u16::MAX);
    }),
    ("of anisotropy 1 filters nothing", |d| d.max_anisotropy = Some(1)),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("with a negative level of detail", |d| d.lod_min_clamp = Some(-0.5)),
    ("whose greatest level of detail is less than the least", |d| {
        d.lod_min_clamp = Some(2.0);
        d.lod_max_clamp = Some(1.0);
    }),
    ("whose greatest level of detail is negative", |d| d.lod_max_clamp = Some(-1.0)),
    ("whose least level of detail is above the default greatest", |d| d.lod_min_clamp = Some(33.0)),
    ("whose least level of detail is no number", |d| d.lod_min_clamp = Some(f32::NAN)),
    ("whose greatest level of detail is no number", |d| d.lod_max_clamp = Some(f32::NAN)),
    ("whose levels of detail are infinite", |d| {
        d.lod_min_clamp = Some(f32::INFINITY);
        d.lod_max_clamp = Some(f32::INFINITY);
    }),
    ("whose greatest level of detail is infinite", |d| d.lod_max_clamp = Some(f32::INFINITY)),
    ("of anisotropy 0", |d| d.max_anisotropy = Some(0)),
    ("of anisotropy 2 that does not filter magnified", |d| {
        filter(d);
        d.max_anisotropy = Some(2);
        d.mag_filter = None;
    }),
    ("of anisotropy 2 that does not filter minified", |d| {
        filter(d);
        d.max_anisotropy = Some(2);
        d.min_filter = Some(GpuFilterMode::Nearest);
    }),
    ("of anisotropy 2 that does not filter between mip levels", |d| {
        filter(d);
        d.max_anisotropy = Some(2);
        d.mipmap_filter = None;
    }),
];

fn filter(descriptor: &mut GpuSamplerDescriptor) {
    descriptor.mag_filter = Some(GpuFilterMode::Linear);
    descriptor.min_filter = Some(GpuFilterMode::Linear);
    descriptor.mipmap_filter = Some(GpuMipmapFilterMode::Linear);
}

fn changed(change: Change) -> GpuSamplerDescriptor {
    let mut descriptor = sampler();
    change(&mut descriptor);
    descriptor
}

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-sampler: without a descriptor",
            async |device| {
                device.create_sampler(None);
                Ok(())
            },
        )
        .await;
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-device.create-sampler: {what}"),
                async |device| {
                    device.create_sampler(Some(&changed(*change)));
                    Ok(())
                },
            )
            .await;
    }
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-device.create-sampler: {what}"),
                async |device| {
                    let descriptor = changed(*change);
                    refused(device, || device.create_sampler(Some(&descriptor))).await?;
                    Ok(())
                },
            )
            .await;
    }
    labels(
        suite,
        "gpu-sampler",
        async |device, label| {
            Ok(device.create_sampler(Some(&GpuSamplerDescriptor { label, ..sampler() })))
        },
        async |device, label| {
            let descriptor = GpuSamplerDescriptor {
                max_anisotropy: Some(0),
                label,
                ..sampler()
            };
            refused(device, || device.create_sampler(Some(&descriptor))).await
        },
    )
    .await;
}
