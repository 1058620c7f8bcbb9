//! How long the GPU works.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::Gpu;

/// Whether to say it: options of a program, for `#[command(flatten)]`.
#[derive(clap::Args)]
pub struct Timing {
    /// Says on standard error how long the GPU's work took
    #[arg(long)]
    time: bool,
}

/// Adds up how long some work takes, and not what is done between.
pub struct Stopwatch {
    heard: bool,
    total: Duration,
}

impl Timing {
    pub fn stopwatch(&self) -> Stopwatch {
        Stopwatch {
            heard: self.time,
            total: Duration::ZERO,
        }
    }
}

impl Stopwatch {
    /// Whether that was asked, so that work may be done for it alone.
    pub fn is_heard(&self) -> bool {
        self.heard
    }

    /// Does work, until the GPU is done with it. What it was given before does not count.
    pub async fn measure<T>(
        &mut self,
        gpu: &Gpu,
        work: impl AsyncFnOnce() -> Result<T>,
    ) -> Result<T> {
        gpu.done().await;
        let begin = Instant::now();
        let outcome = work().await?;
        gpu.done().await;
        self.total += begin.elapsed();
        Ok(outcome)
    }

    /// Says how long some work took, if that was asked.
    pub fn tell(&self, what: impl Display) {
        if self.heard {
            eprintln!("{what} in {:.4} s", self.total.as_secs_f64());
        }
    }
}
