//! Pictures of a digit on paper.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use png::{ColorType, Decoder, Limits, Transformations};

/// What a picture may take of memory: more than any of a digit does.
const MOST_BYTES: usize = 256 << 20;

/// A grey picture, where 1 is white.
pub struct Picture {
    width: usize,
    height: usize,
    texels: Vec<f32>,
}

impl Picture {
    pub fn read(path: &Path) -> Result<Self> {
        let failed = || format!("{} is no PNG picture that can be read", path.display());
        let file = File::open(path).with_context(failed)?;
        let limits = Limits { bytes: MOST_BYTES };
        let mut decoder = Decoder::new_with_limits(BufReader::new(file), limits);
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().with_context(failed)?;
        let size = reader
            .output_buffer_size()
            .filter(|size| *size <= MOST_BYTES);
        let mut bytes = vec![0; size.with_context(|| format!("{} is too large", path.display()))?];
        let info = reader.next_frame(&mut bytes).with_context(failed)?;
        let channels = info.color_type.samples();
        let texels = bytes[..info.buffer_size()].chunks_exact(channels);
        let texels = texels.map(|texel| grey(info.color_type, texel)).collect();
        let (width, height) = (info.width as usize, info.height as usize);
        ensure!(width > 0 && height > 0, "{} has no texels", path.display());
        Ok(Self {
            width,
            height,
            texels,
        })
    }

    /// How much ink there is in each texel of a picture of another size.
    pub fn digit(&self, width: usize, height: usize) -> Vec<f32> {
        let dark = self.is_dark_on_light();
        let mut digit = Vec::new();
        for y in 0..height {
            let rows = parts(y, height, self.height);
            for x in 0..width {
                let light = self.mean(&parts(x, width, self.width), &rows);
                digit.push(if dark { 1.0 - light } else { light });
            }
        }
        digit
    }

    /// The mean of some parts of columns and rows.
    fn mean(&self, columns: &[Part], rows: &[Part]) -> f32 {
        let row = |row: &Part| {
            let texels = columns
                .iter()
                .map(|column| column.share * self.texels[row.texel * self.width + column.texel]);
            row.share * texels.sum::<f32>()
        };
        rows.iter().map(row).sum()
    }

    /// Ink is what there is less of.
    fn is_dark_on_light(&self) -> bool {
        self.texels.iter().sum::<f32>() > self.texels.len() as f32 / 2.0
    }
}

/// A texel's share in one of another size.
struct Part {
    texel: usize,
    share: f32,
}

/// Which of so many texels along a side lie under one of fewer or more.
fn parts(index: usize, of: usize, texels: usize) -> Vec<Part> {
    let ratio = texels as f64 / of as f64;
    let (from, to) = (index as f64 * ratio, (index + 1) as f64 * ratio);
    (from as usize..(to.ceil() as usize).min(texels))
        .map(|texel| {
            let common = to.min(texel as f64 + 1.0) - from.max(texel as f64);
            Part {
                texel,
                share: (common / ratio) as f32,
            }
        })
        .collect()
}

/// What is transparent is on white.
fn grey(kind: ColorType, texel: &[u8]) -> f32 {
    let part = |channel: usize| f32::from(texel[channel]) / 255.0;
    let luma = || 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
    let over_white = |value: f32, alpha: f32| value * alpha + 1.0 - alpha;
    match kind {
        ColorType::Grayscale | ColorType::Indexed => part(0),
        ColorType::GrayscaleAlpha => over_white(part(0), part(1)),
        ColorType::Rgb => luma(),
        ColorType::Rgba => over_white(luma(), part(3)),
    }
}
