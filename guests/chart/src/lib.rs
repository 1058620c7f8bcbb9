//! Charts: what lies along two axes, as a picture. What lies there, programs draw by lines, or
//! themselves.

mod axis;
mod picture;

use std::path::Path;

use anyhow::{Result, ensure};

pub use axis::Axis;
pub use picture::{Colour, Picture};
use picture::{Direction, TEXT_HEIGHT, text_width};

const GROUND: Colour = [255, 255, 255];
const GRID: Colour = [225, 225, 230];
const INK: Colour = [40, 40, 48];

/// Texels between things.
const GAP: u32 = 10;
const TICK: u32 = 5;
const LINE_WIDTH: f32 = 1.6;

/// A picture with two axes.
pub struct Chart {
    picture: Picture,
    area: Area,
    x: Axis,
    y: Axis,
}

/// The part of a chart that is between its axes, in texels of its picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

impl Chart {
    /// A chart with nothing in it, of so many texels in width and height.
    pub fn new([width, height]: [u32; 2], title: &str, x: Axis, y: Axis) -> Result<Self> {
        let widest = y.ticks().iter().map(|tick| text_width(&tick.label)).max().unwrap_or(0);
        let left = GAP + TEXT_HEIGHT + GAP + widest + TICK + GAP / 2;
        let top = GAP + TEXT_HEIGHT + GAP;
        let right = 3 * GAP;
        let bottom = TICK + GAP / 2 + TEXT_HEIGHT + GAP / 2 + TEXT_HEIGHT + GAP;
        ensure!(
            width > left + right && height > top + bottom,
            "a chart takes more than {} x {} texels, not {width} x {height}",
            left + right,
            top + bottom
        );
        let area = Area { left, top, width: width - left - right, height: height - top - bottom };
        let picture = Picture::new([width, height], GROUND);
        let mut chart = Self { picture, area, x, y };
        chart.draw_axes();
        chart.draw_labels(title);
        Ok(chart)
    }

    pub fn area(&self) -> Area {
        self.area
    }

    /// Where in the picture something lies, in texels.
    pub fn place(&self, [x, y]: [f64; 2]) -> [f32; 2] {
        let Area { left, top, width, height } = self.area;
        [
            (f64::from(left) + self.x.part(x) * f64::from(width)) as f32,
            (f64::from(top) + (1.0 - self.y.part(y)) * f64::from(height)) as f32,
        ]
    }

    /// Shows a picture of the area's size between the axes, given by its rows.
    pub fn fill(&mut self, texels: &[Colour]) {
        let Area { left, top, width, height } = self.area;
        assert_eq!(texels.len(), (width * height) as usize, "a picture of another size");
        for (row, texels) in (top..).zip(texels.chunks_exact(width as usize)) {
            for (column, texel) in (left..).zip(texels) {
                self.picture.blend([column, row], *texel, 1.0);
            }
        }
        self.draw_frame();
    }

    /// Goes from point to point. What lies beyond the axes is not drawn.
    pub fn line(&mut self, points: &[[f64; 2]], colour: Colour) {
        let places: Vec<_> = points.iter().map(|point| self.place(*point)).collect();
        for ends in places.windows(2) {
            self.picture.line(ends[0], ends[1], LINE_WIDTH, colour, self.area);
        }
    }

    /// Says in the upper right corner what colours mean.
    pub fn legend(&mut self, meanings: &[(&str, Colour)]) {
        let Area { left, top, width, .. } = self.area;
        let widest = meanings.iter().map(|(name, _)| text_width(name)).max().unwrap_or(0);
        let names = (left + width).saturating_sub(widest + GAP);
        for (line, (name, colour)) in (0..).zip(meanings) {
            let y = top + GAP + line * (TEXT_HEIGHT + GAP / 2);
            let middle = (y + TEXT_HEIGHT / 2) as f32;
            let end = names.saturating_sub(GAP) as f32;
            self.picture.line([end - 24.0, middle], [end, middle], 3.0, *colour, self.area);
            self.picture.text(name, [names, y], Direction::Right, INK);
        }
    }

    pub fn picture(&self) -> &Picture {
        &self.picture
    }

    /// Writes the picture as PNG.
    pub fn save(&self, path: &Path) -> Result<()> {
        self.picture.save(path)
    }

    fn draw_axes(&mut self) {
        let Area { left, top, width, height } = self.area;
        for tick in self.x.ticks() {
            let [x, _] = self.place([tick.at, self.y.from()]).map(|part| part as u32);
            self.picture.fill([x, top], [1, height], GRID);
            self.picture.fill([x, top + height], [1, TICK], INK);
            let begin = x.saturating_sub(text_width(&tick.label) / 2);
            let below = top + height + TICK + GAP / 2;
            self.picture.text(&tick.label, [begin, below], Direction::Right, INK);
        }
        for tick in self.y.ticks() {
            let [_, y] = self.place([self.x.from(), tick.at]).map(|part| part as u32);
            self.picture.fill([left, y], [width, 1], GRID);
            self.picture.fill([left - TICK, y], [TICK, 1], INK);
            let begin = left - TICK - GAP / 2 - text_width(&tick.label);
            let above = y.saturating_sub(TEXT_HEIGHT / 2);
            self.picture.text(&tick.label, [begin, above], Direction::Right, INK);
        }
        self.draw_frame();
    }

    fn draw_frame(&mut self) {
        let Area { left, top, width, height } = self.area;
        for y in [top, top + height] {
            self.picture.fill([left, y], [width + 1, 1], INK);
        }
        for x in [left, left + width] {
            self.picture.fill([x, top], [1, height + 1], INK);
        }
    }

    fn draw_labels(&mut self, title: &str) {
        let Area { left, top, width, height } = self.area;
        let centre = |text: &str| (left + width / 2).saturating_sub(text_width(text) / 2);
        self.picture.text(title, [centre(title), GAP], Direction::Right, INK);
        let below = self.picture.size()[1] - GAP - TEXT_HEIGHT;
        let (x, y) = (self.x.label(), self.y.label());
        self.picture.text(x, [centre(x), below], Direction::Right, INK);
        self.picture.text(y, [GAP, top + height / 2 + text_width(y) / 2], Direction::Up, INK);
    }
}
