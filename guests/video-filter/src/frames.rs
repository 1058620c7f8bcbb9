//! Frames on the GPU.

use std::collections::VecDeque;

use anyhow::{Result, anyhow};
use filters::{Graph, Image, Pipeline, Step, workgroups};
use program::Gpu;
use program::webgpu::{GpuBuffer, GpuBufferUsage, GpuMapMode};

use crate::format::{Format, Scale};
use crate::stream::Video;

/// Invocations along the first axis of a dispatch that makes a word each, and in a workgroup.
const ROW: u32 = 1 << 16;
const WORKGROUP: u32 = 64;

/// Filters frames one after the other. While one is read back the GPU works on those after it.
pub struct Frames<'a> {
    gpu: &'a Gpu,
    pipeline: Pipeline<'a>,
    input: GpuBuffer,
    output: GpuBuffer,
    output_bytes: usize,
    /// What frames are read back from: of those that the GPU works on, and those that are free
    busy: VecDeque<GpuBuffer>,
    free: Vec<GpuBuffer>,
}

impl<'a> Frames<'a> {
    /// Of so many at once.
    pub fn new(
        gpu: &'a Gpu,
        graph: &Graph,
        video: &Video,
        filtered: &Video,
        at_once: usize,
    ) -> Result<Self> {
        let input = gpu.storage("frame", padded(video.frame_bytes()));
        let output = gpu.storage("filtered frame", padded(filtered.frame_bytes()));
        let mut pipeline = Pipeline::new(gpu);
        let image = read(gpu, &mut pipeline, video, &input);
        let image = pipeline.filtered(graph, image)?;
        let image = pipeline.converted(image, filtered.format.space())?;
        write(gpu, &mut pipeline, filtered, &image, &output);
        let usage = GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST;
        let free = (0..at_once)
            .map(|_| gpu.buffer("read back", output.size(), usage))
            .collect();
        let output_bytes = filtered.frame_bytes() as usize;
        Ok(Self {
            gpu,
            pipeline,
            input,
            output,
            output_bytes,
            busy: VecDeque::new(),
            free,
        })
    }

    /// How many bytes a frame is to be given in.
    pub fn input_bytes(&self) -> usize {
        self.input.size() as usize
    }

    pub fn is_full(&self) -> bool {
        self.free.is_empty()
    }

    /// Has the GPU filter a frame, if it is not full.
    pub fn submit(&mut self, frame: &[u8]) -> Result<()> {
        let target = self
            .free
            .pop()
            .ok_or_else(|| anyhow!("too many frames at once"))?;
        self.gpu.write(&self.input, frame)?;
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        self.pipeline.record(&pass)?;
        pass.end();
        encoder.copy_buffer_to_buffer(&self.output, None, &target, None, None);
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        self.busy.push_back(target);
        Ok(())
    }

    /// The first frame that was not given back yet, if there is one.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(buffer) = self.busy.pop_front() else {
            return Ok(None);
        };
        buffer
            .map_async(GpuMapMode::READ, None, None)
            .await
            .map_err(|error| anyhow!("a frame cannot be mapped: {}", error.message))?;
        let mut bytes = buffer
            .get_mapped_range_get_with_copy(None, None)
            .map_err(|error| anyhow!("a frame cannot be read: {}", error.message))?;
        buffer
            .unmap()
            .map_err(|error| anyhow!("a frame cannot be unmapped: {}", error.message))?;
        self.free.push(buffer);
        bytes.truncate(self.output_bytes);
        Ok(Some(bytes))
    }
}

/// To whole words, as shaders have them.
fn padded(bytes: u64) -> u64 {
    bytes.next_multiple_of(4)
}

/// What both shaders of a format are told.
fn constants(video: &Video) -> Vec<(&'static str, f64)> {
    let [width, height] = video.size.map(f64::from);
    let mut constants = vec![("width", width), ("height", height)];
    match video.format {
        Format::Packed(channels) => constants.push(("channels", channels.into())),
        Format::Planar(planar) => {
            let Scale {
                zero: luma_black,
                range: luma_range,
            } = planar.luma();
            let Scale {
                zero: chroma_zero,
                range: chroma_range,
            } = planar.chroma();
            let flag = |is: bool| f64::from(u8::from(is));
            let [across, down] = planar.sharing.pixels.map(f64::from);
            let [left, top] = planar.sharing.at_first.map(flag);
            constants.extend([
                ("across", across),
                ("down", down),
                ("left", left),
                ("top", top),
                ("deep", flag(planar.bits > 8)),
                ("luma_black", luma_black),
                ("luma_range", luma_range),
                ("chroma_zero", chroma_zero),
                ("chroma_range", chroma_range),
            ]);
        }
    }
    constants
}

fn read(gpu: &Gpu, pipeline: &mut Pipeline, video: &Video, samples: &GpuBuffer) -> Image {
    let image = pipeline.image(video.size, video.format.space());
    let code = match video.format {
        Format::Planar(_) => concat!(include_str!("planar.wgsl"), include_str!("planar-read.wgsl")),
        Format::Packed(_) => include_str!("packed-read.wgsl"),
    };
    let kernel = gpu.kernel("read", code, &constants(video));
    let group = gpu.bind(&kernel, &[samples, &image.buffer]);
    pipeline.add(Step {
        kernel,
        group,
        workgroups: workgroups(video.size),
    });
    image
}

fn write(gpu: &Gpu, pipeline: &mut Pipeline, video: &Video, image: &Image, samples: &GpuBuffer) {
    let mut constants = constants(video);
    constants.push(("row", ROW.into()));
    let code = match video.format {
        Format::Planar(planar) => {
            constants.push(("most", planar.most()));
            concat!(include_str!("planar.wgsl"), include_str!("planar-write.wgsl"))
        }
        Format::Packed(_) => include_str!("packed-write.wgsl"),
    };
    let kernel = gpu.kernel("write", code, &constants);
    let group = gpu.bind(&kernel, &[&image.buffer, samples]);
    let words = (samples.size() / 4) as u32;
    let workgroups = [words.min(ROW).div_ceil(WORKGROUP), words.div_ceil(ROW), 1];
    pipeline.add(Step {
        kernel,
        group,
        workgroups,
    });
}
