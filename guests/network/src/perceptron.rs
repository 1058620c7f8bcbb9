//! Multi-layer perceptrons: each layer multiplies by a matrix, adds a row, and all but the last
//! leave out what is negative.

use std::path::Path;

use anyhow::{Result, ensure};
use fastrand::Rng;
use program::Gpu;

use crate::{Activation, Finish, Kernels, Matrix, Operation, Tensor, Tensors, Transposed};

/// What is learnt, on the GPU.
pub struct Perceptron {
    pub layers: Vec<Layer>,
}

/// A layer, whose weights are a row for each number that it gives.
pub struct Layer {
    pub weight: Matrix,
    pub bias: Matrix,
}

/// A perceptron that is applied to the rows of a matrix.
pub struct Forward {
    /// What each layer gives.
    pub outputs: Vec<Matrix>,
    pub operations: Vec<Operation>,
}

impl Perceptron {
    /// With layers between so many numbers each, as they are at the beginning: by chance, and such
    /// that what layers give is about as large as what they are given (K. He and others, "Delving
    /// deep into rectifiers", 2015).
    pub fn random(gpu: &Gpu, widths: &[u32], chance: &mut Rng) -> Result<Self> {
        let mut layers = Vec::new();
        for (index, ends) in widths.windows(2).enumerate() {
            let layer = Layer {
                weight: Matrix::new(gpu, &format!("{index}.weight"), ends[1], ends[0]),
                bias: Matrix::new(gpu, &format!("{index}.bias"), 1, ends[1]),
            };
            let spread = (2.0 / f64::from(ends[0])).sqrt();
            let weights: Vec<f32> = (0..layer.weight.count())
                .map(|_| (spread * normal(chance)) as f32)
                .collect();
            gpu.write(&layer.weight.buffer, &weights)?;
            layers.push(layer);
        }
        Ok(Self { layers })
    }

    pub fn read(gpu: &Gpu, tensors: &Tensors) -> Result<Self> {
        let mut layers: Vec<Layer> = Vec::new();
        let mut index = 0;
        while index == 0 || tensors.shape(&format!("{index}.weight")).is_some() {
            let weight = tensors.matrix(gpu, &format!("{index}.weight"))?;
            let bias = tensors.matrix(gpu, &format!("{index}.bias"))?;
            ensure!(
                (bias.rows, bias.columns) == (1, weight.rows)
                    && layers
                        .last()
                        .is_none_or(|before| before.weight.rows == weight.columns),
                "the weights of layer {index}, {} x {}, do not fit those beside them",
                weight.rows,
                weight.columns
            );
            layers.push(Layer { weight, bias });
            index += 1;
        }
        Ok(Self { layers })
    }

    /// Writes it as safetensors.
    pub async fn write(&self, gpu: &Gpu, notes: &[(&str, String)], path: &Path) -> Result<()> {
        let mut tensors = Vec::new();
        for (index, Layer { weight, bias }) in self.layers.iter().enumerate() {
            tensors.push(Tensor {
                name: format!("{index}.weight"),
                shape: vec![weight.rows as usize, weight.columns as usize],
                numbers: gpu.read(&weight.buffer).await?,
            });
            tensors.push(Tensor {
                name: format!("{index}.bias"),
                shape: vec![bias.columns as usize],
                numbers: gpu.read(&bias.buffer).await?,
            });
        }
        Tensor::write_all(&tensors, notes, path)
    }

    /// All that can be learnt.
    pub fn parameters(&self) -> impl Iterator<Item = &Matrix> {
        self.layers
            .iter()
            .flat_map(|Layer { weight, bias }| [weight, bias])
    }

    /// How it is applied to some inputs, each of which is a row.
    pub fn forward(&self, kernels: &Kernels, inputs: &Matrix) -> Forward {
        let mut forward = Forward {
            outputs: Vec::new(),
            operations: Vec::new(),
        };
        for (index, Layer { weight, bias }) in self.layers.iter().enumerate() {
            let output = Matrix::new(kernels.gpu, "output", inputs.rows, weight.rows);
            let last = index + 1 == self.layers.len();
            let activation = if last {
                Activation::None
            } else {
                Activation::Rectifier
            };
            let given = forward.outputs.last().unwrap_or(inputs);
            let finish = Finish::Affine(bias, activation);
            let operation = kernels.product([given, weight], Transposed::Right, finish, &output);
            forward.operations.push(operation);
            forward.outputs.push(output);
        }
        forward
    }
}

impl Forward {
    /// What the last layer gives.
    pub fn scores(&self) -> &Matrix {
        self.outputs.last().expect("a perceptron has a layer")
    }
}

/// A number of the normal distribution, by the method of G. Box and M. Muller.
fn normal(chance: &mut Rng) -> f64 {
    let radius = (-2.0 * (1.0 - chance.f64()).ln()).sqrt();
    radius * (std::f64::consts::TAU * chance.f64()).cos()
}
