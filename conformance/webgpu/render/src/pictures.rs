//! Pictures of several triangles, compared with what pictures/paint.py paints by the specification
//! (specification, "Rasterization", "Fragment Processing" and "Output Merging").

use crate::{FORMAT, colors};
use harness::*;

const SIZE: u32 = 64;

/// How much a component may differ, of 255.
const TOLERANCE: u8 = 3;

/// How many of the 4096 texels may differ by more: edges go through their middles, or next to them.
const STRAYS: usize = 20;

/// A color, and corners in clip space: as in paint.py.
type Triangle = ([f32; 4], [[f32; 4]; 3]);

#[rustfmt::skip]
const CROSSING: &[Triangle] = &[
    ([1.0, 0.2, 0.2, 1.0], [[-0.912109375, -0.830078125, 0.1, 1.0], [0.869140625, -0.791015625, 0.9, 1.0], [-0.072265625, 0.931640625, 0.5, 1.0]]),
    ([0.2, 1.0, 0.2, 1.0], [[0.892578125, -0.712890625, 0.1, 1.0], [-0.931640625, -0.669921875, 0.9, 1.0], [0.111328125, 0.771484375, 0.4, 1.0]]),
    ([0.2, 0.2, 1.0, 1.0], [[-0.970703125, 0.310546875, 0.3, 1.0], [0.951171875, 0.291015625, 0.3, 1.0], [0.029296875, -0.962890625, 0.6, 1.0]]),
];

#[rustfmt::skip]
const GLASS: &[Triangle] = &[
    ([1.0, 0.0, 0.0, 0.5], [[-0.912109375, -0.830078125, 0.0, 1.0], [0.869140625, -0.791015625, 0.0, 1.0], [-0.072265625, 0.931640625, 0.0, 1.0]]),
    ([0.0, 1.0, 0.0, 0.25], [[0.892578125, -0.712890625, 0.0, 1.0], [-0.931640625, -0.669921875, 0.0, 1.0], [0.111328125, 0.771484375, 0.0, 1.0]]),
    ([0.0, 0.0, 1.0, 0.75], [[-0.970703125, 0.310546875, 0.0, 1.0], [0.951171875, 0.291015625, 0.0, 1.0], [0.029296875, -0.962890625, 0.0, 1.0]]),
];

/// Red and green of a corner are its place on a board of 4 by 4 fields, in quarters.
const FLOOR: &str = "
    Corner(vec4f(-0.900390625, -0.900390625, 0, 1), vec4f(0, 0, 0, 1)),
    Corner(vec4f(0.900390625, -0.900390625, 0, 1), vec4f(1, 0, 0, 1)),
    Corner(vec4f(-1.796875, 2.3984375, 0, 4), vec4f(0, 1, 0, 1)),
    Corner(vec4f(-1.796875, 2.3984375, 0, 4), vec4f(0, 1, 0, 1)),
    Corner(vec4f(0.900390625, -0.900390625, 0, 1), vec4f(1, 0, 0, 1)),
    Corner(vec4f(1.796875, 2.3984375, 0, 4), vec4f(1, 1, 0, 1)),
";

const PLAIN: &str = "return in.color;";

const BOARD: &str = "
    let field = vec2u(in.color.rg * 4);
    return select(vec4f(0, 0, 0.4, 1), vec4f(1), (field.x + field.y) % 2 == 0);
";

/// A picture, and how it is drawn.
struct Picture {
    what: &'static str,
    png: &'static [u8],
    corners: fn() -> String,
    fragment: &'static str,
    samples: u32,
    blend: Option<GpuBlendState>,
}

const PICTURES: &[Picture] = &[
    Picture {
        what: "triangles that cross in depth",
        png: include_bytes!("../pictures/depth.png"),
        corners: || corners(CROSSING),
        fragment: PLAIN,
        samples: 1,
        blend: None,
    },
    Picture {
        what: "four samples of triangles at several depths",
        png: include_bytes!("../pictures/samples.png"),
        corners: || corners(&layers()),
        fragment: PLAIN,
        samples: 4,
        blend: None,
    },
    Picture {
        what: "triangles of glass",
        png: include_bytes!("../pictures/glass.png"),
        corners: || corners(GLASS),
        fragment: PLAIN,
        samples: 1,
        blend: Some(OVER),
    },
    Picture {
        what: "a board in perspective",
        png: include_bytes!("../pictures/board.png"),
        corners: || FLOOR.into(),
        fragment: BOARD,
        samples: 1,
        blend: None,
    },
];

const OVER: GpuBlendState = GpuBlendState {
    color: GpuBlendComponent {
        operation: None,
        src_factor: Some(GpuBlendFactor::SrcAlpha),
        dst_factor: Some(GpuBlendFactor::OneMinusSrcAlpha),
    },
    alpha: GpuBlendComponent {
        operation: None,
        src_factor: Some(GpuBlendFactor::One),
        dst_factor: Some(GpuBlendFactor::OneMinusSrcAlpha),
    },
};

pub async fn run(suite: &mut Suite) {
    for picture in PICTURES {
        suite
            .right(
                &format!(
                    "gpu-render-pass-encoder.draw: draws a picture of {}",
                    picture.what
                ),
                async |device| resembles(&picture.drawn(device).await?, &texels_of(picture.png)),
            )
            .await;
    }
}

/// The triangles that cross, each at a depth of its own.
fn layers() -> Vec<Triangle> {
    CROSSING
        .iter()
        .zip([0.25, 0.75, 0.5])
        .map(|((color, corners), depth)| (*color, corners.map(|[x, y, _, w]| [x, y, depth, w])))
        .collect()
}

/// The corners of triangles in WGSL.
fn corners(triangles: &[Triangle]) -> String {
    let corner = |color: &[f32; 4], [x, y, z, w]: &[f32; 4]| {
        let [r, g, b, a] = color;
        format!("Corner(vec4f({x}, {y}, {z}, {w}), vec4f({r}, {g}, {b}, {a})),\n")
    };
    triangles
        .iter()
        .flat_map(|(color, corners)| corners.iter().map(move |at| corner(color, at)))
        .collect()
}

/// The texels of a PNG of 64 by 64 texels of four bytes that is not compressed, as paint.py writes it.
fn texels_of(png: &[u8]) -> Vec<[u8; 4]> {
    // Signature, header, and what begins the data and its only block.
    const BEFORE: usize = 8 + 25 + 8 + 2 + 5;
    // One byte before each row names its filter, which is none.
    const ROW: usize = 1 + 4 * SIZE as usize;
    png[BEFORE..]
        .chunks_exact(ROW)
        .take(SIZE as usize)
        .flat_map(|row| row[1..].as_chunks().0)
        .copied()
        .collect()
}

/// Expects a picture within the tolerance.
fn resembles(drawn: &[[u8; 4]], expected: &[[u8; 4]]) -> Outcome {
    let differs = |one: &[u8; 4], other: &[u8; 4]| {
        let mut parts = one.iter().zip(other);
        parts.any(|(one, other)| one.abs_diff(*other) > TOLERANCE)
    };
    equal(drawn.len(), expected.len())?;
    let strays: Vec<_> = (0..drawn.len())
        .filter(|at| differs(&drawn[*at], &expected[*at]))
        .collect();
    match strays.first() {
        Some(at) if strays.len() > STRAYS => failed(format!(
            "expected at most {STRAYS} texels that differ by more than {TOLERANCE}, got {}; \
             the first at {}, {}: expected {:?}, got {:?}",
            strays.len(),
            at % SIZE as usize,
            at / SIZE as usize,
            expected[*at],
            drawn[*at]
        )),
        _ => Ok(()),
    }
}

impl Picture {
    async fn drawn(&self, device: &GpuDevice) -> Outcome<Vec<[u8; 4]>> {
        const DEPTH: GpuTextureFormat = GpuTextureFormat::Depth32float;
        let list = (self.corners)();
        let count = list.matches("Corner(").count() as u32;
        let module = device.create_shader_module(&shader(&format!(
            "struct Corner {{ @builtin(position) position: vec4f, @location(0) color: vec4f }}
             @vertex fn vertex(@builtin(vertex_index) index: u32) -> Corner {{
               var corners = array<Corner, {count}>({list});
               return corners[index];
             }}
             @fragment fn fragment(in: Corner) -> @location(0) vec4f {{ {} }}",
            self.fragment
        )));
        let mut descriptor = render_pipeline(&module, &[FORMAT]);
        descriptor.multisample = Some(samples(self.samples));
        // What is blended lies in one plane.
        descriptor.depth_stencil = Some(depth_state(
            DEPTH,
            if self.blend.is_some() {
                GpuCompareFunction::Always
            } else {
                GpuCompareFunction::Less
            },
        ));
        if let Some(fragment) = &mut descriptor.fragment {
            fragment.targets = vec![Some(GpuColorTargetState {
                blend: self.blend,
                ..target(FORMAT)
            })];
        }
        let pipeline = device.create_render_pipeline(descriptor);
        let attached = |format| {
            let attached = GpuTextureDescriptor {
                sample_count: Some(self.samples),
                ..texture(
                    extent(SIZE, SIZE),
                    format,
                    GpuTextureUsage::RENDER_ATTACHMENT,
                )
            };
            device.create_texture(&attached).create_view(None)
        };
        let target = target_of(device, SIZE, FORMAT);
        let (view, four, depths) = (target.create_view(None), attached(FORMAT), attached(DEPTH));
        let attachment = if self.samples == 1 {
            color(&view)
        } else {
            GpuRenderPassColorAttachment {
                resolve_target: Some(&view),
                ..color(&four)
            }
        };
        submit(device, |encoder| {
            let pass = depth_pass(vec![attachment], depth(&depths, 1.0));
            render(encoder, &pass, |pass| {
                pass.set_pipeline(&pipeline);
                pass.draw(count, None, None, None);
            });
        });
        colors(device, &target).await
    }
}
