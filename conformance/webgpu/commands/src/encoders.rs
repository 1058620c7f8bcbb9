//! The four encoders that take commands of debugging.

use harness::*;

/// The commands of debugging, which all encoders have.
pub trait DebugCommands {
    /// `push-debug-group`.
    fn push_debug_group(&self, label: &str);
    /// `pop-debug-group`.
    fn pop_debug_group(&self);
    /// `insert-debug-marker`.
    fn insert_debug_marker(&self, label: &str);
}

macro_rules! debug_commands {
    ($($encoder:ident)*) => {
        $(impl DebugCommands for $encoder {
            fn push_debug_group(&self, label: &str) {
                $encoder::push_debug_group(self, label);
            }

            fn pop_debug_group(&self) {
                $encoder::pop_debug_group(self);
            }

            fn insert_debug_marker(&self, label: &str) {
                $encoder::insert_debug_marker(self, label);
            }
        })*
    };
}

debug_commands! {
    GpuCommandEncoder GpuComputePassEncoder GpuRenderPassEncoder GpuRenderBundleEncoder
}

/// An encoder that is open, with the command encoder of its pass, if it is one.
pub enum Open {
    Encoder(GpuCommandEncoder),
    ComputePass(GpuCommandEncoder, GpuComputePassEncoder),
    RenderPass(GpuCommandEncoder, GpuRenderPassEncoder),
    Bundle(GpuRenderBundleEncoder),
}

impl Open {
    /// Ways to open each, by the name of its resource.
    pub const ALL: [(&str, fn(&GpuDevice) -> Open); 4] = [
        ("gpu-command-encoder", |device| {
            Open::Encoder(device.create_command_encoder(None))
        }),
        ("gpu-compute-pass-encoder", |device| {
            let encoder = device.create_command_encoder(None);
            let pass = encoder.begin_compute_pass(None);
            Open::ComputePass(encoder, pass)
        }),
        ("gpu-render-pass-encoder", |device| {
            let encoder = device.create_command_encoder(None);
            let pass = begin_render_pass(device, &encoder);
            Open::RenderPass(encoder, pass)
        }),
        ("gpu-render-bundle-encoder", |device| {
            Open::Bundle(device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT])))
        }),
    ];

    /// Its commands of debugging.
    pub fn debug(&self) -> &dyn DebugCommands {
        match self {
            Open::Encoder(encoder) => encoder,
            Open::ComputePass(_, pass) => pass,
            Open::RenderPass(_, pass) => pass,
            Open::Bundle(encoder) => encoder,
        }
    }

    /// Ends the pass, if it is one.
    pub fn end(&self) {
        match self {
            Open::ComputePass(_, pass) => pass.end(),
            Open::RenderPass(_, pass) => pass.end(),
            Open::Encoder(_) | Open::Bundle(_) => {}
        }
    }

    /// Finishes the command encoder or the bundle.
    pub fn finish(&self) {
        match self {
            Open::Encoder(encoder)
            | Open::ComputePass(encoder, _)
            | Open::RenderPass(encoder, _) => {
                encoder.finish(None);
            }
            Open::Bundle(encoder) => {
                encoder.finish(None);
            }
        }
    }
}

const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;

/// A render pass into a texture of four texels.
pub fn begin_render_pass(device: &GpuDevice, encoder: &GpuCommandEncoder) -> GpuRenderPassEncoder {
    let view = target_of(device, 2, FORMAT).create_view(None);
    encoder.begin_render_pass(&render_pass(vec![color(&view)]))
}
