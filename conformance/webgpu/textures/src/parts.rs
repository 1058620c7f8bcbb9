//! Which mip levels and layers a view shows, and a pass draws into (specification, "Texture View
//! Creation").

use harness::*;

const SIZE: u32 = 8;
const LAYERS: u32 = 4;
const LEVELS: u32 = 3;

/// What a view is of, and what shaders see by it: how many mip levels and layers, the width of the
/// first, and what is in the first texel of the first layer and mip level, and of the last ones.
type Part = (&'static str, fn(&mut GpuTextureViewDescriptor), [u32; 5]);

#[rustfmt::skip]
const PARTS: &[Part] = &[
    ("all mip levels and layers", |_| {}, [3, 4, 8, 0, 32]),
    ("one mip level", |v| {
        v.base_mip_level = Some(1);
        v.mip_level_count = Some(1);
    }, [1, 4, 4, 1, 31]),
    ("the last mip levels", |v| v.base_mip_level = Some(1), [2, 4, 4, 1, 32]),
    ("the first mip levels", |v| v.mip_level_count = Some(2), [2, 4, 8, 0, 31]),
    ("some layers", |v| {
        v.base_array_layer = Some(1);
        v.array_layer_count = Some(2);
    }, [3, 2, 8, 10, 22]),
    ("the last layers", |v| v.base_array_layer = Some(2), [3, 2, 8, 20, 32]),
    ("the first layers", |v| v.array_layer_count = Some(3), [3, 3, 8, 0, 22]),
    ("one layer of one mip level", |v| {
        v.base_mip_level = Some(2);
        v.mip_level_count = Some(1);
        v.base_array_layer = Some(3);
        v.array_layer_count = Some(1);
    }, [1, 1, 2, 32, 32]),
];

pub async fn run(suite: &mut Suite) {
    for (what, change, expected) in PARTS {
        suite
            .right(
                &format!("gpu-texture.create-view: of {what} is what shaders see"),
                async |device| {
                    let mut descriptor = GpuTextureViewDescriptor {
                        dimension: Some(GpuTextureViewDimension::D2Array),
                        ..view()
                    };
                    change(&mut descriptor);
                    let view = numbered(device).create_view(Some(&descriptor));
                    equal(seen(device, &view).await?, expected.to_vec())
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-texture.create-view: of one layer of one mip level is what a pass clears",
            async |device| {
                let texture = numbered(device);
                let part = texture.create_view(Some(&GpuTextureViewDescriptor {
                    dimension: Some(GpuTextureViewDimension::D2),
                    base_mip_level: Some(1),
                    mip_level_count: Some(1),
                    base_array_layer: Some(2),
                    ..view()
                }));
                let attachment = GpuRenderPassColorAttachment {
                    clear_value: Some(GpuColor {
                        r: 99.0,
                        g: 0.0,
                        b: 0.0,
                        a: 0.0,
                    }),
                    ..color(&part)
                };
                submit(device, |encoder| {
                    render(encoder, &render_pass(vec![attachment]), |_| {});
                });
                for (layer, level) in subresources() {
                    let is_cleared = (layer, level) == (2, 1);
                    let expected = if is_cleared { 99 } else { number(layer, level) };
                    let size = extent(SIZE >> level, SIZE >> level);
                    let bytes =
                        read_region(device, subresource(&texture, layer, level), size, 1).await?;
                    equal(bytes, vec![expected; (size.width * size.width) as usize])?;
                }
                Ok(())
            },
        )
        .await;
}

fn subresources() -> impl Iterator<Item = (u32, u32)> {
    (0..LAYERS).flat_map(|layer| (0..LEVELS).map(move |level| (layer, level)))
}

/// What is in all texels of a layer of a mip level.
fn number(layer: u32, level: u32) -> u8 {
    (layer * 10 + level) as u8
}

fn subresource(texture: &GpuTexture, layer: u32, level: u32) -> GpuTexelCopyTextureInfo<'_> {
    GpuTexelCopyTextureInfo {
        mip_level: Some(level),
        origin: origin(0, 0, layer),
        ..texels(texture)
    }
}

fn numbered(device: &GpuDevice) -> GpuTexture {
    let texture = device.create_texture(&GpuTextureDescriptor {
        mip_level_count: Some(LEVELS),
        ..texture(
            extent_3d(SIZE, SIZE, LAYERS),
            GpuTextureFormat::R8uint,
            GpuTextureUsage::TEXTURE_BINDING
                | GpuTextureUsage::RENDER_ATTACHMENT
                | GpuTextureUsage::COPY_SRC
                | GpuTextureUsage::COPY_DST,
        )
    });
    for (layer, level) in subresources() {
        let side = SIZE >> level;
        device.queue().write_texture_with_copy(
            &subresource(&texture, layer, level),
            &vec![number(layer, level); (side * side) as usize],
            layout(side),
            extent(side, side),
        );
    }
    texture
}

async fn seen(device: &GpuDevice, view: &GpuTextureView) -> Outcome<Vec<u32>> {
    let pipeline = computing(
        device,
        "@group(0) @binding(0) var viewed: texture_2d_array<u32>;
         @group(0) @binding(1) var<storage, read_write> seen: array<u32, 5>;
         @compute @workgroup_size(1) fn main() {
             seen[0] = textureNumLevels(viewed);
             seen[1] = textureNumLayers(viewed);
             seen[2] = textureDimensions(viewed).x;
             seen[3] = textureLoad(viewed, vec2u(), 0, 0).x;
             seen[4] = textureLoad(viewed, vec2u(), seen[1] - 1, seen[0] - 1).x;
         }",
    );
    let result = storage(device, 20);
    let group = device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![
            bound(0, GpuBindingResource::GpuTextureView(view)),
            bound(1, part_of(&result, None, None)),
        ],
    ));
    run_once(device, &pipeline, &group);
    Ok(words_of(&read(device, &result).await?))
}
