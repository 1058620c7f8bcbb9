//! Colours to choose from, along the top.

use crate::brush::{Brush, Place, distance};
use crate::paper::{Colour, WHITE};

/// How high it is, in pixels.
pub const HEIGHT: u32 = 32;
/// Between the palette and the paper.
const LINE: Colour = 0x0040_4040;

/// Black, grey, white, red, orange, yellow, green, blue and violet.
pub const COLOURS: [Colour; 9] = [
    0x0000_0000,
    0x0080_8080,
    WHITE,
    0x00e0_3020,
    0x00f0_8c10,
    0x00f0_d820,
    0x0020_a040,
    0x0020_60e0,
    0x0090_40c0,
];

/// The colour that is to be chosen at some place, if it is in the palette.
pub fn colour_at(place: Place, width: u32) -> Option<Colour> {
    (place[1] < f64::from(HEIGHT)).then(|| COLOURS[field(place[0], width)])
}

/// A pixel of it. The field of the brush's colour has a spot as large as the brush.
pub fn pixel([x, y]: [u32; 2], width: u32, brush: &Brush) -> Colour {
    if y == HEIGHT - 1 {
        return LINE;
    }
    let middle = [f64::from(x) + 0.5, f64::from(y) + 0.5];
    let field = field(middle[0], width);
    let colour = COLOURS[field];
    let spot = [
        (field as f64 + 0.5) * f64::from(width) / COLOURS.len() as f64,
        f64::from(HEIGHT) / 2.0,
    ];
    if colour == brush.colour && distance(middle, spot, spot) <= brush.radius() {
        opposite(colour)
    } else {
        colour
    }
}

fn field(x: f64, width: u32) -> usize {
    let field = x / f64::from(width) * COLOURS.len() as f64;
    (field as usize).min(COLOURS.len() - 1)
}

/// White or black, whichever is seen on a colour.
fn opposite(colour: Colour) -> Colour {
    let [_, red, green, blue] = colour.to_be_bytes().map(u32::from);
    if 3 * red + 6 * green + blue > 10 * 0x80 {
        0
    } else {
        WHITE
    }
}
