//! Files of numbers by name: safetensors.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use bytemuck::allocation::pod_collect_to_vec;
use program::Gpu;
use safetensors::tensor::{Metadata, TensorView};
use safetensors::{Dtype, SafeTensors};

use crate::Matrix;

/// A file that has been read.
pub struct Tensors {
    path: PathBuf,
    bytes: Vec<u8>,
    metadata: Metadata,
    /// Where the numbers begin
    begin: usize,
}

/// Numbers to be written.
pub struct Tensor {
    pub name: String,
    pub shape: Vec<usize>,
    pub numbers: Vec<f32>,
}

impl Tensors {
    pub fn read(path: &Path) -> Result<Self> {
        let bytes =
            std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let (header, metadata) = SafeTensors::read_metadata(&bytes).map_err(|error| {
            anyhow!(
                "{} is no safetensors file, or not all of one: {error}",
                path.display()
            )
        })?;
        let begin = size_of::<u64>() + header;
        Ok(Self {
            path: path.to_path_buf(),
            bytes,
            metadata,
            begin,
        })
    }

    /// The shape of what has a name, if there is such.
    pub fn shape(&self, name: &str) -> Option<&[usize]> {
        self.metadata.info(name).map(|info| info.shape.as_slice())
    }

    /// What the file says about all of it by a name.
    pub fn note(&self, name: &str) -> Option<&str> {
        let notes = self.metadata.metadata().as_ref()?;
        notes.get(name).map(String::as_str)
    }

    /// The bytes of the largest tensor.
    pub fn most_bytes(&self) -> u64 {
        let sizes = self
            .metadata
            .tensors()
            .into_values()
            .map(|info| info.data_offsets.1 - info.data_offsets.0);
        sizes.max().unwrap_or(0) as u64
    }

    /// A matrix, or a row, for the GPU.
    pub fn matrix(&self, gpu: &Gpu, name: &str) -> Result<Matrix> {
        let (shape, bytes) = self.tensor(name)?;
        let lengths = match *shape {
            [columns] => Some((1, columns)),
            [rows, columns] => Some((rows, columns)),
            _ => None,
        };
        let (rows, columns) = lengths
            .and_then(|(rows, columns)| Some((rows.try_into().ok()?, columns.try_into().ok()?)))
            .filter(|(rows, columns): &(u32, u32)| *rows > 0 && *columns > 0)
            .ok_or_else(|| {
                let path = self.path.display();
                anyhow!("\"{name}\" in {path} is no matrix, but of the shape {shape:?}")
            })?;
        let matrix = Matrix::new(gpu, name, rows, columns);
        gpu.write(&matrix.buffer, bytes)?;
        Ok(matrix)
    }

    /// The numbers of a tensor of a shape.
    pub fn numbers(&self, name: &str, expected: &[u32]) -> Result<Vec<f32>> {
        let (shape, bytes) = self.tensor(name)?;
        ensure!(
            shape
                .iter()
                .map(|length| *length as u64)
                .eq(expected.iter().copied().map(u64::from)),
            "\"{name}\" in {} is of the shape {shape:?}, and not {expected:?}",
            self.path.display()
        );
        Ok(pod_collect_to_vec(bytes))
    }

    /// The shape and the bytes of a tensor.
    fn tensor(&self, name: &str) -> Result<(&[usize], &[u8])> {
        let path = self.path.display();
        let info = self
            .metadata
            .info(name)
            .ok_or_else(|| anyhow!("{path} has no tensor \"{name}\""))?;
        ensure!(
            info.dtype == Dtype::F32,
            "\"{name}\" in {path} is of {:?}, and not of F32",
            info.dtype
        );
        let (begin, end) = info.data_offsets;
        Ok((
            &info.shape,
            &self.bytes[self.begin + begin..self.begin + end],
        ))
    }
}

impl Tensor {
    /// Writes a file of some, with notes on it.
    pub fn write_all(tensors: &[Tensor], notes: &[(&str, String)], path: &Path) -> Result<()> {
        let notes = notes
            .iter()
            .map(|(name, note)| (name.to_string(), note.clone()))
            .collect();
        let views = tensors
            .iter()
            .map(
                |Tensor {
                     name,
                     shape,
                     numbers,
                 }| {
                    let bytes = bytemuck::cast_slice(numbers);
                    let view = TensorView::new(Dtype::F32, shape.clone(), bytes)
                        .map_err(|error| anyhow!("\"{name}\" cannot be written: {error}"))?;
                    Ok((name, view))
                },
            )
            .collect::<Result<Vec<_>>>()?;
        let bytes = safetensors::serialize(views, Some(notes))
            .map_err(|error| anyhow!("{} cannot be written: {error}", path.display()))?;
        std::fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
    }
}
