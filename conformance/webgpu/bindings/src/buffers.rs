//! `create-bind-group` of buffers.

use super::{group_of, layout_of, refuses};
use harness::*;

const FUNCTION: &str = "gpu-device.create-bind-group";

const UNIFORM: Kind = Kind {
    name: "uniform",
    type_: GpuBufferBindingType::Uniform,
    usage: GpuBufferUsage::UNIFORM,
    other_usage: GpuBufferUsage::STORAGE,
};
const STORAGE: Kind = Kind {
    name: "storage",
    type_: GpuBufferBindingType::Storage,
    usage: GpuBufferUsage::STORAGE,
    other_usage: GpuBufferUsage::UNIFORM,
};

/// A kind of binding, and the usage of a buffer for it.
struct Kind {
    name: &'static str,
    type_: GpuBufferBindingType,
    usage: GpuBufferUsage,
    other_usage: GpuBufferUsage,
}

impl Kind {
    fn layout(&self, device: &GpuDevice, min_binding_size: u64) -> GpuBindGroupLayout {
        let entry = GpuBindGroupLayoutEntry {
            buffer: Some(GpuBufferBindingLayout {
                type_: Some(self.type_),
                has_dynamic_offset: None,
                min_binding_size: Some(min_binding_size),
            }),
            ..no_entry(0, GpuShaderStage::COMPUTE)
        };
        layout_of(device, entry)
    }
}

pub async fn run(suite: &mut Suite) {
    for kind in [&UNIFORM, &STORAGE] {
        accepted(suite, kind).await;
        refused_parts(suite, kind).await;
        refused_buffers(suite, kind).await;
    }
    sizes(suite).await;
}

async fn accepted(suite: &mut Suite, kind: &Kind) {
    let name = kind.name;
    suite
        .right(
            &format!("{FUNCTION}: a whole {name} buffer, as itself or as a part"),
            async |device| {
                let layout = kind.layout(device, 0);
                let buffer = device.create_buffer(&buffer(16, kind.usage));
                group_of(device, &layout, GpuBindingResource::GpuBuffer(&buffer));
                group_of(device, &layout, part_of(&buffer, None, None));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: parts of a {name} buffer"),
            async |device| {
                let layout = kind.layout(device, 4);
                let buffer = device.create_buffer(&buffer(1024, kind.usage));
                for (offset, size) in [
                    (0, Some(4)),
                    (256, Some(768)),
                    (768, None),
                    (256, Some(256)),
                ] {
                    group_of(device, &layout, part_of(&buffer, Some(offset), size));
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: a destroyed {name} buffer"),
            async |device| {
                let layout = kind.layout(device, 0);
                let buffer = device.create_buffer(&buffer(16, kind.usage));
                buffer.destroy();
                group_of(device, &layout, GpuBindingResource::GpuBuffer(&buffer));
                Ok(())
            },
        )
        .await;
}

/// Parts of a buffer of 1024 bytes.
async fn refused_parts(suite: &mut Suite, kind: &Kind) {
    for (what, offset, size) in [
        ("at an offset that is not aligned", Some(128), Some(4)),
        ("of no bytes", Some(0), Some(0)),
        ("of no bytes, since the offset is the end", Some(1024), None),
        ("past the end", Some(768), Some(260)),
        ("at an offset past the end", Some(1280), None),
        ("whose end is beyond 2^64", Some(256), Some(u64::MAX - 255)),
        ("smaller than min-binding-size", Some(0), Some(28)),
    ] {
        suite
            .wrong(
                &format!("{FUNCTION}: a part of a {} buffer {what}", kind.name),
                async |device| {
                    let layout = kind.layout(device, 32);
                    let buffer = device.create_buffer(&buffer(1024, kind.usage));
                    refuses(device, &layout, part_of(&buffer, offset, size)).await
                },
            )
            .await;
    }
}

async fn refused_buffers(suite: &mut Suite, kind: &Kind) {
    let name = kind.name;
    suite
        .wrong(
            &format!("{FUNCTION}: a buffer without the usage {name}"),
            async |device| {
                let layout = kind.layout(device, 0);
                let buffer = device.create_buffer(&buffer(16, kind.other_usage));
                refuses(device, &layout, GpuBindingResource::GpuBuffer(&buffer)).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: an invalid buffer as a {name} buffer"),
            async |device| {
                let layout = kind.layout(device, 0);
                let invalid = invalid_buffer(device, None).await?;
                refuses(device, &layout, GpuBindingResource::GpuBuffer(&invalid)).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: a {name} buffer of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let layout = kind.layout(device, 0);
                let buffer = other.create_buffer(&buffer(16, kind.usage));
                refuses(device, &layout, GpuBindingResource::GpuBuffer(&buffer)).await
            },
        )
        .await;
}

async fn sizes(suite: &mut Suite) {
    suite
        .right(
            &format!("{FUNCTION}: a uniform buffer as large as there can be"),
            async |device| {
                let layout = UNIFORM.layout(device, 0);
                let buffer = device.create_buffer(&buffer(65536 + 256, UNIFORM.usage));
                group_of(device, &layout, part_of(&buffer, None, Some(65536)));
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: a uniform buffer larger than max-uniform-buffer-binding-size"),
            async |device| {
                let layout = UNIFORM.layout(device, 0);
                let buffer = device.create_buffer(&buffer(65536 + 256, UNIFORM.usage));
                refuses(device, &layout, GpuBindingResource::GpuBuffer(&buffer)).await
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: a uniform buffer of any size"),
            async |device| {
                let layout = UNIFORM.layout(device, 0);
                let buffer = device.create_buffer(&buffer(64, UNIFORM.usage));
                group_of(device, &layout, part_of(&buffer, None, Some(5)));
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{FUNCTION}: a storage buffer of a size that is no multiple of 4"),
            async |device| {
                let layout = STORAGE.layout(device, 0);
                let buffer = device.create_buffer(&buffer(64, STORAGE.usage));
                refuses(device, &layout, part_of(&buffer, None, Some(6))).await
            },
        )
        .await;
}
