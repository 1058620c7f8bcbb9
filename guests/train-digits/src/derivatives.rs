//! How the loss changes with all that can be learnt.

use network::{Finish, Forward, Kernels, Matrix, Operation, Perceptron, Transposed, groups};
use program::webgpu::GpuBuffer;

const WORKGROUP: u32 = 64;

/// The derivatives of the mean loss of some digits.
pub struct Derivatives {
    pub operations: Vec<Operation>,
    /// How many of the operations there are to the losses
    pub to_losses: usize,
    pub losses: GpuBuffer,
    /// In the order of [`Perceptron::parameters`]
    pub by_parameters: Vec<Matrix>,
}

impl Derivatives {
    /// For inputs in rows, each of which has a label.
    pub fn new(
        kernels: &Kernels,
        network: &Perceptron,
        inputs: &Matrix,
        labels: &GpuBuffer,
    ) -> Self {
        let Forward {
            outputs,
            mut operations,
        } = network.forward(kernels, inputs);
        let scores = outputs.last().expect("a perceptron has a layer");
        let losses = kernels.gpu.storage("losses", labels.size());
        let mut by_output = like(kernels, scores);
        operations.push(kernels.operation(
            "cross entropy",
            include_str!("kernels/cross_entropy.wgsl"),
            &[("classes", scores.columns.into())],
            &[&scores.buffer, labels, &losses, &by_output.buffer],
            [groups(scores.rows.into(), WORKGROUP), 1, 1],
        ));
        let to_losses = operations.len();
        let mut by_parameters = Vec::new();
        for (index, layer) in network.layers.iter().enumerate().rev() {
            let given = if index == 0 {
                inputs
            } else {
                &outputs[index - 1]
            };
            let (by_weight, by_bias) = (like(kernels, &layer.weight), like(kernels, &layer.bias));
            let factors = [&by_output, given];
            operations.push(kernels.product(factors, Transposed::Left, Finish::Plain, &by_weight));
            operations.push(kernels.column_sums(&by_output, &by_bias));
            by_parameters.splice(0..0, [by_weight, by_bias]);
            if index > 0 {
                let by_given = like(kernels, given);
                let factors = [&by_output, &layer.weight];
                let finish = Finish::Rectified(given);
                operations.push(kernels.product(factors, Transposed::None, finish, &by_given));
                by_output = by_given;
            }
        }
        Self {
            operations,
            to_losses,
            losses,
            by_parameters,
        }
    }
}

/// A matrix as large as another.
fn like(kernels: &Kernels, matrix: &Matrix) -> Matrix {
    Matrix::new(kernels.gpu, "derivatives", matrix.rows, matrix.columns)
}
