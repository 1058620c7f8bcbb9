//! Networks on the GPU, in numbers of 32 bits: matrices and what is done with them, networks of
//! layers, and the files that have weights and digits.

mod idx;
mod matrix;
mod operation;
mod perceptron;
mod tensors;

pub use idx::{Images, labels};
pub use matrix::{Activation, Finish, Matrix, Transposed};
pub use operation::{Kernels, Operation, groups};
pub use perceptron::{Forward, Layer, Perceptron};
pub use tensors::{Tensor, Tensors};
