//! What samplers get of textures (specification, "Sampler Creation"; WGSL, "Texture Built-in
//! Functions"): coordinates, filters, mip levels, layers, faces and comparisons.

use harness::*;

/// What a texture is to a shader.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Line,
    Plane,
    Array,
    Cube,
    CubeArray,
    Volume,
}

impl Shape {
    fn wgsl(self) -> &'static str {
        match self {
            Shape::Line => "texture_1d<f32>",
            Shape::Plane => "texture_2d<f32>",
            Shape::Array => "texture_2d_array<f32>",
            Shape::Cube => "texture_cube<f32>",
            Shape::CubeArray => "texture_cube_array<f32>",
            Shape::Volume => "texture_3d<f32>",
        }
    }

    fn view_dimension(self) -> GpuTextureViewDimension {
        match self {
            Shape::Line => GpuTextureViewDimension::D1,
            Shape::Plane => GpuTextureViewDimension::D2,
            Shape::Array => GpuTextureViewDimension::D2Array,
            Shape::Cube => GpuTextureViewDimension::Cube,
            Shape::CubeArray => GpuTextureViewDimension::CubeArray,
            Shape::Volume => GpuTextureViewDimension::D3,
        }
    }

    /// 4 texels wide, with all mip levels that there are.
    fn descriptor(self) -> GpuTextureDescriptor {
        let (dimension, height, layers, mip_levels) = match self {
            Shape::Line => (GpuTextureDimension::D1, 1, 1, 1),
            Shape::Plane => (GpuTextureDimension::D2, 4, 1, 3),
            Shape::Array => (GpuTextureDimension::D2, 4, 3, 3),
            Shape::Cube => (GpuTextureDimension::D2, 4, 6, 3),
            Shape::CubeArray => (GpuTextureDimension::D2, 4, 12, 3),
            Shape::Volume => (GpuTextureDimension::D3, 4, 4, 3),
        };
        GpuTextureDescriptor {
            dimension: Some(dimension),
            mip_level_count: Some(mip_levels),
            ..texture(
                extent_3d(4, height, layers),
                GpuTextureFormat::Rgba8unorm,
                GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
            )
        }
    }

    /// A texture whose texels say where they are.
    fn texture(self, device: &GpuDevice) -> GpuTexture {
        let texture = device.create_texture(&self.descriptor());
        for mip_level in 0..texture.mip_level_count() {
            let mip = |length: u32| (length >> mip_level).max(1);
            let layers = texture.depth_or_array_layers();
            let (width, height, layers) = (
                mip(texture.width()),
                mip(texture.height()),
                if self == Shape::Volume {
                    mip(layers)
                } else {
                    layers
                },
            );
            let places: Vec<u8> = (0..width * height * layers)
                .map(|i| {
                    [
                        i % width,
                        i / width % height,
                        i / (width * height),
                        mip_level,
                    ]
                })
                .flat_map(|place| [0, 1, 2, 3].map(|i| place[i] as u8 * STEPS[i]))
                .collect();
            device.queue().write_texture_with_copy(
                &GpuTexelCopyTextureInfo {
                    mip_level: Some(mip_level),
                    ..texels(&texture)
                },
                &places,
                GpuTexelCopyBufferLayout {
                    rows_per_image: Some(height),
                    ..layout(width * 4)
                },
                extent_3d(width, height, layers),
            );
        }
        texture
    }
}

/// A texel is its column, row, layer or slice, and mip level, times these, of 255.
const STEPS: [u8; 4] = [64, 64, 20, 64];

/// What a shader samples, and the column, row, layer and mip level that it gets: whole numbers, or
/// between two of them.
type Probe = (&'static str, [f32; 4]);

type Change = fn(&mut GpuSamplerDescriptor);

/// What is sampled with a sampler that filters nothing and clamps to the edges, but for a change.
#[rustfmt::skip]
const CASES: &[(&str, Shape, Change, &[Probe])] = &[
    ("takes the nearest texel", Shape::Plane, |_| {}, &[
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), 0)", [1.0, 2.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0.95, 0.05), 0)", [3.0, 0.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), 0, vec2i(1, -2))", [2.0, 0.0, 0.0, 0.0]),
    ]),
    ("takes the nearest of a volume", Shape::Volume, |_| {}, &[
        ("textureSampleLevel(t, s, vec3f(0.3, 0.6, 0.9), 0)", [1.0, 2.0, 3.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(0.3, 0.6, 0.9), 1)", [0.0, 1.0, 1.0, 1.0]),
    ]),
    ("takes texels of layers, the last beyond the end", Shape::Array, |_| {}, &[
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), 0, 0)", [1.0, 2.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), 2, 0)", [1.0, 2.0, 2.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), 9, 1)", [0.0, 1.0, 2.0, 1.0]),
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), -1, 0)", [1.0, 2.0, 0.0, 0.0]),
    ]),
    ("takes texels of the six faces", Shape::Cube, |_| {}, &[
        ("textureSampleLevel(t, s, vec3f(1, -0.75, -0.25), 0)", [2.0, 3.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(-1, -0.75, 0.25), 0)", [2.0, 3.0, 1.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(0.25, 1, 0.75), 0)", [2.0, 3.0, 2.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(0.25, -1, -0.75), 0)", [2.0, 3.0, 3.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(0.25, -0.75, 1), 0)", [2.0, 3.0, 4.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(-0.25, -0.75, -1), 0)", [2.0, 3.0, 5.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(-0.5, -1.5, -2), 1)", [1.0, 1.0, 5.0, 1.0]),
    ]),
    ("takes texels of cubes in an array", Shape::CubeArray, |_| {}, &[
        ("textureSampleLevel(t, s, vec3f(1, -0.75, -0.25), 0, 0)", [2.0, 3.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec3f(0.25, -0.75, 1), 1, 0)", [2.0, 3.0, 10.0, 0.0]),
    ]),
    ("clamps to the edge", Shape::Plane, |_| {}, &[
        ("textureSampleLevel(t, s, vec2f(-0.3, 1.6), 0)", [0.0, 3.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(7, -7), 0)", [3.0, 0.0, 0.0, 0.0]),
    ]),
    ("repeats to the sides", Shape::Plane, |d| {
        d.address_mode_u = Some(GpuAddressMode::Repeat);
    }, &[
        ("textureSampleLevel(t, s, vec2f(-0.2, 1.6), 0)", [3.0, 3.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(2.3, -0.6), 0)", [1.0, 0.0, 0.0, 0.0]),
    ]),
    ("repeats upward and downward", Shape::Plane, |d| {
        d.address_mode_v = Some(GpuAddressMode::Repeat);
    }, &[
        ("textureSampleLevel(t, s, vec2f(-0.2, 1.6), 0)", [0.0, 2.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(2.3, -0.6), 0)", [3.0, 1.0, 0.0, 0.0]),
    ]),
    ("repeats in depth", Shape::Volume, |d| {
        d.address_mode_w = Some(GpuAddressMode::Repeat);
    }, &[
        ("textureSampleLevel(t, s, vec3f(-0.2, 0.6, -0.2), 0)", [0.0, 2.0, 3.0, 0.0]),
    ]),
    ("mirrors what it repeats", Shape::Plane, |d| {
        d.address_mode_u = Some(GpuAddressMode::MirrorRepeat);
        d.address_mode_v = Some(GpuAddressMode::MirrorRepeat);
    }, &[
        ("textureSampleLevel(t, s, vec2f(-0.2, 1.6), 0)", [0.0, 1.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(2.3, -0.9), 0)", [1.0, 3.0, 0.0, 0.0]),
    ]),
    ("filters what is magnified", Shape::Plane, |d| {
        d.mag_filter = Some(GpuFilterMode::Linear);
    }, &[
        ("textureSampleLevel(t, s, vec2f(0.5, 0.4375), 0)", [1.5, 1.25, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0, 0.5), 0)", [0.0, 1.5, 0.0, 0.0]),
        // Of mip level 1, which is minified, the nearest.
        ("textureSampleLevel(t, s, vec2f(0.45, 0.55), 1)", [0.0, 1.0, 0.0, 1.0]),
    ]),
    ("filters what is minified", Shape::Plane, |d| {
        d.min_filter = Some(GpuFilterMode::Linear);
    }, &[
        ("textureSampleLevel(t, s, vec2f(0.5, 0.5), 1)", [0.5, 0.5, 0.0, 1.0]),
        ("textureSampleLevel(t, s, vec2f(0.3, 0.6), 0)", [1.0, 2.0, 0.0, 0.0]),
    ]),
    ("filters across the edge where it repeats", Shape::Plane, |d| {
        d.address_mode_u = Some(GpuAddressMode::Repeat);
        d.mag_filter = Some(GpuFilterMode::Linear);
    }, &[
        ("textureSampleLevel(t, s, vec2f(0, 0.5), 0)", [1.5, 1.5, 0.0, 0.0]),
    ]),
    ("filters between slices", Shape::Volume, filter, &[
        ("textureSampleLevel(t, s, vec3f(0.5, 0.5, 0.5), 0)", [1.5, 1.5, 1.5, 0.0]),
    ]),
    ("does not filter between layers", Shape::Array, filter, &[
        ("textureSampleLevel(t, s, vec2f(0.5, 0.5), 1, 0)", [1.5, 1.5, 1.0, 0.0]),
    ]),
    ("takes the nearest mip level", Shape::Plane, |_| {}, &[
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 0.4)", [0.0, 0.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 0.6)", [0.0, 0.0, 0.0, 1.0]),
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 9)", [0.0, 0.0, 0.0, 2.0]),
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), -9)", [0.0, 0.0, 0.0, 0.0]),
    ]),
    ("filters between mip levels", Shape::Plane, |d| {
        d.mipmap_filter = Some(GpuMipmapFilterMode::Linear);
    }, &[
        ("textureSampleLevel(t, s, vec2f(0.95, 0.05), 0.5)", [2.0, 0.0, 0.0, 0.5]),
        ("textureSampleLevel(t, s, vec2f(0.95, 0.05), 1.75)", [0.25, 0.0, 0.0, 1.75]),
    ]),
    ("has a least level of detail", Shape::Plane, |d| d.lod_min_clamp = Some(1.0), &[
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 0)", [0.0, 0.0, 0.0, 1.0]),
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 2)", [0.0, 0.0, 0.0, 2.0]),
    ]),
    ("has a greatest level of detail", Shape::Plane, |d| d.lod_max_clamp = Some(1.0), &[
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 0)", [0.0, 0.0, 0.0, 0.0]),
        ("textureSampleLevel(t, s, vec2f(0.1, 0.1), 2)", [0.0, 0.0, 0.0, 1.0]),
    ]),
    ("takes the mip level of gradients", Shape::Plane, |_| {}, &[
        ("textureSampleGrad(t, s, vec2f(0.1, 0.1), vec2f(0.25, 0), vec2f(0, 0.25))", [0.0; 4]),
        ("textureSampleGrad(t, s, vec2f(0.1, 0.1), vec2f(0.5, 0), vec2f(0, 0.5))",
            [0.0, 0.0, 0.0, 1.0]),
        ("textureSampleGrad(t, s, vec2f(0.1, 0.1), vec2f(1, 0), vec2f(0, 1))",
            [0.0, 0.0, 0.0, 2.0]),
    ]),
    ("filters the same with anisotropy where there is none", Shape::Plane, |d| {
        filter(d);
        d.max_anisotropy = Some(16);
    }, &[
        ("textureSampleGrad(t, s, vec2f(0.5, 0.5), vec2f(0.5, 0), vec2f(0, 0.5))",
            [0.5, 0.5, 0.0, 1.0]),
    ]),
    ("gathers a component of four texels", Shape::Plane, |_| {}, &[
        ("textureGather(0, t, s, vec2f(0.5, 0.5)) * steps / 64", [1.0, 2.0, 2.0, 1.0]),
        ("textureGather(1, t, s, vec2f(0.5, 0.5)) * steps / 64", [2.0, 2.0, 1.0, 1.0]),
    ]),
];

fn filter(descriptor: &mut GpuSamplerDescriptor) {
    descriptor.mag_filter = Some(GpuFilterMode::Linear);
    descriptor.min_filter = Some(GpuFilterMode::Linear);
    descriptor.mipmap_filter = Some(GpuMipmapFilterMode::Linear);
}

/// A comparison, and whether it holds for a reference that is less than the texel, equal to it, and
/// greater.
#[rustfmt::skip]
const COMPARISONS: &[(&str, GpuCompareFunction, [f32; 3])] = &[
    ("never", GpuCompareFunction::Never, [0.0, 0.0, 0.0]),
    ("less", GpuCompareFunction::Less, [1.0, 0.0, 0.0]),
    ("equal", GpuCompareFunction::Equal, [0.0, 1.0, 0.0]),
    ("less-equal", GpuCompareFunction::LessEqual, [1.0, 1.0, 0.0]),
    ("greater", GpuCompareFunction::Greater, [0.0, 0.0, 1.0]),
    ("not-equal", GpuCompareFunction::NotEqual, [1.0, 0.0, 1.0]),
    ("greater-equal", GpuCompareFunction::GreaterEqual, [0.0, 1.0, 1.0]),
    ("always", GpuCompareFunction::Always, [1.0, 1.0, 1.0]),
];

pub async fn run(suite: &mut Suite) {
    for (what, shape, change, probes) in CASES {
        suite
            .right(
                &format!("gpu-device.create-sampler: {what}"),
                async |device| {
                    let texture = shape.texture(device);
                    let view = texture.create_view(Some(&GpuTextureViewDescriptor {
                        dimension: Some(shape.view_dimension()),
                        ..view()
                    }));
                    let sampler = device.create_sampler(Some(&changed(*change)));
                    let shader = computing_all(shape.wgsl(), "sampler", probes.iter().map(|p| p.0));
                    let results = computed(device, &shader, &view, &sampler).await?;
                    for ((expression, expected), result) in probes.iter().zip(results) {
                        is_at(expression, place(result), *expected)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
    comparisons(suite).await;
    derivatives(suite).await;
}

fn changed(change: Change) -> GpuSamplerDescriptor {
    let mut descriptor = sampler();
    change(&mut descriptor);
    descriptor
}

/// Where a color is of, by its components from 0 to 1.
fn place(color: [f32; 4]) -> [f32; 4] {
    [0, 1, 2, 3].map(|i| color[i] * 255.0 / f32::from(STEPS[i]))
}

/// Filters may have as few as four bits, in which all that is expected here is exact.
fn is_at(what: &str, place: [f32; 4], expected: [f32; 4]) -> Outcome {
    holds(
        place
            .iter()
            .zip(expected)
            .all(|(at, wanted)| (at - wanted).abs() < 0.03),
        &format!("{expected:?} of {what}; got {place:?}"),
    )
}

/// A shader that computes expressions of a texture `t` and a sampler `s`.
fn computing_all<'a>(
    texture: &str,
    sampler: &str,
    expressions: impl Iterator<Item = &'a str>,
) -> String {
    let lines: Vec<String> = expressions
        .enumerate()
        .map(|(i, expression)| format!("results[{i}] = vec4f({expression});"))
        .collect();
    format!(
        "const steps = vec4f({}, {}, {}, {});
         @group(0) @binding(0) var t: {texture};
         @group(0) @binding(1) var s: {sampler};
         @group(0) @binding(2) var<storage, read_write> results: array<vec4f, {}>;
         @compute @workgroup_size(1) fn main() {{
           {}
         }}",
        STEPS[0],
        STEPS[1],
        STEPS[2],
        STEPS[3],
        lines.len(),
        lines.join("\n")
    )
}

/// The results of such a shader, of 16 at most.
async fn computed(
    device: &GpuDevice,
    code: &str,
    view: &GpuTextureView,
    sampler: &GpuSampler,
) -> Outcome<Vec<[f32; 4]>> {
    let pipeline = computing(device, code);
    let results = storage(device, 16 * 16);
    let group = device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![
            bound(0, GpuBindingResource::GpuTextureView(view)),
            bound(1, GpuBindingResource::GpuSampler(sampler)),
            bound(2, part_of(&results, None, None)),
        ],
    ));
    run_once(device, &pipeline, &group);
    let words = words_of(&read(device, &results).await?);
    Ok(words
        .as_chunks()
        .0
        .iter()
        .map(|vector: &[u32; 4]| vector.map(f32::from_bits))
        .collect())
}

/// Samplers that compare, with a texel of depth 0 and one of depth 1.
async fn comparisons(suite: &mut Suite) {
    const PROBES: [&str; 4] = [
        "textureSampleCompareLevel(t, s, vec2f(0.75, 0.5), 0)",
        "textureSampleCompareLevel(t, s, vec2f(0.75, 0.5), 1)",
        "textureSampleCompareLevel(t, s, vec2f(0.25, 0.5), 1)",
        "textureGatherCompare(t, s, vec2f(0.5, 0.5), 0)",
    ];
    for (name, compare, [less, equals, greater]) in COMPARISONS {
        suite
            .right(
                &format!("gpu-device.create-sampler: that compares by {name}"),
                async |device| {
                    let depths = device.create_texture(&texture(
                        extent(2, 1),
                        GpuTextureFormat::Depth16unorm,
                        GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
                    ));
                    device.queue().write_texture_with_copy(
                        &texels(&depths),
                        &[0, 0, 255, 255],
                        layout(4),
                        extent(2, 1),
                    );
                    let sampler = device.create_sampler(Some(&GpuSamplerDescriptor {
                        compare: Some(*compare),
                        ..sampler()
                    }));
                    let results = computed(
                        device,
                        &computing_all(
                            "texture_depth_2d",
                            "sampler_comparison",
                            PROBES.into_iter(),
                        ),
                        &depths.create_view(None),
                        &sampler,
                    )
                    .await?;
                    equal(
                        &results[..4],
                        &[
                            [*less; 4],
                            [*equals; 4],
                            [*greater; 4],
                            [*equals, *less, *less, *equals],
                        ],
                    )
                },
            )
            .await;
    }
}

/// Mip levels that follow from how coordinates differ between fragments.
async fn derivatives(suite: &mut Suite) {
    for (what, expression, mip_level) in [
        ("at its own size", "textureSample(t, s, at.xy / 4)", 0.0),
        ("at half of its size", "textureSample(t, s, at.xy / 2)", 1.0),
        (
            "at a quarter of its size",
            "textureSample(t, s, at.xy)",
            2.0,
        ),
        (
            "nearer by a bias",
            "textureSampleBias(t, s, at.xy / 2, -1)",
            0.0,
        ),
        (
            "farther by a bias",
            "textureSampleBias(t, s, at.xy / 4, 1)",
            1.0,
        ),
    ] {
        suite
            .right(
                &format!("gpu-device.create-sampler: takes the mip level of a texture {what}"),
                async |device| {
                    for fragment in fragments(device, Shape::Plane, expression).await? {
                        equal(fragment[3], mip_level)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-device.create-sampler: takes the nearest of a line",
            async |device| {
                let drawn = fragments(device, Shape::Line, "textureSample(t, s, 0.6)").await?;
                equal(drawn, vec![[2.0, 0.0, 0.0, 0.0]; 16])
            },
        )
        .await;
}

/// What 4 by 4 fragments get, where `at` is the position of each.
async fn fragments(device: &GpuDevice, shape: Shape, expression: &str) -> Outcome<Vec<[f32; 4]>> {
    const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;
    let module = device.create_shader_module(&shader(&format!(
        "@group(0) @binding(0) var t: {};
         @group(0) @binding(1) var s: sampler;
         @vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {{
           return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0, 1);
         }}
         @fragment fn fragment(@builtin(position) at: vec4f) -> @location(0) vec4f {{
           return {expression};
         }}",
        shape.wgsl()
    )));
    let pipeline = device.create_render_pipeline(render_pipeline(&module, &[FORMAT]));
    let texture = shape.texture(device);
    let sampler = device.create_sampler(None);
    let group = device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![
            bound(0, GpuBindingResource::GpuTexture(&texture)),
            bound(1, GpuBindingResource::GpuSampler(&sampler)),
        ],
    ));
    let target = target_of(device, 4, FORMAT);
    let view = target.create_view(None);
    submit(device, |encoder| {
        render_into(encoder, &view, |pass| {
            pass.set_pipeline(&pipeline);
            let _ = pass.set_bind_group(0, Some(&group), None, None, None);
            pass.draw(3, None, None, None);
        });
    });
    let bytes = read_texels(device, &target, 4).await?;
    let colors = bytes.as_chunks().0.iter();
    Ok(colors
        .map(|color: &[u8; 4]| place(color.map(|byte| f32::from(byte) / 255.0)))
        .collect())
}
