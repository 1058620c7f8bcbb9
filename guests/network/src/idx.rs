//! IDX, the format in which the MNIST digits are spread: how many there are along each axis, and a
//! byte for each.

use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Grey pictures of one size.
pub struct Images {
    pub width: u32,
    pub height: u32,
    /// 0 is no ink.
    pub texels: Vec<u8>,
}

impl Images {
    pub fn read(path: &Path) -> Result<Self> {
        let ([_, height, width], texels) = read(path, "images")?;
        Ok(Self {
            width,
            height,
            texels,
        })
    }

    /// Texels of a picture.
    pub fn size(&self) -> usize {
        self.width as usize * self.height as usize
    }

    pub fn count(&self) -> usize {
        self.texels.len() / self.size()
    }
}

/// What is written in a file of labels.
pub fn labels(path: &Path) -> Result<Vec<u8>> {
    let ([_], labels) = read::<1>(path, "labels")?;
    Ok(labels)
}

/// The lengths along some axes, and the bytes after them.
fn read<const AXES: usize>(path: &Path, what: &str) -> Result<([u32; AXES], Vec<u8>)> {
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("{name} cannot be read"))?;
    let word = |at: usize| {
        bytes
            .get(4 * at..4 * at + 4)
            .map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]]))
    };
    // Two zeros, the type of bytes, and how many axes.
    let magic = 0x800 + AXES as u32;
    ensure!(
        word(0) == Some(magic),
        "{name} is no IDX file of {what}: it does not begin with {magic:#010x}"
    );
    let mut lengths = [0; AXES];
    for (axis, length) in lengths.iter_mut().enumerate() {
        *length = word(1 + axis)
            .with_context(|| format!("{name} is cut short: it has only {} bytes", bytes.len()))?;
    }
    let expected = lengths.iter().fold(1_u64, |product, length| {
        product.saturating_mul((*length).into())
    });
    ensure!(expected > 0, "{name} has no {what}");
    let content = &bytes[4 + 4 * AXES..];
    ensure!(
        content.len() as u64 == expected,
        "{name} is cut short, or is something else: {} bytes of {what} should be {expected}",
        content.len()
    );
    Ok((lengths, content.to_vec()))
}
