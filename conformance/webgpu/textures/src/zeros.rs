//! That a new texture is zero wherever nothing was written, whatever the memory was used for before:
//! no device may see what another left there (specification, "Texture Creation").

use harness::*;

const USUAL: GpuTextureUsage = GpuTextureUsage::COPY_SRC
    .union(GpuTextureUsage::COPY_DST)
    .union(GpuTextureUsage::TEXTURE_BINDING)
    .union(GpuTextureUsage::STORAGE_BINDING);

/// What a texture is, of 32 by 32 texels and 4 layers.
type Kind = fn(&mut GpuTextureDescriptor);

#[rustfmt::skip]
const KINDS: &[(&str, Kind)] = &[
    ("layers", |_| {}),
    ("layers that can be drawn into", |d| d.usage |= GpuTextureUsage::RENDER_ATTACHMENT),
    ("layers of mip levels", |d| d.mip_level_count = Some(6)),
    ("a volume", |d| d.dimension = Some(GpuTextureDimension::D3)),
    ("a volume that can be drawn into", |d| {
        d.dimension = Some(GpuTextureDimension::D3);
        d.usage |= GpuTextureUsage::RENDER_ATTACHMENT;
    }),
    ("a volume of mip levels", |d| {
        d.dimension = Some(GpuTextureDimension::D3);
        d.mip_level_count = Some(6);
    }),
    ("a line", |d| {
        d.dimension = Some(GpuTextureDimension::D1);
        d.size = extent(4096, 1);
    }),
];

/// What is done with a texture first, which writes to its last texel at most.
type Use = fn(&GpuDevice, &GpuTexture);

const USES: &[(&str, [u8; 4], Use)] = &[
    ("before it is used", [0; 4], |_, _| {}),
    ("where nothing is written", WRITTEN, |device, texture| {
        device.queue().write_texture_with_copy(
            &last_texel(texture),
            &WRITTEN,
            layout(4),
            extent(1, 1),
        );
    }),
    ("where nothing is copied", WRITTEN, |device, texture| {
        let one = device.create_texture(&texture_of_one_texel());
        device
            .queue()
            .write_texture_with_copy(&texels(&one), &WRITTEN, layout(4), extent(1, 1));
        submit(device, |encoder| {
            encoder.copy_texture_to_texture(&texels(&one), &last_texel(texture), extent(1, 1));
        });
    }),
    ("where nothing is stored", WRITTEN, store),
];

const WRITTEN: [u8; 4] = [51; 4];

fn texture_of_one_texel() -> GpuTextureDescriptor {
    texture(
        extent(1, 1),
        GpuTextureFormat::Rgba8unorm,
        GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST,
    )
}

pub async fn run(suite: &mut Suite) {
    for (kind, change) in KINDS {
        let mut descriptor = texture(extent_3d(32, 32, 4), GpuTextureFormat::Rgba8unorm, USUAL);
        change(&mut descriptor);
        for (what, last, use_first) in USES {
            suite
                .right(
                    &format!("gpu-device.create-texture: of {kind} is zero {what}"),
                    async |device| {
                        let new = amid_remains(device, &descriptor).await?;
                        use_first(device, &new);
                        is_zero(device, &new, *last).await
                    },
                )
                .await;
        }
        suite
            .right(
                &format!("gpu-device.create-texture: of {kind} is zero to shaders"),
                async |device| {
                    let new = amid_remains(device, &descriptor).await?;
                    equal(seen(device, &new).await?, 0)
                },
            )
            .await;
    }
}

/// A texture for which there is memory that another device, and the same, have just used for others.
async fn amid_remains(
    device: &GpuDevice,
    descriptor: &GpuTextureDescriptor,
) -> Outcome<GpuTexture> {
    leave_remains(&new_device(&[]).await?, descriptor).await;
    leave_remains(device, descriptor).await;
    Ok(device.create_texture(descriptor))
}

/// Fills some textures with what is not zero, and drops them.
async fn leave_remains(device: &GpuDevice, descriptor: &GpuTextureDescriptor) {
    let filled: Vec<GpuTexture> = (0..4).map(|_| device.create_texture(descriptor)).collect();
    for (texture, level) in filled.iter().flat_map(levels_of) {
        let size = size_of(texture, level);
        let bytes = vec![0xab; texels_in(size) * 4];
        let rows = GpuTexelCopyBufferLayout {
            rows_per_image: size.height,
            ..layout(size.width * 4)
        };
        let destination = level_of(texture, level);
        device
            .queue()
            .write_texture_with_copy(&destination, &bytes, rows, size);
    }
    device.queue().on_submitted_work_done().await;
    drop(filled);
    // Memory is free again when a later submission is done.
    device.queue().submit(&[]);
    device.queue().on_submitted_work_done().await;
}

fn levels_of(texture: &GpuTexture) -> impl Iterator<Item = (&GpuTexture, u32)> {
    (0..texture.mip_level_count()).map(move |level| (texture, level))
}

fn level_of(texture: &GpuTexture, level: u32) -> GpuTexelCopyTextureInfo<'_> {
    GpuTexelCopyTextureInfo {
        mip_level: Some(level),
        ..texels(texture)
    }
}

/// The size of a mip level.
fn size_of(texture: &GpuTexture, level: u32) -> GpuExtent3D {
    let at_level = |length: u32| (length >> level).max(1);
    let layers = texture.depth_or_array_layers();
    extent_3d(
        at_level(texture.width()),
        at_level(texture.height()),
        match texture.dimension() {
            GpuTextureDimension::D3 => at_level(layers),
            _ => layers,
        },
    )
}

fn texels_in(size: GpuExtent3D) -> usize {
    (size.width * size.height.unwrap_or(1) * size.depth_or_array_layers.unwrap_or(1)) as usize
}

/// The last texel of mip level 0, in a copy.
fn last_texel(texture: &GpuTexture) -> GpuTexelCopyTextureInfo<'_> {
    GpuTexelCopyTextureInfo {
        origin: origin(
            texture.width() - 1,
            texture.height() - 1,
            texture.depth_or_array_layers() - 1,
        ),
        ..texels(texture)
    }
}

/// Expects zeros, but for the last texel of mip level 0.
async fn is_zero(device: &GpuDevice, texture: &GpuTexture, last: [u8; 4]) -> Outcome {
    for (texture, level) in levels_of(texture) {
        let size = size_of(texture, level);
        let mut bytes = read_region(device, level_of(texture, level), size, 4).await?;
        if level == 0 {
            let expected_last = bytes.split_off((texels_in(size) - 1) * 4);
            equal(expected_last, last.to_vec())?;
        }
        let remains = bytes.iter().filter(|byte| **byte != 0).count();
        holds(
            remains == 0,
            &format!("zeros in mip level {level}, got {remains} bytes of something else"),
        )?;
    }
    Ok(())
}

/// How shaders see a texture.
struct Shape {
    view: GpuTextureViewDimension,
    texture: &'static str,
    load: &'static str,
    store: &'static str,
}

impl Shape {
    fn of(texture: &GpuTexture) -> Self {
        match texture.dimension() {
            GpuTextureDimension::D1 => Shape {
                view: GpuTextureViewDimension::D1,
                texture: "1d",
                load: "textureLoad(loaded, at.x, 0)",
                store: "textureStore(stored, last.x, value)",
            },
            GpuTextureDimension::D2 => Shape {
                view: GpuTextureViewDimension::D2Array,
                texture: "2d_array",
                load: "textureLoad(loaded, at.xy, at.z, 0)",
                store: "textureStore(stored, last.xy, last.z, value)",
            },
            GpuTextureDimension::D3 => Shape {
                view: GpuTextureViewDimension::D3,
                texture: "3d",
                load: "textureLoad(loaded, at, 0)",
                store: "textureStore(stored, last, value)",
            },
        }
    }

    /// Mip level 0 of a texture.
    fn view_of(&self, texture: &GpuTexture) -> GpuTextureView {
        texture.create_view(Some(&GpuTextureViewDescriptor {
            dimension: Some(self.view),
            mip_level_count: Some(1),
            ..view()
        }))
    }
}

/// A texture's size in texels, as WGSL writes it.
fn vector(texture: &GpuTexture) -> String {
    let (width, height) = (texture.width(), texture.height());
    format!(
        "vec3u({width}, {height}, {})",
        texture.depth_or_array_layers()
    )
}

/// Has a shader store the last texel of mip level 0.
fn store(device: &GpuDevice, texture: &GpuTexture) {
    let shape = Shape::of(texture);
    let pipeline = computing(
        device,
        &format!(
            "@group(0) @binding(0) var stored: texture_storage_{}<rgba8unorm, write>;
             @compute @workgroup_size(1) fn main() {{
                 let last = {} - 1;
                 let value = vec4f(0.2);
                 {};
             }}",
            shape.texture,
            vector(texture),
            shape.store,
        ),
    );
    let view = shape.view_of(texture);
    let group = device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![bound(0, GpuBindingResource::GpuTextureView(&view))],
    ));
    run_once(device, &pipeline, &group);
}

/// How many texels of mip level 0 a shader loads that are not zero.
async fn seen(device: &GpuDevice, texture: &GpuTexture) -> Outcome<u32> {
    let shape = Shape::of(texture);
    let pipeline = computing(
        device,
        &format!(
            "@group(0) @binding(0) var loaded: texture_{}<f32>;
             @group(0) @binding(1) var<storage, read_write> seen: u32;
             @compute @workgroup_size(1) fn main() {{
                 let size = {};
                 for (var i = 0u; i < size.x * size.y * size.z; i++) {{
                     let at = vec3u(i % size.x, i / size.x % size.y, i / (size.x * size.y));
                     seen += u32(any({} != vec4f()));
                 }}
             }}",
            shape.texture,
            vector(texture),
            shape.load,
        ),
    );
    let view = shape.view_of(texture);
    let count = storage(device, 4);
    let group = device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![
            bound(0, GpuBindingResource::GpuTextureView(&view)),
            bound(1, part_of(&count, None, None)),
        ],
    ));
    run_once(device, &pipeline, &group);
    Ok(words_of(&read(device, &count).await?)[0])
}
