//! What the bytes of texels mean in every format: what shaders read, passes draw and shaders store
//! (specification, "Texture Formats" and "Texel Block Copies").

use harness::*;

/// The bytes of a texel, or of a block that has it everywhere, and its numbers: such that they are
/// exact in any precision, and that no other bytes have them.
type Texel = (&'static str, &'static [u8], [f64; 4]);

const RED: &[u8] = &[0x00, 0xf8, 0, 0, 0, 0, 0, 0];
const WHITE: &[u8] = &[0xff, 0xff, 0xff, 0, 0, 0, 0, 0];

#[rustfmt::skip]
const TEXELS: &[Texel] = &[
    ("r8unorm", &[255], [1.0, 0.0, 0.0, 1.0]),
    ("r8snorm", &[0x81], [-1.0, 0.0, 0.0, 1.0]),
    ("r8uint", &[250], [250.0, 0.0, 0.0, 1.0]),
    ("r8sint", &[0xfe], [-2.0, 0.0, 0.0, 1.0]),
    ("rg8unorm", &[0, 255], [0.0, 1.0, 0.0, 1.0]),
    ("rg8snorm", &[0x7f, 0x81], [1.0, -1.0, 0.0, 1.0]),
    ("rg8uint", &[1, 250], [1.0, 250.0, 0.0, 1.0]),
    ("rg8sint", &[1, 0x80], [1.0, -128.0, 0.0, 1.0]),
    ("rgba8unorm", &[255, 0, 0, 255], [1.0, 0.0, 0.0, 1.0]),
    ("rgba8unorm-srgb", &[255, 0, 0, 255], [1.0, 0.0, 0.0, 1.0]),
    ("rgba8snorm", &[0x7f, 0, 0x81, 0x7f], [1.0, 0.0, -1.0, 1.0]),
    ("rgba8uint", &[1, 2, 3, 250], [1.0, 2.0, 3.0, 250.0]),
    ("rgba8sint", &[1, 0xfe, 3, 0x7f], [1.0, -2.0, 3.0, 127.0]),
    ("bgra8unorm", &[255, 0, 0, 255], [0.0, 0.0, 1.0, 1.0]),
    ("bgra8unorm-srgb", &[255, 0, 0, 255], [0.0, 0.0, 1.0, 1.0]),
    ("r16unorm", &[255, 255], [1.0, 0.0, 0.0, 1.0]),
    ("r16snorm", &[1, 0x80], [-1.0, 0.0, 0.0, 1.0]),
    ("r16uint", &[1, 2], [513.0, 0.0, 0.0, 1.0]),
    ("r16sint", &[0xfe, 0xff], [-2.0, 0.0, 0.0, 1.0]),
    ("r16float", &[0, 0xc1], [-2.5, 0.0, 0.0, 1.0]),
    ("rg16unorm", &[0, 0, 255, 255], [0.0, 1.0, 0.0, 1.0]),
    ("rg16snorm", &[0xff, 0x7f, 1, 0x80], [1.0, -1.0, 0.0, 1.0]),
    ("rg16uint", &[1, 2, 255, 255], [513.0, 65535.0, 0.0, 1.0]),
    ("rg16sint", &[0, 0x80, 0, 1], [-32768.0, 256.0, 0.0, 1.0]),
    ("rg16float", &[0, 0x3c, 0, 0xb8], [1.0, -0.5, 0.0, 1.0]),
    ("rgba16unorm", &[255, 255, 0, 0, 0, 0, 255, 255], [1.0, 0.0, 0.0, 1.0]),
    ("rgba16snorm", &[0xff, 0x7f, 0, 0, 1, 0x80, 0, 0], [1.0, 0.0, -1.0, 0.0]),
    ("rgba16uint", &[1, 0, 2, 0, 3, 0, 0, 4], [1.0, 2.0, 3.0, 1024.0]),
    ("rgba16sint", &[1, 0, 0xff, 0xff, 3, 0, 0, 4], [1.0, -1.0, 3.0, 1024.0]),
    ("rgba16float", &[0, 0x3c, 0, 0x40, 0, 0xc2, 0, 0x44], [1.0, 2.0, -3.0, 4.0]),
    ("r32uint", &[0xff, 0xff, 0xff, 0xff], [4294967295.0, 0.0, 0.0, 1.0]),
    ("r32sint", &[0, 0, 0, 0x80], [-2147483648.0, 0.0, 0.0, 1.0]),
    ("r32float", &[0, 0, 0x20, 0xc0], [-2.5, 0.0, 0.0, 1.0]),
    ("rg32uint", &[1, 0, 0, 0, 0, 0, 0, 2], [1.0, 33554432.0, 0.0, 1.0]),
    ("rg32sint", &[0xff, 0xff, 0xff, 0xff, 5, 0, 0, 0], [-1.0, 5.0, 0.0, 1.0]),
    ("rg32float", &[0, 0, 0x80, 0x3f, 0, 0, 0, 0x40], [1.0, 2.0, 0.0, 1.0]),
    ("rgba32uint", &[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0], [1.0, 2.0, 3.0, 4.0]),
    ("rgba32sint", &[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0xfc, 0xff, 0xff, 0xff],
        [1.0, 2.0, 3.0, -4.0]),
    ("rgba32float", &[0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0xc0],
        [1.0, 2.0, 3.0, -4.0]),
    ("rgb10a2uint", &[0x01, 0x08, 0xf0, 0xff], [1.0, 2.0, 1023.0, 3.0]),
    ("rgb10a2unorm", &[0xff, 0x03, 0x00, 0xc0], [1.0, 0.0, 0.0, 1.0]),
    ("rg11b10ufloat", &[0xc0, 0x03, 0x20, 0x70], [1.0, 2.0, 0.5, 1.0]),
    ("rgb9e5ufloat", &[0x80, 0x00, 0x02, 0x89], [1.0, 2.0, 0.5, 1.0]),
    ("bc1-rgba-unorm", RED, [1.0, 0.0, 0.0, 1.0]),
    ("bc1-rgba-unorm-srgb", RED, [1.0, 0.0, 0.0, 1.0]),
    ("bc2-rgba-unorm", &[0, 0, 0, 0, 0, 0, 0, 0, 0x00, 0xf8, 0, 0, 0, 0, 0, 0],
        [1.0, 0.0, 0.0, 0.0]),
    ("bc2-rgba-unorm-srgb", &[0, 0, 0, 0, 0, 0, 0, 0, 0x00, 0xf8, 0, 0, 0, 0, 0, 0],
        [1.0, 0.0, 0.0, 0.0]),
    ("bc3-rgba-unorm", &[255, 0, 0, 0, 0, 0, 0, 0, 0x00, 0xf8, 0, 0, 0, 0, 0, 0],
        [1.0, 0.0, 0.0, 1.0]),
    ("bc3-rgba-unorm-srgb", &[255, 0, 0, 0, 0, 0, 0, 0, 0x00, 0xf8, 0, 0, 0, 0, 0, 0],
        [1.0, 0.0, 0.0, 1.0]),
    ("bc4-r-unorm", &[255, 0, 0, 0, 0, 0, 0, 0], [1.0, 0.0, 0.0, 1.0]),
    ("bc4-r-snorm", &[0x81, 0x7f, 0, 0, 0, 0, 0, 0], [-1.0, 0.0, 0.0, 1.0]),
    ("bc5-rg-unorm", &[255, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0], [1.0, 0.0, 0.0, 1.0]),
    ("bc5-rg-snorm", &[0x7f, 0x81, 0, 0, 0, 0, 0, 0, 0x81, 0x7f, 0, 0, 0, 0, 0, 0],
        [1.0, -1.0, 0.0, 1.0]),
    ("bc6h-rgb-ufloat", &[0xe3, 255, 255, 255, 255, 255, 255, 255, 1, 0, 0, 0, 0, 0, 0, 0],
        [65504.0, 65504.0, 65504.0, 1.0]),
    ("bc6h-rgb-float", &[3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0.0, 0.0, 0.0, 1.0]),
    ("bc7-rgba-unorm", &[0xc0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0],
        [1.0, 1.0, 1.0, 1.0]),
    ("bc7-rgba-unorm-srgb", &[0xc0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0],
        [1.0, 1.0, 1.0, 1.0]),
    ("etc2-rgb8unorm", WHITE, [1.0, 1.0, 1.0, 1.0]),
    ("etc2-rgb8unorm-srgb", WHITE, [1.0, 1.0, 1.0, 1.0]),
    ("etc2-rgb8a1unorm", &[0xf8, 0xf8, 0xf8, 2, 0, 0, 0, 0], [1.0, 1.0, 1.0, 1.0]),
    ("etc2-rgb8a1unorm-srgb", &[0xf8, 0xf8, 0xf8, 2, 0, 0, 0, 0], [1.0, 1.0, 1.0, 1.0]),
    ("etc2-rgba8unorm", &[0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0],
        [1.0, 1.0, 1.0, 0.0]),
    ("etc2-rgba8unorm-srgb", &[0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0],
        [1.0, 1.0, 1.0, 0.0]),
    ("eac-r11unorm", &[255, 0x10, 255, 255, 255, 255, 255, 255], [1.0, 0.0, 0.0, 1.0]),
    ("eac-r11snorm", &[0x7f, 0x10, 255, 255, 255, 255, 255, 255], [1.0, 0.0, 0.0, 1.0]),
    ("eac-rg11unorm", &[255, 0x10, 255, 255, 255, 255, 255, 255, 0, 0x10, 0, 0, 0, 0, 0, 0],
        [1.0, 0.0, 0.0, 1.0]),
    ("eac-rg11snorm", &[0x7f, 0x10, 255, 255, 255, 255, 255, 255, 0x81, 0x10, 0, 0, 0, 0, 0, 0],
        [1.0, -1.0, 0.0, 1.0]),
];

/// The block of one color that is the same in every format of ASTC.
const ASTC: Texel = (
    "astc",
    &[
        0xfc, 0xfd, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255, 255,
    ],
    [1.0, 0.0, 0.0, 1.0],
);

fn texel_of(format: &Format) -> Outcome<&'static Texel> {
    let known = TEXELS.iter().find(|(name, ..)| *name == format.name);
    match known {
        Some(texel) => Ok(texel),
        None if format.name.starts_with("astc-") => Ok(&ASTC),
        None => failed(format!("a texel of {}, which the suite lacks", format.name)),
    }
}

/// The type of its numbers in shaders.
fn scalar(format: &Format) -> &'static str {
    match format.sampled {
        Sampled::Uint => "u32",
        Sampled::Sint => "i32",
        _ => "f32",
    }
}

/// Numbers as the bits that shaders have of them.
fn bits(format: &Format, numbers: [f64; 4]) -> [u32; 4] {
    numbers.map(|number| match format.sampled {
        Sampled::Uint => number as u32,
        Sampled::Sint => number as i32 as u32,
        _ => (number as f32).to_bits(),
    })
}

/// Numbers as an expression of a shader, of the type that the format has there.
fn literal(format: &Format, numbers: [f64; 4]) -> String {
    let [a, b, c, d] = bits(format, numbers);
    format!(
        "bitcast<vec4<{}>>(vec4u({a}, {b}, {c}, {d}))",
        scalar(format)
    )
}

pub async fn run(suite: &mut Suite) {
    for format in FORMATS.iter().filter(|f| !f.is_depth_or_stencil()) {
        reading(suite, format).await;
        drawing(suite, format).await;
        storing(suite, format).await;
    }
    computed(suite).await;
    srgb(suite).await;
    aspects(suite).await;
}

/// The features for a use of a format; none where it cannot be used so.
fn features_for(format: &Format, support: Support) -> Option<Vec<GpuFeatureName>> {
    match support {
        Support::No => None,
        Support::Yes => Some(format.features()),
        Support::With(feature) => Some([format.features(), vec![feature]].concat()),
    }
}

async fn reading(suite: &mut Suite, format: &Format) {
    suite
        .requiring(&format.features())
        .right(
            &format!(
                "gpu-device.create-texture: of {} holds what shaders read",
                format.name
            ),
            async |device| {
                let (_, bytes, numbers) = texel_of(format)?;
                let texture = device.create_texture(&texture(
                    format.one_block(),
                    format.format,
                    GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
                ));
                device.queue().write_texture_with_copy(
                    &texels(&texture),
                    bytes,
                    layout(format.footprint),
                    format.one_block(),
                );
                let read = loaded(device, &texture.create_view(None), scalar(format)).await?;
                is_read(format, read, *numbers)
            },
        )
        .await;
}

/// Expects the bits of these numbers, or nearly so: that some GPUs widen 11 bits to 16 is allowed.
fn is_read(format: &Format, read: [u32; 4], numbers: [f64; 4]) -> Outcome {
    if scalar(format) != "f32" {
        return equal(read, bits(format, numbers));
    }
    let read = read.map(f32::from_bits);
    let near = |(one, other): (&f32, f64)| (f64::from(*one) - other).abs() < 0.001;
    holds(
        read.iter().zip(numbers).all(near),
        &format!("{numbers:?}; got {read:?}"),
    )
}

/// The bits of the first texel of a view, as a fragment shader of this type of numbers reads it.
async fn loaded(device: &GpuDevice, view: &GpuTextureView, scalar: &str) -> Outcome<[u32; 4]> {
    const BITS: GpuTextureFormat = GpuTextureFormat::Rgba32uint;
    let reading = format!(
        "@group(0) @binding(0) var read: texture_2d<{scalar}>;
         {}",
        covering("u32", "bitcast<vec4u>(textureLoad(read, vec2u(0, 0), 0))")
    );
    let module = device.create_shader_module(&shader(&reading));
    let pipeline = device.create_render_pipeline(render_pipeline(&module, &[BITS]));
    let group = device.create_bind_group(&bind_group(
        &pipeline.get_bind_group_layout(0),
        vec![bound(0, GpuBindingResource::GpuTextureView(view))],
    ));
    let target = target_of(device, 1, BITS);
    let attached = target.create_view(None);
    submit(device, |encoder| {
        render_into(encoder, &attached, |pass| {
            pass.set_pipeline(&pipeline);
            let _ = pass.set_bind_group(0, Some(&group), None, None, None);
            pass.draw(3, None, None, None);
        });
    });
    let words = words_of(&read_texels(device, &target, 16).await?);
    Ok([words[0], words[1], words[2], words[3]])
}

/// Covers everything in a color.
fn covering(scalar: &str, value: &str) -> String {
    format!(
        "@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {{
           return vec4f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1, 0, 1);
         }}
         @fragment fn fragment() -> @location(0) vec4<{scalar}> {{
           return {value};
         }}"
    )
}

async fn drawing(suite: &mut Suite, format: &Format) {
    let Some(features) = features_for(format, format.attachment) else {
        return;
    };
    suite
        .requiring(&features)
        .right(
            &format!(
                "gpu-device.create-render-pipeline: draws texels of {}",
                format.name
            ),
            async |device| {
                let (_, bytes, numbers) = texel_of(format)?;
                let code = covering(scalar(format), &literal(format, *numbers));
                equal(drawn(device, format, &code).await?, bytes.to_vec())
            },
        )
        .await;
}

/// The bytes of a texel that a shader with one entry point a stage draws.
async fn drawn(device: &GpuDevice, format: &Format, code: &str) -> Outcome<Vec<u8>> {
    let module = device.create_shader_module(&shader(code));
    let pipeline = device.create_render_pipeline(render_pipeline(&module, &[format.format]));
    let target = target_of(device, 1, format.format);
    let view = target.create_view(None);
    submit(device, |encoder| {
        render_into(encoder, &view, |pass| draw_with(pass, &pipeline));
    });
    read_texels(device, &target, format.footprint).await
}

async fn storing(suite: &mut Suite, format: &Format) {
    let Some(features) = features_for(format, format.write_only) else {
        return;
    };
    suite
        .requiring(&features)
        .right(
            &format!(
                "gpu-device.create-compute-pipeline: stores texels of {}",
                format.name
            ),
            async |device| {
                let (_, bytes, numbers) = texel_of(format)?;
                let pipeline = computing(
                    device,
                    &format!(
                        "@group(0) @binding(0) var stored: texture_storage_2d<{}, write>;
                         @compute @workgroup_size(1) fn main() {{
                           textureStore(stored, vec2u(0, 0), {});
                         }}",
                        format.name,
                        literal(format, *numbers)
                    ),
                );
                let texture = device.create_texture(&texture(
                    extent(1, 1),
                    format.format,
                    GpuTextureUsage::STORAGE_BINDING | GpuTextureUsage::COPY_SRC,
                ));
                run_on(device, &pipeline, &[&texture]);
                equal(
                    read_texels(device, &texture, format.footprint).await?,
                    bytes.to_vec(),
                )
            },
        )
        .await;
    read_back(suite, format).await;
}

/// Runs a pipeline once on textures, which are its bindings 0, 1, 2, ...
fn run_on(device: &GpuDevice, pipeline: &GpuComputePipeline, textures: &[&GpuTexture]) {
    let entries = textures
        .iter()
        .zip(0..)
        .map(|(texture, binding)| bound(binding, GpuBindingResource::GpuTexture(texture)))
        .collect();
    let group = device.create_bind_group(&bind_group(&pipeline.get_bind_group_layout(0), entries));
    run_once(device, pipeline, &group);
}

/// Storage textures that shaders read, which change nothing of a texel.
async fn read_back(suite: &mut Suite, format: &Format) {
    for (what, support, code) in [
        (
            "copies texels of",
            format.read_only,
            "@group(0) @binding(0) var one: texture_storage_2d<FORMAT, read>;
             @group(0) @binding(1) var other: texture_storage_2d<FORMAT, write>;
             @compute @workgroup_size(1) fn main() {
               textureStore(other, vec2u(0, 0), textureLoad(one, vec2u(0, 0)));
             }",
        ),
        (
            "copies, by storage to be read and written, texels of",
            format.read_write,
            "@group(0) @binding(0) var one: texture_storage_2d<FORMAT, read_write>;
             @group(0) @binding(1) var other: texture_storage_2d<FORMAT, read_write>;
             @compute @workgroup_size(1) fn main() {
               textureStore(other, vec2u(0, 0), textureLoad(one, vec2u(0, 0)));
             }",
        ),
    ] {
        let Some(features) = features_for(format, support) else {
            continue;
        };
        suite
            .requiring(&features)
            .right(
                &format!("gpu-device.create-compute-pipeline: {what} {}", format.name),
                async |device| {
                    let (_, bytes, _) = texel_of(format)?;
                    let usage = GpuTextureUsage::STORAGE_BINDING
                        | GpuTextureUsage::COPY_SRC
                        | GpuTextureUsage::COPY_DST;
                    let one = device.create_texture(&texture(extent(1, 1), format.format, usage));
                    let other = device.create_texture(&texture(extent(1, 1), format.format, usage));
                    device.queue().write_texture_with_copy(
                        &texels(&one),
                        bytes,
                        layout(format.footprint),
                        extent(1, 1),
                    );
                    let pipeline = computing(device, &code.replace("FORMAT", format.name));
                    run_on(device, &pipeline, &[&one, &other]);
                    equal(
                        read_texels(device, &other, format.footprint).await?,
                        bytes.to_vec(),
                    )
                },
            )
            .await;
    }
}

/// That compute shaders read blocks as fragment shaders do.
async fn computed(suite: &mut Suite) {
    suite
        .requiring(&[GpuFeatureName::TextureCompressionBc])
        .right(
            "gpu-device.create-compute-pipeline: reads texels of bc1-rgba-unorm",
            async |device| {
                let read = device.create_texture(&texture(
                    extent(4, 4),
                    GpuTextureFormat::Bc1RgbaUnorm,
                    GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
                ));
                device.queue().write_texture_with_copy(
                    &texels(&read),
                    RED,
                    layout(8),
                    extent(4, 4),
                );
                let stored = device.create_texture(&texture(
                    extent(1, 1),
                    GpuTextureFormat::Rgba8unorm,
                    GpuTextureUsage::STORAGE_BINDING | GpuTextureUsage::COPY_SRC,
                ));
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var read: texture_2d<f32>;
                     @group(0) @binding(1) var stored: texture_storage_2d<rgba8unorm, write>;
                     @compute @workgroup_size(1) fn main() {
                       textureStore(stored, vec2u(0, 0), textureLoad(read, vec2u(0, 0), 0));
                     }",
                );
                run_on(device, &pipeline, &[&read, &stored]);
                equal(read_texels(device, &stored, 4).await?, vec![255, 0, 0, 255])
            },
        )
        .await;
}

/// Formats of sRGB, whose numbers but alpha are encoded.
async fn srgb(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-render-pipeline: draws linear colors into what is sRGB",
            async |device| {
                let format = some(
                    FORMATS.iter().find(|f| f.name == "rgba8unorm-srgb"),
                    "rgba8unorm-srgb",
                )?;
                let code = covering("f32", "vec4f(0.5, 0.2, 0.001, 0.5)");
                let drawn = drawn(device, format, &code).await?;
                let expected = [188, 124, 3, 128];
                let near = |(byte, wanted): (&u8, u8)| byte.abs_diff(wanted) <= 1;
                holds(
                    drawn.iter().zip(expected).all(near),
                    &format!("about {expected:?}; got {drawn:?}"),
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-texture.create-view: as sRGB is decoded by shaders",
            async |device| {
                let texture = device.create_texture(&GpuTextureDescriptor {
                    view_formats: Some(vec![GpuTextureFormat::Rgba8unormSrgb]),
                    ..texture(
                        extent(1, 1),
                        GpuTextureFormat::Rgba8unorm,
                        GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::COPY_DST,
                    )
                });
                device.queue().write_texture_with_copy(
                    &texels(&texture),
                    &[188, 124, 255, 188],
                    layout(4),
                    extent(1, 1),
                );
                for (format, expected) in [
                    (GpuTextureFormat::Rgba8unorm, [0.737, 0.486, 1.0, 0.737]),
                    (GpuTextureFormat::Rgba8unormSrgb, [0.503, 0.202, 1.0, 0.737]),
                ] {
                    let view = texture.create_view(Some(&GpuTextureViewDescriptor {
                        format: Some(format),
                        ..view()
                    }));
                    let read = loaded(device, &view, "f32").await?.map(f32::from_bits);
                    let near = |(number, wanted): (&f32, f32)| (number - wanted).abs() < 0.005;
                    holds(
                        read.iter().zip(expected).all(near),
                        &format!("about {expected:?}; got {read:?}"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
}

/// Depth and stencil, each by a view of its own.
async fn aspects(suite: &mut Suite) {
    for format in FORMATS.iter().filter(|f| f.is_depth_or_stencil()) {
        let has_depth = format.name.starts_with("depth");
        let has_stencil = format.name.contains("stencil");
        suite
            .requiring(&format.features())
            .right(
                &format!(
                    "gpu-texture.create-view: of the aspects of {} is what shaders read",
                    format.name
                ),
                async |device| {
                    let texture = device.create_texture(&texture(
                        extent(1, 1),
                        format.format,
                        GpuTextureUsage::TEXTURE_BINDING | GpuTextureUsage::RENDER_ATTACHMENT,
                    ));
                    let whole = texture.create_view(None);
                    let cleared = GpuRenderPassDepthStencilAttachment {
                        depth_load_op: has_depth.then_some(GpuLoadOp::Clear),
                        depth_store_op: has_depth.then_some(GpuStoreOp::Store),
                        stencil_load_op: has_stencil.then_some(GpuLoadOp::Clear),
                        stencil_store_op: has_stencil.then_some(GpuStoreOp::Store),
                        stencil_clear_value: Some(7),
                        ..depth(&whole, 1.0)
                    };
                    submit(device, |encoder| {
                        render(encoder, &depth_pass(vec![], cleared), |_| {});
                    });
                    let aspect = |aspect| {
                        texture.create_view(Some(&GpuTextureViewDescriptor {
                            aspect: Some(aspect),
                            ..view()
                        }))
                    };
                    if has_depth {
                        let view = aspect(GpuTextureAspect::DepthOnly);
                        let [depth, ..] = loaded(device, &view, "f32").await?;
                        equal(f32::from_bits(depth), 1.0)?;
                    }
                    if has_stencil {
                        let view = aspect(GpuTextureAspect::StencilOnly);
                        let [stencil, ..] = loaded(device, &view, "u32").await?;
                        equal(stencil, 7)?;
                    }
                    Ok(())
                },
            )
            .await;
    }
}
