//! Meshes, each computed from a surface over a square.

use std::f32::consts::{PI, TAU};

use crate::vector::Vector;

/// What is drawn, once or often.
#[derive(Clone, Copy, PartialEq)]
pub enum Mesh {
    Floor,
    Sphere,
    /// A sphere of few triangles.
    Ball,
    Cube,
    Knot,
    Leaf,
    /// A square that always faces the camera. It has no vertices: the shader makes them.
    Spark,
}

impl Mesh {
    pub const ALL: [Self; 7] = [
        Self::Floor,
        Self::Sphere,
        Self::Ball,
        Self::Cube,
        Self::Knot,
        Self::Leaf,
        Self::Spark,
    ];
    pub const SPARK_VERTICES: u32 = 6;
}

/// Half of what the floor measures.
pub const FLOOR: f32 = 60.0;

/// The vertices and indices of all meshes, one after the other.
#[derive(Default)]
pub struct Meshes {
    /// As bytes: position, normal, and where in the texture, eight numbers in all.
    pub vertices: Vec<u8>,
    /// As bytes: triangles of three numbers each.
    pub indices: Vec<u8>,
    /// Where each mesh is, in the order of `Mesh::ALL`.
    pub parts: Vec<Part>,
}

/// A part of the lists.
pub struct Part {
    pub index_count: u32,
    pub first_index: u32,
    pub base_vertex: u32,
}

pub const VERTEX_SIZE: usize = 32;
const INDEX_SIZE: usize = 4;

impl Meshes {
    pub fn all() -> Self {
        let mut meshes = Self::default();
        for mesh in Mesh::ALL {
            let first_index = meshes.index_count();
            let base_vertex = meshes.vertex_count();
            meshes.add(mesh, base_vertex);
            meshes.parts.push(Part {
                index_count: meshes.index_count() - first_index,
                first_index,
                base_vertex,
            });
        }
        meshes
    }

    fn add(&mut self, mesh: Mesh, base: u32) {
        match mesh {
            Mesh::Floor => self.surface(base, 1, 1, floor),
            Mesh::Sphere => self.surface(base, 96, 48, sphere),
            Mesh::Ball => self.surface(base, 24, 12, sphere),
            Mesh::Cube => (0..6).for_each(|side| {
                self.surface(base, 1, 1, |u, v| cube_side(side, u, v));
            }),
            Mesh::Knot => self.surface(base, 240, 16, knot),
            Mesh::Leaf => self.surface(base, 32, 40, leaf),
            Mesh::Spark => (),
        }
    }

    /// Adds a surface over the square from (0, 0) to (1, 1), divided into so many parts.
    fn surface(&mut self, base: u32, columns: u32, rows: u32, point: impl Fn(f32, f32) -> Vector) {
        let first = self.vertex_count() - base;
        for row in 0..=rows {
            for column in 0..=columns {
                let (u, v) = (column as f32 / columns as f32, row as f32 / rows as f32);
                let (position, normal) = (point(u, v), normal(&point, u, v));
                let numbers = [
                    position.0, position.1, position.2, normal.0, normal.1, normal.2, u, v,
                ];
                self.vertices
                    .extend(numbers.map(f32::to_le_bytes).as_flattened());
            }
        }
        for row in 0..rows {
            for column in 0..columns {
                let corner = first + row * (columns + 1) + column;
                let above = corner + columns + 1;
                let indices = [corner, corner + 1, above, above, corner + 1, above + 1];
                self.indices
                    .extend(indices.map(u32::to_le_bytes).as_flattened());
            }
        }
    }

    fn vertex_count(&self) -> u32 {
        (self.vertices.len() / VERTEX_SIZE) as u32
    }

    fn index_count(&self) -> u32 {
        (self.indices.len() / INDEX_SIZE) as u32
    }
}

/// What is perpendicular to a surface, from points close by. Where the surface shrinks to one, as at
/// a pole, from points a bit farther inside.
fn normal(point: impl Fn(f32, f32) -> Vector, u: f32, v: f32) -> Vector {
    let step = 1e-3;
    let v = v.clamp(2.0 * step, 1.0 - 2.0 * step);
    let across = point(u + step, v) - point(u - step, v);
    let along = point(u, v + step) - point(u, v - step);
    across.cross(along).normalized()
}

fn floor(u: f32, v: f32) -> Vector {
    Vector(u - 0.5, 0.0, 0.5 - v) * (2.0 * FLOOR)
}

fn sphere(u: f32, v: f32) -> Vector {
    let ((sin, cos), (radius, height)) = ((u * TAU).sin_cos(), (v * PI).sin_cos());
    Vector(radius * sin, -height, radius * cos)
}

/// Of a cube from -1 to 1.
fn cube_side(side: u32, u: f32, v: f32) -> Vector {
    let (x, y) = (2.0 * u - 1.0, 2.0 * v - 1.0);
    match side {
        0 => Vector(x, y, 1.0),
        1 => Vector(-x, y, -1.0),
        2 => Vector(1.0, y, -x),
        3 => Vector(-1.0, y, x),
        4 => Vector(x, 1.0, -y),
        _ => Vector(x, -1.0, y),
    }
}

/// A tube about a torus knot that goes round three times while it winds twice.
fn knot(u: f32, v: f32) -> Vector {
    let centre = |t: f32| {
        let (around, winding) = (t * TAU * 2.0, t * TAU * 3.0);
        let radius = 1.0 + 0.42 * winding.cos();
        Vector(
            radius * around.cos(),
            radius * around.sin(),
            0.5 * winding.sin(),
        )
    };
    let ahead = (centre(u + 1e-3) - centre(u - 1e-3)).normalized();
    // Of the two directions across, one is towards the middle of the knot, roughly.
    let inwards = (centre(u) * -1.0).normalized();
    let side = ahead.cross(inwards).normalized();
    let up = side.cross(ahead);
    let (sin, cos) = (v * TAU).sin_cos();
    centre(u) + (side * cos - up * sin) * 0.19
}

/// A leaf that grows up from a stem, and bends about the heart of its head, at (0, 1, 0).
///
/// It begins where `v` is 0, with its midrib where `u` is one half.
fn leaf(u: f32, v: f32) -> Vector {
    let across = 2.0 * u - 1.0;
    // Narrow at the stem, broad above the middle, round at the tip.
    let breadth = (0.50 + 0.85 * (v * 2.2).min(1.0)) * (1.0 - v.powi(7)).max(0.0).sqrt();
    let around = across * breadth;
    let below = 0.12 + v * 1.8;
    let midrib = 0.06 * (-(across / 0.10).powi(2)).exp() * (1.0 - v).powi(2);
    // One side lies over the next leaf, with an edge that is bent outwards in waves.
    let outer = across.max(0.0).powi(3) * v;
    let waves = outer * (0.08 * (v * 19.0).sin() + 0.04 * (v * 41.0).cos());
    let tip = 0.07 * v.powi(6);
    let distance = 1.0 + 0.07 * across + 0.14 * outer + waves + midrib + tip;
    let ((radius, down), (sin, cos)) = (below.sin_cos(), around.sin_cos());
    Vector(radius * cos, 0.0, radius * sin) * distance + Vector(0.0, 1.0 - down * distance, 0.0)
}
