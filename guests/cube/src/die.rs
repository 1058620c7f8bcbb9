//! What is on the faces of the cube: it is a die. Each face has an arrow that says where it is up.

/// Texels along a side of a face, of the largest picture of it.
pub const SIDE: usize = 256;
pub const FACES: usize = 6;

/// Red, green and blue light.
type Light = [f32; 3];

const PIP: Light = [0.93, 0.80, 0.38];
const RADIUS: f32 = 0.085;
/// How wide the edge of a face is, which is darker.
const EDGE: f32 = 0.035;
/// Where pips are, on both sides of the middle.
const APART: f32 = 0.24;

/// The faces to the right and left, above and below, and in front and behind, by how many pips each
/// has, and what colour: warm ones, with more red than blue.
const COLOURS: [(u8, Light); FACES] = [
    (2, [0.90, 0.42, 0.03]),
    (5, [0.50, 0.17, 0.06]),
    (3, [0.80, 0.48, 0.12]),
    (4, [0.36, 0.04, 0.05]),
    (1, [0.78, 0.07, 0.05]),
    (6, [0.84, 0.20, 0.03]),
];

/// All pictures of a face, from the largest to one texel: in each, rows from above, of texels that have
/// four numbers in sRGB.
pub fn levels(face: usize) -> Vec<Vec<u8>> {
    let mut light: Vec<Light> = (0..SIDE * SIDE)
        .map(|texel| {
            let place = |number: usize| (number as f32 + 0.5) / SIDE as f32 - 0.5;
            of_face(face, [place(texel % SIDE), place(texel / SIDE)])
        })
        .collect();
    let mut side = SIDE;
    let mut levels = vec![encoded(&light)];
    while side > 1 {
        light = halved(&light, side);
        side /= 2;
        levels.push(encoded(&light));
    }
    levels
}

/// The light of a place, where -0.5 is left or above and 0.5 is right or below.
fn of_face(face: usize, [x, y]: [f32; 2]) -> Light {
    let (count, colour) = COLOURS[face];
    let drawn = pips(count)
        .map(|[pip_x, pip_y]| disc((x - pip_x).hypot(y - pip_y) - RADIUS))
        .fold(arrow(x, y), f32::max);
    let edge = disc(x.abs().max(y.abs()) - (0.5 - EDGE));
    let squares = (x * 8.0).floor() + (y * 8.0).floor();
    let shade = if squares % 2.0 == 0.0 { 1.0 } else { 0.8 };
    std::array::from_fn(|channel| {
        let ground = colour[channel] * shade * (0.35 + 0.65 * edge);
        ground + drawn * (PIP[channel] - ground)
    })
}

/// How much of a texel is within a border that is so far away.
fn disc(distance: f32) -> f32 {
    (0.5 - distance * SIDE as f32).clamp(0.0, 1.0)
}

/// A triangle at the upper edge.
fn arrow(x: f32, y: f32) -> f32 {
    let below = y + 0.37;
    let beside = x.abs() - 0.7 * (y + 0.44);
    disc(below.max(beside * 0.82))
}

fn pips(count: u8) -> impl Iterator<Item = [f32; 2]> {
    let pairs = [[-1.0, 1.0], [-1.0, -1.0], [-1.0, 0.0]];
    let middle = (count % 2 == 1).then_some([0.0, 0.0]);
    pairs
        .into_iter()
        .take(usize::from(count / 2))
        .flat_map(|[x, y]| [[x, y], [-x, -y]])
        .chain(middle)
        .map(|[x, y]| [APART * x, 0.05 + APART * y])
}

/// Each texel is the mean of four.
fn halved(light: &[Light], side: usize) -> Vec<Light> {
    let half = side / 2;
    (0..half * half)
        .map(|texel| {
            let first = 2 * (texel / half) * side + 2 * (texel % half);
            let four = [first, first + 1, first + side, first + side + 1];
            std::array::from_fn(|channel| {
                four.iter().map(|&one| light[one][channel]).sum::<f32>() / 4.0
            })
        })
        .collect()
}

fn encoded(light: &[Light]) -> Vec<u8> {
    light
        .iter()
        .flat_map(|&[red, green, blue]| {
            let number = |light: f32| (srgb(light) * 255.0).round() as u8;
            [number(red), number(green), number(blue), 255]
        })
        .collect()
}

fn srgb(light: f32) -> f32 {
    if light <= 0.0031308 {
        12.92 * light
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    }
}
