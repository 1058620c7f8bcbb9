//! What textures hold.

use crate::*;

/// A multiple of what `bytes-per-row` has to be in copies with buffers.
const ROW_ALIGNMENT: u32 = 256;

/// A texture of this format, of `size` by `size` texels, to be drawn into and to be read back.
pub fn target_of(device: &GpuDevice, size: u32, format: GpuTextureFormat) -> GpuTexture {
    device.create_texture(&texture(
        extent(size, size),
        format,
        GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::COPY_SRC,
    ))
}

/// A texture in a copy: its mip level 0 from its first texel on, in all its aspects.
pub fn texels(texture: &GpuTexture) -> GpuTexelCopyTextureInfo<'_> {
    GpuTexelCopyTextureInfo {
        texture,
        mip_level: None,
        origin: None,
        aspect: None,
    }
}

/// A buffer in a copy, with rows of so many bytes.
pub fn rows(buffer: &GpuBuffer, bytes_per_row: u32) -> GpuTexelCopyBufferInfo<'_> {
    GpuTexelCopyBufferInfo {
        buffer,
        offset: None,
        bytes_per_row: Some(bytes_per_row),
        rows_per_image: None,
    }
}

/// Bytes of a guest in a copy, with rows of so many bytes.
pub fn layout(bytes_per_row: u32) -> GpuTexelCopyBufferLayout {
    GpuTexelCopyBufferLayout {
        offset: None,
        bytes_per_row: Some(bytes_per_row),
        rows_per_image: None,
    }
}

/// A position in a texture, in texels.
pub fn origin(x: u32, y: u32, z: u32) -> Option<GpuOrigin3D> {
    Some(GpuOrigin3D {
        x: Some(x),
        y: Some(y),
        z: Some(z),
    })
}

/// The texels of mip level 0 of a texture of usage `COPY_SRC` without depth or stencil, row by row
/// and layer by layer, once the GPU has done what was submitted.
///
/// `block` is how many bytes a texel has.
pub async fn read_texels(device: &GpuDevice, texture: &GpuTexture, block: u32) -> Outcome<Vec<u8>> {
    read_region(
        device,
        texels(texture),
        extent_3d(
            texture.width(),
            texture.height(),
            texture.depth_or_array_layers(),
        ),
        block,
    )
    .await
}

/// The same of a part of a texture, from the origin on.
pub async fn read_region(
    device: &GpuDevice,
    source: GpuTexelCopyTextureInfo<'_>,
    size: GpuExtent3D,
    block: u32,
) -> Outcome<Vec<u8>> {
    let (height, layers) = (
        size.height.unwrap_or(1),
        size.depth_or_array_layers.unwrap_or(1),
    );
    let row = (size.width * block) as usize;
    let bytes_per_row = (size.width * block).next_multiple_of(ROW_ALIGNMENT);
    let readback = device.create_buffer(&buffer(
        u64::from(bytes_per_row * height * layers),
        GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
    ));
    submit(device, |encoder| {
        let destination = GpuTexelCopyBufferInfo {
            rows_per_image: Some(height),
            ..rows(&readback, bytes_per_row)
        };
        encoder.copy_texture_to_buffer(&source, &destination, size);
    });
    let bytes = read_mapped(&readback).await?;
    Ok(bytes
        .chunks(bytes_per_row as usize)
        .flat_map(|padded| &padded[..row])
        .copied()
        .collect())
}
