//! Colours by how much there is.

use crate::Colour;

/// Colours that grow evenly lighter to the eye: from a dark one to a light one, between hues.
pub struct Ramp {
    lightness: [f32; 2],
    /// In degrees
    hue: [f32; 2],
    chroma: f32,
}

impl Ramp {
    /// From a dark blue by violet and red to a light yellow.
    pub const FIRE: Self = Self { lightness: [0.24, 0.97], hue: [-75.0, 105.0], chroma: 0.19 };

    /// From a dark blue by green to a light green.
    pub const SEA: Self = Self { lightness: [0.24, 0.97], hue: [285.0, 115.0], chroma: 0.15 };

    /// Light in red, green and blue; 0 is the ramp's beginning, 1 its end.
    pub fn light(&self, part: f32) -> [f32; 3] {
        let part = part.clamp(0.0, 1.0);
        let between = |[from, to]: [f32; 2]| from + (to - from) * part;
        let (sin, cos) = between(self.hue).to_radians().sin_cos();
        // The lightest and the darkest colours have little of a hue.
        let chroma = self.chroma * (std::f32::consts::PI * (0.08 + 0.84 * part)).sin();
        oklab_to_light([between(self.lightness), chroma * cos, chroma * sin])
    }

    pub fn colour(&self, part: f32) -> Colour {
        self.light(part).map(encoded)
    }
}

/// Light as a number of 8 bits in sRGB.
pub fn encoded(light: f32) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let number = if light <= 0.0031308 { 12.92 * light } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (255.0 * number).round() as u8
}

/// B. Ottosson, "A perceptual color space for image processing", 2020.
fn oklab_to_light([l, a, b]: [f32; 3]) -> [f32; 3] {
    let cones = [
        l + 0.396_337_78 * a + 0.215_803_76 * b,
        l - 0.105_561_346 * a - 0.063_854_17 * b,
        l - 0.089_484_18 * a - 1.291_485_5 * b,
    ]
    .map(|cone| cone.powi(3));
    const LIGHT: [[f32; 3]; 3] = [
        [4.076_741_7, -3.307_711_6, 0.230_969_94],
        [-1.268_438, 2.609_757_4, -0.341_319_38],
        [-0.004_196_086_3, -0.703_418_6, 1.707_614_7],
    ];
    LIGHT.map(|row| row.iter().zip(cones).map(|(part, cone)| part * cone).sum::<f32>().clamp(0.0, 1.0))
}
