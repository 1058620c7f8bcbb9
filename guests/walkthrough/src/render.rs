use crate::readback;
use crate::wasi::webgpu::webgpu::{
    GpuColor, GpuColorTargetState, GpuCommandEncoder, GpuDevice, GpuExtent3D, GpuFragmentState,
    GpuLayoutMode, GpuLoadOp, GpuRenderPassColorAttachment, GpuRenderPassDescriptor,
    GpuRenderPipeline, GpuRenderPipelineDescriptor, GpuShaderModuleDescriptor, GpuStoreOp,
    GpuTexelCopyBufferInfo, GpuTexelCopyTextureInfo, GpuTexture, GpuTextureDescriptor,
    GpuTextureFormat, GpuTextureUsage, GpuVertexState,
};

const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;
const SIZE: GpuExtent3D = GpuExtent3D {
    width: 32,
    height: Some(HEIGHT),
    depth_or_array_layers: None,
};
const HEIGHT: u32 = 16;
const BYTES_PER_PIXEL: usize = 4;

/// A row in a buffer begins at a multiple of 256 bytes, whatever is in it.
const BYTES_PER_ROW: u32 = 256;

// docs: render {
/// Draws a triangle, and returns its pixels as text: a line for each row.
pub async fn triangle(device: &GpuDevice) -> Result<Vec<String>, String> {
    let texture = device.create_texture(&GpuTextureDescriptor {
        size: SIZE,
        mip_level_count: None,
        sample_count: None,
        dimension: None,
        format: FORMAT,
        usage: GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::COPY_SRC,
        view_formats: None,
        texture_binding_view_dimension: None,
        label: Some("picture".to_string()),
    });
    let readback = readback::buffer(device, u64::from(BYTES_PER_ROW * HEIGHT));

    let encoder = device.create_command_encoder(None);
    draw(&encoder, &texture, &pipeline(device));
    encoder.copy_texture_to_buffer(
        &GpuTexelCopyTextureInfo {
            texture: &texture,
            mip_level: None,
            origin: None,
            aspect: None,
        },
        &GpuTexelCopyBufferInfo {
            buffer: &readback,
            offset: None,
            bytes_per_row: Some(BYTES_PER_ROW),
            rows_per_image: None,
        },
        SIZE,
    );
    device.queue().submit(&[&encoder.finish(None)]);

    let bytes = readback::read(&readback).await?;
    Ok(bytes.chunks(BYTES_PER_ROW as usize).map(line).collect())
}

fn draw(encoder: &GpuCommandEncoder, texture: &GpuTexture, pipeline: &GpuRenderPipeline) {
    let pass = encoder.begin_render_pass(&GpuRenderPassDescriptor {
        color_attachments: vec![Some(GpuRenderPassColorAttachment {
            view: &texture.create_view(None),
            depth_slice: None,
            resolve_target: None,
            clear_value: Some(GpuColor {
                r: 0.0,
                g: 0.0,
                b: 0.0,
                a: 1.0,
            }),
            load_op: GpuLoadOp::Clear,
            store_op: GpuStoreOp::Store,
        })],
        depth_stencil_attachment: None,
        occlusion_query_set: None,
        timestamp_writes: None,
        max_draw_count: None,
        label: None,
    });
    pass.set_pipeline(pipeline);
    pass.draw(3, None, None, None);
    pass.end();
}

fn pipeline(device: &GpuDevice) -> GpuRenderPipeline {
    let module = device.create_shader_module(&GpuShaderModuleDescriptor {
        code: include_str!("triangle.wgsl").to_string(),
        compilation_hints: None,
        label: None,
    });
    device.create_render_pipeline(GpuRenderPipelineDescriptor {
        vertex: GpuVertexState {
            buffers: None,
            module: &module,
            entry_point: None,
            constants: None,
        },
        primitive: None,
        depth_stencil: None,
        multisample: None,
        fragment: Some(GpuFragmentState {
            targets: vec![Some(GpuColorTargetState {
                format: FORMAT,
                blend: None,
                write_mask: None,
            })],
            module: &module,
            entry_point: None,
            constants: None,
        }),
        layout: GpuLayoutMode::Auto,
        label: None,
    })
}

/// What was drawn is not black; what is behind the last pixel of a row is nothing.
fn line(row: &[u8]) -> String {
    let pixels = &row[..SIZE.width as usize * BYTES_PER_PIXEL];
    pixels
        .chunks(BYTES_PER_PIXEL)
        .map(|pixel| if pixel[0] > 0 { '#' } else { '.' })
        .collect()
}
// } docs
