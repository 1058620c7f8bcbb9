//! Pictures of volumes, by rays that go through them on the GPU.

mod camera;
mod data;
mod frame;
mod marching;
mod vector;

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, ensure};
use chart::{Axis, Chart, Colour, Direction, Picture, Ramp, TEXT_HEIGHT, encoded, text_width};
use clap::{Parser, ValueEnum};
use program::Timing;

use crate::camera::Camera;
use crate::data::{Computed, Samples, Source};
use crate::frame::Frame;
use crate::marching::{Look, Volume};

const BAR: u32 = 110;
const GAP: u32 = 10;
const PAGE: Colour = [255, 255, 255];
const GROUND: Colour = [14, 14, 22];
const INK: Colour = [40, 40, 48];

/// Draws a volume: rays go through it on the GPU, and each place adds light and takes some, the more
/// the greater its value is.
#[derive(Parser)]
#[command(name = "volume", version)]
struct Options {
    /// "hydrogen", "cloud", "metaballs" and "ball" are computed on the GPU; other names are those of
    /// files of samples alone, x first, then y, then z
    source: PathBuf,
    /// The picture, as PNG
    output: PathBuf,
    /// Voxels along x, y and z; computed volumes have 192 each, if not told otherwise
    #[arg(long, value_name = "X,Y,Z", value_parser = whole::<3>)]
    size: Option<[u32; 3]>,
    /// The samples in a file; those of more than one byte are little-endian
    #[arg(long, value_enum, default_value_t = Samples::U8)]
    samples: Samples,
    /// What is first seen, and what is seen best; samples of u8 and u16 are from 0 to 1
    #[arg(long, value_name = "LOW,HIGH", value_parser = numbers::<2>, allow_hyphen_values = true, default_value = "0,1")]
    range: [f64; 2],
    /// What the box's edges measure, from where to where along x, y and z; voxels of files, and from -1
    /// to 1 of computed volumes, if not told otherwise
    #[arg(long, value_name = "X,X,Y,Y,Z,Z", value_parser = numbers::<6>, allow_hyphen_values = true)]
    extent: Option<[f64; 6]>,
    /// How fast light is lost where the value is highest: on a way as long as half of the longest edge,
    /// exp(-DENSITY) of it is left
    #[arg(long, default_value_t = 12.0)]
    density: f64,
    /// What power of the value that is proportional to
    #[arg(long, default_value_t = 1.5)]
    exponent: f64,
    /// How much a lamp, behind the camera to the left, makes surfaces to be seen: from 0 to 1
    #[arg(long, default_value_t = 0.8)]
    shading: f64,
    /// Colours of values
    #[arg(long, value_enum, default_value_t = Colours::Fire)]
    colours: Colours,
    /// From where it is seen, in degrees: around z
    #[arg(long, default_value_t = 35.0, allow_hyphen_values = true)]
    yaw: f64,
    /// Above the plane of x and y
    #[arg(long, default_value_t = 22.0, allow_hyphen_values = true)]
    pitch: f64,
    /// How far from the middle, in halves of the longest edge
    #[arg(long, default_value_t = 7.0)]
    distance: f64,
    /// Steps of a ray through a voxel
    #[arg(long, default_value_t = 2.0)]
    steps: f64,
    /// The picture's width and height in texels
    #[arg(long, value_name = "WIDTH,HEIGHT", default_value = "900,720", value_parser = whole::<2>)]
    picture: [u32; 2],
    /// What is written above
    #[arg(long)]
    title: Option<String>,
    /// Also writes red, green and blue light of each texel of the view, and how much of what is behind
    /// it comes through, as little-endian f32
    #[arg(long, value_name = "FILE")]
    light: Option<PathBuf>,
    #[command(flatten)]
    timing: Timing,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colours {
    Fire,
    Sea,
}

fn numbers<const COUNT: usize>(text: &str) -> Result<[f64; COUNT]> {
    list(text, |number: &f64| number.is_finite())
}

fn whole<const COUNT: usize>(text: &str) -> Result<[u32; COUNT]> {
    list(text, |number: &u32| *number > 0)
}

fn list<T: std::str::FromStr, const COUNT: usize>(
    text: &str,
    good: impl Fn(&T) -> bool,
) -> Result<[T; COUNT]> {
    let all: Option<Vec<T>> = text
        .split(',')
        .map(|word| word.trim().parse().ok().filter(&good))
        .collect();
    all.and_then(|all| all.try_into().ok())
        .ok_or_else(|| anyhow!("\"{text}\" is not {COUNT} such numbers with commas between"))
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    check(&options)?;
    let computed = options.source.to_str().and_then(Computed::parse);
    let size = match (options.size, computed) {
        (Some(size), _) => size,
        (None, Some(_)) => [192; 3],
        (None, None) => {
            return Err(anyhow!(
                "how many voxels a file has is for --size to say, as in 128,128,64"
            ));
        }
    };
    let mut source = match computed {
        Some(computed) => Source::Computed(computed),
        None => Source::open(&options.source, options.samples, size)?,
    };
    let view = view(&options)?;
    let camera = Camera::new(options.yaw, options.pitch, options.distance, view);
    let corner = Volume::corner(size);
    ensure!(
        Frame::is_before(&camera, corner),
        "the camera is in the volume: --distance is to be more"
    );
    let volume = Volume::new(&mut source, size, options.range, view).await?;
    let ramp = match options.colours {
        Colours::Fire => &Ramp::FIRE,
        Colours::Sea => &Ramp::SEA,
    };
    let look = Look {
        density: options.density,
        exponent: options.exponent,
        shading: options.shading,
        steps: options.steps,
        ramp,
    };
    let mut stopwatch = options.timing.stopwatch();
    let light = volume.seen(&camera, &look, view, &mut stopwatch).await?;
    if let Some(path) = &options.light {
        std::fs::write(path, bytemuck::cast_slice(&light))
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    stopwatch.tell(format_args!("{} rays", light.len()));
    let through = light.iter().map(|texel| f64::from(texel[3])).sum::<f64>() / light.len() as f64;
    let [width, height] = view;
    println!(
        "{width} x {height} rays: {:.4} of the ground is seen",
        through
    );

    let axes = axes(&options, size, computed.is_some());
    let mut picture = Picture::new(view, GROUND);
    let frame = Frame {
        camera: &camera,
        corner,
        axes: &axes,
        size: view,
    };
    frame.draw_behind(&mut picture);
    add_light(&mut picture, &light);
    frame.draw_before(&mut picture);
    let title = options.title.clone().unwrap_or_else(|| match computed {
        Some(computed) => computed.title().to_string(),
        None => options.source.display().to_string(),
    });
    page(&options, &title, &picture, ramp)?.save(&options.output)
}

fn check(options: &Options) -> Result<()> {
    ensure!(
        options.range[0] < options.range[1],
        "--range is from less to more, as in 0,1"
    );
    ensure!(
        options.density > 0.0 && options.exponent > 0.0,
        "--density and --exponent are more than 0"
    );
    ensure!(
        (0.0..=1.0).contains(&options.shading),
        "--shading is from 0 to 1"
    );
    ensure!(
        (0.01..=100.0).contains(&options.steps),
        "--steps is from 0.01 to 100"
    );
    ensure!(options.pitch.abs() < 90.0, "--pitch is between -90 and 90");
    if let Some([a, b, c, d, e, f]) = options.extent {
        ensure!(
            a < b && c < d && e < f,
            "--extent is from less to more along each axis"
        );
    }
    Ok(())
}

/// How large the part of the page is that shows the volume.
fn view(options: &Options) -> Result<[u32; 2]> {
    const MOST: u32 = 16384;
    let [width, height] = options.picture;
    let edges = [BAR + GAP, 3 * GAP + TEXT_HEIGHT];
    ensure!(
        width <= MOST && height <= MOST,
        "a picture has at most {MOST} texels along a side"
    );
    ensure!(
        width > edges[0] && height > edges[1],
        "a picture takes more than {} x {} texels, not {width} x {height}",
        edges[0],
        edges[1]
    );
    Ok([width - edges[0], height - edges[1]])
}

fn axes(options: &Options, size: [u32; 3], computed: bool) -> [Axis; 3] {
    let corner = Volume::corner(size);
    std::array::from_fn(|axis| {
        let [from, to] = match options.extent {
            Some(extent) => [extent[2 * axis], extent[2 * axis + 1]],
            None if computed => [-corner[axis], corner[axis]],
            None => [0.0, size[axis].into()],
        };
        Axis::new(["x", "y", "z"][axis], from, to)
    })
}

/// A picture of a volume with its title, and what its colours mean.
fn page(options: &Options, title: &str, picture: &Picture, ramp: &Ramp) -> Result<Picture> {
    let [width, height] = options.picture;
    let mut page = Picture::new([width, height], PAGE);
    page.put(picture, [GAP, 2 * GAP + TEXT_HEIGHT]);
    let middle = GAP + picture.size()[0] / 2;
    page.text(
        title,
        [middle.saturating_sub(text_width(title) / 2), GAP],
        Direction::Right,
        INK,
    );
    let [low, high] = options.range;
    let bar = Chart::bar([BAR, height], Axis::new("value", low, high), ramp)?;
    page.put(bar.picture(), [width - BAR, 0]);
    Ok(page)
}

/// Adds what comes from the volume to what is behind it.
fn add_light(picture: &mut Picture, texels: &[[f32; 4]]) {
    let width = picture.size()[0];
    for (i, [red, green, blue, through]) in (0..).zip(texels) {
        let own = [*red, *green, *blue];
        picture.change([i % width, i / width], |under| {
            std::array::from_fn(|channel| encoded(own[channel] + through * decoded(under[channel])))
        });
    }
}

/// Light of a number of 8 bits in sRGB.
fn decoded(number: u8) -> f32 {
    let number = f32::from(number) / 255.0;
    if number <= 0.04045 {
        number / 12.92
    } else {
        ((number + 0.055) / 1.055).powf(2.4)
    }
}
