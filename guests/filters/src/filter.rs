//! Filters, and how they are written.

use std::collections::VecDeque;

use anyhow::{Context, Result, anyhow, bail, ensure};

use crate::colour::Space;
use crate::weights::Kernel;

/// So that the weights of a blur near the edges stay few.
const MOST_SIGMA: f64 = 1000.0;

/// What makes an image of one, or of two.
#[derive(Clone, Debug)]
pub enum Filter {
    Resize(Target, Kernel),
    /// With a sigma in pixels
    Blur(f64),
    /// Times a factor
    Edges(f64),
    /// After stops of exposure
    Tone(Curve, f64),
    Grey,
    Space(Space),
    /// Part of the way to the second, where it matters
    Blend(Mode, f64),
}

/// A size as it is asked for.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    Exactly([u32; 2]),
    Width(u32),
    Height(u32),
    Percent(f64),
}

/// In the order of `tone.wgsl`.
#[derive(Clone, Copy, Debug)]
pub enum Curve {
    Clip,
    Reinhard,
    Aces,
    Hable,
}

/// In the order of `blend.wgsl`.
#[derive(Clone, Copy, Debug)]
pub enum Mode {
    Mix,
    Add,
    Subtract,
    Multiply,
    Screen,
}

const FILTERS: &str =
    "resize, blur, edges, tone, grey, space, mix, add, subtract, multiply, screen";

impl Filter {
    /// Of a name, and what follows an equals sign with colons between.
    pub fn parse(text: &str) -> Result<Self> {
        Self::read(text).with_context(|| format!("filter \"{text}\""))
    }

    fn read(text: &str) -> Result<Self> {
        let (name, given) = text.split_once('=').unwrap_or((text, ""));
        let mut words = Words(given.split(':').filter(|word| !word.is_empty()).collect());
        let filter = match name {
            "resize" => {
                let target = Target::parse(words.next().ok_or_else(|| anyhow!("to what size?"))?)?;
                Self::Resize(
                    target,
                    words.next().map_or(Ok(Kernel::Lanczos3), Kernel::parse)?,
                )
            }
            "blur" => {
                let sigma = words.number(None)?;
                ensure!(
                    sigma > 0.0 && sigma <= MOST_SIGMA,
                    "its sigma is more than 0 and at most {MOST_SIGMA}"
                );
                Self::Blur(sigma)
            }
            "edges" => Self::Edges(words.number(Some(1.0))?),
            "tone" => {
                let curve = Curve::parse(words.next().ok_or_else(|| anyhow!("by what curve?"))?)?;
                Self::Tone(curve, words.number(Some(0.0))?)
            }
            "grey" | "gray" => Self::Grey,
            "space" => Self::Space(Space::parse(
                words.next().ok_or_else(|| anyhow!("which space?"))?,
            )?),
            "mix" => Self::Blend(Mode::Mix, words.number(Some(0.5))?),
            "add" => Self::Blend(Mode::Add, 0.0),
            "subtract" => Self::Blend(Mode::Subtract, 0.0),
            "multiply" => Self::Blend(Mode::Multiply, 0.0),
            "screen" => Self::Blend(Mode::Screen, 0.0),
            _ => bail!("there is no such filter; there are {FILTERS}"),
        };
        match words.next() {
            Some(word) => bail!("nothing of it is \"{word}\""),
            None => Ok(filter),
        }
    }

    /// How many images it makes one of.
    pub fn inputs(&self) -> usize {
        if matches!(self, Self::Blend(..)) {
            2
        } else {
            1
        }
    }

    /// How large the image is that it makes of some.
    pub fn size(&self, inputs: &[[u32; 2]]) -> Result<[u32; 2]> {
        match (self, inputs) {
            (Self::Resize(target, _), [input]) => Ok(target.of(*input)),
            (Self::Blend(..), [[w, h], [v, g]]) if [w, h] != [v, g] => {
                bail!("its two images are {w} x {h} and {v} x {g} pixels large: resize one")
            }
            _ => Ok(inputs[0]),
        }
    }
}

impl Target {
    fn parse(text: &str) -> Result<Self> {
        let wrong = || anyhow!("\"{text}\" is no size: 640x360, 640x, x360 or 50%");
        let side = |word: &str| word.parse().ok().filter(|side| *side > 0).ok_or_else(wrong);
        if let Some(percent) = text.strip_suffix('%') {
            let percent: f64 = percent.parse().map_err(|_| wrong())?;
            return if percent > 0.0 && percent.is_finite() {
                Ok(Self::Percent(percent))
            } else {
                Err(wrong())
            };
        }
        Ok(match text.split_once('x').ok_or_else(wrong)? {
            ("", height) => Self::Height(side(height)?),
            (width, "") => Self::Width(side(width)?),
            (width, height) => Self::Exactly([side(width)?, side(height)?]),
        })
    }

    /// What that is for an image of a size.
    pub fn of(self, [width, height]: [u32; 2]) -> [u32; 2] {
        let times = |side: u32, scale: f64| (f64::from(side) * scale).round().max(1.0) as u32;
        match self {
            Self::Exactly(size) => size,
            Self::Width(to) => [to, times(height, f64::from(to) / f64::from(width))],
            Self::Height(to) => [times(width, f64::from(to) / f64::from(height)), to],
            Self::Percent(percent) => [width, height].map(|side| times(side, percent / 100.0)),
        }
    }
}

impl Curve {
    fn parse(name: &str) -> Result<Self> {
        Ok(match name {
            "clip" => Self::Clip,
            "reinhard" => Self::Reinhard,
            "aces" => Self::Aces,
            "hable" => Self::Hable,
            _ => bail!("there is no curve \"{name}\"; there are reinhard, aces, hable and clip"),
        })
    }
}

/// What a filter is told, word by word.
struct Words<'a>(VecDeque<&'a str>);

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.0.pop_front()
    }

    fn number(&mut self, otherwise: Option<f64>) -> Result<f64> {
        let Some(word) = self.next() else {
            return otherwise.ok_or_else(|| anyhow!("it takes a number"));
        };
        word.parse()
            .ok()
            .filter(|number: &f64| number.is_finite())
            .ok_or_else(|| anyhow!("\"{word}\" is no number"))
    }
}
