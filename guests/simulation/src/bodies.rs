//! Bodies that attract each other.

use anyhow::{Result, ensure};
use fastrand::Rng;
use program::webgpu::{GpuBindGroup, GpuBuffer};
use program::{Gpu, Kernel, Limit, finite};

use crate::course::{Simulation, Wanted};

const WORKGROUP: u32 = 64;

/// How many pairs of bodies the GPU is told of at once, if a step has no more.
const PAIRS_AT_ONCE: u64 = 1 << 31;

/// With less, a pull may be more than numbers of 32 bits can be.
const LEAST_SOFTENING: f32 = 1e-6;

/// How far to each side of the middle pictures show, where 1 is the radius of most mass.
const VIEW: f32 = 2.5;

/// The light of bodies of one cluster, and of the other.
const LIGHTS: [[f32; 3]; 2] = [[1.0, 0.72, 0.38], [0.36, 0.62, 1.0]];

/// How bright many bodies are, and one at the most.
const EXPOSURE: f32 = 0.015;
const MOST_EXPOSURE: f32 = 0.6;

/// How many texels to each side a body glows.
const GLOW: i32 = 3;

#[derive(clap::Args)]
pub struct Options {
    /// How many bodies
    #[arg(long, default_value_t = 16384, value_parser = clap::value_parser!(u32).range(2..))]
    count: u32,
    /// How many steps to simulate
    #[arg(long, default_value_t = 500)]
    steps: u32,
    /// How long a step is; a body far inside goes round in about 5
    #[arg(long, default_value_t = 0.01, value_parser = finite)]
    time_step: f32,
    /// How near two bodies pull no more, so that none is thrown out by chance
    #[arg(long, default_value_t = 0.05, value_parser = finite)]
    softening: f32,
    /// Another number is another beginning
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Texels along each side of pictures
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=8192))]
    size: u32,
    #[command(flatten)]
    wanted: Wanted,
}

/// The bodies at a time.
struct State {
    places: Vec<[f32; 4]>,
    velocities: Vec<[f32; 4]>,
}

pub async fn run(options: Options) -> Result<()> {
    ensure!(
        options.softening >= LEAST_SOFTENING,
        "--softening is at least {LEAST_SOFTENING}: nearer bodies pull harder than the GPU's numbers can say"
    );
    let Options { count, steps, .. } = options;
    let size = u64::from(count) * size_of::<[f32; 4]>() as u64;
    let gpu = Gpu::open(&[
        (Limit::BufferSize, size),
        (Limit::StorageBufferBindingSize, size),
        (Limit::Workgroups, count.div_ceil(WORKGROUP).into()),
    ])
    .await?;
    let (energies, end) = gpu.checked(async || simulate(&gpu, &options).await).await?;
    // All places come before all velocities.
    options
        .wanted
        .keep(&[end.places.as_flattened(), end.velocities.as_flattened()])?;
    let [before, after] = energies;
    println!("{steps} steps of {count} bodies: energy {before:.6} before and {after:.6} after");
    Ok(())
}

/// Energies before and after, and the bodies after.
async fn simulate(gpu: &Gpu, options: &Options) -> Result<([f64; 2], State)> {
    let world = World::begin(gpu, options)?;
    let before = world.energy(options).await?;
    options.wanted.run(gpu, &world, options.steps).await?;
    if options.steps > 0 {
        world.run(&[&world.last])?;
    }
    let after = world.energy(options).await?;
    let end = State {
        places: gpu.read(&world.places).await?,
        velocities: gpu.read(&world.velocities).await?,
    };
    Ok(([before, after], end))
}

/// What the GPU has of the bodies.
struct World<'a> {
    gpu: &'a Gpu,
    count: u32,
    size: u32,
    places: GpuBuffer,
    velocities: GpuBuffer,
    pulls: GpuBuffer,
    pull: Motion,
    /// Velocities are half a step behind places, but for the beginning and the end.
    first: Motion,
    next: Motion,
    last: Motion,
}

/// A kernel, and what it works on.
struct Motion {
    kernel: Kernel,
    group: GpuBindGroup,
}

impl Motion {
    fn new(
        gpu: &Gpu,
        (label, code): (&str, &str),
        constants: &[(&str, f64)],
        buffers: &[&GpuBuffer],
    ) -> Self {
        let kernel = gpu.kernel(label, code, constants);
        let group = gpu.bind(&kernel, buffers);
        Self { kernel, group }
    }
}

impl<'a> World<'a> {
    /// At the beginning, where all that pulls is known.
    fn begin(gpu: &'a Gpu, options: &Options) -> Result<Self> {
        let begin = clusters(options);
        let places = gpu.storage_of("places", &begin.places)?;
        let velocities = gpu.storage_of("velocities", &begin.velocities)?;
        let pulls = gpu.storage("pulls", places.size());
        let count = f64::from(options.count);
        let pull = Motion::new(
            gpu,
            ("pull", include_str!("pull.wgsl")),
            &[("count", count), ("softening", options.softening.into())],
            &[&places, &pulls],
        );
        let motion = |kick: f64, drift: f64| {
            Motion::new(
                gpu,
                ("move", include_str!("move.wgsl")),
                &[("count", count), ("kick", kick), ("drift", drift)],
                &[&places, &velocities, &pulls],
            )
        };
        let time = f64::from(options.time_step);
        let (first, next, last) = (
            motion(time / 2.0, time),
            motion(time, time),
            motion(time / 2.0, 0.0),
        );
        let world = Self {
            gpu,
            count: options.count,
            size: options.size,
            places,
            velocities,
            pulls,
            pull,
            first,
            next,
            last,
        };
        world.run(&[&world.pull])?;
        Ok(world)
    }

    fn run(&self, motions: &[&Motion]) -> Result<()> {
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        for Motion { kernel, group } in motions {
            kernel.dispatch(&pass, group, [self.count.div_ceil(WORKGROUP), 1, 1])?;
        }
        pass.end();
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        Ok(())
    }

    /// Of motion and of what pulls, where velocities and pulls are those of the places.
    async fn energy(&self, options: &Options) -> Result<f64> {
        let places: Vec<[f32; 4]> = self.gpu.read(&self.places).await?;
        let velocities: Vec<[f32; 4]> = self.gpu.read(&self.velocities).await?;
        let pulls: Vec<[f32; 4]> = self.gpu.read(&self.pulls).await?;
        let of_body = |(place, (velocity, pull)): (&[f32; 4], (&[f32; 4], &[f32; 4]))| {
            let mass = f64::from(place[3]);
            let speed: f64 = velocity[..3].iter().map(|v| f64::from(*v).powi(2)).sum();
            // A body's own potential is none, and each pair is counted twice.
            let potential = f64::from(pull[3]) + mass / f64::from(options.softening);
            mass * (speed + potential) / 2.0
        };
        Ok(places
            .iter()
            .zip(velocities.iter().zip(&pulls))
            .map(of_body)
            .sum())
    }
}

impl Simulation for World<'_> {
    fn steps_at_once(&self) -> u32 {
        (PAIRS_AT_ONCE / u64::from(self.count).pow(2)).clamp(1, 100) as u32
    }

    fn advance(&self, done: u32, steps: u32) -> Result<()> {
        let motion = |step| if step == 0 { &self.first } else { &self.next };
        let motions: Vec<_> = (done..done + steps)
            .flat_map(|step| [motion(step), &self.pull])
            .collect();
        self.run(&motions)
    }

    fn size(&self) -> [u32; 2] {
        [self.size; 2]
    }

    async fn picture(&self, _done: u32) -> Result<Vec<[u8; 3]>> {
        Ok(picture(&self.gpu.read(&self.places).await?, self.size))
    }
}

/// Two clusters of stars that will meet. Each is a Plummer sphere (S. Aarseth, M. Henon, R. Wielen,
/// "A comparison of numerical methods for the study of star cluster dynamics", 1974) with half of
/// the mass of all, which is 1.
fn clusters(options: &Options) -> State {
    let mut chance = Rng::with_seed(options.seed);
    let mass = 1.0 / f64::from(options.count);
    let (mut places, mut velocities) = (Vec::new(), Vec::new());
    for body in 0..options.count {
        let side = if body % 2 == 0 { 1.0 } else { -1.0 };
        let (distance, speed) = orbit(&mut chance);
        let [x, y, z] = direction(&mut chance).map(|part| 0.5 * distance * part);
        let [u, v, w] = direction(&mut chance).map(|part| speed * part);
        places.push([x + 1.5 * side, y + 0.4 * side, z, mass].map(|part| part as f32));
        velocities.push([u - 0.35 * side, v, w, 0.0].map(|part| part as f32));
    }
    State { places, velocities }
}

/// How far a body is from the middle of a Plummer sphere of mass 1 and radius 1, and how fast.
fn orbit(chance: &mut Rng) -> (f64, f64) {
    // The few that are far outside would be outside of all pictures, too.
    let inside = 0.99 * (1.0 - chance.f64());
    let distance = (inside.powf(-2.0 / 3.0) - 1.0).powf(-0.5);
    let of_escape = loop {
        let part = chance.f64();
        if 0.1 * chance.f64() < part.powi(2) * (1.0 - part.powi(2)).powf(3.5) {
            break part;
        }
    };
    (
        distance,
        of_escape * 2_f64.sqrt() * (1.0 + distance * distance).powf(-0.25),
    )
}

/// A direction, each as likely as any other.
fn direction(chance: &mut Rng) -> [f64; 3] {
    let z = 2.0 * chance.f64() - 1.0;
    let (sin, cos) = (std::f64::consts::TAU * chance.f64()).sin_cos();
    let across = (1.0 - z * z).sqrt();
    [across * cos, across * sin, z]
}

/// Bodies seen from far along z. Each glows; where they are many, that adds up.
fn picture(places: &[[f32; 4]], size: u32) -> Vec<[u8; 3]> {
    let texels = (size * size) as usize;
    let mut light = vec![[0.0_f32; 3]; texels];
    let middle = |part: f32| (part / VIEW + 1.0) / 2.0 * size as f32;
    for (body, [x, y, _, _]) in places.iter().enumerate() {
        let (column, row) = (middle(*x), middle(-y));
        for (dx, dy) in (-GLOW..=GLOW).flat_map(|dy| (-GLOW..=GLOW).map(move |dx| (dx, dy))) {
            let (x, y) = (column as i32 + dx, row as i32 + dy);
            if (0..size as i32).contains(&x) && (0..size as i32).contains(&y) {
                let way = [x as f32 + 0.5 - column, y as f32 + 0.5 - row];
                let glow = (1.0 + 2.0 * (way[0] * way[0] + way[1] * way[1])).powi(-2);
                let texel = &mut light[y as usize * size as usize + x as usize];
                *texel = std::array::from_fn(|i| texel[i] + glow * LIGHTS[body % 2][i]);
            }
        }
    }
    let exposure = (EXPOSURE * texels as f32 / places.len() as f32).min(MOST_EXPOSURE);
    let shade = |light: f32| (255.0 * (1.0 - (-exposure * light).exp()).sqrt()) as u8;
    light.iter().map(|light| light.map(shade)).collect()
}
