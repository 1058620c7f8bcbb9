//! What one pass can use in two ways, and what it cannot (specification, "Resource Usages").

use crate::{FORMAT, pipeline};
use harness::*;

const FUNCTION: &str = "gpu-command-encoder.begin-render-pass";
const DEPTH: GpuTextureFormat = GpuTextureFormat::Depth24plus;

/// Encodes a pass; the first that is drawn into is of 4 by 4 texels.
type Encode = fn(&GpuDevice, &GpuCommandEncoder);

#[rustfmt::skip]
const RIGHT: &[(&str, Encode)] = &[
    ("into a layer, with another to be sampled", |device, encoder| {
        let texture = attachment(device, FORMAT);
        draw(device, encoder, &part(&texture, 0, 0), &sampled(device, &part(&texture, 1, 0)));
    }),
    ("into a mip level, with another to be sampled", |device, encoder| {
        let texture = attachment(device, FORMAT);
        draw(device, encoder, &part(&texture, 0, 0), &sampled(device, &part(&texture, 0, 1)));
    }),
    ("with depth that is only read, and sampled", |device, encoder| {
        let view = part(&attachment(device, DEPTH), 0, 0);
        let group = depth_sampled(device, &view);
        let descriptor = depth_pass(vec![], only_read(&view));
        render(encoder, &descriptor, |pass| bind(pass, &group));
    }),
    ("with a texture that is sampled twice", |device, encoder| {
        let group = sampled(device, &part(&attachment(device, FORMAT), 0, 0));
        let target = part(&attachment(device, FORMAT), 0, 0);
        render_into(encoder, &target, |pass| {
            bind(pass, &group);
            let _ = pass.set_bind_group(1, Some(&group), None, None, None);
        });
    }),
    ("with a buffer of vertices that is a uniform too", |device, encoder| {
        let buffer = device.create_buffer(&buffer(64, GpuBufferUsage::VERTEX | GpuBufferUsage::UNIFORM));
        let group = buffer_bound(device, &buffer, GpuBufferBindingType::Uniform);
        draw_from(device, encoder, &buffer, &group);
    }),
    ("with a buffer of vertices that is read from storage too", |device, encoder| {
        let buffer = device.create_buffer(&buffer(64, GpuBufferUsage::VERTEX | GpuBufferUsage::STORAGE));
        let group = buffer_bound(device, &buffer, GpuBufferBindingType::ReadOnlyStorage);
        draw_from(device, encoder, &buffer, &group);
    }),
    ("with what an earlier pass drew into, to be sampled", |device, encoder| {
        let view = part(&attachment(device, FORMAT), 0, 0);
        render_into(encoder, &view, |_| {});
        draw(device, encoder, &part(&attachment(device, FORMAT), 0, 0), &sampled(device, &view));
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, Encode)] = &[
    ("into what is sampled", |device, encoder| {
        let view = part(&attachment(device, FORMAT), 0, 0);
        draw(device, encoder, &view, &sampled(device, &view));
    }),
    ("into what is sampled as another view", |device, encoder| {
        let texture = attachment(device, FORMAT);
        draw(device, encoder, &part(&texture, 1, 1), &sampled(device, &part(&texture, 1, 1)));
    }),
    ("into what is bound, and never drawn with", |device, encoder| {
        let view = part(&attachment(device, FORMAT), 0, 0);
        let group = sampled(device, &view);
        render_into(encoder, &view, |pass| bind(pass, &group));
    }),
    ("with depth that is written, and sampled", |device, encoder| {
        let view = part(&attachment(device, DEPTH), 0, 0);
        let group = depth_sampled(device, &view);
        render(encoder, &depth_pass(vec![], depth(&view, 1.0)), |pass| bind(pass, &group));
    }),
    ("with a buffer of vertices that storage is written to", |device, encoder| {
        let buffer = device.create_buffer(&buffer(64, GpuBufferUsage::VERTEX | GpuBufferUsage::STORAGE));
        let group = buffer_bound(device, &buffer, GpuBufferBindingType::Storage);
        draw_from(device, encoder, &buffer, &group);
    }),
    ("with a buffer that is read from and written to", |device, encoder| {
        let buffer = device.create_buffer(&buffer(64, GpuBufferUsage::UNIFORM | GpuBufferUsage::STORAGE));
        let read = buffer_bound(device, &buffer, GpuBufferBindingType::Uniform);
        let written = buffer_bound(device, &buffer, GpuBufferBindingType::Storage);
        let target = part(&attachment(device, FORMAT), 0, 0);
        render_into(encoder, &target, |pass| {
            bind(pass, &read);
            let _ = pass.set_bind_group(1, Some(&written), None, None, None);
        });
    }),
];

/// Two layers of two mip levels, of which the first are 4 by 4 texels.
fn attachment(device: &GpuDevice, format: GpuTextureFormat) -> GpuTexture {
    device.create_texture(&GpuTextureDescriptor {
        mip_level_count: Some(2),
        ..texture(
            extent_3d(4, 4, 2),
            format,
            GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::TEXTURE_BINDING,
        )
    })
}

fn part(texture: &GpuTexture, layer: u32, mip_level: u32) -> GpuTextureView {
    texture.create_view(Some(&GpuTextureViewDescriptor {
        dimension: Some(GpuTextureViewDimension::D2),
        base_array_layer: Some(layer),
        base_mip_level: Some(mip_level),
        mip_level_count: Some(1),
        ..view()
    }))
}

fn only_read(view: &GpuTextureView) -> GpuRenderPassDepthStencilAttachment<'_> {
    GpuRenderPassDepthStencilAttachment {
        depth_load_op: None,
        depth_store_op: None,
        depth_clear_value: None,
        depth_read_only: Some(true),
        ..depth(view, 1.0)
    }
}

fn group_of(
    device: &GpuDevice,
    entry: GpuBindGroupLayoutEntry,
    resource: GpuBindingResource<'_>,
) -> GpuBindGroup {
    let layout = device.create_bind_group_layout(&bind_group_layout(vec![entry]));
    device.create_bind_group(&bind_group(&layout, vec![bound(0, resource)]))
}

fn sampled(device: &GpuDevice, view: &GpuTextureView) -> GpuBindGroup {
    let entry = texture_entry(0, GpuShaderStage::FRAGMENT, GpuTextureSampleType::Float);
    group_of(device, entry, GpuBindingResource::GpuTextureView(view))
}

fn depth_sampled(device: &GpuDevice, view: &GpuTextureView) -> GpuBindGroup {
    let entry = texture_entry(0, GpuShaderStage::FRAGMENT, GpuTextureSampleType::Depth);
    group_of(device, entry, GpuBindingResource::GpuTextureView(view))
}

fn buffer_bound(
    device: &GpuDevice,
    buffer: &GpuBuffer,
    type_: GpuBufferBindingType,
) -> GpuBindGroup {
    let entry = buffer_entry(0, GpuShaderStage::FRAGMENT, type_);
    group_of(device, entry, GpuBindingResource::GpuBuffer(buffer))
}

fn bind(pass: &GpuRenderPassEncoder, group: &GpuBindGroup) {
    let _ = pass.set_bind_group(0, Some(group), None, None, None);
}

/// Draws into a color with a bind group.
fn draw(
    device: &GpuDevice,
    encoder: &GpuCommandEncoder,
    target: &GpuTextureView,
    group: &GpuBindGroup,
) {
    let red = pipeline(device, |_| {});
    render_into(encoder, target, |pass| {
        bind(pass, group);
        draw_with(pass, &red);
    });
}

/// Draws from a vertex buffer with a bind group.
fn draw_from(
    device: &GpuDevice,
    encoder: &GpuCommandEncoder,
    vertices: &GpuBuffer,
    group: &GpuBindGroup,
) {
    let red = pipeline(device, |d| {
        d.vertex.entry_point = Some("at_position".into());
        d.vertex.buffers = Some(vec![Some(positions())]);
    });
    let target = part(&attachment(device, FORMAT), 0, 0);
    render_into(encoder, &target, |pass| {
        pass.set_vertex_buffer(0, Some(vertices), None, None);
        bind(pass, group);
        draw_with(pass, &red);
    });
}

pub async fn run(suite: &mut Suite) {
    for (what, encode) in RIGHT {
        suite
            .right(&format!("{FUNCTION}: {what}"), async |device| {
                submit(device, |encoder| encode(device, encoder));
                Ok(())
            })
            .await;
    }
    for (what, encode) in WRONG {
        suite
            .wrong(&format!("{FUNCTION}: {what}"), async |device| {
                refused_at_finish(device, |encoder| encode(device, encoder)).await
            })
            .await;
    }
}
