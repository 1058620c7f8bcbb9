//! What primitives vertices make (specification, "Primitive State" and "Primitive Assembly").

use crate::{NOTHING, RED, drawn, pipeline};
use harness::*;

/// Vertices of a topology, and which of 4 by 4 texels they color.
struct Shape {
    what: &'static str,
    topology: GpuPrimitiveTopology,
    /// Where vertices are, in texels from the upper left corner.
    vertices: &'static [[f32; 2]],
    indices: Indices,
    picture: [&'static str; 4],
}

/// In which order vertices are taken.
#[derive(Clone, Copy)]
enum Indices {
    AsTheyCome,
    Short(&'static [u16]),
    Long(&'static [u32]),
}

use GpuPrimitiveTopology::{LineList, LineStrip, PointList, TriangleList, TriangleStrip};

/// Two lines across the first and the third row: as a strip they are joined by one that is seen.
const ROWS: &[[f32; 2]] = &[[-1.0, 0.5], [5.0, 0.5], [-1.0, 2.5], [5.0, 2.5]];

/// The corners of the first column, then of the last.
#[rustfmt::skip]
const COLUMNS: &[[f32; 2]] = &[
    [0.0, 0.0], [0.0, 4.0], [1.0, 0.0], [1.0, 4.0],
    [3.0, 0.0], [3.0, 4.0], [4.0, 0.0], [4.0, 4.0],
];

/// Lines go through the middle of texels, where all ways to draw lines agree.
const SHAPES: &[Shape] = &[
    Shape {
        what: "points",
        topology: PointList,
        vertices: &[[0.5, 0.5], [2.5, 1.5], [3.5, 3.5]],
        indices: Indices::AsTheyCome,
        picture: ["#...", "..#.", "....", "...#"],
    },
    Shape {
        what: "points by indices",
        topology: PointList,
        vertices: &[[0.5, 0.5], [2.5, 1.5], [3.5, 3.5]],
        indices: Indices::Short(&[2, 0]),
        picture: ["#...", "....", "....", "...#"],
    },
    Shape {
        what: "lines",
        topology: LineList,
        vertices: ROWS,
        indices: Indices::AsTheyCome,
        picture: ["####", "....", "####", "...."],
    },
    Shape {
        what: "lines by indices",
        topology: LineList,
        vertices: ROWS,
        indices: Indices::Long(&[2, 3]),
        picture: ["....", "....", "####", "...."],
    },
    Shape {
        what: "no line of one vertex",
        topology: LineList,
        vertices: &[[-1.0, 0.5], [5.0, 0.5], [2.5, 2.5]],
        indices: Indices::AsTheyCome,
        picture: ["####", "....", "....", "...."],
    },
    Shape {
        what: "lines that go on where the last ended",
        topology: LineStrip,
        vertices: &[[-1.0, 2.5], [4.5, 2.5], [0.5, -1.5]],
        indices: Indices::AsTheyCome,
        picture: ["..#.", "...#", "####", "...."],
    },
    Shape {
        what: "lines that begin anew after the greatest 16-bit index",
        topology: LineStrip,
        vertices: ROWS,
        indices: Indices::Short(&[0, 1, u16::MAX, 2, 3]),
        picture: ["####", "....", "####", "...."],
    },
    Shape {
        what: "lines that begin anew after the greatest 32-bit index",
        topology: LineStrip,
        vertices: ROWS,
        indices: Indices::Long(&[0, 1, u32::MAX, 2, 3]),
        picture: ["####", "....", "####", "...."],
    },
    Shape {
        what: "triangles",
        topology: TriangleList,
        vertices: &[[0.0, 0.0], [4.0, 0.0], [0.0, 4.0], [9.0, 9.0], [7.0, 9.0]],
        indices: Indices::AsTheyCome,
        picture: ["###.", "##..", "#...", "...."],
    },
    Shape {
        what: "triangles by indices",
        topology: TriangleList,
        vertices: COLUMNS,
        indices: Indices::Short(&[4, 5, 6, 5, 6, 7]),
        picture: ["...#", "...#", "...#", "...#"],
    },
    Shape {
        what: "triangles of the last two vertices and the next",
        topology: TriangleStrip,
        vertices: &[[1.0, 0.0], [1.0, 4.0], [3.0, 0.0], [3.0, 4.0]],
        indices: Indices::AsTheyCome,
        picture: [".##.", ".##.", ".##.", ".##."],
    },
    Shape {
        what: "triangles that begin anew after the greatest 16-bit index",
        topology: TriangleStrip,
        vertices: COLUMNS,
        indices: Indices::Short(&[0, 1, 2, 3, u16::MAX, 4, 5, 6, 7]),
        picture: ["#..#", "#..#", "#..#", "#..#"],
    },
    Shape {
        what: "triangles that begin anew after the greatest 32-bit index",
        topology: TriangleStrip,
        vertices: COLUMNS,
        indices: Indices::Long(&[0, 1, 2, 3, u32::MAX, 4, 5, 6, 7]),
        picture: ["#..#", "#..#", "#..#", "#..#"],
    },
];

pub async fn run(suite: &mut Suite) {
    for shape in SHAPES {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: draws {}", shape.what),
                async |device| {
                    let expected: Vec<_> = shape
                        .picture
                        .iter()
                        .flat_map(|row| row.bytes())
                        .map(|texel| if texel == b'#' { RED } else { NOTHING })
                        .collect();
                    equal(shape.drawn(device).await?, expected)
                },
            )
            .await;
    }
}

impl Shape {
    async fn drawn(&self, device: &GpuDevice) -> Outcome<Vec<[u8; 4]>> {
        let pipeline = pipeline(device, |d| self.describe(d));
        let places: Vec<u8> = self
            .vertices
            .iter()
            .flat_map(|[x, y]| [x / 2.0 - 1.0, 1.0 - y / 2.0])
            .flat_map(f32::to_le_bytes)
            .collect();
        let vertices = buffer_of(device, &places, GpuBufferUsage::VERTEX)?;
        let indices = match self.indices {
            Indices::AsTheyCome => None,
            Indices::Short(indices) => {
                // Padded, as buffers are written by words.
                let padding = indices.len() % 2;
                let all = indices.iter().chain(&[0][..padding]);
                let bytes: Vec<u8> = all.flat_map(|index| index.to_le_bytes()).collect();
                Some((bytes, GpuIndexFormat::Uint16, indices.len()))
            }
            Indices::Long(indices) => {
                Some((bytes_of(indices), GpuIndexFormat::Uint32, indices.len()))
            }
        };
        let indices = match indices {
            None => None,
            Some((bytes, format, count)) => Some((
                buffer_of(device, &bytes, GpuBufferUsage::INDEX)?,
                format,
                count,
            )),
        };
        drawn(device, 4, |pass| {
            pass.set_pipeline(&pipeline);
            pass.set_vertex_buffer(0, Some(&vertices), None, None);
            match indices {
                None => pass.draw(self.vertices.len() as u32, None, None, None),
                Some((buffer, format, count)) => {
                    pass.set_index_buffer(&buffer, format, None, None);
                    pass.draw_indexed(count as u32, None, None, None, None);
                }
            }
        })
        .await
    }

    fn describe(&self, descriptor: &mut GpuRenderPipelineDescriptor<'_>) {
        let is_strip = matches!(self.topology, LineStrip | TriangleStrip);
        let strip_index_format = match self.indices {
            Indices::Short(_) if is_strip => Some(GpuIndexFormat::Uint16),
            Indices::Long(_) if is_strip => Some(GpuIndexFormat::Uint32),
            _ => None,
        };
        descriptor.primitive = Some(GpuPrimitiveState {
            strip_index_format,
            ..primitive(self.topology)
        });
        descriptor.vertex.entry_point = Some("at_position".into());
        descriptor.vertex.buffers = Some(vec![Some(positions())]);
    }
}
