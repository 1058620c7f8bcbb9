//! Vectors and matrices, as far as a scene needs them.

use std::ops::{Add, Mul, Sub};

/// A point or a direction: x to the right, y up, z towards whoever looks.
#[derive(Clone, Copy)]
pub struct Vector(pub f32, pub f32, pub f32);

impl Vector {
    pub const UP: Self = Self(0.0, 1.0, 0.0);

    pub fn dot(self, other: Self) -> f32 {
        self.0 * other.0 + self.1 * other.1 + self.2 * other.2
    }

    pub fn cross(self, other: Self) -> Self {
        Self(
            self.1 * other.2 - self.2 * other.1,
            self.2 * other.0 - self.0 * other.2,
            self.0 * other.1 - self.1 * other.0,
        )
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    pub fn normalized(self) -> Self {
        self * (1.0 / self.length())
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1, self.2 + other.2)
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f32> for Vector {
    type Output = Self;

    fn mul(self, factor: f32) -> Self {
        Self(self.0 * factor, self.1 * factor, self.2 * factor)
    }
}

/// Four columns, as WGSL has them.
#[derive(Clone, Copy)]
pub struct Matrix(pub [[f32; 4]; 4]);

impl Matrix {
    pub fn translation(Vector(x, y, z): Vector) -> Self {
        Self([
            [1.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0],
            [0.0, 0.0, 1.0, 0.0],
            [x, y, z, 1.0],
        ])
    }

    /// The same in all directions, so that normals stay normal.
    pub fn scale(factor: f32) -> Self {
        Self([
            [factor, 0.0, 0.0, 0.0],
            [0.0, factor, 0.0, 0.0],
            [0.0, 0.0, factor, 0.0],
            [0.0, 0.0, 0.0, 1.0],
        ])
    }

    /// About the axis that points up, against the clock as seen from above.
    pub fn turn(angle: f32) -> Self {
        let (sin, cos) = angle.sin_cos();
        Self([
            [cos, 0.0, -sin, 0.0],
            [0.0, 1.0, 0.0, 0.0],
            [sin, 0.0, cos, 0.0],
            [0.0, 0.0, 0.0, 1.0],
        ])
    }

    /// About the axis that points at whoever looks, so that what stands leans to the right.
    pub fn lean(angle: f32) -> Self {
        let (sin, cos) = angle.sin_cos();
        Self([
            [cos, -sin, 0.0, 0.0],
            [sin, cos, 0.0, 0.0],
            [0.0, 0.0, 1.0, 0.0],
            [0.0, 0.0, 0.0, 1.0],
        ])
    }

    /// From the world to an eye that looks along its own negative z.
    pub fn look(eye: Vector, right: Vector, up: Vector, forward: Vector) -> Self {
        let row = |axis: Vector| [axis.0, axis.1, axis.2, -axis.dot(eye)];
        let (r, u, b) = (row(right), row(up), row(forward * -1.0));
        Self([
            [r[0], u[0], b[0], 0.0],
            [r[1], u[1], b[1], 0.0],
            [r[2], u[2], b[2], 0.0],
            [r[3], u[3], b[3], 1.0],
        ])
    }

    /// What is far becomes small.
    ///
    /// `width` and `height` are those of half the view, at a distance of one.
    pub fn perspective(width: f32, height: f32, near: f32, far: f32) -> Self {
        let depth = far / (near - far);
        Self([
            [1.0 / width, 0.0, 0.0, 0.0],
            [0.0, 1.0 / height, 0.0, 0.0],
            [0.0, 0.0, depth, -1.0],
            [0.0, 0.0, near * depth, 0.0],
        ])
    }

    /// What is far stays as large: for light from very far away.
    pub fn orthographic(width: f32, height: f32, near: f32, far: f32) -> Self {
        let depth = 1.0 / (near - far);
        Self([
            [1.0 / width, 0.0, 0.0, 0.0],
            [0.0, 1.0 / height, 0.0, 0.0],
            [0.0, 0.0, depth, 0.0],
            [0.0, 0.0, near * depth, 1.0],
        ])
    }
}

impl Mul for Matrix {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self(other.0.map(|column| {
            std::array::from_fn(|row| (0..4).map(|i| self.0[i][row] * column[i]).sum())
        }))
    }
}
