//! How strokes become pixels.

use crate::paper::{Area, Colour, Paper};

/// How wide brushes are, in pixels.
const WIDTHS: [f64; 9] = [1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 16.0, 22.0, 28.0];

/// A place in pixels, from the upper left corner.
pub type Place = [f64; 2];

pub struct Brush {
    pub colour: Colour,
    width: usize,
}

impl Brush {
    /// 5 pixels wide.
    pub fn new(colour: Colour) -> Self {
        Self { colour, width: 3 }
    }

    pub fn enlarge(&mut self) {
        self.width = (self.width + 1).min(WIDTHS.len() - 1);
    }

    pub fn diminish(&mut self) {
        self.width = self.width.saturating_sub(1);
    }

    pub fn radius(&self) -> f64 {
        WIDTHS[self.width] / 2.0
    }

    /// Where a straight stroke may leave something on paper, if it is there at all.
    pub fn reach(&self, from: Place, to: Place, paper: &Paper) -> Option<Area> {
        let all = paper.all();
        let radius = self.radius();
        let least = |axis: usize| (from[axis].min(to[axis]) - radius).floor() as u32;
        let most = |axis: usize| (from[axis].max(to[axis]) + radius).ceil() as u32;
        let area = Area {
            left: least(0),
            top: least(1),
            right: most(0).min(all.right),
            bottom: most(1).min(all.bottom),
        };
        (area.left < area.right && area.top < area.bottom).then_some(area)
    }

    /// Colours the pixels of an area whose middle is not farther from a straight stroke than the brush
    /// reaches.
    pub fn stroke(&self, from: Place, to: Place, area: Area, paper: &mut Paper) {
        for y in area.top..area.bottom {
            for (x, pixel) in (area.left..).zip(paper.row_mut(y, area)) {
                let middle = [f64::from(x) + 0.5, f64::from(y) + 0.5];
                if distance(middle, from, to) <= self.radius() {
                    *pixel = self.colour;
                }
            }
        }
    }
}

/// How far a place is from the nearest one between two others.
pub fn distance(place: Place, from: Place, to: Place) -> f64 {
    let way = [to[0] - from[0], to[1] - from[1]];
    let own = [place[0] - from[0], place[1] - from[1]];
    let length = way[0] * way[0] + way[1] * way[1];
    let part = if length == 0.0 {
        0.0
    } else {
        ((own[0] * way[0] + own[1] * way[1]) / length).clamp(0.0, 1.0)
    };
    (own[0] - part * way[0]).hypot(own[1] - part * way[1])
}
