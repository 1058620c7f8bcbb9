//! Command encoders: copies, queries, passes begun, and their end.

use crate::numbers::{Numbers, case};
use crate::radicchio::steps::stepping::Call;
use crate::slots::{Answer, Slots};
use crate::textures::extent;
use crate::wasi::webgpu::webgpu::*;

pub fn call(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    match call {
        Call::GpuDeviceCreateCommandEncoder => {
            let made = slots.devices.get(&mut n).create_command_encoder(None);
            Some(slots.command_encoders.keep(n.slot(), made))
        }
        Call::GpuCommandEncoderFinish => {
            let made = slots.command_encoders.get(&mut n).finish(None);
            Some(slots.command_buffers.keep(n.slot(), made))
        }
        Call::GpuCommandEncoderBeginComputePass => Some(begin_compute_pass(slots, n)),
        Call::GpuCommandEncoderBeginRenderPass => Some(begin_render_pass(slots, n)),
        _ => command(slots, call, n).map(|()| Ok(Vec::new())),
    }
}

fn command(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<()> {
    let mut encoder = || slots.command_encoders.get(&mut n);
    match call {
        Call::GpuCommandEncoderCopyBufferToBuffer => {
            let encoder = encoder();
            let source = slots.buffers.get(&mut n);
            let destination = slots.buffers.get(&mut n);
            let (source_offset, offset) = (n.option_u64(), n.option_u64());
            let size = n.option_u64();
            encoder.copy_buffer_to_buffer(&source, source_offset, &destination, offset, size);
        }
        Call::GpuCommandEncoderCopyBufferToTexture => {
            let encoder = encoder();
            let source = slots.buffers.get(&mut n);
            let destination = slots.textures.get(&mut n);
            let source = buffer_info(&source, &mut n);
            let destination = texture_info(&destination, &mut n);
            encoder.copy_buffer_to_texture(&source, &destination, extent(&mut n));
        }
        Call::GpuCommandEncoderCopyTextureToBuffer => {
            let encoder = encoder();
            let source = slots.textures.get(&mut n);
            let destination = slots.buffers.get(&mut n);
            let source = texture_info(&source, &mut n);
            let destination = buffer_info(&destination, &mut n);
            encoder.copy_texture_to_buffer(&source, &destination, extent(&mut n));
        }
        Call::GpuCommandEncoderCopyTextureToTexture => {
            let encoder = encoder();
            let source = slots.textures.get(&mut n);
            let destination = slots.textures.get(&mut n);
            let source = texture_info(&source, &mut n);
            let destination = texture_info(&destination, &mut n);
            encoder.copy_texture_to_texture(&source, &destination, extent(&mut n));
        }
        Call::GpuCommandEncoderClearBuffer => {
            let encoder = encoder();
            let buffer = slots.buffers.get(&mut n);
            encoder.clear_buffer(&buffer, n.option_u64(), n.option_u64());
        }
        Call::GpuCommandEncoderResolveQuerySet => {
            let encoder = encoder();
            let set = slots.query_sets.get(&mut n);
            let destination = slots.buffers.get(&mut n);
            encoder.resolve_query_set(&set, n.u32(), n.u32(), &destination, n.u64());
        }
        Call::GpuCommandEncoderPushDebugGroup => encoder().push_debug_group("group"),
        Call::GpuCommandEncoderPopDebugGroup => encoder().pop_debug_group(),
        Call::GpuCommandEncoderInsertDebugMarker => encoder().insert_debug_marker("marker"),
        _ => return None,
    }
    Some(())
}

pub fn layout(n: &mut Numbers) -> GpuTexelCopyBufferLayout {
    GpuTexelCopyBufferLayout {
        offset: n.option_u64(),
        bytes_per_row: n.option_u32(),
        rows_per_image: n.option_u32(),
    }
}

fn buffer_info<'a>(buffer: &'a GpuBuffer, n: &mut Numbers) -> GpuTexelCopyBufferInfo<'a> {
    let layout = layout(n);
    GpuTexelCopyBufferInfo {
        buffer,
        offset: layout.offset,
        bytes_per_row: layout.bytes_per_row,
        rows_per_image: layout.rows_per_image,
    }
}

pub fn texture_info<'a>(texture: &'a GpuTexture, n: &mut Numbers) -> GpuTexelCopyTextureInfo<'a> {
    GpuTexelCopyTextureInfo {
        texture,
        mip_level: n.option_u32(),
        origin: Some(GpuOrigin3D {
            x: n.option_u32(),
            y: n.option_u32(),
            z: n.option_u32(),
        }),
        aspect: n.option(|number| case!(GpuTextureAspect, number)),
    }
}

fn begin_compute_pass(slots: &mut Slots, mut n: Numbers) -> Answer {
    let encoder = slots.command_encoders.get(&mut n);
    let out = n.slot();
    let set = slots.query_sets.get_option(&mut n);
    let (beginning, end) = (n.option_u32(), n.option_u32());
    let made = encoder.begin_compute_pass(Some(&GpuComputePassDescriptor {
        timestamp_writes: set.as_deref().map(|query_set| GpuComputePassTimestampWrites {
            query_set,
            beginning_of_pass_write_index: beginning,
            end_of_pass_write_index: end,
        }),
        label: None,
    }));
    slots.compute_passes.keep(out, made)
}

fn begin_render_pass(slots: &mut Slots, mut n: Numbers) -> Answer {
    let encoder = slots.command_encoders.get(&mut n);
    let out = n.slot();
    let set = slots.query_sets.get_option(&mut n);
    let (beginning, end) = (n.option_u32(), n.option_u32());
    let occlusion = slots.query_sets.get_option(&mut n);
    let colors = n.list(|n| {
        let view = slots.views.get_option(n);
        let target = slots.views.get_option(n);
        let load = case!(GpuLoadOp, n.u64());
        let store = case!(GpuStoreOp, n.u64());
        (view, target, load, store, n.option_u32())
    });
    let depth = slots.views.get_option(&mut n);
    let made = encoder.begin_render_pass(&GpuRenderPassDescriptor {
        color_attachments: colors
            .iter()
            .map(|(view, target, load_op, store_op, depth_slice)| {
                view.as_deref().map(|view| GpuRenderPassColorAttachment {
                    view,
                    depth_slice: *depth_slice,
                    resolve_target: target.as_deref(),
                    clear_value: None,
                    load_op: *load_op,
                    store_op: *store_op,
                })
            })
            .collect(),
        depth_stencil_attachment: depth.as_deref().map(|view| depth_stencil(view, &mut n)),
        occlusion_query_set: occlusion.as_deref(),
        timestamp_writes: set.as_deref().map(|query_set| GpuRenderPassTimestampWrites {
            query_set,
            beginning_of_pass_write_index: beginning,
            end_of_pass_write_index: end,
        }),
        max_draw_count: None,
        label: None,
    });
    slots.render_passes.keep(out, made)
}

fn depth_stencil<'a>(
    view: &'a GpuTextureView,
    n: &mut Numbers,
) -> GpuRenderPassDepthStencilAttachment<'a> {
    GpuRenderPassDepthStencilAttachment {
        view,
        depth_clear_value: n.option(|bits| f64::from_bits(bits) as f32),
        depth_load_op: n.option(|number| case!(GpuLoadOp, number)),
        depth_store_op: n.option(|number| case!(GpuStoreOp, number)),
        depth_read_only: n.option_bool(),
        stencil_clear_value: None,
        stencil_load_op: n.option(|number| case!(GpuLoadOp, number)),
        stencil_store_op: n.option(|number| case!(GpuStoreOp, number)),
        stencil_read_only: n.option_bool(),
    }
}
