//! What a frame is made of.

use anyhow::{Result, anyhow, bail};
use filters::Space;

/// How frames are written, whatever their size.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    Planar(Planar),
    /// So many bytes a pixel: red, green, blue and perhaps opacity
    Packed(u32),
}

/// A plane of luma, and two of chroma.
#[derive(Clone, Copy, Debug)]
pub struct Planar {
    pub sharing: Sharing,
    pub bits: u32,
    pub full_range: bool,
    pub space: Space,
}

/// Which pixels share samples of chroma.
#[derive(Clone, Copy, Debug)]
pub struct Sharing {
    /// How many along a row and a column: 1 or 2
    pub pixels: [u32; 2],
    /// Whether the sample is where the first of them is, or else in their middle
    pub at_first: [bool; 2],
}

/// What samples of a plane mean: those of 0 and of 1.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub zero: f64,
    pub range: f64,
}

const SAMPLINGS: [(&str, Sharing); 6] = [
    (
        "420jpeg",
        Sharing {
            pixels: [2, 2],
            at_first: [false, false],
        },
    ),
    (
        "420mpeg2",
        Sharing {
            pixels: [2, 2],
            at_first: [true, false],
        },
    ),
    (
        "420paldv",
        Sharing {
            pixels: [2, 2],
            at_first: [true, true],
        },
    ),
    (
        "420",
        Sharing {
            pixels: [2, 2],
            at_first: [false, false],
        },
    ),
    (
        "422",
        Sharing {
            pixels: [2, 1],
            at_first: [true, false],
        },
    ),
    (
        "444",
        Sharing {
            pixels: [1, 1],
            at_first: [false, false],
        },
    ),
];

impl Sharing {
    /// Of the name that YUV4MPEG2 gives it, such as `420jpeg` or `422p10`, with the bits of a sample.
    pub fn parse(name: &str) -> Result<(Self, u32)> {
        let unknown = || {
            anyhow!(
                "samples of \"{name}\" are not known: they are 420, 422 or 444, of 8 to 16 bits"
            )
        };
        if let Some((_, sharing)) = SAMPLINGS.iter().find(|(known, _)| *known == name) {
            return Ok((*sharing, 8));
        }
        let (name, bits) = name.split_once('p').ok_or_else(unknown)?;
        let (_, sharing) = SAMPLINGS
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(unknown)?;
        let bits = bits
            .parse()
            .ok()
            .filter(|bits| (9..=16).contains(bits))
            .ok_or_else(unknown)?;
        // Where there are more bits, chroma is where the left pixel is, as in all newer video.
        Ok((
            Self {
                pixels: sharing.pixels,
                at_first: [sharing.pixels[0] == 2, false],
            },
            bits,
        ))
    }

    fn chroma(self, size: [u32; 2]) -> [u32; 2] {
        std::array::from_fn(|axis| size[axis].div_ceil(self.pixels[axis]))
    }
}

impl Planar {
    pub fn luma(self) -> Scale {
        let step = f64::from(1_u32 << (self.bits - 8));
        if self.full_range {
            Scale {
                zero: 0.0,
                range: self.most(),
            }
        } else {
            Scale {
                zero: 16.0 * step,
                range: 219.0 * step,
            }
        }
    }

    pub fn chroma(self) -> Scale {
        let step = f64::from(1_u32 << (self.bits - 8));
        let range = if self.full_range {
            self.most()
        } else {
            224.0 * step
        };
        Scale {
            zero: 128.0 * step,
            range,
        }
    }

    /// The most that a sample can be.
    pub fn most(self) -> f64 {
        f64::from((1_u32 << self.bits) - 1)
    }

    pub fn bytes_per_sample(self) -> u64 {
        u64::from(self.bits.div_ceil(8))
    }
}

impl Format {
    /// Of the name that ffmpeg gives it.
    pub fn packed(name: &str) -> Result<Self> {
        match name {
            "rgb24" => Ok(Self::Packed(3)),
            "rgba" => Ok(Self::Packed(4)),
            _ => bail!("there is no raw format \"{name}\"; there are rgb24 and rgba"),
        }
    }

    /// Of the numbers in frames.
    pub fn space(self) -> Space {
        match self {
            Self::Planar(planar) => planar.space,
            Self::Packed(_) => Space::Srgb,
        }
    }

    /// How many bytes a frame of a size has.
    pub fn bytes(self, size: [u32; 2]) -> u64 {
        let pixels = |[width, height]: [u32; 2]| u64::from(width) * u64::from(height);
        match self {
            Self::Planar(planar) => {
                planar.bytes_per_sample() * (pixels(size) + 2 * pixels(planar.sharing.chroma(size)))
            }
            Self::Packed(channels) => u64::from(channels) * pixels(size),
        }
    }
}
