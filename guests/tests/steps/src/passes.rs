//! What is encoded in compute passes, render passes and bundles.

use crate::numbers::{Numbers, case};
use crate::radicchio::steps::stepping::{Call, Ending};
use crate::slots::{Answer, Slots};
use crate::wasi::webgpu::webgpu::*;

pub fn call(slots: &mut Slots, call: Call, n: Numbers) -> Option<Answer> {
    bindings(slots, call, n.clone())
        .or_else(|| draws(slots, call, n.clone()))
        .or_else(|| bundle(slots, call, n.clone()))
        .or_else(|| compute(slots, call, n.clone()).map(|()| Ok(Vec::new())))
        .or_else(|| render(slots, call, n).map(|()| Ok(Vec::new())))
}

/// What all three can encode.
macro_rules! bindings {
    ($slots:ident $call:ident $n:ident;
     $($encoders:ident: $set_bind_group:ident $set_immediates:ident
        $push:ident $pop:ident $marker:ident;)*) => {
        match $call {
            $(Call::$set_bind_group => {
                let encoder = $slots.$encoders.get(&mut $n);
                let index = $n.u32();
                let group = $slots.bind_groups.get_option(&mut $n);
                let offsets = $n.option_u64().map(|length| {
                    (0..length).map(|_| $n.u32()).collect::<Vec<_>>()
                });
                encoder
                    .set_bind_group(
                        index,
                        group.as_deref(),
                        offsets.as_deref(),
                        $n.option_u64(),
                        $n.option_u32(),
                    )
                    .map(|()| Vec::new())
                    .map_err(|error| match error.kind {
                        SetBindGroupErrorKind::RangeError => (Ending::RangeError, error.message),
                    })
            }
            Call::$set_immediates => {
                let encoder = $slots.$encoders.get(&mut $n);
                let offset = $n.u32();
                let data = vec![1; $n.slot()];
                encoder.set_immediates(offset, &data, $n.option_u64(), $n.option_u64());
                Ok(Vec::new())
            }
            Call::$push => {
                $slots.$encoders.get(&mut $n).push_debug_group("group");
                Ok(Vec::new())
            }
            Call::$pop => {
                $slots.$encoders.get(&mut $n).pop_debug_group();
                Ok(Vec::new())
            }
            Call::$marker => {
                $slots.$encoders.get(&mut $n).insert_debug_marker("marker");
                Ok(Vec::new())
            })*
            _ => return None,
        }
    };
}

fn bindings(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    Some(bindings! {
        slots call n;
        compute_passes: GpuComputePassEncoderSetBindGroup GpuComputePassEncoderSetImmediates
            GpuComputePassEncoderPushDebugGroup GpuComputePassEncoderPopDebugGroup
            GpuComputePassEncoderInsertDebugMarker;
        render_passes: GpuRenderPassEncoderSetBindGroup GpuRenderPassEncoderSetImmediates
            GpuRenderPassEncoderPushDebugGroup GpuRenderPassEncoderPopDebugGroup
            GpuRenderPassEncoderInsertDebugMarker;
        bundle_encoders: GpuRenderBundleEncoderSetBindGroup GpuRenderBundleEncoderSetImmediates
            GpuRenderBundleEncoderPushDebugGroup GpuRenderBundleEncoderPopDebugGroup
            GpuRenderBundleEncoderInsertDebugMarker;
    })
}

/// What render passes and bundles can encode.
macro_rules! draws {
    ($slots:ident $call:ident $n:ident;
     $($encoders:ident: $set_pipeline:ident $set_index_buffer:ident $set_vertex_buffer:ident
        $draw:ident $draw_indexed:ident $draw_indirect:ident $draw_indexed_indirect:ident;)*) => {
        match $call {
            $(Call::$set_pipeline => {
                let encoder = $slots.$encoders.get(&mut $n);
                encoder.set_pipeline(&$slots.render_pipelines.get(&mut $n));
            }
            Call::$set_index_buffer => {
                let encoder = $slots.$encoders.get(&mut $n);
                let buffer = $slots.buffers.get(&mut $n);
                let format = case!(GpuIndexFormat, $n.u64());
                encoder.set_index_buffer(&buffer, format, $n.option_u64(), $n.option_u64());
            }
            Call::$set_vertex_buffer => {
                let encoder = $slots.$encoders.get(&mut $n);
                let buffer = $slots.buffers.get_option(&mut $n);
                let slot = $n.u32();
                let (offset, size) = ($n.option_u64(), $n.option_u64());
                encoder.set_vertex_buffer(slot, buffer.as_deref(), offset, size);
            }
            Call::$draw => {
                let encoder = $slots.$encoders.get(&mut $n);
                encoder.draw($n.u32(), $n.option_u32(), $n.option_u32(), $n.option_u32());
            }
            Call::$draw_indexed => {
                let encoder = $slots.$encoders.get(&mut $n);
                let (count, instances, first) = ($n.u32(), $n.option_u32(), $n.option_u32());
                let base = $n.option(|number| number as i32);
                encoder.draw_indexed(count, instances, first, base, $n.option_u32());
            }
            Call::$draw_indirect => {
                let encoder = $slots.$encoders.get(&mut $n);
                let buffer = $slots.buffers.get(&mut $n);
                encoder.draw_indirect(&buffer, $n.u64());
            }
            Call::$draw_indexed_indirect => {
                let encoder = $slots.$encoders.get(&mut $n);
                let buffer = $slots.buffers.get(&mut $n);
                encoder.draw_indexed_indirect(&buffer, $n.u64());
            })*
            _ => return None,
        }
    };
}

fn draws(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    draws! {
        slots call n;
        render_passes: GpuRenderPassEncoderSetPipeline GpuRenderPassEncoderSetIndexBuffer
            GpuRenderPassEncoderSetVertexBuffer GpuRenderPassEncoderDraw
            GpuRenderPassEncoderDrawIndexed GpuRenderPassEncoderDrawIndirect
            GpuRenderPassEncoderDrawIndexedIndirect;
        bundle_encoders: GpuRenderBundleEncoderSetPipeline GpuRenderBundleEncoderSetIndexBuffer
            GpuRenderBundleEncoderSetVertexBuffer GpuRenderBundleEncoderDraw
            GpuRenderBundleEncoderDrawIndexed GpuRenderBundleEncoderDrawIndirect
            GpuRenderBundleEncoderDrawIndexedIndirect;
    }
    Some(Ok(Vec::new()))
}

fn bundle(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<Answer> {
    match call {
        Call::GpuDeviceCreateRenderBundleEncoder => {
            let device = slots.devices.get(&mut n);
            let out = n.slot();
            let format = |number| case!(GpuTextureFormat, number);
            let made = device.create_render_bundle_encoder(&GpuRenderBundleEncoderDescriptor {
                color_formats: n.list(|n| n.option(format)),
                depth_stencil_format: n.option(format),
                sample_count: n.option_u32(),
                depth_read_only: n.option_bool(),
                stencil_read_only: n.option_bool(),
                label: None,
            });
            Some(slots.bundle_encoders.keep(out, made))
        }
        Call::GpuRenderBundleEncoderFinish => {
            let made = slots.bundle_encoders.get(&mut n).finish(None);
            Some(slots.bundles.keep(n.slot(), made))
        }
        _ => None,
    }
}

fn compute(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<()> {
    let mut pass = || slots.compute_passes.get(&mut n);
    match call {
        Call::GpuComputePassEncoderSetPipeline => {
            let pass = pass();
            pass.set_pipeline(&slots.compute_pipelines.get(&mut n));
        }
        Call::GpuComputePassEncoderDispatchWorkgroups => {
            pass().dispatch_workgroups(n.u32(), n.option_u32(), n.option_u32());
        }
        Call::GpuComputePassEncoderDispatchWorkgroupsIndirect => {
            let pass = pass();
            let buffer = slots.buffers.get(&mut n);
            pass.dispatch_workgroups_indirect(&buffer, n.u64());
        }
        Call::GpuComputePassEncoderEnd => pass().end(),
        _ => return None,
    }
    Some(())
}

fn render(slots: &mut Slots, call: Call, mut n: Numbers) -> Option<()> {
    let mut pass = || slots.render_passes.get(&mut n);
    match call {
        Call::GpuRenderPassEncoderSetViewport => {
            pass().set_viewport(n.f32(), n.f32(), n.f32(), n.f32(), n.f32(), n.f32());
        }
        Call::GpuRenderPassEncoderSetScissorRect => {
            pass().set_scissor_rect(n.u32(), n.u32(), n.u32(), n.u32());
        }
        Call::GpuRenderPassEncoderSetBlendConstant => {
            pass().set_blend_constant(GpuColor {
                r: n.f64(),
                g: 0.0,
                b: 0.0,
                a: 1.0,
            });
        }
        Call::GpuRenderPassEncoderSetStencilReference => pass().set_stencil_reference(n.u32()),
        Call::GpuRenderPassEncoderBeginOcclusionQuery => pass().begin_occlusion_query(n.u32()),
        Call::GpuRenderPassEncoderEndOcclusionQuery => pass().end_occlusion_query(),
        Call::GpuRenderPassEncoderExecuteBundles => {
            let pass = pass();
            let bundles = n.list(|n| slots.bundles.get(n));
            let borrowed: Vec<_> = bundles.iter().map(|bundle| &**bundle).collect();
            pass.execute_bundles(&borrowed);
        }
        Call::GpuRenderPassEncoderEnd => pass().end(),
        _ => return None,
    }
    Some(())
}
