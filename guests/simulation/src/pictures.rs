//! Pictures as PNG: one, or an animated one of several.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

const FRAMES_PER_SECOND: u16 = 25;

/// A file of pictures of one size, in 8 bits of red, green and blue.
pub struct Pictures {
    writer: png::Writer<BufWriter<File>>,
    path: PathBuf,
}

impl Pictures {
    pub fn create(path: &Path, [width, height]: [u32; 2], count: u32) -> Result<Self> {
        let failed = || format!("{} cannot be written", path.display());
        let file = File::create(path).with_context(failed)?;
        let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
        encoder.set_color(png::ColorType::Rgb);
        if count > 1 {
            encoder.set_animated(count, 0)?;
            encoder.set_frame_delay(1, FRAMES_PER_SECOND)?;
        }
        let writer = encoder.write_header().with_context(failed)?;
        Ok(Self {
            writer,
            path: path.to_path_buf(),
        })
    }

    pub fn add(&mut self, texels: &[[u8; 3]]) -> Result<()> {
        self.writer
            .write_image_data(texels.as_flattened())
            .with_context(|| format!("{} cannot be written", self.path.display()))
    }

    /// All have been added.
    pub fn finish(self) -> Result<()> {
        self.writer
            .finish()
            .with_context(|| format!("{} cannot be written", self.path.display()))
    }
}

/// A colour between those of a scale; 0 is its first, 1 its last.
pub fn colour(scale: &[[f32; 3]], place: f32) -> [u8; 3] {
    let place = place.clamp(0.0, 1.0) * (scale.len() - 1) as f32;
    let below = (place as usize).min(scale.len() - 2);
    let part = place - below as f32;
    std::array::from_fn(|channel| {
        let (from, to) = (scale[below][channel], scale[below + 1][channel]);
        (255.0 * (from + (to - from) * part)) as u8
    })
}
