//! Learning, all of which is done on the GPU: it is told the order of the digits, and tells the
//! losses.

use anyhow::Result;
use fastrand::Rng;
use network::{Kernels, Matrix, Operation, Perceptron, groups};
use program::Stopwatch;
use program::webgpu::GpuBuffer;

use crate::Options;
use crate::derivatives::Derivatives;
use crate::digits::Digits;

const WORKGROUP: u32 = 64;

/// So that the GPU begins while more is told.
const STEPS_AT_ONCE: usize = 50;

/// What of Adam's moments stays for the next step, as in adam.wgsl.
const KEPT: [f64; 2] = [0.9, 0.999];

/// Where to look: two columns of a matrix, and what is added, as in batch.wgsl.
type View = [f32; 6];

/// A network that learns from some digits.
pub struct Training<'a> {
    kernels: &'a Kernels<'a>,
    /// How many digits there are
    digits: usize,
    steps_of_epoch: usize,
    /// How many steps there will have been
    steps: usize,
    done: usize,
    rate: f64,
    distortion: f32,
    /// Texels of a digit
    size: [u32; 2],
    buffers: Buffers,
    operations: Vec<Operation>,
}

/// What an epoch is told and tells.
struct Buffers {
    /// How many of its steps are done
    step: GpuBuffer,
    order: GpuBuffer,
    views: GpuBuffer,
    rates: GpuBuffer,
    /// The losses of its steps
    curve: GpuBuffer,
}

impl<'a> Training<'a> {
    pub fn new(
        kernels: &'a Kernels<'a>,
        network: &Perceptron,
        digits: &Digits,
        options: &Options,
    ) -> Result<Self> {
        let batch = options.batch as usize;
        // Digits that make no whole batch are left out: others in each epoch.
        let steps_of_epoch = digits.labels.len() / batch;
        let buffer = |label, count: usize| {
            kernels
                .gpu
                .storage(label, (count * size_of::<u32>()) as u64)
        };
        let buffers = Buffers {
            step: buffer("step", 1),
            order: buffer("order", steps_of_epoch * batch),
            views: buffer("views", steps_of_epoch * batch * View::default().len()),
            rates: buffer("rates", steps_of_epoch),
            curve: buffer("curve", steps_of_epoch),
        };
        let inputs = Matrix::new(
            kernels.gpu,
            "inputs",
            options.batch,
            digits.images.size() as u32,
        );
        let labels = buffer("labels", batch);
        let derivatives = Derivatives::new(kernels, network, &inputs, &labels);
        let mut operations = vec![buffers.fetch(kernels, digits, &inputs, &labels)?];
        operations.extend(derivatives.operations);
        for (parameters, derivatives) in network.parameters().zip(&derivatives.by_parameters) {
            operations.push(buffers.adam(kernels, parameters, derivatives));
        }
        operations.push(kernels.operation(
            "record",
            include_str!("kernels/record.wgsl"),
            &[],
            &[&buffers.step, &derivatives.losses, &buffers.curve],
            [1, 1, 1],
        ));
        Ok(Self {
            kernels,
            digits: digits.labels.len(),
            steps_of_epoch,
            steps: steps_of_epoch * options.epochs as usize,
            done: 0,
            rate: options.rate,
            distortion: options.distortion,
            size: [digits.images.width, digits.images.height],
            buffers,
            operations,
        })
    }

    pub fn done(&self) -> usize {
        self.done
    }

    /// Learns from each digit once, in an order of chance, and gives the losses of the steps.
    pub async fn epoch(&mut self, chance: &mut Rng, stopwatch: &mut Stopwatch) -> Result<Vec<f32>> {
        let gpu = self.kernels.gpu;
        let mut order: Vec<u32> = (0..self.digits as u32).collect();
        chance.shuffle(&mut order);
        order.truncate(self.buffers.order.size() as usize / size_of::<u32>());
        let views: Vec<View> = order.iter().map(|_| self.view(chance)).collect();
        let rates: Vec<f32> = (self.done..self.done + self.steps_of_epoch)
            .map(|step| self.rate_of(step))
            .collect();
        gpu.write(&self.buffers.order, &order)?;
        gpu.write(&self.buffers.views, views.as_flattened())?;
        gpu.write(&self.buffers.rates, &rates)?;
        gpu.write(&self.buffers.step, &[0_u32])?;
        let learn = async || {
            for begin in (0..self.steps_of_epoch).step_by(STEPS_AT_ONCE) {
                let count = STEPS_AT_ONCE.min(self.steps_of_epoch - begin);
                self.kernels
                    .run((0..count).flat_map(|_| &self.operations))?;
            }
            Ok(())
        };
        stopwatch.measure(gpu, learn).await?;
        self.done += self.steps_of_epoch;
        gpu.read(&self.buffers.curve).await
    }

    /// A way to look at a digit: a little moved, turned, stretched and slanted.
    fn view(&self, chance: &mut Rng) -> View {
        let mut part = |most: f32| most * (2.0 * chance.f32() - 1.0);
        let most = self.distortion;
        let [across, down] = self.size.map(|length| most / 2.0 * length as f32);
        [
            1.0 + part(most),
            part(most),
            part(most),
            1.0 + part(most),
            part(across),
            part(down),
        ]
    }

    /// How far Adam goes in a step. Moments began as 0, which is made up for.
    fn rate_of(&self, step: usize) -> f32 {
        let left = 1.0 - step as f64 / self.steps as f64;
        let [first, second] = KEPT.map(|kept| 1.0 - kept.powi(step as i32 + 1));
        (self.rate * left * second.sqrt() / first) as f32
    }
}

impl Buffers {
    /// Fetches what a step is about.
    fn fetch(
        &self,
        kernels: &Kernels,
        digits: &Digits,
        inputs: &Matrix,
        labels: &GpuBuffer,
    ) -> Result<Operation> {
        let mut texels = digits.images.texels.clone();
        texels.resize(texels.len().next_multiple_of(size_of::<u32>()), 0);
        let names: Vec<u32> = digits.labels.iter().copied().map(u32::from).collect();
        let images = kernels.gpu.storage_of("images", &texels)?;
        let names = kernels.gpu.storage_of("names", &names)?;
        Ok(kernels.operation(
            "batch",
            include_str!("kernels/batch.wgsl"),
            &[
                ("width", digits.images.width.into()),
                ("height", digits.images.height.into()),
            ],
            &[
                &self.step,
                &self.order,
                &self.views,
                &images,
                &names,
                &inputs.buffer,
                labels,
            ],
            [groups(inputs.count(), WORKGROUP), 1, 1],
        ))
    }

    fn adam(&self, kernels: &Kernels, parameters: &Matrix, derivatives: &Matrix) -> Operation {
        let moment = |label| Matrix::new(kernels.gpu, label, parameters.rows, parameters.columns);
        let (first, second) = (moment("first moments"), moment("second moments"));
        kernels.operation(
            "adam",
            include_str!("kernels/adam.wgsl"),
            &[],
            &[
                &self.step,
                &self.rates,
                &derivatives.buffer,
                &first.buffer,
                &second.buffer,
                &parameters.buffer,
            ],
            [groups(parameters.count(), WORKGROUP), 1, 1],
        )
    }
}
