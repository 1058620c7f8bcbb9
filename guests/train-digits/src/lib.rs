//! Teaches a network to read handwritten digits.

mod check;
mod curve;
mod derivatives;
mod digits;
mod training;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Parser;
use fastrand::Rng;
use network::{Kernels, Perceptron};
use program::{Gpu, Limit, Progress, Timing};

use crate::curve::Curve;
use crate::digits::{CLASSES, Digits};
use crate::training::Training;

/// Teaches a network to read handwritten digits, on the GPU.
///
/// Layers of a multi-layer perceptron are learnt by Adam from digits whose meaning is known. After
/// each epoch, in which each digit was shown once, it is tried on others that it has not seen.
#[derive(Parser)]
#[command(name = "train-digits", version)]
struct Options {
    /// Folder of the digits, four IDX files named as those of MNIST: train-images-idx3-ubyte,
    /// train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte
    #[arg(long, value_name = "FOLDER")]
    data: PathBuf,
    /// How many numbers each hidden layer gives
    #[arg(long, value_name = "WIDTH,...", value_delimiter = ',', default_value = "256", value_parser = clap::value_parser!(u32).range(1..=65536))]
    hidden: Vec<u32>,
    /// How often each digit is shown
    #[arg(long, default_value_t = 60)]
    epochs: u32,
    /// How many digits a step of learning is about
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..))]
    batch: u32,
    /// How far the first step goes; later ones go less far, down to 0
    #[arg(long, default_value_t = 0.01)]
    rate: f64,
    /// How much digits are moved, turned, stretched and slanted, each time otherwise, so that the
    /// network sees more than there are; 0 is not at all
    #[arg(long, default_value_t = 0.15)]
    distortion: f32,
    /// Another number is another beginning and another order
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Writes what was learnt to this file, as safetensors
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Writes a picture of the loss of each step to this file, as PNG
    #[arg(long, value_name = "FILE")]
    curve: Option<PathBuf>,
    #[command(flatten)]
    timing: Timing,
    /// Learns nothing, but compares so many derivatives with what the loss does when a weight is
    /// changed a little, and fails if they differ by more than a hundredth
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    check: Option<u32>,
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    ensure!(
        options.rate > 0.0 && options.rate <= 1.0,
        "--rate is more than 0 and at most 1"
    );
    ensure!(
        (0.0..=1.0).contains(&options.distortion),
        "--distortion is from 0 to 1"
    );
    let training = Digits::read(&options.data, "train")?;
    let testing = Digits::read(&options.data, "t10k")?;
    ensure!(
        training.images.size() == testing.images.size(),
        "digits for training are of {} texels, those for testing of {}",
        training.images.size(),
        testing.images.size()
    );
    ensure!(
        options.batch as usize <= training.labels.len(),
        "--batch {} is more than the {} digits there are",
        options.batch,
        training.labels.len()
    );
    let widths = [
        &[training.images.size() as u32],
        options.hidden.as_slice(),
        &[CLASSES],
    ]
    .concat();
    let size = largest_buffer(&widths, &options, &training, &testing);
    let gpu = Gpu::open(&[
        (Limit::BufferSize, size),
        (Limit::StorageBufferBindingSize, size),
    ])
    .await?;
    gpu.checked(async || {
        let mut chance = Rng::with_seed(options.seed);
        let kernels = Kernels::new(&gpu);
        let network = Perceptron::random(&gpu, &widths, &mut chance)?;
        match options.check {
            Some(count) => {
                check::run(&kernels, &network, &training, options.batch, count, chance).await
            }
            None => learn(&kernels, &network, &training, &testing, &options, chance).await,
        }
    })
    .await
}

/// What of it is largest on the GPU, in bytes.
fn largest_buffer(widths: &[u32], options: &Options, training: &Digits, testing: &Digits) -> u64 {
    let numbers = size_of::<f32>() as u64;
    let rows = u64::from(options.batch).max(testing.labels.len() as u64);
    let widest = widths.iter().copied().map(u64::from).max().unwrap_or(0);
    let weights = widths
        .windows(2)
        .map(|ends| u64::from(ends[0]) * u64::from(ends[1]))
        .max()
        .unwrap_or(0);
    let images = training.images.texels.len() as u64 + numbers;
    images.max(numbers * rows * widest).max(numbers * weights)
}

async fn learn(
    kernels: &Kernels<'_>,
    network: &Perceptron,
    digits: &Digits,
    others: &Digits,
    options: &Options,
    mut chance: Rng,
) -> Result<()> {
    let mut training = Training::new(kernels, network, digits, options)?;
    let test = others.test(kernels, network)?;
    let mut curve = Curve::default();
    let mut progress = Progress::of("epoch", options.epochs.into());
    let mut stopwatch = options.timing.stopwatch();
    for epoch in 1..=options.epochs {
        let losses = training.epoch(&mut chance, &mut stopwatch).await?;
        curve.add(&losses, test.outcome(others).await?.loss);
        progress.at(epoch.into());
    }
    drop(progress);
    let outcome = test.outcome(others).await?;
    println!(
        "test accuracy {:.2} % ({} of {}), loss {:.4}",
        outcome.right as f64 / others.labels.len() as f64 * 100.0,
        outcome.right,
        others.labels.len(),
        outcome.loss
    );
    stopwatch.tell(format_args!("{} steps", training.done()));
    if let Some(path) = &options.weights {
        network.write(kernels.gpu, &notes(digits), path).await?;
    }
    match &options.curve {
        Some(path) => curve.save(path),
        None => Ok(()),
    }
}

/// What those who use the weights have to know of the pictures.
fn notes(digits: &Digits) -> [(&'static str, String); 2] {
    [
        ("width", digits.images.width.to_string()),
        ("height", digits.images.height.to_string()),
    ]
}
