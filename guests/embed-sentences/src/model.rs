//! The weights of a BERT model, and what its configuration says.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use network::{Matrix, Tensors};
use program::Gpu;
use serde_json::Value;

/// What is the same for all sentences.
pub struct Model {
    pub words: Matrix,
    /// With what says that there is one sentence only
    pub places: Matrix,
    pub norm: Norm,
    pub layers: Vec<Layer>,
    pub heads: u32,
    pub epsilon: f64,
}

/// A layer of the encoder.
pub struct Layer {
    /// Gives queries, keys and values
    pub mixing: Linear,
    pub attended: Linear,
    pub attended_norm: Norm,
    pub wide: Linear,
    pub narrow: Linear,
    pub norm: Norm,
}

/// A product and a sum.
pub struct Linear {
    pub weight: Matrix,
    pub bias: Matrix,
}

pub struct Norm {
    pub scale: Matrix,
    pub bias: Matrix,
}

/// A file of the model's folder that says some things by name.
pub struct Configuration {
    path: String,
    values: Value,
}

impl Configuration {
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display();
        let text =
            std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        let values = serde_json::from_str(&text).with_context(|| format!("{name} is no JSON"))?;
        Ok(Self {
            path: name.to_string(),
            values,
        })
    }

    pub fn count(&self, name: &str) -> Result<u32> {
        self.values[name]
            .as_u64()
            .and_then(|count| u32::try_from(count).ok())
            .filter(|count| *count > 0)
            .ok_or_else(|| anyhow!("{} has no {name} that is a positive number", self.path))
    }

    fn number(&self, name: &str) -> Result<f64> {
        self.values[name]
            .as_f64()
            .ok_or_else(|| anyhow!("{} has no number {name}", self.path))
    }

    /// Fails where the model is of another kind than what is done here.
    fn expect(&self, name: &str, expected: &str) -> Result<()> {
        match self.values[name].as_str() {
            Some(value) if value == expected => Ok(()),
            other => bail!(
                "{}: {name} is {other:?}, but only \"{expected}\" is known here",
                self.path
            ),
        }
    }
}

impl Model {
    pub fn read(gpu: &Gpu, tensors: &Tensors, configuration: &Configuration) -> Result<Self> {
        configuration.expect("model_type", "bert")?;
        configuration.expect("hidden_act", "gelu")?;
        let heads = configuration.count("num_attention_heads")?;
        let words = tensors.matrix(gpu, "embeddings.word_embeddings.weight")?;
        let width = words.columns;
        ensure!(
            width % (4 * heads) == 0 && width / heads <= 64,
            "{width} numbers of a token do not make {heads} heads of 4 to 64 numbers, in fours"
        );
        let reader = Reader {
            gpu,
            tensors,
            width,
        };
        Ok(Self {
            places: reader.places()?,
            norm: reader.norm("embeddings.LayerNorm")?,
            layers: (0..configuration.count("num_hidden_layers")?)
                .map(|index| reader.layer(&format!("encoder.layer.{index}")))
                .collect::<Result<_>>()?,
            words,
            heads,
            epsilon: configuration.number("layer_norm_eps")?,
        })
    }

    /// How many numbers there are of a token.
    pub fn width(&self) -> u32 {
        self.words.columns
    }
}

/// Reads weights by their names.
struct Reader<'a> {
    gpu: &'a Gpu,
    tensors: &'a Tensors,
    width: u32,
}

impl Reader<'_> {
    fn layer(&self, name: &str) -> Result<Layer> {
        let wide = self
            .tensors
            .shape(&format!("{name}.intermediate.dense.bias"));
        let wide = wide
            .and_then(|shape| u32::try_from(*shape.first()?).ok())
            .unwrap_or(0);
        let mixing = ["query", "key", "value"].map(|kind| format!("{name}.attention.self.{kind}"));
        Ok(Layer {
            mixing: self.linear(&mixing, [self.width, self.width])?,
            attended: self.linear(&[format!("{name}.attention.output.dense")], [self.width; 2])?,
            attended_norm: self.norm(&format!("{name}.attention.output.LayerNorm"))?,
            wide: self.linear(&[format!("{name}.intermediate.dense")], [wide, self.width])?,
            narrow: self.linear(&[format!("{name}.output.dense")], [self.width, wide])?,
            norm: self.norm(&format!("{name}.output.LayerNorm"))?,
        })
    }

    /// Of some that are given the same: what they give lies side by side.
    fn linear(&self, names: &[String], [rows, columns]: [u32; 2]) -> Result<Linear> {
        let (mut weights, mut biases) = (Vec::new(), Vec::new());
        for name in names {
            weights.extend(
                self.tensors
                    .numbers(&format!("{name}.weight"), &[rows, columns])?,
            );
            biases.extend(self.tensors.numbers(&format!("{name}.bias"), &[rows])?);
        }
        let rows = rows * names.len() as u32;
        Ok(Linear {
            weight: Matrix::of(self.gpu, &names[0], [rows, columns], &weights)?,
            bias: Matrix::of(self.gpu, &names[0], [1, rows], &biases)?,
        })
    }

    fn norm(&self, name: &str) -> Result<Norm> {
        let part = |kind: &str| {
            let numbers = self
                .tensors
                .numbers(&format!("{name}.{kind}"), &[self.width])?;
            Matrix::of(self.gpu, name, [1, self.width], &numbers)
        };
        Ok(Norm {
            scale: part("weight")?,
            bias: part("bias")?,
        })
    }

    fn places(&self) -> Result<Matrix> {
        let name = "embeddings.position_embeddings.weight";
        let places = self.tensors.matrix(self.gpu, name)?;
        let mut numbers = self.tensors.numbers(name, &[places.rows, self.width])?;
        let kinds = self
            .tensors
            .numbers("embeddings.token_type_embeddings.weight", &[2, self.width])?;
        for place in numbers.chunks_exact_mut(self.width as usize) {
            for (number, first) in place.iter_mut().zip(&kinds) {
                *number += first;
            }
        }
        self.gpu.write(&places.buffer, &numbers)?;
        Ok(places)
    }
}
