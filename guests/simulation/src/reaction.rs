//! Gray-Scott reaction and diffusion.

use anyhow::Result;
use fastrand::Rng;
use program::webgpu::{GpuBindGroup, GpuBuffer};
use program::{Gpu, Kernel, Limit, finite, room};

use crate::course::{Simulation, Wanted};
use crate::pictures::colour;

const WORKGROUP: u32 = 8;

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
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..))]
    width: u32,
    /// Rows of cells
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..))]
    height: u32,
    /// How many steps to simulate
    #[arg(long, default_value_t = 5000)]
    steps: u32,
    /// How fast the first chemical is fed
    #[arg(long, default_value_t = 0.055, value_parser = finite)]
    feed: f32,
    /// How fast the second one is taken away
    #[arg(long, default_value_t = 0.062, value_parser = finite)]
    kill: f32,
    /// Another number is another beginning
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    wanted: Wanted,
}

pub async fn run(options: Options) -> Result<()> {
    let Options {
        width,
        height,
        steps,
        ..
    } = options;
    let cells = u64::from(width) * u64::from(height);
    let size = cells * size_of::<[f32; 2]>() as u64;
    let gpu = Gpu::open(&[
        (Limit::BufferSize, size),
        (Limit::StorageBufferBindingSize, size),
        (
            Limit::Workgroups,
            width.max(height).div_ceil(WORKGROUP).into(),
        ),
    ])
    .await?;
    let end = gpu
        .checked(async || {
            let grid = Grid::begin(&gpu, width, height, &options)?;
            options.wanted.run(&gpu, &grid, steps).await?;
            grid.cells(steps).await
        })
        .await?;
    options.wanted.keep(&[end.as_flattened()])?;
    let second: f64 = end.iter().map(|cell| f64::from(cell[1])).sum();
    let share = second / cells as f64;
    println!("{steps} steps of {width} x {height} cells: the second chemical is {share:.4} of all");
    Ok(())
}

/// Cells on the GPU, of which a step makes others.
struct Grid<'a> {
    gpu: &'a Gpu,
    width: u32,
    height: u32,
    kernel: Kernel,
    /// Those after an even number of steps, and those after an odd one.
    cells: [GpuBuffer; 2],
    /// From the first to the second, and back.
    turns: [GpuBindGroup; 2],
}

impl<'a> Grid<'a> {
    fn begin(gpu: &'a Gpu, width: u32, height: u32, options: &Options) -> Result<Self> {
        let kernel = gpu.kernel(
            "reaction",
            include_str!("reaction.wgsl"),
            &[
                ("width", width.into()),
                ("height", height.into()),
                ("feed", options.feed.into()),
                ("kill", options.kill.into()),
            ],
        );
        let even = gpu.storage_of("cells", &drops(width, height, options.seed)?)?;
        let odd = gpu.storage("cells", even.size());
        let turns = [
            gpu.bind(&kernel, &[&even, &odd]),
            gpu.bind(&kernel, &[&odd, &even]),
        ];
        Ok(Self {
            gpu,
            width,
            height,
            kernel,
            cells: [even, odd],
            turns,
        })
    }

    /// The chemicals of each cell after so many steps.
    async fn cells(&self, done: u32) -> Result<Vec<[f32; 2]>> {
        self.gpu.read(&self.cells[done as usize % 2]).await
    }
}

impl Simulation for Grid<'_> {
    fn steps_at_once(&self) -> u32 {
        100
    }

    fn advance(&self, done: u32, steps: u32) -> Result<()> {
        let workgroups = [self.width, self.height].map(|cells| cells.div_ceil(WORKGROUP));
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        for step in done..done + steps {
            let turn = &self.turns[step as usize % 2];
            self.kernel
                .dispatch(&pass, turn, [workgroups[0], workgroups[1], 1])?;
        }
        pass.end();
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        Ok(())
    }

    fn size(&self) -> [u32; 2] {
        [self.width, self.height]
    }

    async fn picture(&self, done: u32) -> Result<Vec<[u8; 3]>> {
        let cells = self.cells(done).await?;
        Ok(cells
            .iter()
            .map(|cell| colour(&COLOURS, cell[1] / 0.4))
            .collect())
    }
}

/// The first chemical everywhere, and drops of the second.
fn drops(width: u32, height: u32, seed: u64) -> Result<Vec<[f32; 2]>> {
    let (width, height) = (width as usize, height as usize);
    let mut chance = Rng::with_seed(seed);
    let mut cells = room((width * height) as u64)?;
    cells.resize(width * height, [1.0, 0.0]);
    for _ in 0..(width * height / 4000).max(1) {
        let (column, row) = (chance.usize(..width), chance.usize(..height));
        let side = chance.usize(4..12);
        for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
            cells[(row + y) % height * width + (column + x) % width] = [0.5, 0.25];
        }
    }
    Ok(cells)
}
