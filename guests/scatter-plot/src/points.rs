//! Where points come from: computed on the GPU, or out of a file.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};

/// Corners of a rectangle: the lower left, and the upper right.
pub type Range = [[f64; 2]; 2];

/// A kind of points that the GPU computes.
pub struct Computed {
    pub code: &'static str,
    pub constants: Vec<(&'static str, f64)>,
    /// How many an invocation computes
    pub at_once: u32,
    pub range: Range,
    pub title: String,
}

impl Computed {
    pub fn clusters(seed: u32) -> Self {
        Self {
            code: concat!(include_str!("batch.wgsl"), include_str!("clusters.wgsl")),
            constants: vec![("seed", seed.into())],
            at_once: 1,
            range: [[-2.5, -2.5], [2.5, 2.5]],
            title: "clusters".into(),
        }
    }

    pub fn clifford(seed: u32, [a, b, c, d]: [f64; 4]) -> Self {
        let [x, y] = [1.0 + c.abs(), 1.0 + d.abs()].map(|most| 1.02 * most);
        Self {
            code: concat!(include_str!("batch.wgsl"), include_str!("clifford.wgsl")),
            constants: vec![
                ("seed", seed.into()),
                ("a", a),
                ("b", b),
                ("c", c),
                ("d", d),
            ],
            at_once: 64,
            range: [[-x, -y], [x, y]],
            title: format!("Clifford's attractor, {a} {b} {c} {d}"),
        }
    }
}

/// Points in a file: two numbers in a line (`.csv`), or else two little-endian `f32` each.
pub struct Stored {
    path: PathBuf,
    reader: BufReader<File>,
    line: u64,
}

impl Stored {
    pub fn open(path: &Path) -> Result<Self> {
        let failed = || format!("{} cannot be read", path.display());
        let file = File::open(path).with_context(failed)?;
        let is_text = is_text(path);
        let length = file.metadata().with_context(failed)?.len();
        ensure!(
            is_text || length % 8 == 0,
            "{} ends within a point: it has {length} bytes, and a point 8",
            path.display()
        );
        Ok(Self {
            path: path.to_path_buf(),
            reader: BufReader::new(file),
            line: 0,
        })
    }

    /// The range of all points that are numbers, and how many points there are.
    pub fn survey(path: &Path) -> Result<(Range, u64)> {
        let mut file = Self::open(path)?;
        let mut range = [[f64::INFINITY; 2], [f64::NEG_INFINITY; 2]];
        let mut count = 0;
        loop {
            let points = file.next(1 << 16)?;
            for point in points
                .iter()
                .filter(|point| point.iter().all(|part| part.is_finite()))
            {
                for axis in 0..2 {
                    range[0][axis] = range[0][axis].min(point[axis].into());
                    range[1][axis] = range[1][axis].max(point[axis].into());
                }
            }
            count += points.len() as u64;
            if points.is_empty() {
                break;
            }
        }
        ensure!(
            range[0][0] <= range[1][0],
            "{} has no points",
            path.display()
        );
        Ok((wider(range), count))
    }

    /// The next points, at most so many; there are none at the end.
    pub fn next(&mut self, most: usize) -> Result<Vec<[f32; 2]>> {
        if is_text(&self.path) {
            self.next_lines(most)
        } else {
            self.next_pairs(most)
        }
    }

    fn next_pairs(&mut self, most: usize) -> Result<Vec<[f32; 2]>> {
        let mut bytes = Vec::new();
        let path = &self.path;
        (&mut self.reader)
            .take(8 * most as u64)
            .read_to_end(&mut bytes)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(bytemuck::allocation::pod_collect_to_vec(
            &bytes[..bytes.len() / 8 * 8],
        ))
    }

    fn next_lines(&mut self, most: usize) -> Result<Vec<[f32; 2]>> {
        let mut points = Vec::new();
        let mut line = String::new();
        while points.len() < most {
            line.clear();
            self.line += 1;
            let at = format!("line {} of {}", self.line, self.path.display());
            if self
                .reader
                .read_line(&mut line)
                .with_context(|| format!("{at} cannot be read"))?
                == 0
            {
                break;
            }
            let text = line.trim();
            match point(text) {
                Some(point) => points.push(point),
                // The first line may say what is in the columns.
                None if self.line == 1 || text.is_empty() => {}
                None => return Err(anyhow!("{at} is no point, such as 1.5,-2: {text}")),
            }
        }
        Ok(points)
    }
}

fn is_text(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

fn point(text: &str) -> Option<[f32; 2]> {
    let mut columns = text.split([',', ';', '\t']);
    Some([
        columns.next()?.trim().parse().ok()?,
        columns.next()?.trim().parse().ok()?,
    ])
}

/// So that the last points are within, and all alike have some room.
fn wider([low, high]: Range) -> Range {
    let margin: [f64; 2] = std::array::from_fn(|axis| match high[axis] - low[axis] {
        length if length > 0.0 => 0.02 * length,
        _ => 1.0,
    });
    [
        std::array::from_fn(|axis| low[axis] - margin[axis]),
        std::array::from_fn(|axis| high[axis] + margin[axis]),
    ]
}
