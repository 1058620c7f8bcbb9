//! Descriptors of passes and of what is drawn in them, as `descriptors` has those of resources.

use crate::*;

/// A render pass into color attachments.
pub fn render_pass<'a>(
    attachments: Vec<GpuRenderPassColorAttachment<'a>>,
) -> GpuRenderPassDescriptor<'a> {
    GpuRenderPassDescriptor {
        color_attachments: attachments.into_iter().map(Some).collect(),
        depth_stencil_attachment: None,
        occlusion_query_set: None,
        timestamp_writes: None,
        max_draw_count: None,
        label: None,
    }
}

/// The same with an attachment of depth, stencil or both.
pub fn depth_pass<'a>(
    attachments: Vec<GpuRenderPassColorAttachment<'a>>,
    depth_or_stencil: GpuRenderPassDepthStencilAttachment<'a>,
) -> GpuRenderPassDescriptor<'a> {
    GpuRenderPassDescriptor {
        depth_stencil_attachment: Some(depth_or_stencil),
        ..render_pass(attachments)
    }
}

/// A color attachment that is cleared to zero at first, and stored at last.
pub fn color(view: &GpuTextureView) -> GpuRenderPassColorAttachment<'_> {
    GpuRenderPassColorAttachment {
        view,
        depth_slice: None,
        resolve_target: None,
        clear_value: None,
        load_op: GpuLoadOp::Clear,
        store_op: GpuStoreOp::Store,
    }
}

/// An attachment with depth, cleared to a value at first, and stored at last.
pub fn depth(view: &GpuTextureView, clear: f32) -> GpuRenderPassDepthStencilAttachment<'_> {
    GpuRenderPassDepthStencilAttachment {
        depth_clear_value: Some(clear),
        depth_load_op: Some(GpuLoadOp::Clear),
        depth_store_op: Some(GpuStoreOp::Store),
        ..no_aspect(view)
    }
}

/// An attachment with stencil, cleared to a value at first, and stored at last.
pub fn stencil(view: &GpuTextureView, clear: u32) -> GpuRenderPassDepthStencilAttachment<'_> {
    GpuRenderPassDepthStencilAttachment {
        stencil_clear_value: Some(clear),
        stencil_load_op: Some(GpuLoadOp::Clear),
        stencil_store_op: Some(GpuStoreOp::Store),
        ..no_aspect(view)
    }
}

fn no_aspect(view: &GpuTextureView) -> GpuRenderPassDepthStencilAttachment<'_> {
    GpuRenderPassDepthStencilAttachment {
        view,
        depth_clear_value: None,
        depth_load_op: None,
        depth_store_op: None,
        depth_read_only: None,
        stencil_clear_value: None,
        stencil_load_op: None,
        stencil_store_op: None,
        stencil_read_only: None,
    }
}

/// The depth state of a pipeline that compares so, and writes what passes.
pub fn depth_state(format: GpuTextureFormat, compare: GpuCompareFunction) -> GpuDepthStencilState {
    GpuDepthStencilState {
        depth_write_enabled: Some(true),
        depth_compare: Some(compare),
        ..stencil_state(format)
    }
}

/// The stencil state of a pipeline, which lets everything pass, and keeps what is there.
pub fn stencil_state(format: GpuTextureFormat) -> GpuDepthStencilState {
    GpuDepthStencilState {
        format,
        depth_write_enabled: None,
        depth_compare: None,
        stencil_front: None,
        stencil_back: None,
        stencil_read_mask: None,
        stencil_write_mask: None,
        depth_bias: None,
        depth_bias_slope_scale: None,
        depth_bias_clamp: None,
    }
}

/// What a side of primitives does with the stencil: it always passes, and keeps what is there.
pub fn stencil_face() -> GpuStencilFaceState {
    GpuStencilFaceState {
        compare: None,
        fail_op: None,
        depth_fail_op: None,
        pass_op: None,
    }
}

/// A part of blending.
pub fn blend(
    operation: GpuBlendOperation,
    source: GpuBlendFactor,
    destination: GpuBlendFactor,
) -> GpuBlendComponent {
    GpuBlendComponent {
        operation: Some(operation),
        src_factor: Some(source),
        dst_factor: Some(destination),
    }
}

/// A color target in which color and alpha are blended in the same way.
pub fn blended(format: GpuTextureFormat, component: GpuBlendComponent) -> GpuColorTargetState {
    GpuColorTargetState {
        blend: Some(GpuBlendState {
            color: component,
            alpha: component,
        }),
        ..target(format)
    }
}

/// A vertex buffer of what a vertex shader has at location 0, a `vec2f` for each vertex.
pub fn positions() -> GpuVertexBufferLayout {
    GpuVertexBufferLayout {
        array_stride: 8,
        step_mode: None,
        attributes: vec![attribute(GpuVertexFormat::Float32x2, 0, 0)],
    }
}

/// An attribute of vertices.
pub fn attribute(format: GpuVertexFormat, offset: u64, shader_location: u32) -> GpuVertexAttribute {
    GpuVertexAttribute {
        format,
        offset,
        shader_location,
    }
}

/// Primitives of a topology, neither culled nor in strips with indices.
pub fn primitive(topology: GpuPrimitiveTopology) -> GpuPrimitiveState {
    GpuPrimitiveState {
        topology: Some(topology),
        strip_index_format: None,
        front_face: None,
        cull_mode: None,
        unclipped_depth: None,
    }
}

/// A number of samples, all of which are written.
pub fn samples(count: u32) -> GpuMultisampleState {
    GpuMultisampleState {
        count: Some(count),
        mask: None,
        alpha_to_coverage_enabled: None,
    }
}

/// A render bundle encoder for passes with color attachments of these formats.
pub fn bundle_encoder(formats: &[GpuTextureFormat]) -> GpuRenderBundleEncoderDescriptor {
    GpuRenderBundleEncoderDescriptor {
        depth_read_only: None,
        stencil_read_only: None,
        color_formats: formats.iter().copied().map(Some).collect(),
        depth_stencil_format: None,
        sample_count: None,
        label: None,
    }
}

/// A query set.
pub fn query_set(type_: GpuQueryType, count: u32) -> GpuQuerySetDescriptor {
    GpuQuerySetDescriptor {
        type_,
        count,
        label: None,
    }
}
