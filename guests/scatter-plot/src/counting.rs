//! Counting points on the GPU.

use anyhow::Result;
use program::webgpu::{GpuBindGroup, GpuBuffer};
use program::{Gpu, Kernel, Limit, Progress, Stopwatch};

use crate::points::{Computed, Range, Stored};

/// Points that the GPU works on at once.
const BATCH: u32 = 1 << 22;

/// Invocations of a workgroup, and along a dispatch's first axis.
const WORKGROUP: u32 = 64;
const ROW: u32 = 1 << 16;

/// Counts points in the cells of a grid.
pub struct Counting {
    gpu: Gpu,
    batch: GpuBuffer,
    points: GpuBuffer,
    counts: GpuBuffer,
    kernel: Kernel,
    group: GpuBindGroup,
}

impl Counting {
    /// Of points within a range, in a grid of some width and height.
    pub async fn new([width, height]: [u32; 2], [low, high]: Range) -> Result<Self> {
        let cells = u64::from(width) * u64::from(height);
        let largest = (4 * cells).max(8 * u64::from(BATCH));
        let gpu = Gpu::open(&[
            (Limit::BufferSize, largest),
            (Limit::StorageBufferBindingSize, largest),
        ])
        .await?;
        let batch = gpu.storage("batch", 12);
        let scale: [f32; 2] = std::array::from_fn(|axis| {
            ([width, height][axis] as f64 / (high[axis] - low[axis])) as f32
        });
        let grid = gpu.storage_of("grid", &[low.map(|part| part as f32), scale])?;
        let points = gpu.storage("points", 8 * u64::from(BATCH));
        let counts = gpu.storage("counts", 4 * cells);
        let constants = [("width", width.into()), ("height", height.into())];
        let kernel = gpu.kernel("count", include_str!("count.wgsl"), &constants);
        let group = gpu.bind(&kernel, &[&batch, &grid, &points, &counts]);
        Ok(Self {
            gpu,
            batch,
            points,
            counts,
            kernel,
            group,
        })
    }

    /// So many computed points.
    pub async fn computed(
        &self,
        source: &Computed,
        count: u64,
        stopwatch: &mut Stopwatch,
    ) -> Result<()> {
        let prepared = self.gpu.checked(async || {
            let compute = self.gpu.kernel("points", source.code, &source.constants);
            let group = self.gpu.bind(&compute, &[&self.batch, &self.points]);
            // Of no points yet, so that all shaders are compiled.
            self.gpu.write(&self.batch, &[0, 0, ROW])?;
            self.run(&[(&compute, &group, 1), (&self.kernel, &self.group, 1)])?;
            Ok((compute, group))
        });
        let (compute, group) = prepared.await?;
        let count_all = async || {
            let mut progress = Progress::of("point", count);
            let mut done = 0;
            while done < count {
                let some = (count - done).min(BATCH.into()) as u32;
                self.gpu.write(&self.batch, &[done as u32, some, ROW])?;
                self.run(&[
                    (&compute, &group, some.div_ceil(source.at_once)),
                    (&self.kernel, &self.group, some),
                ])?;
                done += u64::from(some);
                self.gpu.done().await;
                progress.at(done);
            }
            Ok(())
        };
        stopwatch
            .measure(&self.gpu, async || self.gpu.checked(count_all).await)
            .await
    }

    /// Those of a file.
    pub async fn stored(
        &self,
        file: &mut Stored,
        count: u64,
        stopwatch: &mut Stopwatch,
    ) -> Result<()> {
        let mut progress = Progress::of("point", count);
        let mut done = 0;
        loop {
            let points = file.next(BATCH as usize)?;
            if points.is_empty() {
                return Ok(());
            }
            let some = points.len() as u32;
            let count_some = async || {
                self.gpu.write(&self.batch, &[0, some, ROW])?;
                self.gpu.write(&self.points, &points)?;
                self.run(&[(&self.kernel, &self.group, some)])
            };
            stopwatch
                .measure(&self.gpu, async || self.gpu.checked(count_some).await)
                .await?;
            done += u64::from(some);
            progress.at(done);
        }
    }

    /// How many points are in each cell, the lowest row first.
    pub async fn counts(&self) -> Result<Vec<u32>> {
        self.gpu.read(&self.counts).await
    }

    fn run(&self, work: &[(&Kernel, &GpuBindGroup, u32)]) -> Result<()> {
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        for (kernel, group, invocations) in work {
            let workgroups = [
                invocations.min(&ROW).div_ceil(WORKGROUP),
                invocations.div_ceil(ROW),
                1,
            ];
            kernel.dispatch(&pass, group, workgroups)?;
        }
        pass.end();
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        Ok(())
    }
}
