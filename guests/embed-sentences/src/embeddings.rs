//! Sentences as vectors, and how similar they are.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use chart::{Area, Axis, Chart, Colour};
use network::Tensor;

const SIZE: [u32; 2] = [600, 600];

const COLOURS: [Colour; 4] = [
    [250, 250, 245],
    [150, 190, 200],
    [60, 90, 150],
    [30, 15, 60],
];

/// A vector for each sentence, one after the other.
pub struct Embeddings {
    pub width: usize,
    pub numbers: Vec<f32>,
}

impl Embeddings {
    fn rows(&self) -> impl Iterator<Item = &[f32]> {
        self.numbers.chunks_exact(self.width)
    }

    fn count(&self) -> usize {
        self.numbers.len() / self.width
    }

    /// The cosine of the angle between two.
    fn similarity(&self, one: usize, other: usize) -> f32 {
        let row = |index: usize| &self.numbers[index * self.width..(index + 1) * self.width];
        row(one)
            .iter()
            .zip(row(other))
            .map(|(left, right)| left * right)
            .sum()
    }

    /// Prints which other is nearest to each.
    pub fn tell(&self, sentences: &[String]) {
        for (index, sentence) in sentences.iter().enumerate() {
            let others = (0..sentences.len()).filter(|other| *other != index);
            let similar = others.map(|other| (self.similarity(index, other), other));
            match similar.max_by(|one, other| one.0.total_cmp(&other.0)) {
                Some((similarity, nearest)) => {
                    println!("{similarity:.4}  {sentence}  ~  {}", sentences[nearest]);
                }
                None => println!("{sentence}"),
            }
        }
    }

    pub fn write(&self, path: &Path) -> Result<()> {
        if path.extension().is_some_and(|extension| extension == "csv") {
            return self.write_csv(path);
        }
        let name = "embeddings".to_string();
        let shape = vec![self.count(), self.width];
        let numbers = self.numbers.clone();
        Tensor::write_all(
            &[Tensor {
                name,
                shape,
                numbers,
            }],
            &[],
            path,
        )
    }

    fn write_csv(&self, path: &Path) -> Result<()> {
        let mut text = String::new();
        for row in self.rows() {
            for (index, number) in row.iter().enumerate() {
                write!(text, "{}{number}", if index == 0 { "" } else { "," })?;
            }
            text.push('\n');
        }
        std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Draws how similar each is to each: the darker, the more.
    pub fn draw(&self, path: &Path) -> Result<()> {
        let count = self.count();
        let axis = || Axis::new("sentence", 0.0, count as f64);
        let mut chart = Chart::new(SIZE, "How similar sentences are", axis(), axis())?;
        let Area { width, height, .. } = chart.area();
        let sentence = |texel: u32, length: u32| texel as usize * count / length as usize;
        let texels: Vec<Colour> = (0..height)
            .rev()
            .flat_map(|y| (0..width).map(move |x| (sentence(x, width), sentence(y, height))))
            .map(|(one, other)| colour(self.similarity(one, other)))
            .collect();
        chart.fill(&texels);
        chart.save(path)
    }
}

/// From 0 to 1; what is less is like 0.
fn colour(similarity: f32) -> Colour {
    let place = similarity.clamp(0.0, 1.0) * (COLOURS.len() - 1) as f32;
    let below = (place as usize).min(COLOURS.len() - 2);
    let part = place - below as f32;
    std::array::from_fn(|channel| {
        let [from, to] = [COLOURS[below][channel], COLOURS[below + 1][channel]].map(f32::from);
        (from + (to - from) * part).round() as u8
    })
}
