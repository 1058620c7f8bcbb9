//! From where the scene is seen, and by whom.

use crate::still_life::TOWARDS_SUN;
use crate::vector::{Matrix, Vector};

/// Where a camera stands, and how its picture lies.
pub struct Camera {
    eye: Vector,
    right: Vector,
    up: Vector,
    forward: Vector,
}

impl Camera {
    /// At a distance from what it looks at, a bit above it.
    pub fn around(target: Vector, distance: f32, angle: f32) -> Self {
        let (sin, cos) = angle.sin_cos();
        let eye = target + Vector(sin, 0.135, cos).normalized() * distance;
        Self::looking(eye, (target - eye).normalized(), Vector::UP)
    }

    fn looking(eye: Vector, forward: Vector, up: Vector) -> Self {
        let right = forward.cross(up).normalized();
        Self {
            eye,
            right,
            up: right.cross(forward),
            forward,
        }
    }

    fn matrix(&self) -> Matrix {
        Matrix::look(self.eye, self.right, self.up, self.forward)
    }
}

/// Who sees: things can be hidden from some.
#[derive(Clone, Copy)]
pub enum Observer {
    Camera = 1,
    /// The light of the sun falls on what it sees.
    Sun = 2,
    /// What the surroundings of the mirror are drawn for.
    Mirror = 4,
}

/// What the shaders know of a view: `View` in `view.wgsl`.
pub struct View {
    matrix: Matrix,
    /// What a pixel's coordinates from -1 to 1 are to be multiplied by, for the direction to it.
    right: Vector,
    up: Vector,
    forward: Vector,
    eye: Vector,
    observer: Observer,
}

const NEAR: f32 = 0.1;
const FAR: f32 = 120.0;

impl View {
    /// The size of the view in words of four bytes.
    pub const WORDS: usize = 36;

    pub fn of_camera(camera: &Camera, width_by_height: f32) -> Self {
        // Half of it, at a distance of one: 28 degrees from top to bottom.
        let height = 0.25;
        Self::perspective(camera, width_by_height * height, height, Observer::Camera)
    }

    /// A side of a cube about a point, as WebGPU lays cube textures out: as if seen from outside, so
    /// left and right are exchanged.
    pub fn of_cube_side(centre: Vector, side: u32) -> Self {
        let (forward, up) = match side {
            0 => (Vector(1.0, 0.0, 0.0), Vector(0.0, 1.0, 0.0)),
            1 => (Vector(-1.0, 0.0, 0.0), Vector(0.0, 1.0, 0.0)),
            2 => (Vector(0.0, 1.0, 0.0), Vector(0.0, 0.0, -1.0)),
            3 => (Vector(0.0, -1.0, 0.0), Vector(0.0, 0.0, 1.0)),
            4 => (Vector(0.0, 0.0, 1.0), Vector(0.0, 1.0, 0.0)),
            _ => (Vector(0.0, 0.0, -1.0), Vector(0.0, 1.0, 0.0)),
        };
        let mut camera = Camera::looking(centre, forward, up);
        camera.right = camera.right * -1.0;
        Self::perspective(&camera, 1.0, 1.0, Observer::Mirror)
    }

    /// All that the sun shines on, around a point.
    pub fn of_sun(target: Vector, towards_sun: Vector, radius: f32) -> Self {
        let distance = 30.0;
        let camera = Camera::looking(
            target + towards_sun * distance,
            towards_sun * -1.0,
            Vector::UP,
        );
        let matrix = Matrix::orthographic(radius, radius, 1.0, 2.0 * distance) * camera.matrix();
        Self::new(&camera, matrix, radius, radius, Observer::Sun)
    }

    fn perspective(camera: &Camera, width: f32, height: f32, observer: Observer) -> Self {
        let matrix = Matrix::perspective(width, height, NEAR, FAR) * camera.matrix();
        Self::new(camera, matrix, width, height, observer)
    }

    fn new(camera: &Camera, matrix: Matrix, width: f32, height: f32, observer: Observer) -> Self {
        Self {
            matrix,
            right: camera.right * width,
            up: camera.up * height,
            forward: camera.forward,
            eye: camera.eye,
            observer,
        }
    }

    /// As the shaders have it.
    pub fn words(&self) -> [u32; Self::WORDS] {
        let mut words = [0; Self::WORDS];
        let sun = TOWARDS_SUN.normalized();
        let vectors = [self.right, self.up, self.forward, self.eye, sun];
        let numbers = self.matrix.0.into_iter().flatten().chain(
            vectors
                .into_iter()
                .flat_map(|vector| [vector.0, vector.1, vector.2, 0.0]),
        );
        for (word, number) in words.iter_mut().zip(numbers) {
            *word = number.to_bits();
        }
        // In what would be the fourth number of the eye.
        words[31] = self.observer as u32;
        words
    }
}
