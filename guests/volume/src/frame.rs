//! The box around a volume, with what is measured along its edges.

use chart::{Area, Axis, Colour, Direction, Picture, TEXT_HEIGHT, text_width};

use crate::camera::Camera;
use crate::vector::{Vector, dot, plus, times};

const LINE: Colour = [150, 150, 165];
const INK: Colour = [205, 205, 215];

/// Texels from an edge to where its numbers and its name are.
const NUMBERS: f32 = 20.0;
const NAME: f32 = 52.0;
const TICK: f32 = 7.0;

/// A box that a camera sees.
pub struct Frame<'a> {
    pub camera: &'a Camera,
    pub corner: Vector,
    pub axes: &'a [Axis; 3],
    pub size: [u32; 2],
}

/// An edge along an axis, at one side or the other of both others.
struct Edge {
    axis: usize,
    /// Its middle
    middle: Vector,
    /// Of the two faces that meet there, how many are seen
    faces: usize,
}

impl Frame<'_> {
    /// What is behind the volume.
    pub fn draw_behind(&self, picture: &mut Picture) {
        self.edges()
            .filter(|edge| edge.faces == 0)
            .for_each(|edge| self.draw(&edge, picture));
    }

    /// What is before it, or beside it.
    pub fn draw_before(&self, picture: &mut Picture) {
        self.edges()
            .filter(|edge| edge.faces > 0)
            .for_each(|edge| self.draw(&edge, picture));
        let mut labels = Labels::default();
        for axis in 0..3 {
            self.mark(axis, picture, &mut labels);
        }
    }

    fn edges(&self) -> impl Iterator<Item = Edge> {
        (0..12).map(|number| {
            let axis = number / 4;
            let others = [(axis + 1) % 3, (axis + 2) % 3];
            let mut middle = [0.0; 3];
            let mut faces = 0;
            for (bit, other) in others.into_iter().enumerate() {
                let side = if number >> bit & 1 == 0 { -1.0 } else { 1.0 };
                middle[other] = side * self.corner[other];
                faces += usize::from(side * self.camera.eye[other] > self.corner[other]);
            }
            Edge {
                axis,
                middle,
                faces,
            }
        })
    }

    fn draw(&self, edge: &Edge, picture: &mut Picture) {
        let [from, to] = [-1.0, 1.0].map(|end| self.place(self.along(edge, end)));
        picture.line(from, to, 1.2, LINE, self.whole());
    }

    /// A point of an edge; its ends are at -1 and 1.
    fn along(&self, edge: &Edge, part: f64) -> Vector {
        let mut way = [0.0; 3];
        way[edge.axis] = part * self.corner[edge.axis];
        plus(edge.middle, way)
    }

    /// Marks an axis at that of its edges which is at the outline, and lowest, or for z leftmost.
    fn mark(&self, axis: usize, picture: &mut Picture, labels: &mut Labels) {
        let outside = |edge: &Edge| {
            let [x, y] = self.place(edge.middle);
            if axis == 2 { -x } else { y }
        };
        let Some(edge) = self
            .edges()
            .filter(|edge| edge.axis == axis && edge.faces == 1)
            .max_by(|one, other| outside(one).total_cmp(&outside(other)))
        else {
            return; // It leads to the camera.
        };
        let away = self.away(&edge);
        for tick in self.axes[axis].ticks() {
            let place = self.place(self.along(&edge, 2.0 * self.axes[axis].part(tick.at) - 1.0));
            picture.line(place, moved(place, away, TICK), 1.2, LINE, self.whole());
            labels.write(picture, &tick.label, moved(place, away, NUMBERS));
        }
        labels.write(
            picture,
            self.axes[axis].label(),
            moved(self.place(edge.middle), away, NAME),
        );
    }

    /// The direction in the picture that leads out of the box, across an edge.
    fn away(&self, edge: &Edge) -> [f32; 2] {
        let [from, to] = [-1.0, 1.0].map(|end| self.place(self.along(edge, end)));
        let across = [from[1] - to[1], to[0] - from[0]];
        let length = across[0].hypot(across[1]).max(1e-3);
        let (middle, own) = (self.place([0.0; 3]), self.place(edge.middle));
        let out = (own[0] - middle[0]) * across[0] + (own[1] - middle[1]) * across[1];
        across.map(|part| part * out.signum() / length)
    }

    fn place(&self, point: Vector) -> [f32; 2] {
        self.camera.place(point, self.size)
    }

    fn whole(&self) -> Area {
        Area {
            left: 0,
            top: 0,
            width: self.size[0],
            height: self.size[1],
        }
    }

    /// Whether all of it is before the camera.
    pub fn is_before(camera: &Camera, corner: Vector) -> bool {
        let far: f64 = (0..3)
            .map(|axis| (camera.forward[axis] * corner[axis]).abs())
            .sum();
        dot(times(camera.eye, -1.0), camera.forward) > far
    }
}

fn moved(place: [f32; 2], way: [f32; 2], length: f32) -> [f32; 2] {
    [place[0] + length * way[0], place[1] + length * way[1]]
}

/// Where something is written: the left upper and right lower corners of each.
#[derive(Default)]
struct Labels(Vec<[[f32; 2]; 2]>);

impl Labels {
    /// Writes around a place, if that is within the picture and nothing is written there.
    fn write(&mut self, picture: &mut Picture, text: &str, place: [f32; 2]) {
        let half = [text_width(text), TEXT_HEIGHT].map(|side| side as f32 / 2.0);
        let own = [-1.0, 1.0].map(|side| [0, 1].map(|axis| place[axis] + side * half[axis]));
        let [left, top] = own[0];
        let overlaps = |[low, high]: &[[f32; 2]; 2]| {
            (0..2).all(|axis| own[0][axis] < high[axis] && low[axis] < own[1][axis])
        };
        if left >= 0.0 && top >= 0.0 && !self.0.iter().any(overlaps) {
            picture.text(text, [left as u32, top as u32], Direction::Right, INK);
            self.0.push(own);
        }
    }
}
