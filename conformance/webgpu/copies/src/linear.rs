//! Copies between textures and linear memory, which have their rules in common:
//! `copy-buffer-to-texture`, `copy-texture-to-buffer` and `write-texture-with-copy`.

use crate::{COPIED, copied};
use Direction::*;
use harness::*;

/// Which function copies.
#[derive(Clone, Copy, PartialEq)]
pub enum Direction {
    BufferToTexture,
    TextureToBuffer,
    WriteTexture,
}

impl Direction {
    pub const ALL: [Direction; 3] = [BufferToTexture, TextureToBuffer, WriteTexture];

    pub fn function(self) -> &'static str {
        match self {
            BufferToTexture => "gpu-command-encoder.copy-buffer-to-texture",
            TextureToBuffer => "gpu-command-encoder.copy-texture-to-buffer",
            WriteTexture => "gpu-queue.write-texture-with-copy",
        }
    }
}

/// A copy of 8 by 8 texels of two layers, which is right, unless it is changed.
pub struct Copy {
    pub texture: GpuTextureDescriptor,
    pub buffer: GpuBufferDescriptor,
    pub mip_level: Option<u32>,
    pub origin: Option<GpuOrigin3D>,
    pub aspect: Option<GpuTextureAspect>,
    pub offset: Option<u64>,
    pub bytes_per_row: Option<u32>,
    pub rows_per_image: Option<u32>,
    pub size: GpuExtent3D,
}

impl Copy {
    pub fn usual() -> Self {
        Copy {
            texture: copied(),
            buffer: buffer(8192, COPIED),
            mip_level: None,
            origin: None,
            aspect: None,
            offset: None,
            bytes_per_row: Some(256),
            rows_per_image: Some(8),
            size: extent_3d(8, 8, 2),
        }
    }

    /// Copies between a new texture and a new buffer, and expects no error.
    pub fn make(&self, device: &GpuDevice, direction: Direction) {
        let texture = device.create_texture(&self.texture);
        let buffer = device.create_buffer(&self.buffer);
        if direction == WriteTexture {
            self.write(&device.queue(), &texture);
        } else {
            submit(device, |encoder| {
                self.encode(direction, encoder, &texture, &buffer);
            });
        }
    }

    /// Expects that the same is a validation error.
    pub async fn is_refused(&self, device: &GpuDevice, direction: Direction) -> Outcome {
        let texture = device.create_texture(&self.texture);
        let buffer = device.create_buffer(&self.buffer);
        self.is_refused_between(device, direction, &texture, &buffer)
            .await
    }

    async fn is_refused_between(
        &self,
        device: &GpuDevice,
        direction: Direction,
        texture: &GpuTexture,
        buffer: &GpuBuffer,
    ) -> Outcome {
        if direction == WriteTexture {
            let queue = device.queue();
            return refused(device, || self.write(&queue, texture)).await;
        }
        refused_at_finish(device, |encoder| {
            self.encode(direction, encoder, texture, buffer);
        })
        .await
    }

    fn write(&self, queue: &GpuQueue, texture: &GpuTexture) {
        let layout = GpuTexelCopyBufferLayout {
            offset: self.offset,
            bytes_per_row: self.bytes_per_row,
            rows_per_image: self.rows_per_image,
        };
        let data = vec![0; self.buffer.size as usize];
        queue.write_texture_with_copy(&self.texels(texture), &data, layout, self.size);
    }

    fn encode(
        &self,
        direction: Direction,
        encoder: &GpuCommandEncoder,
        texture: &GpuTexture,
        buffer: &GpuBuffer,
    ) {
        let texels = self.texels(texture);
        let linear = GpuTexelCopyBufferInfo {
            buffer,
            offset: self.offset,
            bytes_per_row: self.bytes_per_row,
            rows_per_image: self.rows_per_image,
        };
        if direction == BufferToTexture {
            encoder.copy_buffer_to_texture(&linear, &texels, self.size);
        } else {
            encoder.copy_texture_to_buffer(&texels, &linear, self.size);
        }
    }

    fn texels<'a>(&self, texture: &'a GpuTexture) -> GpuTexelCopyTextureInfo<'a> {
        GpuTexelCopyTextureInfo {
            texture,
            mip_level: self.mip_level,
            origin: self.origin,
            aspect: self.aspect,
        }
    }
}

type Change = fn(&mut Copy);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("a part", |_| {}),
    ("a whole texture", |c| {
        c.texture.size = extent_3d(8, 8, 2);
        c.texture.mip_level_count = None;
    }),
    ("up to the last texel", |c| c.origin = origin(8, 8, 2)),
    ("a mip level", |c| c.mip_level = Some(1)),
    ("a line", |c| {
        c.texture = line();
        c.size = extent(16, 1);
    }),
    ("a volume", |c| c.texture = volume()),
    ("slices of a volume", |c| {
        c.texture = volume();
        c.origin = origin(0, 0, 2);
    }),
    ("no columns", |c| c.size = extent_3d(0, 8, 2)),
    ("no rows", |c| c.size = extent_3d(8, 0, 2)),
    ("no layers", |c| c.size = extent_3d(8, 8, 0)),
    ("no columns past the last", |c| {
        c.origin = origin(16, 0, 0);
        c.size = extent_3d(0, 8, 2);
    }),
    ("one row without the bytes of a row", |c| {
        c.size = extent(8, 1);
        c.bytes_per_row = None;
        c.rows_per_image = None;
    }),
    ("one layer without the rows of an image", |c| {
        c.size = extent(8, 8);
        c.rows_per_image = None;
    }),
    ("without a height and layers, one of each", |c| {
        c.size = GpuExtent3D { width: 8, height: None, depth_or_array_layers: None };
        c.bytes_per_row = None;
        c.rows_per_image = None;
    }),
    ("with a row of more bytes than a copy has, where there is one", |c| {
        c.size = extent(8, 1);
        c.buffer.size = 32;
    }),
    ("with no more bytes than needed", |c| c.buffer.size = 256 * 15 + 32),
    ("with more rows to an image than needed", |c| c.rows_per_image = Some(20)),
    ("with an offset", |c| {
        c.offset = Some(16);
        c.buffer.size = 16 + 256 * 15 + 32;
    }),
    ("nothing, at the end of the bytes", |c| {
        c.offset = Some(8192);
        c.size = extent(0, 0);
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("a texture without the usage", |c| c.texture.usage = GpuTextureUsage::TEXTURE_BINDING),
    ("a texture of four samples", |c| {
        c.texture = GpuTextureDescriptor {
            sample_count: Some(4),
            mip_level_count: None,
            size: extent(8, 8),
            usage: c.texture.usage | GpuTextureUsage::RENDER_ATTACHMENT,
            ..copied()
        };
        c.size = extent(8, 8);
    }),
    ("a mip level that is not there", |c| c.mip_level = Some(3)),
    ("past the last column", |c| c.origin = origin(9, 0, 0)),
    ("past the last row", |c| c.origin = origin(0, 9, 0)),
    ("past the last layer", |c| c.origin = origin(0, 0, 3)),
    ("past the last column of a mip level", |c| {
        c.mip_level = Some(1);
        c.origin = origin(1, 0, 0);
    }),
    ("past the last slice of a mip level of a volume", |c| {
        c.texture = volume();
        c.mip_level = Some(1);
        c.origin = origin(0, 0, 1);
    }),
    ("from an origin that overflows", |c| c.origin = origin(u32::MAX - 3, 0, 0)),
    ("more rows than a line has", |c| {
        c.texture = line();
        c.size = extent(16, 2);
    }),
    ("more columns than there are", |c| c.size = extent_3d(17, 8, 2)),
    ("no columns from beyond the last", |c| {
        c.origin = origin(17, 0, 0);
        c.size = extent_3d(0, 8, 2);
    }),
    ("depth of what has none", |c| c.aspect = Some(GpuTextureAspect::DepthOnly)),
    ("stencil of what has none", |c| c.aspect = Some(GpuTextureAspect::StencilOnly)),
    ("depth and stencil at once", |c| *c = stencil(GpuTextureAspect::All)),
    ("a part of stencil", |c| {
        *c = stencil(GpuTextureAspect::StencilOnly);
        c.size = extent(4, 8);
    }),
    ("several rows without the bytes of a row", |c| c.bytes_per_row = None),
    ("several layers of one row without the bytes of a row", |c| {
        c.size = extent_3d(8, 1, 2);
        c.bytes_per_row = None;
    }),
    ("several layers without the rows of an image", |c| c.rows_per_image = None),
    ("rows of fewer bytes than the texels have", |c| {
        c.texture.size = extent_3d(128, 16, 4);
        c.size = extent_3d(65, 8, 2);
    }),
    ("images of fewer rows than are copied", |c| c.rows_per_image = Some(7)),
    ("more than there are bytes", |c| c.buffer.size = 256 * 15 + 28),
    ("from an offset with too few bytes", |c| {
        c.offset = Some(4);
        c.buffer.size = 256 * 15 + 32;
    }),
    ("nothing, from an offset past the end", |c| {
        c.offset = Some(8192 + 4);
        c.size = extent(0, 0);
    }),
    ("from an offset that overflows", |c| c.offset = Some(u64::MAX - 3)),
    ("images that overflow", |c| {
        c.bytes_per_row = Some(0xffff_ff00);
        c.rows_per_image = Some(u32::MAX);
    }),
];

/// What is right from a guest's memory, and wrong from and to a buffer.
#[rustfmt::skip]
const UNALIGNED: &[(&str, Change)] = &[
    ("with rows whose bytes are no multiple of 256", |c| c.bytes_per_row = Some(32)),
    ("one row whose bytes are no multiple of 256", |c| {
        c.size = extent(8, 1);
        c.bytes_per_row = Some(32);
    }),
    ("from an offset that is no multiple of a texel", |c| c.offset = Some(2)),
    ("stencil from an offset that is no multiple of 4", |c| {
        *c = stencil(GpuTextureAspect::StencilOnly);
        c.offset = Some(2);
    }),
];

#[rustfmt::skip]
const COMPRESSED_WRONG: &[(&str, Change)] = &[
    ("compressed from a column within a block", |c| c.origin = origin(2, 0, 0)),
    ("compressed from a row within a block", |c| c.origin = origin(0, 2, 0)),
    ("compressed columns of a part of a block", |c| c.size = extent(6, 8)),
    ("compressed rows of a part of a block", |c| c.size = extent(8, 6)),
];

fn line() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D1),
        size: extent(16, 1),
        mip_level_count: None,
        ..copied()
    }
}

fn volume() -> GpuTextureDescriptor {
    GpuTextureDescriptor {
        dimension: Some(GpuTextureDimension::D3),
        ..copied()
    }
}

/// A copy of a whole texture of depth and stencil, in an aspect.
fn stencil(aspect: GpuTextureAspect) -> Copy {
    Copy {
        texture: GpuTextureDescriptor {
            format: GpuTextureFormat::Depth24plusStencil8,
            size: extent(8, 8),
            mip_level_count: None,
            ..copied()
        },
        aspect: Some(aspect),
        size: extent(8, 8),
        ..Copy::usual()
    }
}

fn compressed() -> Copy {
    Copy {
        texture: GpuTextureDescriptor {
            format: GpuTextureFormat::Bc1RgbaUnorm,
            ..copied()
        },
        size: extent(8, 8),
        ..Copy::usual()
    }
}

fn changed(mut copy: Copy, change: Change) -> Copy {
    change(&mut copy);
    copy
}

pub async fn run(suite: &mut Suite) {
    for direction in Direction::ALL {
        let function = direction.function();
        for (what, change) in RIGHT {
            suite
                .right(&format!("{function}: {what}"), async |device| {
                    changed(Copy::usual(), *change).make(device, direction);
                    Ok(())
                })
                .await;
        }
        for (what, change) in UNALIGNED {
            unaligned(suite, direction, what, *change).await;
        }
        for (what, change) in WRONG {
            suite
                .wrong(&format!("{function}: {what}"), async |device| {
                    let copy = changed(Copy::usual(), *change);
                    copy.is_refused(device, direction).await
                })
                .await;
        }
        for (what, change) in COMPRESSED_WRONG {
            suite
                .requiring(&[GpuFeatureName::TextureCompressionBc])
                .wrong(&format!("{function}: {what}"), async |device| {
                    let copy = changed(compressed(), *change);
                    copy.is_refused(device, direction).await
                })
                .await;
        }
        aspects(suite, direction).await;
        objects(suite, direction).await;
    }
}

async fn unaligned(suite: &mut Suite, direction: Direction, what: &str, change: Change) {
    let name = format!("{}: {what}", direction.function());
    let copy = changed(Copy::usual(), change);
    if direction == WriteTexture {
        suite
            .right(&name, async |device| {
                copy.make(device, direction);
                Ok(())
            })
            .await;
    } else {
        suite
            .wrong(&name, async |device| {
                copy.is_refused(device, direction).await
            })
            .await;
    }
}

/// Which aspects of which formats can be copied (specification, "Depth-stencil formats").
async fn aspects(suite: &mut Suite, direction: Direction) {
    use GpuTextureAspect::{DepthOnly, StencilOnly};
    const NOTHING: &[Direction] = &[];
    const OUT: &[Direction] = &[TextureToBuffer];
    let aspects = [
        ("stencil8", StencilOnly, &Direction::ALL[..]),
        ("depth16unorm", DepthOnly, &Direction::ALL[..]),
        ("depth24plus", DepthOnly, NOTHING),
        ("depth24plus-stencil8", DepthOnly, NOTHING),
        ("depth24plus-stencil8", StencilOnly, &Direction::ALL[..]),
        ("depth32float", DepthOnly, OUT),
        ("depth32float-stencil8", DepthOnly, OUT),
        ("depth32float-stencil8", StencilOnly, &Direction::ALL[..]),
    ];
    for (name, aspect, allowed) in aspects {
        let Some(format) = FORMATS.iter().find(|format| format.name == name) else {
            continue;
        };
        let mut copy = stencil(aspect);
        copy.texture.format = format.format;
        let is_depth = matches!(aspect, DepthOnly);
        let what = format!(
            "{}: {} of {name}",
            direction.function(),
            if is_depth { "depth" } else { "stencil" }
        );
        let features = format.features();
        let suite = suite.requiring(&features);
        if allowed.contains(&direction) {
            suite
                .right(&what, async |device| {
                    copy.make(device, direction);
                    Ok(())
                })
                .await;
        } else {
            suite
                .wrong(&what, async |device| {
                    copy.is_refused(device, direction).await
                })
                .await;
        }
    }
}

/// Buffers and textures that cannot be copied for what they are.
async fn objects(suite: &mut Suite, direction: Direction) {
    let function = direction.function();
    let no_usage = GpuTextureDescriptor {
        usage: GpuTextureUsage::empty(),
        ..copied()
    };
    suite
        .wrong(&format!("{function}: an invalid texture"), async |device| {
            let copy = Copy::usual();
            let texture = refused(device, || device.create_texture(&no_usage)).await?;
            let buffer = device.create_buffer(&copy.buffer);
            copy.is_refused_between(device, direction, &texture, &buffer)
                .await
        })
        .await;
    suite
        .wrong(
            &format!("{function}: a texture of another device"),
            async |device| {
                let copy = Copy::usual();
                let texture = new_device(&[]).await?.create_texture(&copied());
                let buffer = device.create_buffer(&copy.buffer);
                copy.is_refused_between(device, direction, &texture, &buffer)
                    .await
            },
        )
        .await;
    if direction == WriteTexture {
        return destroyed_texture(suite).await;
    }
    suite
        .wrong(&format!("{function}: an invalid buffer"), async |device| {
            let texture = device.create_texture(&copied());
            let buffer = invalid_buffer(device, None).await?;
            Copy::usual()
                .is_refused_between(device, direction, &texture, &buffer)
                .await
        })
        .await;
    suite
        .wrong(
            &format!("{function}: a buffer without the usage"),
            async |device| {
                let mut copy = Copy::usual();
                copy.buffer.usage = GpuBufferUsage::STORAGE;
                copy.is_refused(device, direction).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: a destroyed texture cannot be submitted"),
            async |device| {
                let copy = Copy::usual();
                let texture = device.create_texture(&copied());
                let buffer = device.create_buffer(&copy.buffer);
                texture.destroy();
                refused_by_queue(device, |encoder| {
                    copy.encode(direction, encoder, &texture, &buffer);
                })
                .await
            },
        )
        .await;
}

async fn destroyed_texture(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-queue.write-texture-with-copy: a destroyed texture",
            async |device| {
                let copy = Copy::usual();
                let texture = device.create_texture(&copied());
                texture.destroy();
                let buffer = device.create_buffer(&copy.buffer);
                copy.is_refused_between(device, WriteTexture, &texture, &buffer)
                    .await
            },
        )
        .await;
}
