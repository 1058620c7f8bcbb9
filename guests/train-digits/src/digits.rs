//! Digits whose meaning is known.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use network::{Forward, Images, Kernels, Matrix, Perceptron, labels};
use program::webgpu::GpuBuffer;

pub const CLASSES: u32 = 10;

pub struct Digits {
    pub images: Images,
    pub labels: Vec<u8>,
}

/// A network that is tried on digits.
pub struct Test<'a> {
    kernels: &'a Kernels<'a>,
    forward: Forward,
}

/// How good a network is.
pub struct Outcome {
    /// Of how many digits it thinks what they are
    pub right: usize,
    /// Mean negative logarithm of the probability of what they are
    pub loss: f64,
}

impl Digits {
    /// Those whose files' names begin so, in a folder.
    pub fn read(folder: &Path, name: &str) -> Result<Self> {
        let images = Images::read(&folder.join(format!("{name}-images-idx3-ubyte")))?;
        let path = folder.join(format!("{name}-labels-idx1-ubyte"));
        let labels = labels(&path)?;
        ensure!(
            labels.len() == images.count(),
            "{} has {} labels for {} images",
            path.display(),
            labels.len(),
            images.count()
        );
        if let Some(label) = labels.iter().find(|label| u32::from(**label) >= CLASSES) {
            bail!("{} has a label {label}, which is no digit", path.display());
        }
        Ok(Self { images, labels })
    }

    /// The first digits as rows of inputs, and their labels.
    pub fn first(&self, kernels: &Kernels, count: u32) -> Result<(Matrix, GpuBuffer)> {
        let size = self.images.size();
        let inputs = Matrix::new(kernels.gpu, "digits", count, size as u32);
        let texels = &self.images.texels[..count as usize * size];
        let numbers: Vec<f32> = texels
            .iter()
            .map(|texel| f32::from(*texel) / 255.0)
            .collect();
        kernels.gpu.write(&inputs.buffer, &numbers)?;
        let labels: Vec<u32> = self.labels[..count as usize]
            .iter()
            .copied()
            .map(u32::from)
            .collect();
        Ok((inputs, kernels.gpu.storage_of("labels", &labels)?))
    }

    /// A network to be tried on these.
    pub fn test<'a>(&self, kernels: &'a Kernels<'a>, network: &Perceptron) -> Result<Test<'a>> {
        let (inputs, _) = self.first(kernels, self.labels.len() as u32)?;
        Ok(Test {
            kernels,
            forward: network.forward(kernels, &inputs),
        })
    }
}

impl Test<'_> {
    pub async fn outcome(&self, digits: &Digits) -> Result<Outcome> {
        self.kernels.run(&self.forward.operations)?;
        let scores: Vec<f32> = self.kernels.gpu.read(&self.forward.scores().buffer).await?;
        let mut outcome = Outcome {
            right: 0,
            loss: 0.0,
        };
        for (scores, label) in scores.chunks_exact(CLASSES as usize).zip(&digits.labels) {
            let own = scores[usize::from(*label)];
            let better = scores.iter().filter(|score| !(**score <= own)).count();
            outcome.right += usize::from(better == 0);
            let sum: f64 = scores
                .iter()
                .map(|score| f64::from(score - own).exp())
                .sum();
            outcome.loss += sum.ln() / digits.labels.len() as f64;
        }
        Ok(outcome)
    }
}
