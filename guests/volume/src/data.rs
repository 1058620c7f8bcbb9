//! What is in a volume: computed on the GPU, or out of a file.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

/// How a file has its samples.
#[derive(Clone, Copy, ValueEnum)]
pub enum Samples {
    U8,
    U16,
    F32,
}

impl Samples {
    pub fn bytes(self) -> u64 {
        match self {
            Self::U8 => 1,
            Self::U16 => 2,
            Self::F32 => 4,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::F32 => "f32",
        }
    }
}

/// What can be computed. In the order of `voxels.wgsl`, after samples.
#[derive(Clone, Copy)]
pub enum Computed {
    Ball = 3,
    Cloud,
    Hydrogen,
    Metaballs,
}

impl Computed {
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "ball" => Some(Self::Ball),
            "cloud" => Some(Self::Cloud),
            "hydrogen" => Some(Self::Hydrogen),
            "metaballs" => Some(Self::Metaballs),
            _ => None,
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Ball => "A ball",
            Self::Cloud => "A cloud",
            Self::Hydrogen => "Hydrogen, n = 4, l = 3, m = 1: where the electron is",
            Self::Metaballs => "Nine sources of a field",
        }
    }
}

/// Where values come from.
pub enum Source {
    Computed(Computed),
    File(File, Samples),
}

impl Source {
    /// A file of samples, which must have as many as a volume of a size.
    pub fn open(path: &Path, samples: Samples, size: [u32; 3]) -> Result<Self> {
        let failed = || format!("{} cannot be read", path.display());
        let file = File::open(path).with_context(failed)?;
        let length = file.metadata().with_context(failed)?.len();
        let [width, height, depth] = size;
        let wanted = size.iter().map(|side| u64::from(*side)).product::<u64>() * samples.bytes();
        ensure!(
            length == wanted,
            "{} has {length} bytes; {width} x {height} x {depth} samples of {} are {wanted}",
            path.display(),
            samples.name()
        );
        Ok(Self::File(file, samples))
    }

    /// As `voxels.wgsl` calls it.
    pub fn kind(&self) -> u32 {
        match self {
            Self::File(_, samples) => *samples as u32,
            Self::Computed(computed) => *computed as u32,
        }
    }

    /// The next so many samples of a file, to whole words.
    pub fn next(&mut self, count: u64) -> Result<Vec<u8>> {
        match self {
            Self::Computed(_) => Ok(Vec::new()),
            Self::File(file, samples) => {
                let wanted = count * samples.bytes();
                let mut bytes = vec![0; wanted.next_multiple_of(4) as usize];
                file.read_exact(&mut bytes[..wanted as usize])
                    .context("a sample cannot be read")?;
                Ok(bytes)
            }
        }
    }
}
