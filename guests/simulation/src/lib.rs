//! Simulations on the GPU, in numbers of 32 bits: what comes of two chemicals that react and
//! spread, and of bodies that attract each other.

mod bodies;
mod course;
mod pictures;
mod reaction;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Simulates chemicals that react and spread, or bodies that attract each other, on the GPU.
///
/// Each begins as a seed says, goes on for some steps, and says how it ended. On the way it can draw
/// pictures into a file of a directory that it is given (--dir of radicchio run).
#[derive(Parser)]
#[command(name = "simulation", version, after_help = EXAMPLES)]
struct Options {
    #[command(subcommand)]
    simulation: Simulation,
}

const EXAMPLES: &str = "Examples:
  radicchio run --dir . guests/simulation.wasm reaction --picture corals.png
  radicchio run --dir . guests/simulation.wasm bodies --frames 100 --picture stars.png
  radicchio run guests/simulation.wasm bodies --help";

#[derive(Subcommand)]
enum Simulation {
    /// Gray-Scott reaction and diffusion: two chemicals make patterns like those of furs and corals
    Reaction(reaction::Options),
    /// Bodies in space that attract each other by Newton's law
    Bodies(bodies::Options),
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    match options.simulation {
        Simulation::Reaction(options) => reaction::run(options).await,
        Simulation::Bodies(options) => bodies::run(options).await,
    }
}
