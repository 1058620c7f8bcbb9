//! What is to be seen: a head of radicchio among a mirror, a knot of gold and other things.

use std::f32::consts::{PI, TAU};

use crate::materials::Material;
use crate::mesh::{FLOOR, Mesh};
use crate::vector::{Matrix, Vector};
use crate::view::Observer;

/// Where the sun is, as a direction.
pub const TOWARDS_SUN: Vector = Vector(-0.62, 0.62, 0.48);
/// The middle of the mirror.
pub const MIRROR: Vector = Vector(1.75, 0.95, -0.1);
/// The middle of all that throws a shadow, and how far from it that is.
pub const MIDDLE: Vector = Vector(0.0, 0.0, -0.5);
pub const EXTENT: f32 = 7.5;

/// A mesh at its place, and what it is made of.
pub struct Instance {
    pub mesh: Mesh,
    pub placing: Matrix,
    /// Of a sphere about its origin that holds all of it, where it is placed.
    pub radius: f32,
    pub colour: [f32; 3],
    pub material: Material,
    /// How often the material is repeated over the mesh.
    pub repeats: f32,
    /// From 0, a mirror, to 1.
    pub roughness: f32,
    /// 0 or 1.
    pub metal: f32,
    /// The observers that see it.
    pub observers: u32,
}

const ALL: u32 = Observer::Camera as u32 | Observer::Sun as u32 | Observer::Mirror as u32;

impl Instance {
    fn new(mesh: Mesh, placing: Matrix, radius: f32) -> Self {
        Self {
            mesh,
            placing,
            radius,
            colour: [1.0; 3],
            material: Material::Plain,
            repeats: 1.0,
            roughness: 0.5,
            metal: 0.0,
            observers: ALL,
        }
    }

    fn sphere(centre: Vector, radius: f32) -> Self {
        let placing = Matrix::translation(centre) * Matrix::scale(radius);
        Self::new(Mesh::Sphere, placing, radius)
    }

    fn ball(centre: Vector, radius: f32) -> Self {
        Self {
            mesh: Mesh::Ball,
            ..Self::sphere(centre, radius)
        }
    }

    /// A cube on the floor, or on something.
    fn cube(on: Vector, half: f32, turn: f32) -> Self {
        let placing =
            Matrix::translation(on + Vector::UP * half) * Matrix::turn(turn) * Matrix::scale(half);
        Self::new(Mesh::Cube, placing, half * 1.74)
    }
}

pub fn instances() -> Vec<Instance> {
    let mut all = vec![floor(), mirror(), knot()];
    all.extend(cubes());
    all.extend(radicchio());
    all.extend(balls());
    all.extend(sparks());
    all
}

fn floor() -> Instance {
    Instance {
        material: Material::Tiles,
        repeats: FLOOR / 2.0,
        roughness: 0.35,
        ..Instance::new(Mesh::Floor, Matrix::scale(1.0), FLOOR * 1.5)
    }
}

fn mirror() -> Instance {
    Instance {
        colour: [0.93, 0.94, 0.96],
        roughness: 0.0,
        metal: 1.0,
        observers: Observer::Camera as u32 | Observer::Sun as u32,
        ..Instance::sphere(MIRROR, MIRROR.1)
    }
}

fn knot() -> Instance {
    let size = 0.78;
    let placing = Matrix::translation(Vector(0.55, 1.33, -2.4))
        * Matrix::turn(0.35)
        * Matrix::lean(0.26)
        * Matrix::scale(size);
    Instance {
        colour: [1.0, 0.71, 0.29],
        roughness: 0.22,
        metal: 1.0,
        ..Instance::new(Mesh::Knot, placing, 1.7 * size)
    }
}

fn cubes() -> [Instance; 3] {
    let wood = |cube| Instance {
        material: Material::Wood,
        roughness: 0.55,
        ..cube
    };
    let marble = |cube| Instance {
        material: Material::Marble,
        roughness: 0.2,
        ..cube
    };
    [
        wood(Instance::cube(Vector(-2.9, 0.0, -1.5), 0.62, 0.5)),
        marble(Instance::cube(Vector(-2.85, 1.24, -1.45), 0.4, 0.95)),
        marble(Instance::cube(Vector(3.5, 0.0, -1.9), 0.55, -0.5)),
    ]
}

/// Leaves in rings, those farther out more open.
fn radicchio() -> impl Iterator<Item = Instance> {
    // How many, how large, how far they lean outwards, and the turn of the first.
    const RINGS: [(u32, f32, f32, f32); 5] = [
        (3, 0.84, -0.34, 0.4),
        (5, 0.90, -0.18, 0.1),
        (6, 0.97, 0.02, 0.75),
        (6, 1.03, 0.30, 0.2),
        (5, 1.06, 0.75, 0.5),
    ];
    let stem = Matrix::translation(Vector(-0.85, -0.05, 0.5));
    RINGS
        .into_iter()
        .flat_map(move |(count, size, open, first)| {
            (0..count).map(move |i| {
                let uneven = ((i * 5 + count) % 7) as f32 / 7.0 - 0.4;
                let turn = first + TAU * i as f32 / count as f32 + 0.12 * uneven;
                let placing = stem
                    * Matrix::turn(turn)
                    * Matrix::lean(-open - 0.13 * uneven * open)
                    * Matrix::scale(size * (1.0 + 0.05 * uneven));
                Instance {
                    material: Material::Leaf,
                    roughness: 0.42,
                    ..Instance::new(Mesh::Leaf, placing, 2.6 * size)
                }
            })
        })
}

/// Balls on the floor, laid out as seeds in a sunflower.
fn balls() -> impl Iterator<Item = Instance> {
    const COLOURS: [[f32; 3]; 4] = [
        [0.33, 0.012, 0.06],
        [0.80, 0.70, 0.52],
        [0.17, 0.27, 0.06],
        [0.02, 0.17, 0.22],
    ];
    let golden = PI * (3.0 - 5.0_f32.sqrt());
    (0..420).filter_map(move |i| {
        let distance = 0.52 * (i as f32).sqrt();
        let (sin, cos) = (i as f32 * golden).sin_cos();
        let radius = 0.085 + 0.035 * ((i * 7 % 11) as f32 / 10.0);
        let centre = Vector(distance * cos, radius, distance * sin - 0.6);
        let free = taken().iter().all(|(place, room)| {
            (centre - Vector(place.0, radius, place.2)).length() > room + radius
        });
        free.then(|| Instance {
            colour: COLOURS[i % COLOURS.len()],
            roughness: if i % 3 == 0 { 0.12 } else { 0.3 },
            ..Instance::ball(centre, radius)
        })
    })
}

/// Where there is something on the floor, and how much room that needs.
fn taken() -> [(Vector, f32); 5] {
    [
        (Vector(-0.85, 0.0, 0.55), 1.75),
        (MIRROR, 0.75),
        (Vector(0.55, 0.0, -2.4), 0.7),
        (Vector(-2.9, 0.0, -1.5), 0.95),
        (Vector(3.5, 0.0, -1.9), 0.85),
    ]
}

/// Lights in a spiral about the knot.
fn sparks() -> impl Iterator<Item = Instance> {
    (0..90).map(|i| {
        let t = i as f32 / 90.0;
        let (sin, cos) = (t * TAU * 3.0).sin_cos();
        let distance = 1.75 - 0.9 * t;
        let centre = Vector(0.55 + distance * cos, 0.15 + 3.2 * t, -2.4 + distance * sin);
        Instance {
            colour: [1.0, 0.62 - 0.2 * t, 0.25],
            observers: Observer::Camera as u32 | Observer::Mirror as u32,
            ..Instance::new(
                Mesh::Spark,
                Matrix::translation(centre) * Matrix::scale(0.07),
                0.1,
            )
        }
    })
}
