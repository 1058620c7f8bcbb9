//! Vertex buffers: their layouts in pipelines, and what every vertex format reads (specification,
//! "Vertex State").

use crate::{NOTHING, RED, SHADER, drawn, pipeline, red};
use harness::*;

/// What a shader gets of an attribute.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Float,
    Uint,
    Sint,
}

/// A vertex format, the bytes of an attribute, and the four components that a shader gets of them:
/// those that are left out are 0, 0, 0 and 1.
struct Read {
    name: &'static str,
    format: GpuVertexFormat,
    kind: Kind,
    bytes: &'static [u8],
    expected: [f64; 4],
}

macro_rules! read {
    ($name:literal $format:ident $kind:ident $bytes:expr => $expected:expr) => {
        Read {
            name: $name,
            format: GpuVertexFormat::$format,
            kind: Kind::$kind,
            bytes: &$bytes,
            expected: $expected,
        }
    };
}

/// The numbers are such that they are exact in any precision.
#[rustfmt::skip]
const FORMATS_READ: &[Read] = &[
    read!("uint8" Uint8 Uint [250] => [250.0, 0.0, 0.0, 1.0]),
    read!("uint8x2" Uint8x2 Uint [1, 250] => [1.0, 250.0, 0.0, 1.0]),
    read!("uint8x4" Uint8x4 Uint [1, 2, 3, 250] => [1.0, 2.0, 3.0, 250.0]),
    read!("sint8" Sint8 Sint [0xfe] => [-2.0, 0.0, 0.0, 1.0]),
    read!("sint8x2" Sint8x2 Sint [1, 0x80] => [1.0, -128.0, 0.0, 1.0]),
    read!("sint8x4" Sint8x4 Sint [1, 0xfe, 3, 0x7f] => [1.0, -2.0, 3.0, 127.0]),
    read!("unorm8" Unorm8 Float [255] => [1.0, 0.0, 0.0, 1.0]),
    read!("unorm8x2" Unorm8x2 Float [0, 255] => [0.0, 1.0, 0.0, 1.0]),
    read!("unorm8x4" Unorm8x4 Float [255, 0, 255, 0] => [1.0, 0.0, 1.0, 0.0]),
    read!("snorm8" Snorm8 Float [0x81] => [-1.0, 0.0, 0.0, 1.0]),
    read!("snorm8x2" Snorm8x2 Float [0x7f, 0x80] => [1.0, -1.0, 0.0, 1.0]),
    read!("snorm8x4" Snorm8x4 Float [0x7f, 0, 0x81, 0x80] => [1.0, 0.0, -1.0, -1.0]),
    read!("uint16" Uint16 Uint [1, 2] => [513.0, 0.0, 0.0, 1.0]),
    read!("uint16x2" Uint16x2 Uint [1, 2, 255, 255] => [513.0, 65535.0, 0.0, 1.0]),
    read!("uint16x4" Uint16x4 Uint [1, 0, 2, 0, 3, 0, 0, 4] => [1.0, 2.0, 3.0, 1024.0]),
    read!("sint16" Sint16 Sint [0xfe, 0xff] => [-2.0, 0.0, 0.0, 1.0]),
    read!("sint16x2" Sint16x2 Sint [0, 0x80, 0, 1] => [-32768.0, 256.0, 0.0, 1.0]),
    read!("sint16x4" Sint16x4 Sint [1, 0, 0xff, 0xff, 3, 0, 0, 4] => [1.0, -1.0, 3.0, 1024.0]),
    read!("unorm16" Unorm16 Float [255, 255] => [1.0, 0.0, 0.0, 1.0]),
    read!("unorm16x2" Unorm16x2 Float [0, 0, 255, 255] => [0.0, 1.0, 0.0, 1.0]),
    read!("unorm16x4" Unorm16x4 Float [255, 255, 0, 0, 255, 255, 0, 0] => [1.0, 0.0, 1.0, 0.0]),
    read!("snorm16" Snorm16 Float [1, 0x80] => [-1.0, 0.0, 0.0, 1.0]),
    read!("snorm16x2" Snorm16x2 Float [0xff, 0x7f, 0, 0x80] => [1.0, -1.0, 0.0, 1.0]),
    read!("snorm16x4" Snorm16x4 Float [0xff, 0x7f, 0, 0, 1, 0x80, 0, 0] => [1.0, 0.0, -1.0, 0.0]),
    read!("float16" Float16 Float [0, 0xc1] => [-2.5, 0.0, 0.0, 1.0]),
    read!("float16x2" Float16x2 Float [0, 0x3c, 0, 0x38] => [1.0, 0.5, 0.0, 1.0]),
    read!("float16x4" Float16x4 Float [0, 0x3c, 0, 0x40, 0, 0x42, 0, 0x44] => [1.0, 2.0, 3.0, 4.0]),
    read!("float32" Float32 Float [0, 0, 0x20, 0xc0] => [-2.5, 0.0, 0.0, 1.0]),
    read!("float32x2" Float32x2 Float [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40] => [1.0, 2.0, 0.0, 1.0]),
    read!("float32x3" Float32x3 Float [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40]
        => [1.0, 2.0, 3.0, 1.0]),
    read!("float32x4" Float32x4 Float
        [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40]
        => [1.0, 2.0, 3.0, 4.0]),
    read!("uint32" Uint32 Uint [0xff, 0xff, 0xff, 0xff] => [4294967295.0, 0.0, 0.0, 1.0]),
    read!("uint32x2" Uint32x2 Uint [1, 0, 0, 0, 0, 0, 0, 2] => [1.0, 33554432.0, 0.0, 1.0]),
    read!("uint32x3" Uint32x3 Uint [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0] => [1.0, 2.0, 3.0, 1.0]),
    read!("uint32x4" Uint32x4 Uint [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0]
        => [1.0, 2.0, 3.0, 4.0]),
    read!("sint32" Sint32 Sint [0, 0, 0, 0x80] => [-2147483648.0, 0.0, 0.0, 1.0]),
    read!("sint32x2" Sint32x2 Sint [0xff, 0xff, 0xff, 0xff, 5, 0, 0, 0] => [-1.0, 5.0, 0.0, 1.0]),
    read!("sint32x3" Sint32x3 Sint [1, 0, 0, 0, 2, 0, 0, 0, 0xfd, 0xff, 0xff, 0xff]
        => [1.0, 2.0, -3.0, 1.0]),
    read!("sint32x4" Sint32x4 Sint [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0xfc, 0xff, 0xff, 0xff]
        => [1.0, 2.0, 3.0, -4.0]),
    read!("unorm10-10-10-2" Unorm1010102 Float [0xff, 0x03, 0xf0, 0xff] => [1.0, 0.0, 1.0, 1.0]),
    read!("unorm8x4-bgra" Unorm8x4Bgra Float [255, 0, 0, 255] => [0.0, 0.0, 1.0, 1.0]),
];

/// A change of the layout of one buffer with one attribute, which is right.
type Change = fn(&mut Vec<Option<GpuVertexBufferLayout>>, &GpuSupportedLimits);

#[rustfmt::skip]
const RIGHT: &[(&str, Change)] = &[
    ("of one attribute", |_, _| {}),
    ("with a stride of 0", |b, _| buffer_0(b).array_stride = 0),
    ("with a stride of max-vertex-buffer-array-stride", |b, limits| {
        buffer_0(b).array_stride = limits.max_vertex_buffer_array_stride().into();
    }),
    ("with an attribute at the end of the stride", |b, _| {
        buffer_0(b).array_stride = 16;
        attribute_0(b).offset = 8;
    }),
    ("with an attribute of one byte anywhere", |b, _| b.push(Some(GpuVertexBufferLayout {
        array_stride: 4,
        step_mode: None,
        attributes: vec![attribute(GpuVertexFormat::Uint8, 3, 5)],
    }))),
    ("with attributes that overlap", |b, _| {
        buffer_0(b).attributes.push(attribute(GpuVertexFormat::Float32, 4, 1));
    }),
    ("that has no attributes", |b, _| b.push(Some(GpuVertexBufferLayout {
        array_stride: 4,
        step_mode: None,
        attributes: vec![],
    }))),
    ("with a buffer left out", |b, _| b.insert(0, None)),
    ("in the last of max-vertex-buffers", |b, limits| {
        let last = b.pop().flatten();
        b.resize_with(limits.max_vertex_buffers() as usize - 1, || None);
        b.push(last);
    }),
    ("with the last of max-vertex-attributes", |b, limits| {
        buffer_0(b).attributes.push(attribute(
            GpuVertexFormat::Float32, 0, limits.max_vertex_attributes() - 1,
        ));
    }),
];

#[rustfmt::skip]
const WRONG: &[(&str, Change)] = &[
    ("with a stride of more than max-vertex-buffer-array-stride", |b, limits| {
        buffer_0(b).array_stride = u64::from(limits.max_vertex_buffer_array_stride()) + 4;
    }),
    ("with a stride that is no multiple of 4", |b, _| buffer_0(b).array_stride = 10),
    ("with an attribute past the stride", |b, _| attribute_0(b).offset = 4),
    ("with an attribute at an offset that overflows", |b, _| attribute_0(b).offset = u64::MAX - 3),
    ("with an attribute past max-vertex-buffer-array-stride, with a stride of 0", |b, limits| {
        buffer_0(b).array_stride = 0;
        attribute_0(b).offset = u64::from(limits.max_vertex_buffer_array_stride()) - 4;
    }),
    ("with an attribute at an offset that is no multiple of 4", |b, _| {
        buffer_0(b).array_stride = 16;
        attribute_0(b).offset = 2;
    }),
    ("with an attribute of two bytes at an odd offset", |b, _| {
        buffer_0(b).attributes.push(attribute(GpuVertexFormat::Uint8x2, 1, 1));
    }),
    ("with an attribute at max-vertex-attributes", |b, limits| {
        buffer_0(b).attributes.push(attribute(
            GpuVertexFormat::Float32, 0, limits.max_vertex_attributes(),
        ));
    }),
    ("with more than max-vertex-attributes", |b, limits| {
        let count = limits.max_vertex_attributes();
        buffer_0(b).attributes.extend(
            (0..count).map(|location| attribute(GpuVertexFormat::Float32, 0, location + 1)),
        );
    }),
    ("with a location twice", |b, _| {
        buffer_0(b).attributes.push(attribute(GpuVertexFormat::Float32, 0, 0));
    }),
    ("of more than max-vertex-buffers", |b, limits| {
        b.resize_with(limits.max_vertex_buffers() as usize + 1, || None);
    }),
    ("without the attribute that is read", |b, _| attribute_0(b).shader_location = 1),
    ("without buffers", |b, _| b.clear()),
    ("of unsigned integers, read as floats", |b, _| {
        attribute_0(b).format = GpuVertexFormat::Uint32x2;
    }),
    ("of signed integers, read as floats", |b, _| {
        attribute_0(b).format = GpuVertexFormat::Sint8x4;
    }),
];

/// The first buffer that was not left out.
fn buffer_0(buffers: &mut [Option<GpuVertexBufferLayout>]) -> &mut GpuVertexBufferLayout {
    match buffers.iter_mut().flatten().next() {
        Some(buffer) => buffer,
        None => unreachable!("changes begin with a buffer"),
    }
}

fn attribute_0(buffers: &mut [Option<GpuVertexBufferLayout>]) -> &mut GpuVertexAttribute {
    &mut buffer_0(buffers).attributes[0]
}

pub async fn run(suite: &mut Suite) {
    for (what, change) in RIGHT {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: vertices {what}"),
                async |device| {
                    create(device, *change);
                    Ok(())
                },
            )
            .await;
    }
    for (what, change) in WRONG {
        suite
            .wrong(
                &format!("gpu-device.create-render-pipeline: vertices {what}"),
                async |device| refused(device, || create(device, *change)).await,
            )
            .await;
    }
    steps(suite).await;
    for read in FORMATS_READ {
        suite
            .right(
                &format!(
                    "gpu-device.create-render-pipeline: reads vertices of {}",
                    read.name
                ),
                async |device| reads(device, read).await,
            )
            .await;
    }
}

/// Whether a buffer has something for each vertex or for each instance: three instances of two points,
/// and the texels of a row that they cover.
async fn steps(suite: &mut Suite) {
    let (two, three) = ([RED, RED, NOTHING, NOTHING], [RED, RED, RED, NOTHING]);
    for (what, step_mode, expected) in [
        ("each vertex, where nothing is said", None, two),
        ("each vertex", Some(GpuVertexStepMode::Vertex), two),
        ("each instance", Some(GpuVertexStepMode::Instance), three),
    ] {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: takes from a buffer for {what}"),
                async |device| {
                    let points = pipeline(device, |d| {
                        d.primitive = Some(primitive(GpuPrimitiveTopology::PointList));
                        d.vertex.entry_point = Some("at_position".into());
                        d.vertex.buffers = Some(vec![Some(GpuVertexBufferLayout {
                            step_mode,
                            ..positions()
                        })]);
                    });
                    let places = [-0.75f32, 0.75, -0.25, 0.75, 0.25, 0.75];
                    let places = places.map(f32::to_le_bytes).concat();
                    let vertices = buffer_of(device, &places, GpuBufferUsage::VERTEX)?;
                    let texels = drawn(device, 4, |pass| {
                        pass.set_pipeline(&points);
                        pass.set_vertex_buffer(0, Some(&vertices), None, None);
                        pass.draw(2, Some(3), None, None);
                    })
                    .await?;
                    equal(texels[..4].to_vec(), expected.to_vec())
                },
            )
            .await;
    }
}

fn create(device: &GpuDevice, change: Change) {
    let module = device.create_shader_module(&shader(SHADER));
    let mut buffers = vec![Some(positions())];
    change(&mut buffers, &device.limits());
    let mut descriptor = red(&module);
    descriptor.vertex.entry_point = Some("at_position".into());
    descriptor.vertex.buffers = Some(buffers);
    device.create_render_pipeline(descriptor);
}

/// Draws a texel of what the vertex shader reads, in a format that holds all of it.
async fn reads(device: &GpuDevice, read: &Read) -> Outcome {
    let (scalar, format) = match read.kind {
        Kind::Float => ("f32", GpuTextureFormat::Rgba32float),
        Kind::Uint => ("u32", GpuTextureFormat::Rgba32uint),
        Kind::Sint => ("i32", GpuTextureFormat::Rgba32sint),
    };
    let module = device.create_shader_module(&shader(&format!(
        "struct Passed {{
           @builtin(position) position: vec4f,
           @location(0) @interpolate(flat, either) value: vec4<{scalar}>,
         }}
         @vertex fn vertex(
             @builtin(vertex_index) index: u32,
             @location(7) value: vec4<{scalar}>) -> Passed {{
           let corner = vec2f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1);
           return Passed(vec4f(corner, 0, 1), value);
         }}
         @fragment fn fragment(passed: Passed) -> @location(0) vec4<{scalar}> {{
           return passed.value;
         }}"
    )));
    let mut descriptor = render_pipeline(&module, &[format]);
    // After 4 bytes of another attribute, the same for all vertices.
    descriptor.vertex.buffers = Some(vec![Some(GpuVertexBufferLayout {
        array_stride: 0,
        step_mode: None,
        attributes: vec![attribute(read.format, 4, 7)],
    })]);
    let pipeline = device.create_render_pipeline(descriptor);
    let mut bytes = vec![0xaa; 4];
    bytes.extend(read.bytes);
    bytes.resize(20, 0xaa);
    let vertices = buffer_of(device, &bytes, GpuBufferUsage::VERTEX)?;
    let target = target_of(device, 1, format);
    let view = target.create_view(None);
    submit(device, |encoder| {
        render_into(encoder, &view, |pass| {
            pass.set_pipeline(&pipeline);
            pass.set_vertex_buffer(0, Some(&vertices), None, None);
            pass.draw(3, None, None, None);
        });
    });
    let words = words_of(&read_texels(device, &target, 16).await?);
    let got: Vec<f64> = words
        .into_iter()
        .map(|word| match read.kind {
            Kind::Float => f32::from_bits(word).into(),
            Kind::Uint => word.into(),
            Kind::Sint => word.cast_signed().into(),
        })
        .collect();
    equal(got, read.expected.to_vec())
}
