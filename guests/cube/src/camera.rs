//! From where the cube is seen.

use bytemuck::{Pod, Zeroable};

/// How high the picture is, as an angle in degrees.
const FIELD: f32 = 40.0;
/// The edges of the cube are 2 long, so that its corners are 1.73 from the middle.
const NEAREST: f32 = 2.5;
const FARTHEST: f32 = 20.0;
/// Above the plane on which the cube turns, and below it.
const STEEPEST: f32 = 85.0;

/// Looks at the middle of the cube.
pub struct Camera {
    /// Around the cube, in degrees: at 0 before its front, at 90 before its right
    yaw: f32,
    /// Above it, in degrees
    pitch: f32,
    distance: f32,
}

/// What the shader knows of it; vectors have the length by which a place is divided.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Sight {
    eye: [f32; 4],
    right: [f32; 4],
    up: [f32; 4],
    forward: [f32; 4],
}

impl Camera {
    pub fn new() -> Self {
        Self {
            yaw: 30.0,
            pitch: 25.0,
            distance: 5.5,
        }
    }

    /// Goes around the cube by angles in degrees: to the right, and up.
    pub fn go(&mut self, right: f32, up: f32) {
        self.yaw = (self.yaw + right).rem_euclid(360.0);
        self.pitch = (self.pitch + up).clamp(-STEEPEST, STEEPEST);
    }

    /// Is so many times as far away.
    pub fn withdraw(&mut self, times: f32) {
        self.distance = (self.distance * times).clamp(NEAREST, FARTHEST);
    }

    pub fn sight(&self, [width, height]: [u32; 2]) -> Sight {
        let (yaw, pitch) = (self.yaw.to_radians(), self.pitch.to_radians());
        let out = [
            pitch.cos() * yaw.sin(),
            pitch.sin(),
            pitch.cos() * yaw.cos(),
        ];
        let right = [yaw.cos(), 0.0, -yaw.sin()];
        let up = [
            -pitch.sin() * yaw.sin(),
            pitch.cos(),
            -pitch.sin() * yaw.cos(),
        ];
        let scale = 1.0 / (FIELD / 2.0).to_radians().tan();
        Sight {
            eye: times(out, self.distance),
            right: times(right, scale * height as f32 / width as f32),
            up: times(up, scale),
            forward: times(out, -1.0),
        }
    }
}

fn times([x, y, z]: [f32; 3], scale: f32) -> [f32; 4] {
    [scale * x, scale * y, scale * z, 0.0]
}
