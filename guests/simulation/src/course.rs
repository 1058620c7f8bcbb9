//! The course of a simulation, and what is kept of it.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use bytemuck::cast_slice;
use program::{Gpu, Progress, Timing};

use crate::pictures::Pictures;

/// What a simulation does step by step, on the GPU.
pub trait Simulation {
    /// How many steps the GPU is told at once: so many that it need not wait for more, and so few
    /// that one sees how far it is.
    fn steps_at_once(&self) -> u32;

    /// Tells the GPU to do so many steps after those that are done.
    fn advance(&self, done: u32, steps: u32) -> Result<()>;

    /// Width and height of its pictures.
    fn size(&self) -> [u32; 2];

    /// How it looks after so many steps.
    async fn picture(&self, done: u32) -> Result<Vec<[u8; 3]>>;
}

/// What is wanted of every simulation.
#[derive(clap::Args)]
pub struct Wanted {
    /// Writes a picture to this file, as PNG
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// Makes it an animated one of so many frames, the last of which is the end
    #[arg(long, default_value_t = 1, requires = "picture")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    frames: u32,
    /// Writes the state at the end to this file, as little-endian f32: both chemicals of each cell,
    /// row by row, or place and mass (x, y, z, m) of each body and then each velocity (x, y, z, 0)
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    #[command(flatten)]
    timing: Timing,
}

impl Wanted {
    /// Runs from the beginning through so many steps, with pictures of the way.
    pub async fn run(&self, gpu: &Gpu, simulation: &impl Simulation, steps: u32) -> Result<()> {
        let mut pictures = match &self.picture {
            Some(path) => Some(Pictures::create(path, simulation.size(), self.frames)?),
            None => None,
        };
        let mut stopwatch = self.timing.stopwatch();
        let mut progress = Progress::of("step", steps.into());
        let mut done = 0;
        for frame in 1..=self.frames {
            let goal = (u64::from(steps) * u64::from(frame) / u64::from(self.frames)) as u32;
            stopwatch
                .measure(gpu, async || {
                    while done < goal {
                        let some = simulation.steps_at_once().min(goal - done);
                        simulation.advance(done, some)?;
                        done += some;
                        gpu.done().await;
                        progress.at(done.into());
                    }
                    Ok(())
                })
                .await?;
            if let Some(pictures) = &mut pictures {
                pictures.add(&simulation.picture(done).await?)?;
            }
        }
        drop(progress);
        stopwatch.tell(format_args!("{steps} steps"));
        pictures.map_or(Ok(()), Pictures::finish)
    }

    /// Keeps the state at the end: numbers of one kind after those of another.
    pub fn keep(&self, state: &[&[f32]]) -> Result<()> {
        let Some(path) = &self.state else {
            return Ok(());
        };
        File::create(path)
            .and_then(|mut file| {
                state
                    .iter()
                    .try_for_each(|numbers| file.write_all(cast_slice(numbers)))
            })
            .with_context(|| format!("{} cannot be written", path.display()))
    }
}
