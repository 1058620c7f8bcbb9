//! Derivatives beside what a loss does when a parameter is changed a little.

use anyhow::{Result, ensure};
use fastrand::Rng;
use network::{Kernels, Matrix, Perceptron};
use program::Progress;

use crate::derivatives::Derivatives;
use crate::digits::Digits;

/// How much is a little. The less, the fewer rectifiers begin or cease to give something within it;
/// but losses in 32 bits are of little use when they differ too little.
const CHANGE: f32 = 0.0005;

const MOST: f64 = 0.01;

/// Compares some derivatives of the mean loss of the first digits.
pub async fn run(
    kernels: &Kernels<'_>,
    network: &Perceptron,
    digits: &Digits,
    batch: u32,
    count: u32,
    mut chance: Rng,
) -> Result<()> {
    let (inputs, labels) = digits.first(kernels, batch)?;
    let derivatives = Derivatives::new(kernels, network, &inputs, &labels);
    kernels.run(&derivatives.operations)?;
    let parameters: Vec<&Matrix> = network.parameters().collect();
    let mut progress = Progress::of("derivative", count.into());
    let (mut difference, mut size) = (0.0, 0.0);
    for done in 0..count {
        let index = chance.usize(..parameters.len());
        let place = chance.usize(..parameters[index].count() as usize);
        let exact: Vec<f32> = kernels
            .gpu
            .read(&derivatives.by_parameters[index].buffer)
            .await?;
        let estimate = slope(kernels, &derivatives, parameters[index], place).await?;
        difference += (f64::from(exact[place]) - estimate).powi(2);
        size += estimate.powi(2);
        progress.at(done.into());
    }
    drop(progress);
    let error = (difference / size).sqrt();
    println!("{count} derivatives differ by {error:.1e} of their size from finite differences");
    ensure!(
        error <= MOST,
        "derivatives are wrong: they may differ by {MOST}"
    );
    Ok(())
}

/// How the loss changes with a parameter, by its difference on both sides.
async fn slope(
    kernels: &Kernels<'_>,
    derivatives: &Derivatives,
    parameters: &Matrix,
    place: usize,
) -> Result<f64> {
    let before: Vec<f32> = kernels.gpu.read(&parameters.buffer).await?;
    let loss = async |change: f32| {
        let mut changed = before.clone();
        changed[place] += change;
        kernels.gpu.write(&parameters.buffer, &changed)?;
        kernels.run(&derivatives.operations[..derivatives.to_losses])?;
        let losses: Vec<f32> = kernels.gpu.read(&derivatives.losses).await?;
        let mean = losses.iter().copied().map(f64::from).sum::<f64>() / losses.len() as f64;
        anyhow::Ok((f64::from(changed[place]), mean))
    };
    let (above, more) = loss(CHANGE).await?;
    let (below, less) = loss(-CHANGE).await?;
    kernels.gpu.write(&parameters.buffer, &before)?;
    Ok((more - less) / (above - below))
}
