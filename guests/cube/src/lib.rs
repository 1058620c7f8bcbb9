//! A cube that turns, drawn by the GPU on a surface, around which a pointer and keys lead a camera.

mod camera;
mod die;
mod picture;
mod stage;
mod watch;

use std::pin::pin;

use anyhow::{Result, anyhow};
use clap::Parser;
use futures_util::future::{Either, select, try_join_all};
use program::Gpu;
use surface::{Surface, Wanted};

use crate::picture::Painter;
use crate::stage::{Motion, Stage};

/// Draws a cube that turns. Dragging or the arrow keys lead the camera around it, + and - or page up and
/// page down bring it nearer and take it away, the space bar stops the cube and has it go on, and C
/// changes its colours.
#[derive(Parser)]
#[command(name = "cube", version)]
struct Options {
    #[command(flatten)]
    motion: Motion,
    /// How many surfaces to draw on, each with a camera of its own
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=16))]
    surfaces: u16,
    #[command(flatten)]
    wanted: Wanted,
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    let gpu = Gpu::open(&[]).await?;
    let failure = pin!(watch::failure(&gpu));
    let shown = pin!(show(&gpu, &options));
    match select(shown, failure).await {
        Either::Left((outcome, _)) => outcome,
        Either::Right((reason, _)) => Err(anyhow!(reason)),
    }
}

/// Until no surface is shown any more.
async fn show(gpu: &Gpu, options: &Options) -> Result<()> {
    let painter = Painter::new(gpu);
    let stages = (0..options.surfaces).map(|_| {
        let surface = Surface::new(&options.wanted);
        Stage::new(&painter, surface, &options.motion).play()
    });
    try_join_all(stages).await.map(|_| ())
}
