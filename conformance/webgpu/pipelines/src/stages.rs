//! What a stage binds must fit with the layout that it is given.

use super::{BOTH, EMPTY, make, refuses};
use harness::*;

pub async fn run(suite: &mut Suite) {
    for function in BOTH {
        accepted(suite, function).await;
        refusals(suite, function).await;
    }
}

const COMPUTE: GpuShaderStage = GpuShaderStage::COMPUTE;

fn with<'a>(
    module: &'a GpuShaderModule,
    layout: &'a GpuPipelineLayout,
) -> GpuComputePipelineDescriptor<'a> {
    GpuComputePipelineDescriptor {
        layout: GpuLayoutMode::Specific(layout),
        ..compute_pipeline(module)
    }
}

/// A pipeline layout of one bind group, of one entry.
fn layout_of(device: &GpuDevice, entry: GpuBindGroupLayoutEntry) -> GpuPipelineLayout {
    let layout = device.create_bind_group_layout(&bind_group_layout(vec![entry]));
    device.create_pipeline_layout(&pipeline_layout(&[&layout]))
}

/// Code that uses a variable, declared so.
fn using(declaration: &str, use_: &str) -> String {
    format!(
        "@group(0) @binding(0) {declaration};
         @compute @workgroup_size(1) fn main() {{ {use_}; }}"
    )
}

const STORAGE: &str = "var<storage, read_write> v: array<u32, 4>";
const READ: &str = "var<storage, read> v: array<u32, 4>";
const UNIFORM: &str = "var<uniform> v: vec4u";
const TEXTURE: &str = "var v: texture_2d<f32>";
const SAMPLER: &str = "var v: sampler";
const STORED: &str = "var v: texture_storage_2d<rgba8unorm, write>";
const LOADS: &str = "_ = textureLoad(v, vec2u(), 0)";
const STORES: &str = "textureStore(v, vec2u(), vec4f())";

fn buffer_of(type_: GpuBufferBindingType, min_binding_size: u64) -> GpuBindGroupLayoutEntry {
    GpuBindGroupLayoutEntry {
        buffer: Some(GpuBufferBindingLayout {
            type_: Some(type_),
            has_dynamic_offset: None,
            min_binding_size: Some(min_binding_size),
        }),
        ..no_entry(0, COMPUTE)
    }
}

fn storage_texture(format: GpuTextureFormat) -> GpuBindGroupLayoutEntry {
    storage_texture_entry(0, COMPUTE, GpuStorageTextureAccess::WriteOnly, format)
}

async fn accepted(suite: &mut Suite, function: &str) {
    use GpuBufferBindingType::{ReadOnlyStorage, Storage, Uniform};
    for (what, declaration, use_, entry) in [
        (
            "a storage buffer",
            STORAGE,
            "v[0] = 1",
            buffer_of(Storage, 0),
        ),
        (
            "a storage buffer that is large enough",
            STORAGE,
            "v[0] = 1",
            buffer_of(Storage, 16),
        ),
        (
            "a storage buffer to be read",
            READ,
            "_ = v[0]",
            buffer_of(ReadOnlyStorage, 0),
        ),
        ("a uniform buffer", UNIFORM, "_ = v", buffer_of(Uniform, 16)),
        (
            "a texture",
            TEXTURE,
            LOADS,
            texture_entry(0, COMPUTE, GpuTextureSampleType::Float),
        ),
        (
            "a storage texture",
            STORED,
            STORES,
            storage_texture(GpuTextureFormat::Rgba8unorm),
        ),
        (
            "a sampler",
            SAMPLER,
            "_ = v",
            sampler_entry(0, COMPUTE, GpuSamplerBindingType::NonFiltering),
        ),
        (
            "what the stage does not use",
            TEXTURE,
            "",
            buffer_of(Uniform, 0),
        ),
    ] {
        suite
            .right(
                &format!("{function}: of a layout with {what}"),
                async |device| {
                    let module = device.create_shader_module(&shader(&using(declaration, use_)));
                    let layout = layout_of(device, entry);
                    make(device, function, with(&module, &layout)).await?;
                    Ok(())
                },
            )
            .await;
    }
    suite
        .right(
            &format!("{function}: of a layout with more than the stage uses"),
            async |device| {
                let module = device.create_shader_module(&shader(EMPTY));
                let layout = layout_of(device, buffer_of(Storage, 0));
                make(device, function, with(&module, &layout)).await?;
                Ok(())
            },
        )
        .await;
}

/// A texture that is sampled, and its sampler: where one filters, the other must let it.
async fn sampling(suite: &mut Suite, function: &str) {
    use GpuSamplerBindingType::{Filtering, NonFiltering};
    use GpuTextureSampleType::{Depth, Float, UnfilterableFloat};
    const PLAIN: &str = "texture_2d<f32>";
    for (what, declared, sample_type, sampler_type, is_right) in [
        ("a texture that filters", PLAIN, Float, Filtering, true),
        (
            "a texture that need not filter",
            PLAIN,
            Float,
            NonFiltering,
            true,
        ),
        (
            "a texture that does not filter",
            PLAIN,
            UnfilterableFloat,
            NonFiltering,
            true,
        ),
        (
            "depth without filters",
            "texture_depth_2d",
            Depth,
            NonFiltering,
            true,
        ),
        (
            "a filter for a texture that has none",
            PLAIN,
            UnfilterableFloat,
            Filtering,
            false,
        ),
        (
            "a filter for depth",
            "texture_depth_2d",
            Depth,
            Filtering,
            false,
        ),
    ] {
        let code = format!(
            "@group(0) @binding(0) var t: {declared};
             @group(0) @binding(1) var s: sampler;
             @compute @workgroup_size(1) fn main() {{ _ = textureSampleLevel(t, s, vec2f(), 0); }}"
        );
        let layout = |device: &GpuDevice| {
            let entries = vec![
                texture_entry(0, COMPUTE, sample_type),
                sampler_entry(1, COMPUTE, sampler_type),
            ];
            let group = device.create_bind_group_layout(&bind_group_layout(entries));
            device.create_pipeline_layout(&pipeline_layout(&[&group]))
        };
        let name = format!("{function}: of a layout with {what}");
        if is_right {
            suite
                .right(&name, async |device| {
                    let module = device.create_shader_module(&shader(&code));
                    make(device, function, with(&module, &layout(device))).await?;
                    Ok(())
                })
                .await;
        } else {
            suite
                .wrong(&name, async |device| {
                    let module = device.create_shader_module(&shader(&code));
                    refuses(device, function, with(&module, &layout(device))).await
                })
                .await;
        }
    }
}

/// 12 bytes of immediate data, of which a layout must have as many or more.
async fn immediates(suite: &mut Suite, function: &str) {
    const CODE: &str = "
        requires immediate_address_space;
        var<immediate> given: vec3u;
        @compute @workgroup_size(1) fn main() { _ = given; }";
    let layout = |device: &GpuDevice, immediate_size| {
        if device.limits().max_immediate_size() < 16 {
            return skipped("the device has no immediate data");
        }
        Ok(device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
            immediate_size,
            ..pipeline_layout(&[])
        }))
    };
    for (what, size) in [
        ("the immediate data that is used", 12),
        ("more immediate data than is used", 16),
    ] {
        suite
            .right(
                &format!("{function}: of a layout with {what}"),
                async |device| {
                    let layout = layout(device, Some(size))?;
                    let module = device.create_shader_module(&shader(CODE));
                    make(device, function, with(&module, &layout)).await?;
                    Ok(())
                },
            )
            .await;
    }
    for (what, size) in [
        ("no immediate data, though it is used", None),
        ("less immediate data than is used", Some(8)),
    ] {
        suite
            .wrong(
                &format!("{function}: of a layout with {what}"),
                async |device| {
                    let layout = layout(device, size)?;
                    let module = device.create_shader_module(&shader(CODE));
                    refuses(device, function, with(&module, &layout)).await
                },
            )
            .await;
    }
}

async fn refusals(suite: &mut Suite, function: &str) {
    use GpuBufferBindingType::{ReadOnlyStorage, Storage, Uniform};
    let fragment = GpuShaderStage::FRAGMENT;
    for (what, declaration, use_, entry) in [
        (
            "without the binding",
            STORAGE,
            "v[0] = 1",
            GpuBindGroupLayoutEntry {
                binding: 1,
                ..buffer_of(Storage, 0)
            },
        ),
        (
            "whose binding another stage sees",
            STORAGE,
            "v[0] = 1",
            GpuBindGroupLayoutEntry {
                visibility: fragment,
                ..buffer_of(Storage, 0)
            },
        ),
        (
            "with a uniform buffer for a storage one",
            STORAGE,
            "v[0] = 1",
            buffer_of(Uniform, 0),
        ),
        (
            "with a storage buffer for a uniform one",
            UNIFORM,
            "_ = v",
            buffer_of(Storage, 0),
        ),
        (
            "with a buffer to read for one to write",
            STORAGE,
            "v[0] = 1",
            buffer_of(ReadOnlyStorage, 0),
        ),
        (
            "with a buffer to write for one to read",
            READ,
            "_ = v[0]",
            buffer_of(Storage, 0),
        ),
        (
            "with too low a min-binding-size",
            STORAGE,
            "v[0] = 1",
            buffer_of(Storage, 12),
        ),
        (
            "with a buffer for a texture",
            TEXTURE,
            LOADS,
            buffer_of(Uniform, 0),
        ),
        (
            "with a texture of another type",
            TEXTURE,
            LOADS,
            texture_entry(0, COMPUTE, GpuTextureSampleType::Uint),
        ),
        (
            "with a texture of another dimension",
            TEXTURE,
            LOADS,
            GpuBindGroupLayoutEntry {
                texture: Some(GpuTextureBindingLayout {
                    sample_type: Some(GpuTextureSampleType::Float),
                    view_dimension: Some(GpuTextureViewDimension::D3),
                    multisampled: None,
                }),
                ..no_entry(0, COMPUTE)
            },
        ),
        (
            "with a storage texture of another format",
            STORED,
            STORES,
            storage_texture(GpuTextureFormat::Rgba8uint),
        ),
        (
            "with a storage texture of another access",
            STORED,
            STORES,
            storage_texture_entry(
                0,
                COMPUTE,
                GpuStorageTextureAccess::ReadOnly,
                GpuTextureFormat::Rgba8unorm,
            ),
        ),
        (
            "with a storage texture of another dimension",
            STORED,
            STORES,
            GpuBindGroupLayoutEntry {
                storage_texture: Some(GpuStorageTextureBindingLayout {
                    access: None,
                    format: GpuTextureFormat::Rgba8unorm,
                    view_dimension: Some(GpuTextureViewDimension::D2Array),
                }),
                ..no_entry(0, COMPUTE)
            },
        ),
        (
            "with a multisampled texture for one of one sample",
            TEXTURE,
            LOADS,
            GpuBindGroupLayoutEntry {
                texture: Some(GpuTextureBindingLayout {
                    sample_type: Some(GpuTextureSampleType::UnfilterableFloat),
                    view_dimension: None,
                    multisampled: Some(true),
                }),
                ..no_entry(0, COMPUTE)
            },
        ),
        (
            "with a comparing sampler for another",
            SAMPLER,
            "_ = v",
            sampler_entry(0, COMPUTE, GpuSamplerBindingType::Comparison),
        ),
    ] {
        suite
            .wrong(&format!("{function}: of a layout {what}"), async |device| {
                let module = device.create_shader_module(&shader(&using(declaration, use_)));
                let layout = layout_of(device, entry);
                refuses(device, function, with(&module, &layout)).await
            })
            .await;
    }
    sampling(suite, function).await;
    immediates(suite, function).await;
    suite
        .wrong(
            &format!("{function}: of an invalid layout"),
            async |device| {
                let module = device.create_shader_module(&shader(EMPTY));
                let layout = invalid_pipeline_layout(device, None).await?;
                refuses(device, function, with(&module, &layout)).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: of a layout of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let module = device.create_shader_module(&shader(EMPTY));
                let layout = other.create_pipeline_layout(&pipeline_layout(&[]));
                refuses(device, function, with(&module, &layout)).await
            },
        )
        .await;
}
