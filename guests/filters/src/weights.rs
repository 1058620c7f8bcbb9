//! Which pixels of a row, or a column, make one, and how much of each.

use anyhow::{Result, anyhow};

/// How far a blur goes, in sigmas: less than a ten-thousandth of it is beyond.
const BLUR_REACH: f64 = 4.0;

/// What resizing does between pixels.
#[derive(Clone, Copy, Debug)]
pub enum Kernel {
    Lanczos3,
    Mitchell,
    CatmullRom,
    Triangle,
    Box,
}

const KERNELS: [(&str, Kernel); 5] = [
    ("lanczos3", Kernel::Lanczos3),
    ("mitchell", Kernel::Mitchell),
    ("catmull-rom", Kernel::CatmullRom),
    ("triangle", Kernel::Triangle),
    ("box", Kernel::Box),
];

impl Kernel {
    pub fn parse(name: &str) -> Result<Self> {
        let names = KERNELS.map(|(name, _)| name).join(", ");
        KERNELS
            .iter()
            .find_map(|(known, kernel)| (*known == name).then_some(*kernel))
            .ok_or_else(|| anyhow!("there is no kernel \"{name}\"; there are {names}"))
    }

    /// Beyond this it is 0.
    fn radius(self) -> f64 {
        match self {
            Kernel::Lanczos3 => 3.0,
            Kernel::Mitchell | Kernel::CatmullRom => 2.0,
            Kernel::Triangle => 1.0,
            Kernel::Box => 0.5,
        }
    }

    fn at(self, place: f64) -> f64 {
        let x = place.abs();
        // Half open, so that a box never holds a pixel at either of its ends.
        if !(-self.radius()..self.radius()).contains(&place) {
            return 0.0;
        }
        match self {
            Kernel::Lanczos3 => sinc(x) * sinc(x / 3.0),
            Kernel::Mitchell => cubic(x, 1.0 / 3.0, 1.0 / 3.0),
            Kernel::CatmullRom => cubic(x, 0.0, 0.5),
            Kernel::Triangle => 1.0 - x,
            Kernel::Box => 1.0,
        }
    }
}

fn sinc(x: f64) -> f64 {
    let angle = std::f64::consts::PI * x;
    if angle == 0.0 {
        1.0
    } else {
        angle.sin() / angle
    }
}

/// D. Mitchell, A. Netravali, "Reconstruction filters in computer graphics", 1988.
fn cubic(x: f64, b: f64, c: f64) -> f64 {
    if x < 1.0 {
        ((12.0 - 9.0 * b - 6.0 * c) * x.powi(3) + (-18.0 + 12.0 * b + 6.0 * c) * x.powi(2) + 6.0
            - 2.0 * b)
            / 6.0
    } else {
        ((-b - 6.0 * c) * x.powi(3)
            + (6.0 * b + 30.0 * c) * x.powi(2)
            + (-12.0 * b - 48.0 * c) * x
            + 8.0 * b
            + 24.0 * c)
            / 6.0
    }
}

/// For each pixel that comes out: the first that goes in, how many, and where their weights begin.
#[derive(Default)]
pub struct Weights {
    pub spans: Vec<[u32; 3]>,
    pub weights: Vec<f32>,
}

impl Weights {
    /// Of so many pixels from so many. Weights beyond the edges are left out; those of a pixel are 1
    /// in all.
    pub fn resizing(kernel: Kernel, from: u32, to: u32) -> Self {
        let scale = f64::from(from) / f64::from(to);
        let wide = scale.max(1.0);
        let reach = kernel.radius() * wide;
        let mut all = Self::default();
        for pixel in 0..to {
            let middle = (f64::from(pixel) + 0.5) * scale;
            let first = (middle - reach - 0.5).ceil().max(0.0) as u32;
            let last = ((middle + reach - 0.5).floor() as u32).min(from - 1);
            let run: Vec<f64> = (first..=last)
                .map(|i| kernel.at((f64::from(i) + 0.5 - middle) / wide))
                .collect();
            let sum: f64 = run.iter().sum();
            all.span(first, run.iter().map(|weight| weight / sum));
        }
        all
    }

    /// Of as many pixels as there are. Weights beyond an edge are its pixel's.
    pub fn blurring(sigma: f64, count: u32) -> Self {
        let reach = (BLUR_REACH * sigma).ceil() as i64;
        let run: Vec<f64> = (-reach..=reach)
            .map(|i| (-0.5 * (i as f64 / sigma).powi(2)).exp())
            .collect();
        let sum: f64 = run.iter().sum();
        let mut all = Self::default();
        let mut inside = None;
        for pixel in 0..i64::from(count) {
            let edges = 0.max(pixel - reach)..=(pixel + reach).min(i64::from(count) - 1);
            if pixel >= reach && pixel + reach < i64::from(count) {
                // Pixels far from the edges have the same weights.
                let weights = *inside.get_or_insert(all.weights.len() as u32);
                all.spans
                    .push([*edges.start() as u32, run.len() as u32, weights]);
                if all.weights.len() == weights as usize {
                    all.weights
                        .extend(run.iter().map(|weight| (weight / sum) as f32));
                }
                continue;
            }
            let mut folded = vec![0.0; (edges.end() - edges.start() + 1) as usize];
            for (i, weight) in (pixel - reach..).zip(&run) {
                folded[(i.clamp(*edges.start(), *edges.end()) - edges.start()) as usize] +=
                    weight / sum;
            }
            all.span(*edges.start() as u32, folded.into_iter());
        }
        all
    }

    fn span(&mut self, first: u32, run: impl Iterator<Item = f64>) {
        let begin = self.weights.len();
        self.weights.extend(run.map(|weight| weight as f32));
        self.spans
            .push([first, (self.weights.len() - begin) as u32, begin as u32]);
    }
}
