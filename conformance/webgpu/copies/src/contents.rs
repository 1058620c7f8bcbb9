//! That copies between textures and linear memory bring every texel where it belongs.

use crate::{COPIED, block_of, copied};
use harness::*;

/// A part of a texture, from where it starts, and how large it is.
struct Region {
    what: &'static str,
    texture: fn() -> GpuTextureDescriptor,
    mip_level: u32,
    origin: (u32, u32, u32),
    size: (u32, u32, u32),
}

const REGIONS: &[Region] = &[
    Region {
        what: "layers",
        texture: copied,
        mip_level: 0,
        origin: (3, 2, 1),
        size: (5, 6, 3),
    },
    Region {
        what: "a mip level",
        texture: copied,
        mip_level: 2,
        origin: (1, 0, 3),
        size: (3, 4, 1),
    },
    Region {
        what: "slices",
        texture: volume,
        mip_level: 1,
        origin: (0, 2, 0),
        size: (8, 6, 2),
    },
    Region {
        what: "a piece of a line",
        texture: line,
        mip_level: 0,
        origin: (2, 0, 0),
        size: (13, 1, 1),
    },
];

fn volume() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        ..copied()
    }
}

fn line() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D1),
        size: extent(16, 1),
        mip_level_count: None,
        ..copied()
    }
}

impl Region {
    fn of<'a>(&self, texture: &'a GpuTexture) -> GpuTexelCopyTextureInfo<'a> {
        let (x, y, z) = self.origin;
        GpuTexelCopyTextureInfo {
            mip_level: Some(self.mip_level),
            origin: origin(x, y, z),
            ..texels(texture)
        }
    }

    fn extent(&self) -> GpuExtent3D {
        let (width, height, layers) = self.size;
        extent_3d(width, height, layers)
    }

    /// The bytes of its texels, each another than the ones before.
    fn texels(&self) -> Vec<u8> {
        let (width, height, layers) = self.size;
        (0..width * height * layers)
            .flat_map(|texel| [texel as u8 + 1, (texel >> 8) as u8, 3, 255])
            .collect()
    }

    /// The same with every row padded to `bytes_per_row`, and every image to `rows_per_image`, after
    /// `offset` bytes of padding.
    fn padded(&self, offset: usize, bytes_per_row: usize, rows_per_image: usize) -> Vec<u8> {
        let (width, height, _) = self.size;
        let row = width as usize * 4;
        let mut padded = vec![0xee; offset];
        for image in self.texels().chunks(row * height as usize) {
            let start = padded.len();
            for (y, texels) in image.chunks(row).enumerate() {
                padded.resize(start + y * bytes_per_row, 0xee);
                padded.extend(texels);
            }
            padded.resize(start + bytes_per_row * rows_per_image, 0xee);
        }
        padded
    }
}

pub async fn run(suite: &mut Suite) {
    for region in REGIONS {
        parts(suite, region).await;
    }
    for format in FORMATS {
        if format.footprint > 0 {
            round_trip(suite, format).await;
        }
        if format.is_depth_or_stencil() {
            duplicates(suite, format).await;
        }
    }
    stencil_and_depth(suite).await;
    blocks(suite).await;
}

async fn parts(suite: &mut Suite, region: &Region) {
    const LAYOUT: GpuTexelCopyBufferLayout = GpuTexelCopyBufferLayout {
        offset: Some(64),
        bytes_per_row: Some(256),
        rows_per_image: Some(9),
    };
    suite
        .right(
            &format!(
                "gpu-queue.write-texture-with-copy: writes {}, and nothing else",
                region.what
            ),
            async |device| {
                let texture = device.create_texture(&(region.texture)());
                device.queue().write_texture_with_copy(
                    &region.of(&texture),
                    &region.padded(7, 71, 9),
                    GpuTexelCopyBufferLayout {
                        offset: Some(7),
                        bytes_per_row: Some(71),
                        ..LAYOUT
                    },
                    region.extent(),
                );
                holds_only(device, &texture, region).await
            },
        )
        .await;
    suite
        .right(
            &format!(
                "gpu-command-encoder.copy-buffer-to-texture: writes {}, and nothing else",
                region.what
            ),
            async |device| {
                let texture = device.create_texture(&(region.texture)());
                let source = buffer_of(device, &region.padded(64, 256, 9), COPIED)?;
                submit(device, |encoder| {
                    let linear = GpuTexelCopyBufferInfo {
                        offset: Some(64),
                        rows_per_image: Some(9),
                        ..rows(&source, 256)
                    };
                    encoder.copy_buffer_to_texture(&linear, &region.of(&texture), region.extent());
                });
                holds_only(device, &texture, region).await
            },
        )
        .await;
    suite
        .right(
            &format!(
                "gpu-command-encoder.copy-texture-to-buffer: reads {}, and leaves what is between the rows",
                region.what
            ),
            async |device| {
                let texture = device.create_texture(&(region.texture)());
                let padded = region.padded(64, 256, 9);
                device.queue().write_texture_with_copy(
                    &region.of(&texture),
                    &padded,
                    LAYOUT,
                    region.extent(),
                );
                let target = buffer_of(device, &vec![0xee; padded.len()], COPIED)?;
                submit(device, |encoder| {
                    let linear = GpuTexelCopyBufferInfo {
                        offset: Some(64),
                        rows_per_image: Some(9),
                        ..rows(&target, 256)
                    };
                    encoder.copy_texture_to_buffer(&region.of(&texture), &linear, region.extent());
                });
                holds(
                    read(device, &target).await? == padded,
                    "each row where the layout puts it",
                )
            },
        )
        .await;
}

/// Expects that a texture holds the texels of a region, and is zero elsewhere in the mip level.
async fn holds_only(device: &GpuDevice, texture: &GpuTexture, region: &Region) -> Outcome {
    let mip = |length: u32| (length >> region.mip_level).max(1);
    let is_volume = matches!(texture.dimension(), GpuTextureDimension::D3);
    let (width, height, layers) = (
        mip(texture.width()),
        mip(texture.height()),
        if is_volume {
            mip(texture.depth_or_array_layers())
        } else {
            texture.depth_or_array_layers()
        },
    );
    let source = GpuTexelCopyTextureInfo {
        mip_level: Some(region.mip_level),
        ..texels(texture)
    };
    let all = read_region(device, source, extent_3d(width, height, layers), 4).await?;
    let mut expected = region.texels().into_iter();
    let within = |start: u32, size: u32, at: u32| (start..start + size).contains(&at);
    for (index, texel) in all.chunks(4).enumerate() {
        let index = index as u32;
        let (x, y, z) = (
            index % width,
            index / width % height,
            index / (width * height),
        );
        let wanted: Vec<u8> = if within(region.origin.0, region.size.0, x)
            && within(region.origin.1, region.size.1, y)
            && within(region.origin.2, region.size.2, z)
        {
            expected.by_ref().take(4).collect()
        } else {
            vec![0; 4]
        };
        holds(
            texel == wanted,
            &format!("{wanted:?} at {x}, {y}, {z}; got {texel:?}"),
        )?;
    }
    Ok(())
}

/// The bytes of the first block of a texture.
async fn read_block(device: &GpuDevice, texture: &GpuTexture, format: &Format) -> Outcome<Vec<u8>> {
    let target = device.create_buffer(&buffer(256, COPIED));
    submit(device, |encoder| {
        encoder.copy_texture_to_buffer(&texels(texture), &rows(&target, 256), format.one_block());
    });
    let mut bytes = read(device, &target).await?;
    bytes.truncate(format.footprint as usize);
    Ok(bytes)
}

/// Brings a block of each format into a texture, from there to another, and back. Its bytes are
/// such that they are the only ones for their numbers, in every format.
async fn round_trip(suite: &mut Suite, format: &Format) {
    let name = format.name;
    let what = if format.block == (1, 1) {
        "texel"
    } else {
        "block"
    };
    let bytes: Vec<u8> = (0..format.footprint)
        .map(|i| 0x3c + (i % 3 % 2) as u8)
        .collect();
    let features = format.features();
    suite
        .requiring(&features)
        .right(
            &format!(
                "gpu-queue.write-texture-with-copy: a {what} of {name} is read back as it was"
            ),
            async |device| {
                let texture = device.create_texture(&block_of(format));
                device.queue().write_texture_with_copy(
                    &texels(&texture),
                    &bytes,
                    layout(format.footprint),
                    format.one_block(),
                );
                equal(read_block(device, &texture, format).await?, bytes.clone())
            },
        )
        .await;
    suite
        .requiring(&features)
        .right(
            &format!(
                "gpu-command-encoder.copy-buffer-to-texture: a {what} of {name} is the same in a copy of the texture"
            ),
            async |device| {
                let mut padded = bytes.clone();
                padded.resize(bytes.len().next_multiple_of(4), 0);
                let source = buffer_of(device, &padded, COPIED)?;
                let texture = device.create_texture(&block_of(format));
                let other = device.create_texture(&block_of(format));
                submit(device, |encoder| {
                    let size = format.one_block();
                    encoder.copy_buffer_to_texture(&rows(&source, 256), &texels(&texture), size);
                    encoder.copy_texture_to_texture(&texels(&texture), &texels(&other), size);
                });
                equal(read_block(device, &other, format).await?, bytes.clone())
            },
        )
        .await;
}

/// Copies of textures of depth and stencil, which are copied whole; what of them can be read back.
async fn duplicates(suite: &mut Suite, format: &Format) {
    const DEPTH: f32 = 1.0;
    const STENCIL: u32 = 7;
    let has_depth = format.name.starts_with("depth");
    let has_stencil = format.name.contains("stencil");
    let depth_bytes = match format.format {
        GpuTextureFormat::Depth16unorm => u16::MAX.to_le_bytes().to_vec(),
        GpuTextureFormat::Depth32float | GpuTextureFormat::Depth32floatStencil8 => {
            DEPTH.to_le_bytes().to_vec()
        }
        _ => vec![],
    };
    suite
        .requiring(&format.features())
        .right(
            &format!(
                "gpu-command-encoder.copy-texture-to-texture: all aspects of {}",
                format.name
            ),
            async |device| {
                let size = extent(4, 4);
                let descriptor = texture(
                    size,
                    format.format,
                    GpuTextureUsage::RENDER_ATTACHMENT
                        | GpuTextureUsage::COPY_SRC
                        | GpuTextureUsage::COPY_DST,
                );
                let (one, other) = (
                    device.create_texture(&descriptor),
                    device.create_texture(&descriptor),
                );
                let view = one.create_view(None);
                submit(device, |encoder| {
                    let cleared = GpuRenderPassDepthStencilAttachment {
                        depth_load_op: has_depth.then_some(GpuLoadOp::Clear),
                        depth_store_op: has_depth.then_some(GpuStoreOp::Store),
                        stencil_load_op: has_stencil.then_some(GpuLoadOp::Clear),
                        stencil_store_op: has_stencil.then_some(GpuStoreOp::Store),
                        stencil_clear_value: Some(STENCIL),
                        ..depth(&view, DEPTH)
                    };
                    render(encoder, &depth_pass(vec![], cleared), |_| {});
                    encoder.copy_texture_to_texture(&texels(&one), &texels(&other), size);
                });
                let aspect = |aspect| GpuTexelCopyTextureInfo {
                    aspect: Some(aspect),
                    ..texels(&other)
                };
                if !depth_bytes.is_empty() {
                    let source = aspect(GpuTextureAspect::DepthOnly);
                    let block = depth_bytes.len() as u32;
                    let read = read_region(device, source, size, block).await?;
                    equal(read, depth_bytes.repeat(16))?;
                }
                if has_stencil {
                    let source = aspect(GpuTextureAspect::StencilOnly);
                    let read = read_region(device, source, size, 1).await?;
                    equal(read, vec![STENCIL as u8; 16])?;
                }
                Ok(())
            },
        )
        .await;
}

/// A block in the midst of others.
async fn blocks(suite: &mut Suite) {
    suite
        .requiring(&[GpuFeatureName::TextureCompressionBc])
        .right(
            "gpu-queue.write-texture-with-copy: writes a block, and nothing else",
            async |device| {
                let texture = device.create_texture(&texture(
                    extent(8, 8),
                    GpuTextureFormat::Bc1RgbaUnorm,
                    GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST,
                ));
                device.queue().write_texture_with_copy(
                    &GpuTexelCopyTextureInfo {
                        origin: origin(4, 0, 0),
                        ..texels(&texture)
                    },
                    &crate::counted(8),
                    layout(8),
                    extent(4, 4),
                );
                let target = device.create_buffer(&buffer(512, COPIED));
                submit(device, |encoder| {
                    let linear = rows(&target, 256);
                    encoder.copy_texture_to_buffer(&texels(&texture), &linear, extent(8, 8));
                });
                let bytes = read(device, &target).await?;
                equal(&bytes[..16], &[vec![0; 8], crate::counted(8)].concat()[..])?;
                equal(&bytes[256..272], &[0; 16])
            },
        )
        .await;
}

async fn stencil_and_depth(suite: &mut Suite) {
    use GpuTextureFormat as F;
    let aspects = [
        (
            "stencil of stencil8",
            F::Stencil8,
            GpuTextureAspect::StencilOnly,
            1,
        ),
        (
            "stencil of depth24plus-stencil8",
            F::Depth24plusStencil8,
            GpuTextureAspect::StencilOnly,
            1,
        ),
        (
            "depth of depth16unorm",
            F::Depth16unorm,
            GpuTextureAspect::DepthOnly,
            2,
        ),
    ];
    for (what, format, aspect, bytes) in aspects {
        suite
            .right(
                &format!("gpu-queue.write-texture-with-copy: {what} is read back as it was"),
                async |device| {
                    let texture = device.create_texture(&texture(
                        extent(4, 4),
                        format,
                        GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST,
                    ));
                    let data = crate::counted(16 * bytes as u8);
                    let whole = GpuTexelCopyTextureInfo {
                        aspect: Some(aspect),
                        ..texels(&texture)
                    };
                    device.queue().write_texture_with_copy(
                        &whole,
                        &data,
                        layout(4 * bytes),
                        extent(4, 4),
                    );
                    equal(read_region(device, whole, extent(4, 4), bytes).await?, data)
                },
            )
            .await;
    }
}
