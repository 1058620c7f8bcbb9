//! From where a volume is seen.

use crate::vector::{Vector, cross, dot, minus, plus, times, unit};

/// How high the picture is, as an angle in degrees.
const FIELD: f64 = 32.0;

/// Looks at the middle, where z is up.
pub struct Camera {
    pub eye: Vector,
    pub forward: Vector,
    /// From the middle of a picture to its right edge, at a distance of 1
    pub right: Vector,
    /// Likewise to its upper edge
    pub up: Vector,
}

impl Camera {
    /// At angles in degrees: around z, and above the plane of x and y.
    pub fn new(yaw: f64, pitch: f64, distance: f64, [width, height]: [u32; 2]) -> Self {
        let (yaw, pitch) = (yaw.to_radians(), pitch.to_radians());
        let out = [
            pitch.cos() * yaw.cos(),
            pitch.cos() * yaw.sin(),
            pitch.sin(),
        ];
        let right = [-yaw.sin(), yaw.cos(), 0.0];
        let up = cross(out, right);
        let scale = (FIELD / 2.0).to_radians().tan();
        Self {
            eye: times(out, distance),
            forward: times(out, -1.0),
            right: times(right, scale * f64::from(width) / f64::from(height)),
            up: times(up, scale),
        }
    }

    /// The direction to a lamp, behind the camera, above it and to the left.
    pub fn lamp(&self) -> Vector {
        let back = times(self.forward, -1.0);
        unit(plus(
            back,
            plus(times(unit(self.up), 0.9), times(unit(self.right), -0.7)),
        ))
    }

    /// Where something is in a picture of some size.
    pub fn place(&self, point: Vector, size: [u32; 2]) -> [f32; 2] {
        let way = minus(point, self.eye);
        let distance = dot(way, self.forward).max(1e-6);
        let part = |axis: Vector| dot(way, axis) / (distance * dot(axis, axis));
        let [width, height] = size.map(f64::from);
        [
            ((1.0 + part(self.right)) / 2.0 * width) as f32,
            ((1.0 - part(self.up)) / 2.0 * height) as f32,
        ]
    }
}
