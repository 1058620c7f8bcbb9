//! Reads handwritten digits by what `train-digits` has learnt.

mod picture;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use clap::Parser;
use network::{Images, Kernels, Matrix, Perceptron, Tensors, labels};
use program::{Gpu, Limit, Timing};

use crate::picture::Picture;

const PNG: [u8; 4] = *b"\x89PNG";

/// Says which handwritten digits are in pictures, by weights that train-digits has learnt.
///
/// For each there is a line: whose it is, what it most probably is, and the probabilities of 0 to 9.
#[derive(Parser)]
#[command(name = "classify-digits", version)]
struct Options {
    /// What train-digits has written by its own --weights
    #[arg(long, value_name = "FILE")]
    weights: PathBuf,
    /// An IDX file of what the digits are: then there is another line, with how many are right
    #[arg(long, value_name = "FILE")]
    labels: Option<PathBuf>,
    #[command(flatten)]
    timing: Timing,
    /// PNG pictures of a digit that fills them, light on dark or dark on light; or IDX files of many
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

/// A digit in the form in which the network wants it.
struct Digit {
    name: String,
    inputs: Vec<f32>,
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    let tensors = Tensors::read(&options.weights)?;
    let [width, height] = [side(&tensors, "width")?, side(&tensors, "height")?];
    let mut digits = Vec::new();
    for path in &options.files {
        digits.extend(read(path, [width, height])?);
    }
    let labels = options.labels.as_deref().map(labels).transpose()?;
    if let Some(labels) = &labels {
        ensure!(
            labels.len() == digits.len(),
            "{} labels are given for {} digits",
            labels.len(),
            digits.len()
        );
    }
    let widest = widest_layer(&tensors).max(width * height);
    let size = tensors
        .most_bytes()
        .max(digits.len() as u64 * widest as u64 * size_of::<f32>() as u64);
    let gpu = Gpu::open(&[
        (Limit::BufferSize, size),
        (Limit::StorageBufferBindingSize, size),
    ])
    .await?;
    let probabilities = gpu
        .checked(async || classify(&gpu, &tensors, &digits, &options.timing).await)
        .await?;
    let classes = probabilities.len() / digits.len();
    let mut right = 0;
    for (index, (digit, probabilities)) in digits
        .iter()
        .zip(probabilities.chunks_exact(classes))
        .enumerate()
    {
        let best = best(probabilities);
        right += usize::from(
            labels
                .as_ref()
                .is_some_and(|labels| usize::from(labels[index]) == best),
        );
        let written: Vec<String> = probabilities
            .iter()
            .map(|number| format!("{number:.4}"))
            .collect();
        println!("{}: {best}  {}", digit.name, written.join(" "));
    }
    if labels.is_some() {
        let percent = right as f64 / digits.len() as f64 * 100.0;
        println!("{percent:.2} % ({right} of {}) are right", digits.len());
    }
    Ok(())
}

/// How many numbers the layer gives that gives most, for each digit.
fn widest_layer(tensors: &Tensors) -> usize {
    (0..)
        .map_while(|layer| tensors.shape(&format!("{layer}.weight")))
        .flatten()
        .copied()
        .max()
        .unwrap_or(0)
}

/// The length of a side of the pictures from which the network was learnt.
fn side(tensors: &Tensors, name: &str) -> Result<usize> {
    let note = tensors.note(name);
    note.and_then(|note| note.parse().ok())
        .filter(|length| (1..=4096).contains(length))
        .ok_or_else(|| {
            anyhow!("the weights do not say the {name} of a digit: are they of train-digits?")
        })
}

/// The digits in a file.
fn read(path: &Path, [width, height]: [usize; 2]) -> Result<Vec<Digit>> {
    let name = path.display().to_string();
    let mut begin = [0; PNG.len()];
    let mut file = File::open(path).with_context(|| format!("{name} cannot be read"))?;
    if file.read_exact(&mut begin).is_ok() && begin == PNG {
        let inputs = Picture::read(path)?.digit(width, height);
        return Ok(vec![Digit { name, inputs }]);
    }
    let images = Images::read(path).context("it is no PNG either")?;
    ensure!(
        (images.width as usize, images.height as usize) == (width, height),
        "{name} has images of {} x {}, but the network was learnt from {width} x {height}",
        images.width,
        images.height
    );
    let digits = images
        .texels
        .chunks_exact(width * height)
        .enumerate()
        .map(|(index, texels)| Digit {
            name: format!("{name}[{index}]"),
            inputs: texels
                .iter()
                .map(|texel| f32::from(*texel) / 255.0)
                .collect(),
        });
    Ok(digits.collect())
}

/// A row of probabilities for each digit.
async fn classify(
    gpu: &Gpu,
    tensors: &Tensors,
    digits: &[Digit],
    timing: &Timing,
) -> Result<Vec<f32>> {
    let kernels = Kernels::new(gpu);
    let network = Perceptron::read(gpu, tensors)?;
    let size = digits[0].inputs.len();
    let expected = network.layers[0].weight.columns as usize;
    ensure!(
        expected == size,
        "the weights are for {expected} texels, and not for {size}"
    );
    let inputs = Matrix::new(gpu, "digits", digits.len() as u32, size as u32);
    let numbers: Vec<f32> = digits
        .iter()
        .flat_map(|digit| &digit.inputs)
        .copied()
        .collect();
    gpu.write(&inputs.buffer, &numbers)?;
    let mut forward = network.forward(&kernels, &inputs);
    let scores = forward.scores();
    let probabilities = Matrix::new(gpu, "probabilities", scores.rows, scores.columns);
    let softmax = kernels.softmax(scores, &probabilities);
    forward.operations.push(softmax);
    let mut stopwatch = timing.stopwatch();
    stopwatch
        .measure(gpu, async || kernels.run(&forward.operations))
        .await?;
    stopwatch.tell(format_args!("{} digits", digits.len()));
    gpu.read(&probabilities.buffer).await
}

fn best(probabilities: &[f32]) -> usize {
    (0..probabilities.len())
        .max_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]))
        .unwrap_or(0)
}
