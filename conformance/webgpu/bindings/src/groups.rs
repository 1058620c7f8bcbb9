//! `create-bind-group`, whatever is bound.

use super::{group_of, layout_of, refuses};
use harness::*;

pub async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-bind-group",
        async |device, label| {
            let layout = device.create_bind_group_layout(&bind_group_layout(vec![]));
            Ok(device.create_bind_group(&GpuBindGroupDescriptor {
                label,
                ..bind_group(&layout, vec![])
            }))
        },
        invalid_bind_group,
    )
    .await;
    entries(suite).await;
    layouts(suite).await;
}

fn uniform(binding: u32) -> GpuBindGroupLayoutEntry {
    buffer_entry(
        binding,
        GpuShaderStage::COMPUTE,
        GpuBufferBindingType::Uniform,
    )
}

async fn entries(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-bind-group: of no entries",
            async |device| {
                let layout = device.create_bind_group_layout(&bind_group_layout(vec![]));
                device.create_bind_group(&bind_group(&layout, vec![]));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.create-bind-group: of entries in another order",
            async |device| {
                let layout = device
                    .create_bind_group_layout(&bind_group_layout(vec![uniform(3), uniform(1)]));
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::UNIFORM));
                let entry = |binding| bound(binding, part_of(&buffer, None, None));
                device.create_bind_group(&bind_group(&layout, vec![entry(1), entry(3)]));
                Ok(())
            },
        )
        .await;
    for (what, bindings) in [
        ("without an entry of the layout", vec![0]),
        ("with an entry that the layout lacks", vec![0, 1, 2]),
        ("with another entry than that of the layout", vec![0, 2]),
        ("with one entry twice", vec![0, 0]),
        ("with one entry twice, besides all others", vec![0, 1, 1]),
    ] {
        suite
            .wrong(
                &format!("gpu-device.create-bind-group: {what}"),
                async |device| {
                    let layout = device
                        .create_bind_group_layout(&bind_group_layout(vec![uniform(0), uniform(1)]));
                    let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::UNIFORM));
                    let entries = bindings
                        .iter()
                        .map(|binding| bound(*binding, part_of(&buffer, None, None)))
                        .collect();
                    refused(device, || {
                        device.create_bind_group(&bind_group(&layout, entries))
                    })
                    .await?;
                    Ok(())
                },
            )
            .await;
    }
}

async fn layouts(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-device.create-bind-group: of an invalid layout",
            async |device| {
                let layout = invalid_bind_group_layout(device, None).await?;
                refused(device, || {
                    device.create_bind_group(&bind_group(&layout, vec![]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-bind-group: of a layout of another device",
            async |device| {
                let other = new_device(&[]).await?;
                let layout = other.create_bind_group_layout(&bind_group_layout(vec![]));
                refused(device, || {
                    device.create_bind_group(&bind_group(&layout, vec![]))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.create-bind-group: keeps what it binds",
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> target_: u32;
                 @group(0) @binding(1) var<storage, read> source: u32;

                 @compute @workgroup_size(1)
                 fn main() {
                     target_ = source;
                 }",
                );
                let target = storage(device, 4);
                let source = buffer_of(device, &[7, 0, 0, 0], GpuBufferUsage::STORAGE)?;
                let group = buffers_for(device, &pipeline, &[&target, &source]);
                drop(source);
                run_once(device, &pipeline, &group);
                equal(words_of(&read(device, &target).await?), vec![7])
            },
        )
        .await;
    let stage = GpuShaderStage::COMPUTE;
    for (what, entry) in [
        (
            "a buffer for a sampler",
            sampler_entry(0, stage, GpuSamplerBindingType::Filtering),
        ),
        (
            "a buffer for a texture",
            texture_entry(0, stage, GpuTextureSampleType::Float),
        ),
        (
            "a buffer for a storage texture",
            storage_texture_entry(
                0,
                stage,
                GpuStorageTextureAccess::WriteOnly,
                GpuTextureFormat::Rgba8unorm,
            ),
        ),
    ] {
        suite
            .wrong(
                &format!("gpu-device.create-bind-group: {what}"),
                async |device| {
                    let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::UNIFORM));
                    let layout = layout_of(device, entry);
                    refuses(device, &layout, GpuBindingResource::GpuBuffer(&buffer)).await
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-device.create-bind-group: a sampler for a buffer",
            async |device| {
                let sampler = device.create_sampler(None);
                let layout = layout_of(device, uniform(0));
                refuses(device, &layout, GpuBindingResource::GpuSampler(&sampler)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-bind-group: a texture for a buffer",
            async |device| {
                let texture = device.create_texture(&texture(
                    extent(4, 4),
                    GpuTextureFormat::Rgba8unorm,
                    GpuTextureUsage::TEXTURE_BINDING,
                ));
                let layout = layout_of(device, uniform(0));
                refuses(device, &layout, GpuBindingResource::GpuTexture(&texture)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-bind-group: on a destroyed device gives one",
            async |device| {
                let layout = layout_of(device, uniform(0));
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::UNIFORM));
                device.destroy();
                let group = group_of(device, &layout, GpuBindingResource::GpuBuffer(&buffer));
                equal(group.label().as_str(), "")
            },
        )
        .await;
}
