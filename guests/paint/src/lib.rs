//! A program to paint with, in memory: it has no need of a GPU.

mod brush;
mod history;
mod palette;
mod paper;
mod studio;

use anyhow::Result;
use clap::Parser;
use surface::{Surface, Wanted};

use crate::studio::Studio;

/// Paints where the pointer is dragged. A click on the palette above, or a digit, chooses a colour, [ and
/// ] make the brush smaller and larger, C clears the picture, and control and Z take back what was done
/// last.
#[derive(Parser)]
#[command(name = "paint", version)]
struct Options {
    #[command(flatten)]
    wanted: Wanted,
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    Studio::new(Surface::new(&options.wanted)).work().await;
    Ok(())
}
