//! `create-bind-group` of samplers.

use super::{group_of, layout_of, refuses};
use harness::*;

const FUNCTION: &str = "gpu-device.create-bind-group";

fn nearest(device: &GpuDevice) -> GpuSampler {
    device.create_sampler(None)
}

fn linear(device: &GpuDevice) -> GpuSampler {
    device.create_sampler(Some(&GpuSamplerDescriptor {
        mipmap_filter: Some(GpuMipmapFilterMode::Linear),
        ..sampler()
    }))
}

fn comparison(device: &GpuDevice) -> GpuSampler {
    device.create_sampler(Some(&GpuSamplerDescriptor {
        compare: Some(GpuCompareFunction::Less),
        ..sampler()
    }))
}

fn layout(device: &GpuDevice, type_: GpuSamplerBindingType) -> GpuBindGroupLayout {
    layout_of(device, sampler_entry(0, GpuShaderStage::FRAGMENT, type_))
}

/// Makes a sampler.
type Make = fn(&GpuDevice) -> GpuSampler;

pub async fn run(suite: &mut Suite) {
    use GpuSamplerBindingType::{Comparison, Filtering, NonFiltering};
    let right: [(&str, GpuSamplerBindingType, Make); 4] = [
        ("a filtering sampler for a filtering one", Filtering, linear),
        (
            "a sampler that does not filter for a filtering one",
            Filtering,
            nearest,
        ),
        (
            "a sampler that does not filter for such",
            NonFiltering,
            nearest,
        ),
        ("a comparing sampler for such", Comparison, comparison),
    ];
    for (what, type_, make) in right {
        suite
            .right(&format!("{FUNCTION}: {what}"), async |device| {
                let layout = layout(device, type_);
                group_of(
                    device,
                    &layout,
                    GpuBindingResource::GpuSampler(&make(device)),
                );
                Ok(())
            })
            .await;
    }
    let wrong: [(&str, GpuSamplerBindingType, Make); 4] = [
        (
            "a filtering sampler for one that does not filter",
            NonFiltering,
            linear,
        ),
        (
            "a comparing sampler for a filtering one",
            Filtering,
            comparison,
        ),
        (
            "a comparing sampler for one that does not filter",
            NonFiltering,
            comparison,
        ),
        (
            "a sampler that does not compare for one that does",
            Comparison,
            nearest,
        ),
    ];
    for (what, type_, make) in wrong {
        suite
            .wrong(&format!("{FUNCTION}: {what}"), async |device| {
                let layout = layout(device, type_);
                let sampler = make(device);
                refuses(device, &layout, GpuBindingResource::GpuSampler(&sampler)).await
            })
            .await;
    }
    suite
        .wrong(&format!("{FUNCTION}: an invalid sampler"), async |device| {
            let layout = layout(device, Filtering);
            let invalid = invalid_sampler(device, None).await?;
            refuses(device, &layout, GpuBindingResource::GpuSampler(&invalid)).await
        })
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: a sampler of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let layout = layout(device, Filtering);
                let sampler = nearest(&other);
                refuses(device, &layout, GpuBindingResource::GpuSampler(&sampler)).await
            },
        )
        .await;
}
