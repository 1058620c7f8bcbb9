//! Bind group layouts, pipeline layouts, and bind groups.

use std::rc::Rc;

use crate::numbers::{Numbers, case};
use crate::radicchio::steps::stepping::Call;
use crate::slots::{Answer, Slots};
use crate::wasi::webgpu::webgpu::*;

pub fn call(slots: &mut Slots, call: Call, n: Numbers) -> Option<Answer> {
    match call {
        Call::GpuDeviceCreateBindGroupLayout => Some(create_bind_group_layout(slots, n)),
        Call::GpuDeviceCreatePipelineLayout => Some(create_pipeline_layout(slots, n)),
        Call::GpuDeviceCreateBindGroup => Some(create_bind_group(slots, n)),
        _ => None,
    }
}

fn create_bind_group_layout(slots: &mut Slots, mut n: Numbers) -> Answer {
    let device = slots.devices.get(&mut n);
    let out = n.slot();
    let made = device.create_bind_group_layout(&GpuBindGroupLayoutDescriptor {
        entries: n.list(layout_entry),
        label: None,
    });
    slots.bind_group_layouts.keep(out, made)
}

/// The binding, who sees it, what it is, and two numbers that say more of that.
fn layout_entry(n: &mut Numbers) -> GpuBindGroupLayoutEntry {
    let mut entry = GpuBindGroupLayoutEntry {
        binding: n.u32(),
        visibility: GpuShaderStage::from_bits_retain(n.u64() as _),
        buffer: None,
        sampler: None,
        texture: None,
        storage_texture: None,
    };
    let (kind, of, more) = (n.u64(), n.u64(), n.option_u64());
    match kind {
        0 | 1 => {
            entry.buffer = Some(GpuBufferBindingLayout {
                type_: Some(case!(GpuBufferBindingType, of)),
                has_dynamic_offset: Some(kind == 1),
                min_binding_size: more,
            });
        }
        2 => {
            entry.sampler = Some(GpuSamplerBindingLayout {
                type_: Some(case!(GpuSamplerBindingType, of)),
            });
        }
        3 => {
            entry.texture = Some(GpuTextureBindingLayout {
                sample_type: Some(case!(GpuTextureSampleType, of)),
                view_dimension: None,
                multisampled: more.map(|more| more != 0),
            });
        }
        4 => {
            entry.storage_texture = Some(GpuStorageTextureBindingLayout {
                access: more.map(|access| case!(GpuStorageTextureAccess, access)),
                format: case!(GpuTextureFormat, of),
                view_dimension: None,
            });
        }
        // Nothing is bound.
        _ => {}
    }
    entry
}

fn create_pipeline_layout(slots: &mut Slots, mut n: Numbers) -> Answer {
    let device = slots.devices.get(&mut n);
    let out = n.slot();
    let immediate_size = n.option_u32();
    let layouts = n.list(|n| slots.bind_group_layouts.get_option(n));
    let made = device.create_pipeline_layout(&GpuPipelineLayoutDescriptor {
        bind_group_layouts: layouts.iter().map(Option::as_deref).collect(),
        immediate_size,
        label: None,
    });
    slots.pipeline_layouts.keep(out, made)
}

/// What an entry binds.
enum Bound {
    Buffer(Rc<GpuBuffer>),
    Range(Rc<GpuBuffer>, Option<u64>, Option<u64>),
    Sampler(Rc<GpuSampler>),
    Texture(Rc<GpuTexture>),
    View(Rc<GpuTextureView>),
}

impl Bound {
    fn of(slots: &Slots, n: &mut Numbers) -> Bound {
        let kind = n.u64();
        let slot = n.slot();
        let (offset, size) = (n.option_u64(), n.option_u64());
        match kind {
            0 => Bound::Buffer(slots.buffers.at(slot)),
            1 => Bound::Range(slots.buffers.at(slot), offset, size),
            2 => Bound::Sampler(slots.samplers.at(slot)),
            3 => Bound::Texture(slots.textures.at(slot)),
            _ => Bound::View(slots.views.at(slot)),
        }
    }

    fn resource(&self) -> GpuBindingResource<'_> {
        match self {
            Bound::Buffer(buffer) => GpuBindingResource::GpuBuffer(buffer),
            Bound::Range(buffer, offset, size) => {
                GpuBindingResource::GpuBufferBinding(GpuBufferBinding {
                    buffer,
                    offset: *offset,
                    size: *size,
                })
            }
            Bound::Sampler(sampler) => GpuBindingResource::GpuSampler(sampler),
            Bound::Texture(texture) => GpuBindingResource::GpuTexture(texture),
            Bound::View(view) => GpuBindingResource::GpuTextureView(view),
        }
    }
}

fn create_bind_group(slots: &mut Slots, mut n: Numbers) -> Answer {
    let device = slots.devices.get(&mut n);
    let layout = slots.bind_group_layouts.get(&mut n);
    let out = n.slot();
    let bound = n.list(|n| (n.u32(), Bound::of(slots, n)));
    let made = device.create_bind_group(&GpuBindGroupDescriptor {
        layout: &layout,
        entries: bound
            .iter()
            .map(|(binding, bound)| GpuBindGroupEntry {
                binding: *binding,
                resource: bound.resource(),
            })
            .collect(),
        label: None,
    });
    slots.bind_groups.keep(out, made)
}
