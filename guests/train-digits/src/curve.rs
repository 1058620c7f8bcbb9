//! What was lost while a network learnt.

use std::path::Path;

use anyhow::Result;
use chart::{Axis, Chart, Colour};

const SIZE: [u32; 2] = [800, 480];
const TRAINING: Colour = [150, 180, 225];
const MEAN: Colour = [35, 90, 170];
const TESTING: Colour = [215, 75, 40];

/// Losses by step.
#[derive(Default)]
pub struct Curve {
    training: Vec<[f64; 2]>,
    /// The mean of each epoch
    means: Vec<[f64; 2]>,
    testing: Vec<[f64; 2]>,
}

impl Curve {
    /// Adds the steps of an epoch, and the loss of other digits after it.
    pub fn add(&mut self, losses: &[f32], testing: f64) {
        let begin = self.training.len() as f64;
        let end = begin + losses.len() as f64;
        let losses: Vec<f64> = losses.iter().copied().map(f64::from).collect();
        self.means.push([
            (begin + end) / 2.0,
            losses.iter().sum::<f64>() / losses.len() as f64,
        ]);
        self.training.extend(
            losses
                .iter()
                .zip(1..)
                .map(|(loss, step)| [begin + f64::from(step), *loss]),
        );
        self.testing.push([end, testing]);
    }

    pub fn save(&self, path: &Path) -> Result<()> {
        let all = [self.training.as_slice(), &self.testing].concat();
        let losses = all
            .iter()
            .map(|[_, loss]| *loss)
            .filter(|loss| loss.is_finite() && *loss > 0.0);
        let (least, most) = losses.fold((1.0, 1.0), |(least, most): (f64, f64), loss| {
            (least.min(loss), most.max(loss))
        });
        let mut chart = Chart::new(
            SIZE,
            "Learning to read digits",
            Axis::new("step", 0.0, self.training.len() as f64),
            Axis::logarithmic("cross entropy", least.max(1e-6), most),
        )?;
        chart.line(&self.training, TRAINING);
        chart.line(&self.means, MEAN);
        chart.line(&self.testing, TESTING);
        chart.legend(&[
            ("a step", TRAINING),
            ("mean of an epoch", MEAN),
            ("digits not seen", TESTING),
        ]);
        chart.save(path)
    }
}
