//! The two encoders that take commands of drawing, by one name.

use crate::FORMAT;
use harness::*;

/// Commands of drawing, which render passes and render bundles have.
pub trait RenderCommands {
    fn set_pipeline(&self, pipeline: &GpuRenderPipeline);
    fn set_index_buffer(
        &self,
        buffer: &GpuBuffer,
        format: GpuIndexFormat,
        offset: Option<u64>,
        size: Option<u64>,
    );
    fn set_vertex_buffer(
        &self,
        slot: u32,
        buffer: Option<&GpuBuffer>,
        offset: Option<u64>,
        size: Option<u64>,
    );
    fn set_bind_group(&self, index: u32, group: Option<&GpuBindGroup>) -> Outcome;
    fn set_immediates(
        &self,
        range_offset: u32,
        data: &[u8],
        offset: Option<u64>,
        size: Option<u64>,
    );
    fn draw(
        &self,
        vertices: u32,
        instances: Option<u32>,
        first_vertex: Option<u32>,
        first_instance: Option<u32>,
    );
    fn draw_indexed(
        &self,
        indices: u32,
        instances: Option<u32>,
        first_index: Option<u32>,
        base_vertex: Option<i32>,
        first_instance: Option<u32>,
    );
    fn draw_indirect(&self, buffer: &GpuBuffer, offset: u64);
    fn draw_indexed_indirect(&self, buffer: &GpuBuffer, offset: u64);
}

macro_rules! render_commands {
    ($($encoder:ident)*) => {
        $(impl RenderCommands for $encoder {
            fn set_pipeline(&self, pipeline: &GpuRenderPipeline) {
                $encoder::set_pipeline(self, pipeline);
            }

            fn set_index_buffer(
                &self,
                buffer: &GpuBuffer,
                format: GpuIndexFormat,
                offset: Option<u64>,
                size: Option<u64>,
            ) {
                $encoder::set_index_buffer(self, buffer, format, offset, size);
            }

            fn set_vertex_buffer(
                &self,
                slot: u32,
                buffer: Option<&GpuBuffer>,
                offset: Option<u64>,
                size: Option<u64>,
            ) {
                $encoder::set_vertex_buffer(self, slot, buffer, offset, size);
            }

            fn set_bind_group(&self, index: u32, group: Option<&GpuBindGroup>) -> Outcome {
                ok($encoder::set_bind_group(self, index, group, None, None, None))
            }

            fn set_immediates(
                &self,
                range_offset: u32,
                data: &[u8],
                offset: Option<u64>,
                size: Option<u64>,
            ) {
                $encoder::set_immediates(self, range_offset, data, offset, size);
            }

            fn draw(
                &self,
                vertices: u32,
                instances: Option<u32>,
                first_vertex: Option<u32>,
                first_instance: Option<u32>,
            ) {
                $encoder::draw(self, vertices, instances, first_vertex, first_instance);
            }

            fn draw_indexed(
                &self,
                indices: u32,
                instances: Option<u32>,
                first_index: Option<u32>,
                base_vertex: Option<i32>,
                first_instance: Option<u32>,
            ) {
                $encoder::draw_indexed(
                    self, indices, instances, first_index, base_vertex, first_instance,
                );
            }

            fn draw_indirect(&self, buffer: &GpuBuffer, offset: u64) {
                $encoder::draw_indirect(self, buffer, offset);
            }

            fn draw_indexed_indirect(&self, buffer: &GpuBuffer, offset: u64) {
                $encoder::draw_indexed_indirect(self, buffer, offset);
            }
        })*
    };
}

render_commands! { GpuRenderPassEncoder GpuRenderBundleEncoder }

/// Which encoder takes the commands.
#[derive(Clone, Copy)]
pub enum Recorder {
    /// A render pass.
    Pass,
    /// A render bundle, which a pass executes.
    Bundle,
}

impl Recorder {
    /// Both of them.
    pub const ALL: [Recorder; 2] = [Recorder::Pass, Recorder::Bundle];

    /// The name of the resource.
    pub fn resource(self) -> &'static str {
        match self {
            Recorder::Pass => "gpu-render-pass-encoder",
            Recorder::Bundle => "gpu-render-bundle-encoder",
        }
    }

    /// The texels of a texture of 4 by 4, after a pass with these commands.
    pub async fn drawn(
        self,
        device: &GpuDevice,
        commands: impl FnOnce(&dyn RenderCommands),
    ) -> Outcome<Vec<[u8; 4]>> {
        match self {
            Recorder::Pass => crate::drawn(device, 4, |pass| commands(pass)).await,
            Recorder::Bundle => {
                let encoder = device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]));
                commands(&encoder);
                let bundle = encoder.finish(None);
                crate::drawn(device, 4, |pass| pass.execute_bundles(&[&bundle])).await
            }
        }
    }

    /// Expects that commands make the pass or the bundle invalid: that `finish`, and no call before
    /// it, gives a validation error.
    pub async fn invalidated(
        self,
        device: &GpuDevice,
        commands: impl FnOnce(&dyn RenderCommands),
    ) -> Outcome {
        match self {
            Recorder::Pass => {
                let view = target_of(device, 4, FORMAT).create_view(None);
                invalidates(device, |encoder| {
                    render_into(encoder, &view, |pass| commands(pass));
                })
                .await?;
            }
            Recorder::Bundle => {
                let encoder = device.create_render_bundle_encoder(&bundle_encoder(&[FORMAT]));
                let (_, early) = caught(device, GpuErrorFilter::Validation, async || {
                    commands(&encoder);
                })
                .await?;
                holds(early.is_none(), "no error before finish")?;
                refused(device, || encoder.finish(None)).await?;
            }
        }
        Ok(())
    }
}
