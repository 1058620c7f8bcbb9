//! Textures, their views, and samplers.

use crate::numbers::{NONE, Numbers, case};
use crate::radicchio::steps::stepping::Call;
use crate::slots::{Answer, Slots};
use crate::wasi::webgpu::webgpu::*;

pub fn call(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    match call {
        Call::GpuDeviceCreateTexture => Some(create_texture(slots, n)),
        Call::GpuDeviceCreateSampler => Some(create_sampler(slots, n)),
        Call::GpuTextureCreateView => Some(create_view(slots, n)),
        Call::GpuTextureDestroy => {
            slots.textures.get(&mut n).destroy();
            Some(Ok(Vec::new()))
        }
        _ => getter(slots, call, n).map(|number| Ok(vec![number])),
    }
}

fn getter(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<u64> {
    let mut texture = || slots.textures.get(&mut n);
    Some(match call {
        Call::GpuTextureWidth => texture().width().into(),
        Call::GpuTextureHeight => texture().height().into(),
        Call::GpuTextureDepthOrArrayLayers => texture().depth_or_array_layers().into(),
        Call::GpuTextureMipLevelCount => texture().mip_level_count().into(),
        Call::GpuTextureSampleCount => texture().sample_count().into(),
        Call::GpuTextureDimension => texture().dimension() as u64,
        Call::GpuTextureFormat => texture().format() as u64,
        Call::GpuTextureUsage => texture().usage().bits().into(),
        Call::GpuTextureTextureBindingViewDimension => texture()
            .texture_binding_view_dimension()
            .map_or(NONE, |dimension| dimension as u64),
        _ => return None,
    })
}

fn create_texture(slots: &mut Slots, mut n: Numbers) -> Answer {
    let device = slots.devices.get(&mut n);
    let out = n.slot();
    let made = device.create_texture(&GpuTextureDescriptor {
        size: extent(&mut n),
        mip_level_count: n.option_u32(),
        sample_count: n.option_u32(),
        dimension: n.option(|number| case!(GpuTextureDimension, number)),
        format: case!(GpuTextureFormat, n.u64()),
        usage: GpuTextureUsage::from_bits_retain(n.u64() as _),
        view_formats: n.option(|number| vec![case!(GpuTextureFormat, number)]),
        texture_binding_view_dimension: None,
        label: None,
    });
    slots.textures.keep(out, made)
}

pub fn extent(n: &mut Numbers) -> GpuExtent3D {
    GpuExtent3D {
        width: n.u32(),
        height: n.option_u32(),
        depth_or_array_layers: n.option_u32(),
    }
}

fn create_view(slots: &mut Slots, mut n: Numbers) -> Answer {
    let texture = slots.textures.get(&mut n);
    let out = n.slot();
    let made = texture.create_view(Some(&GpuTextureViewDescriptor {
        format: n.option(|number| case!(GpuTextureFormat, number)),
        dimension: n.option(|number| case!(GpuTextureViewDimension, number)),
        usage: n.option(|number| GpuTextureUsage::from_bits_retain(number as _)),
        aspect: n.option(|number| case!(GpuTextureAspect, number)),
        base_mip_level: n.option_u32(),
        mip_level_count: n.option_u32(),
        base_array_layer: n.option_u32(),
        array_layer_count: n.option_u32(),
        swizzle: None,
        label: None,
    }));
    slots.views.keep(out, made)
}

fn create_sampler(slots: &mut Slots, mut n: Numbers) -> Answer {
    let device = slots.devices.get(&mut n);
    let out = n.slot();
    let descriptor = GpuSamplerDescriptor {
        address_mode_u: n.option(|number| case!(GpuAddressMode, number)),
        address_mode_v: None,
        address_mode_w: None,
        mag_filter: n.option(|number| case!(GpuFilterMode, number)),
        min_filter: n.option(|number| case!(GpuFilterMode, number)),
        mipmap_filter: n.option(|number| case!(GpuMipmapFilterMode, number)),
        lod_min_clamp: n.option(|bits| f64::from_bits(bits) as f32),
        lod_max_clamp: n.option(|bits| f64::from_bits(bits) as f32),
        compare: n.option(|number| case!(GpuCompareFunction, number)),
        max_anisotropy: n.option(|number| number as u16),
        label: None,
    };
    slots
        .samplers
        .keep(out, device.create_sampler(Some(&descriptor)))
}
