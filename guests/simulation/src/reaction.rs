//! Gray-Scott reaction and diffusion.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use fastrand::Rng;
use program::webgpu::GpuBindGroup;
use program::{Gpu, Kernel, Limit, Progress};

use crate::pictures::{Pictures, colour, save};

const WORKGROUP: u32 = 8;

/// So that the GPU begins while more is told.
const STEPS_AT_ONCE: u32 = 100;

const COLOURS: [[f32; 3]; 5] = [
    [0.03, 0.02, 0.09],
    [0.35, 0.05, 0.30],
    [0.80, 0.18, 0.25],
    [0.98, 0.62, 0.25],
    [1.00, 0.98, 0.85],
];

#[derive(clap::Args)]
pub struct Options {
    /// Cells along a row
    #[arg(long, default_value_t = 512)]
    width: u32,
    /// Rows of cells
    #[arg(long, default_value_t = 512)]
    height: u32,
    /// How many steps to simulate
    #[arg(long, default_value_t = 5000)]
    steps: u32,
    /// How fast the first chemical is fed
    #[arg(long, default_value_t = 0.055)]
    feed: f32,
    /// How fast the second one is taken away
    #[arg(long, default_value_t = 0.062)]
    kill: f32,
    /// Another number is another beginning
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Writes a picture to this file, as PNG
    #[arg(long, value_name = "FILE")]
    picture: Option<PathBuf>,
    /// Makes it an animated one of so many frames
    #[arg(long, default_value_t = 1, requires = "picture", value_parser = clap::value_parser!(u32).range(1..))]
    frames: u32,
    /// Writes both chemicals of each cell at the end to this file, as little-endian f32
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
}

pub async fn run(options: Options) -> Result<()> {
    ensure!(options.width > 0 && options.height > 0, "a grid has at least one cell");
    let cells = u64::from(options.width) * u64::from(options.height);
    let size = cells * size_of::<[f32; 2]>() as u64;
    let gpu = Gpu::open(&[(Limit::BufferSize, size), (Limit::StorageBufferBindingSize, size)]).await?;
    let end = gpu.checked(async || simulate(&gpu, &options).await).await?;
    let second: f64 = end.iter().map(|cell| f64::from(cell[1])).sum();
    println!(
        "{} steps of {} x {} cells: the second chemical is {:.4} of all",
        options.steps, options.width, options.height, second / cells as f64
    );
    if let Some(path) = &options.state {
        save(path, end.as_flattened())?;
    }
    Ok(())
}

/// The chemicals of each cell in the end.
async fn simulate(gpu: &Gpu, options: &Options) -> Result<Vec<[f32; 2]>> {
    let begin = beginning(options);
    let kernel = gpu.kernel(
        "reaction",
        include_str!("reaction.wgsl"),
        &[
            ("width", options.width.into()),
            ("height", options.height.into()),
            ("feed", options.feed.into()),
            ("kill", options.kill.into()),
        ],
    );
    let cells = [gpu.storage_of("cells", &begin)?, gpu.storage_of("cells", &begin)?];
    let turns = [
        gpu.bind(&kernel, &[&cells[0], &cells[1]]),
        gpu.bind(&kernel, &[&cells[1], &cells[0]]),
    ];
    let mut pictures = match &options.picture {
        Some(path) => Some(Pictures::create(path, [options.width, options.height], options.frames)?),
        None => None,
    };
    let mut progress = Progress::of("step", options.steps.into());
    let mut done = 0;
    for frame in 1..=options.frames {
        let goal = (u64::from(options.steps) * u64::from(frame) / u64::from(options.frames)) as u32;
        while done < goal {
            let some = STEPS_AT_ONCE.min(goal - done);
            step(gpu, options, &kernel, &turns, done, some)?;
            done += some;
            // Or else all steps would be told at once, and nothing could show how far it is.
            gpu.queue.on_submitted_work_done().await;
            progress.at(done.into());
        }
        if let Some(pictures) = &mut pictures {
            pictures.add(&picture(&gpu.read(&cells[done as usize % 2]).await?))?;
        }
    }
    if let Some(pictures) = pictures {
        pictures.finish()?;
    }
    gpu.read(&cells[done as usize % 2]).await
}

/// Some steps after those that are done.
fn step(
    gpu: &Gpu,
    options: &Options,
    kernel: &Kernel,
    turns: &[GpuBindGroup; 2],
    done: u32,
    steps: u32,
) -> Result<()> {
    let workgroups = [options.width.div_ceil(WORKGROUP), options.height.div_ceil(WORKGROUP), 1];
    let encoder = gpu.device.create_command_encoder(None);
    let pass = encoder.begin_compute_pass(None);
    for step in done..done + steps {
        kernel.dispatch(&pass, &turns[step as usize % 2], workgroups)?;
    }
    pass.end();
    gpu.queue.submit(&[&encoder.finish(None)]);
    Ok(())
}

/// The first chemical everywhere, and drops of the second.
fn beginning(options: &Options) -> Vec<[f32; 2]> {
    let (width, height) = (options.width as usize, options.height as usize);
    let mut chance = Rng::with_seed(options.seed);
    let mut cells = vec![[1.0, 0.0]; width * height];
    for _ in 0..(width * height / 4000).max(1) {
        let (column, row) = (chance.usize(..width), chance.usize(..height));
        let side = chance.usize(4..12);
        for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
            cells[(row + y) % height * width + (column + x) % width] = [0.5, 0.25];
        }
    }
    cells
}

fn picture(cells: &[[f32; 2]]) -> Vec<[u8; 3]> {
    cells.iter().map(|cell| colour(&COLOURS, cell[1] / 0.4)).collect()
}
