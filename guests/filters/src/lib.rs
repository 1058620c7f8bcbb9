//! Filters of images on the GPU, and graphs of them.
//!
//! An image there is a buffer of four numbers of 32 bits a pixel: three of a colour, which are
//! multiplied by the fourth, its opacity. What the three mean is the image's [`Space`]; no number is
//! cut off between filters.

mod colour;
mod filter;
mod graph;
mod pipeline;
mod weights;

pub use colour::Space;
pub use filter::Filter;
pub use graph::Graph;
pub use pipeline::{Image, Pipeline, Step, WORKGROUP, open, workgroups};

/// What a graph is, for the help of programs that take one.
pub const GRAPH_HELP: &str = include_str!("graph.txt");
