//! Scatter plots of many points, counted on the GPU.

mod counting;
mod points;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use chart::{Area, Axis, Chart, Colour, Ramp};
use clap::{Parser, ValueEnum};
use program::Timing;

use crate::counting::Counting;
use crate::points::{Computed, Range, Stored};

/// What a colour bar takes of the width.
const BAR: u32 = 130;

/// Draws so many points that single ones are not to be seen: the GPU counts how many are at each
/// texel, and colours show it.
#[derive(Parser)]
#[command(name = "scatter-plot", version)]
struct Options {
    /// Where points come from: "clusters" and "clifford" (an attractor) are computed on the GPU; other
    /// names are those of files, of two numbers a line (.csv), or of two little-endian f32 a point
    source: PathBuf,
    /// The picture, as PNG
    output: PathBuf,
    /// How many points are computed
    #[arg(long, default_value_t = 10_000_000)]
    points: u64,
    /// Other numbers are other points
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// The attractor's four numbers
    #[arg(long, value_name = "A,B,C,D", default_value = "-1.7,1.8,-1.9,-0.4", value_parser = numbers::<4>, allow_hyphen_values = true)]
    attractor: [f64; 4],
    /// What is shown: from where to where along both axes; all, if not told otherwise
    #[arg(long, value_name = "X,X,Y,Y", value_parser = numbers::<4>, allow_hyphen_values = true)]
    range: Option<[f64; 4]>,
    /// How many points make a colour
    #[arg(long, value_enum, default_value_t = Scale::Log)]
    scale: Scale,
    /// The picture's width and height in texels
    #[arg(long, value_name = "WIDTH,HEIGHT", default_value = "1200,900", value_parser = numbers::<2>)]
    size: [f64; 2],
    /// What is written above
    #[arg(long)]
    title: Option<String>,
    /// Also writes how many points each texel between the axes has, the lowest row first, as
    /// little-endian u32
    #[arg(long, value_name = "FILE")]
    counts: Option<PathBuf>,
    #[command(flatten)]
    timing: Timing,
}

#[derive(Clone, Copy, ValueEnum)]
enum Scale {
    /// Equal ratios are equal steps
    Log,
    /// As the square root of how many there are
    Sqrt,
    /// As how many there are
    Linear,
}

fn numbers<const COUNT: usize>(text: &str) -> Result<[f64; COUNT]> {
    let wrong = || anyhow!("\"{text}\" is not {COUNT} numbers with commas between");
    let all: Option<Vec<f64>> = text
        .split(',')
        .map(|word| {
            word.trim()
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
        })
        .collect();
    all.and_then(|all| all.try_into().ok()).ok_or_else(wrong)
}

program::command!(run);

/// What is to be drawn.
enum Source<'a> {
    Computed(Computed),
    File(&'a Path),
}

async fn run(options: Options) -> Result<()> {
    let source = match options.source.to_str() {
        Some("clusters") => Source::Computed(Computed::clusters(options.seed)),
        Some("clifford") => Source::Computed(Computed::clifford(options.seed, options.attractor)),
        _ => Source::File(&options.source),
    };
    let (all, count, what) = match &source {
        Source::Computed(computed) => (computed.range, options.points, computed.title.clone()),
        Source::File(path) => {
            let (range, count) = Stored::survey(path)?;
            (range, count, path.display().to_string())
        }
    };
    let range = match options.range {
        None => all,
        Some([left, right, low, high]) => {
            ensure!(
                left < right && low < high,
                "a range is from less to more, as in -1,1,-1,1"
            );
            [[left, low], [right, high]]
        }
    };
    let title = options
        .title
        .clone()
        .unwrap_or_else(|| format!("{count} points: {what}"));
    let mut chart = chart(&options, range, &title)?;
    let Area { width, height, .. } = chart.area();
    let counting = Counting::new([width, height], range).await?;
    let mut stopwatch = options.timing.stopwatch();
    match &source {
        Source::Computed(computed) => counting.computed(computed, count, &mut stopwatch).await,
        Source::File(path) => {
            counting
                .stored(&mut Stored::open(path)?, count, &mut stopwatch)
                .await
        }
    }?;
    let counts = counting.counts().await?;
    if let Some(path) = &options.counts {
        std::fs::write(path, bytemuck::cast_slice(&counts))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let shown: u64 = counts.iter().copied().map(u64::from).sum();
    println!(
        "{count} points, {shown} of them within {width} x {height} texels, at most {most} in one"
    );
    stopwatch.tell(format_args!("{count} points"));
    chart.fill(&picture(&counts, [width, height], options.scale, most));
    let bar = Chart::bar(
        [BAR, options.size[1] as u32],
        axis(options.scale, most),
        &Ramp::FIRE,
    )?;
    chart.beside(&bar).save(&options.output)
}

fn chart(options: &Options, [low, high]: Range, title: &str) -> Result<Chart> {
    const MOST: f64 = 16384.0;
    let [width, height] = options.size;
    ensure!(
        width <= MOST && height <= MOST,
        "a picture has at most {MOST} texels along a side"
    );
    let size = [(width as u32).saturating_sub(BAR), height as u32];
    Chart::new(
        size,
        title,
        Axis::new("x", low[0], high[0]),
        Axis::new("y", low[1], high[1]),
    )
}

/// What colours mean. Those of no points are the darkest.
fn axis(scale: Scale, most: u32) -> Axis {
    let most = f64::from(most.max(1));
    match scale {
        Scale::Log => Axis::logarithmic("points at a texel", 1.0, most),
        Scale::Sqrt => Axis::new("root of points at a texel", 0.0, most.sqrt()),
        Scale::Linear => Axis::new("points at a texel", 0.0, most),
    }
}

/// The highest row first.
fn picture(counts: &[u32], [width, height]: [u32; 2], scale: Scale, most: u32) -> Vec<Colour> {
    let axis = axis(scale, most);
    let colour = |count: u32| {
        let number = if matches!(scale, Scale::Sqrt) {
            f64::from(count).sqrt()
        } else {
            count.into()
        };
        match count {
            0 => [0, 0, 0],
            _ => Ramp::FIRE.colour(axis.part(number) as f32),
        }
    };
    (0..height)
        .rev()
        .flat_map(|row| &counts[(row * width) as usize..((row + 1) * width) as usize])
        .map(|count| colour(*count))
        .collect()
}
