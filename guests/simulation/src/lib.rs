//! Simulations on the GPU, in numbers of 32 bits: what comes of two chemicals that react and
//! spread, and of bodies that attract each other.

mod bodies;
mod course;
mod pictures;
mod reaction;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Simulates chemicals that react and spread, or bodies that attract each other, on the GPU.
#[derive(Parser)]
#[command(name = "simulation", version)]
struct Options {
    #[command(subcommand)]
    simulation: Simulation,
}

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
