//! Pictures that are drawn by lines and text.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result};
use noto_sans_mono_bitmap::{FontWeight, RasterHeight, get_raster, get_raster_width};

use crate::Area;

const WEIGHT: FontWeight = FontWeight::Regular;
const HEIGHT: RasterHeight = RasterHeight::Size16;

/// Texels that a line of text is high.
pub(crate) const TEXT_HEIGHT: u32 = HEIGHT.val() as u32;

/// Red, green and blue.
pub type Colour = [u8; 3];

/// Where text goes to.
#[derive(Clone, Copy)]
pub(crate) enum Direction {
    Right,
    Up,
}

/// A picture of some width and height, whose first texel is the upper left one.
pub struct Picture {
    size: [u32; 2],
    texels: Vec<Colour>,
}

/// Texels that a line of text is wide.
pub(crate) fn text_width(text: &str) -> u32 {
    (text.chars().count() * get_raster_width(WEIGHT, HEIGHT)) as u32
}

impl Picture {
    pub(crate) fn new([width, height]: [u32; 2], ground: Colour) -> Self {
        Self { size: [width, height], texels: vec![ground; width as usize * height as usize] }
    }

    pub fn size(&self) -> [u32; 2] {
        self.size
    }

    /// Row by row.
    pub fn texels(&self) -> &[Colour] {
        &self.texels
    }

    /// Makes a texel a part of it nearer to a colour: 1 is the colour. Beyond the picture, nothing
    /// is done.
    pub(crate) fn blend(&mut self, [x, y]: [u32; 2], colour: Colour, part: f32) {
        let [width, height] = self.size;
        if x < width && y < height {
            let texel = &mut self.texels[(y * width + x) as usize];
            for (under, over) in texel.iter_mut().zip(colour) {
                let (from, to) = (f32::from(*under), f32::from(over));
                *under = (from + (to - from) * part).round() as u8;
            }
        }
    }

    pub(crate) fn fill(&mut self, [left, top]: [u32; 2], [width, height]: [u32; 2], colour: Colour) {
        for y in top..top + height {
            for x in left..left + width {
                self.blend([x, y], colour, 1.0);
            }
        }
    }

    /// A straight line of some width, whose edges are smooth, within an area.
    pub(crate) fn line(&mut self, from: [f32; 2], to: [f32; 2], width: f32, colour: Colour, within: Area) {
        let reach = width / 2.0 + 1.0;
        let range = |axis: usize, begin: u32, length: u32| {
            let least = from[axis].min(to[axis]) - reach;
            let most = from[axis].max(to[axis]) + reach;
            (least.max(begin as f32) as u32)..(most.min((begin + length) as f32).max(0.0) as u32)
        };
        let columns = range(0, within.left, within.width);
        for y in range(1, within.top, within.height) {
            for x in columns.clone() {
                let away = distance([x as f32 + 0.5, y as f32 + 0.5], from, to);
                self.blend([x, y], colour, (width / 2.0 + 0.5 - away).clamp(0.0, 1.0));
            }
        }
    }

    /// Text, from where its upper left corner is as one reads it.
    pub(crate) fn text(&mut self, text: &str, [left, top]: [u32; 2], direction: Direction, colour: Colour) {
        let mut along = 0;
        for letter in text.chars() {
            let known = get_raster(letter, WEIGHT, HEIGHT).or_else(|| get_raster('?', WEIGHT, HEIGHT));
            let Some(raster) = known else { continue };
            for (across, row) in (0..).zip(raster.rows()) {
                for (column, ink) in (along..).zip(row.iter()) {
                    let place = match direction {
                        Direction::Right => [left + column, top + across],
                        Direction::Up => [left + across, top.wrapping_sub(column)],
                    };
                    self.blend(place, colour, f32::from(*ink) / 255.0);
                }
            }
            along += raster.width() as u32;
        }
    }

    /// Writes it as PNG.
    pub fn save(&self, path: &Path) -> Result<()> {
        let failed = || format!("{} cannot be written", path.display());
        let file = File::create(path).with_context(failed)?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), self.size[0], self.size[1]);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().with_context(failed)?;
        writer.write_image_data(self.texels.as_flattened()).with_context(failed)?;
        writer.finish().with_context(failed)
    }
}

/// How far a point is from a straight line between two others.
fn distance(point: [f32; 2], from: [f32; 2], to: [f32; 2]) -> f32 {
    let way = [to[0] - from[0], to[1] - from[1]];
    let off = [point[0] - from[0], point[1] - from[1]];
    let square = way[0] * way[0] + way[1] * way[1];
    let part = if square > 0.0 {
        ((off[0] * way[0] + off[1] * way[1]) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (off[0] - part * way[0]).hypot(off[1] - part * way[1])
}
