//! What the GPU does with sentences.

use anyhow::Result;
use network::{Activation, Finish, Kernels, Matrix, Operation, Transposed, groups};
use program::webgpu::GpuBuffer;

use crate::model::{Linear, Model, Norm};

const WORKGROUP: u32 = 64;

/// Queries that a workgroup of attention.wgsl has.
const QUERIES: u32 = 32;

/// Sentences that are embedded together.
pub struct Batch {
    operations: Vec<Operation>,
    embeddings: Matrix,
}

/// Makes batches.
pub struct Encoder<'a> {
    kernels: &'a Kernels<'a>,
    model: &'a Model,
}

impl<'a> Encoder<'a> {
    pub fn new(kernels: &'a Kernels<'a>, model: &'a Model) -> Self {
        Self { kernels, model }
    }

    /// How some sentences, of which there are the tokens, are embedded.
    pub fn batch(&self, sentences: &[Vec<u32>]) -> Result<Batch> {
        let gpu = self.kernels.gpu;
        let tokens = sentences.concat();
        let places: Vec<u32> = sentences
            .iter()
            .flat_map(|tokens| 0..tokens.len() as u32)
            .collect();
        let mut ranges = Vec::new();
        for sentence in sentences {
            let begin = ranges.last().map_or(0, |range: &[u32; 2]| range[1]);
            ranges.push([begin, begin + sentence.len() as u32]);
        }
        let ranges = gpu.storage_of("sentences", ranges.as_flattened())?;
        let longest = sentences.iter().map(Vec::len).max().unwrap_or(0) as u32;
        let count = sentences.len() as u32;

        let rows = tokens.len() as u32;
        let mut course = Course {
            encoder: self,
            rows,
            operations: Vec::new(),
        };
        let words = course.gather(&self.model.words, &gpu.storage_of("tokens", &tokens)?);
        let places = course.gather(&self.model.places, &gpu.storage_of("places", &places)?);
        let mut state = course.add_and_norm([&words, &places], &self.model.norm);
        for layer in &self.model.layers {
            let mixed = course.linear(&state, &layer.mixing, Activation::None);
            let looked = course.attend(&mixed, &ranges, [longest, count]);
            let attended = course.linear(&looked, &layer.attended, Activation::None);
            let sure = course.add_and_norm([&state, &attended], &layer.attended_norm);
            let wide = course.linear(&sure, &layer.wide, Activation::ErrorLinearUnit);
            let narrow = course.linear(&wide, &layer.narrow, Activation::None);
            state = course.add_and_norm([&sure, &narrow], &layer.norm);
        }
        let embeddings = course.pool(&state, &ranges, count);
        Ok(Batch {
            operations: course.operations,
            embeddings,
        })
    }

    /// Has the GPU embed a batch.
    pub fn run(&self, batch: &Batch) -> Result<()> {
        self.kernels.run(&batch.operations)
    }

    /// The embedding of each sentence of a batch, one after the other.
    pub async fn read(&self, batch: &Batch) -> Result<Vec<f32>> {
        self.kernels.gpu.read(&batch.embeddings.buffer).await
    }
}

/// Operations one after another, each of which gives a matrix with a row for each token.
struct Course<'a> {
    encoder: &'a Encoder<'a>,
    rows: u32,
    operations: Vec<Operation>,
}

impl Course<'_> {
    fn matrix(&self, label: &str, columns: u32) -> Matrix {
        Matrix::new(self.encoder.kernels.gpu, label, self.rows, columns)
    }

    fn gather(&mut self, table: &Matrix, indices: &GpuBuffer) -> Matrix {
        let rows = self.matrix("gathered", table.columns);
        self.operations.push(self.encoder.kernels.operation(
            "gather",
            include_str!("kernels/gather.wgsl"),
            &[("columns", table.columns.into())],
            &[&table.buffer, indices, &rows.buffer],
            [groups(rows.count(), WORKGROUP), 1, 1],
        ));
        rows
    }

    fn linear(
        &mut self,
        given: &Matrix,
        Linear { weight, bias }: &Linear,
        activation: Activation,
    ) -> Matrix {
        let product = self.matrix("linear", weight.rows);
        self.operations.push(self.encoder.kernels.product(
            [given, weight],
            Transposed::Right,
            Finish::Affine(bias, activation),
            &product,
        ));
        product
    }

    fn add_and_norm(&mut self, [left, right]: [&Matrix; 2], Norm { scale, bias }: &Norm) -> Matrix {
        let normal = self.matrix("norm", left.columns);
        self.operations.push(self.encoder.kernels.operation(
            "layer norm",
            include_str!("kernels/layer_norm.wgsl"),
            &[
                ("columns", left.columns.into()),
                ("epsilon", self.encoder.model.epsilon),
            ],
            &[
                &left.buffer,
                &right.buffer,
                &scale.buffer,
                &bias.buffer,
                &normal.buffer,
            ],
            [self.rows, 1, 1],
        ));
        normal
    }

    fn attend(&mut self, mixed: &Matrix, ranges: &GpuBuffer, [longest, count]: [u32; 2]) -> Matrix {
        let model = self.encoder.model;
        let attended = self.matrix("attended", model.width());
        let parts = format!("const PARTS = {}u;\n", model.width() / model.heads / 4);
        self.operations.push(self.encoder.kernels.operation(
            "attention",
            &[&parts, include_str!("kernels/attention.wgsl")].concat(),
            &[("heads", model.heads.into())],
            &[&mixed.buffer, ranges, &attended.buffer],
            [longest.div_ceil(QUERIES), model.heads, count],
        ));
        attended
    }

    fn pool(&mut self, state: &Matrix, ranges: &GpuBuffer, count: u32) -> Matrix {
        let kernels = self.encoder.kernels;
        let embeddings = Matrix::new(kernels.gpu, "embeddings", count, state.columns);
        self.operations.push(kernels.operation(
            "pool",
            include_str!("kernels/pool.wgsl"),
            &[("columns", state.columns.into())],
            &[&state.buffer, ranges, &embeddings.buffer],
            [count, 1, 1],
        ));
        embeddings
    }
}
