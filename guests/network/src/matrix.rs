//! Matrices, and their products.

use anyhow::Result;
use program::Gpu;
use program::webgpu::GpuBuffer;

use crate::{Kernels, Operation, groups};

const TILE: u32 = 64;
const WORKGROUP: u32 = 64;

/// A matrix in a buffer of its own, row by row.
pub struct Matrix {
    pub buffer: GpuBuffer,
    pub rows: u32,
    pub columns: u32,
}

/// Which of two matrices is transposed before they are multiplied.
#[derive(Clone, Copy)]
pub enum Transposed {
    None,
    Left,
    Right,
}

/// A function of each number.
#[derive(Clone, Copy)]
pub enum Activation {
    None,
    Rectifier,
    ErrorLinearUnit,
}

/// What becomes of a product.
#[derive(Clone, Copy)]
pub enum Finish<'a> {
    /// It stays as it is
    Plain,
    /// The same is added to each row, and a function applied
    Affine(&'a Matrix, Activation),
    /// As a derivative, it is led back through a rectifier that gave this
    Rectified(&'a Matrix),
}

impl Matrix {
    /// Of zeros.
    pub fn new(gpu: &Gpu, label: &str, rows: u32, columns: u32) -> Self {
        let size = u64::from(rows) * u64::from(columns) * size_of::<f32>() as u64;
        Self {
            buffer: gpu.storage(label, size),
            rows,
            columns,
        }
    }

    /// Of some numbers.
    pub fn of(gpu: &Gpu, label: &str, [rows, columns]: [u32; 2], numbers: &[f32]) -> Result<Self> {
        let matrix = Self::new(gpu, label, rows, columns);
        gpu.write(&matrix.buffer, numbers)?;
        Ok(matrix)
    }

    /// How many numbers it has.
    pub fn count(&self) -> u64 {
        u64::from(self.rows) * u64::from(self.columns)
    }
}

impl Kernels<'_> {
    /// Multiplies two matrices.
    pub fn product(
        &self,
        [left, right]: [&Matrix; 2],
        transposed: Transposed,
        finish: Finish,
        product: &Matrix,
    ) -> Operation {
        let left_transposed = matches!(transposed, Transposed::Left);
        let right_transposed = matches!(transposed, Transposed::Right);
        let inner = if left_transposed {
            left.rows
        } else {
            left.columns
        };
        let mut constants = vec![
            ("inner", f64::from(inner)),
            ("columns", product.columns.into()),
            ("left_transposed", f64::from(u8::from(left_transposed))),
            ("right_transposed", f64::from(u8::from(right_transposed))),
        ];
        let mut buffers = vec![&left.buffer, &right.buffer, &product.buffer];
        let (name, code) = match finish {
            Finish::Plain => ("product", include_str!("kernels/plain.wgsl")),
            Finish::Affine(bias, activation) => {
                constants.push(("activation", f64::from(activation as u8)));
                buffers.push(&bias.buffer);
                ("affine product", include_str!("kernels/affine.wgsl"))
            }
            Finish::Rectified(given) => {
                buffers.push(&given.buffer);
                ("rectified product", include_str!("kernels/rectified.wgsl"))
            }
        };
        let code = [include_str!("kernels/product.wgsl"), code].concat();
        let workgroups = [
            product.columns.div_ceil(TILE),
            product.rows.div_ceil(TILE),
            1,
        ];
        self.operation(name, &code, &constants, &buffers, workgroups)
    }

    /// Adds up the rows of a matrix.
    pub fn column_sums(&self, matrix: &Matrix, sums: &Matrix) -> Operation {
        self.operation(
            "column sums",
            include_str!("kernels/column_sums.wgsl"),
            &[("columns", matrix.columns.into())],
            &[&matrix.buffer, &sums.buffer],
            [groups(matrix.columns.into(), WORKGROUP), 1, 1],
        )
    }

    /// Makes probabilities of each row.
    pub fn softmax(&self, scores: &Matrix, probabilities: &Matrix) -> Operation {
        self.operation(
            "softmax",
            include_str!("kernels/softmax.wgsl"),
            &[("columns", scores.columns.into())],
            &[&scores.buffer, &probabilities.buffer],
            [groups(scores.rows.into(), WORKGROUP), 1, 1],
        )
    }
}
