//! Filters of image files on the GPU.

mod file;

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::Parser;
use filters::{GRAPH_HELP, Graph, Image, Pipeline, Space, Step, workgroups};
use program::webgpu::GpuBuffer;
use program::{Gpu, Timing};

use crate::file::{Depth, Picture};

/// How often the GPU does its work again, to say how long it takes.
const TIMED: u32 = 10;

/// Filters an image on the GPU: resizes, blurs, finds edges, maps tones, converts colours.
///
/// Reads PNG, JPEG (turned as its camera says), Radiance HDR, PNM and BMP.
#[derive(Parser)]
#[command(name = "image-filter", version, after_help = GRAPH_HELP)]
struct Options {
    /// The image to filter
    input: PathBuf,
    /// Where the result goes; the name's end says as what: .png, .jpg, .hdr, .ppm or .bmp
    output: PathBuf,
    /// What is done; given several times, one after the other
    #[arg(long, short, value_name = "GRAPH")]
    filter: Vec<String>,
    /// What the numbers in the input are: srgb if not told otherwise, and linear in .hdr files
    #[arg(long, value_name = "SPACE", value_parser = Space::parse)]
    from: Option<Space>,
    /// What the numbers in the output are; likewise
    #[arg(long, value_name = "SPACE", value_parser = Space::parse)]
    to: Option<Space>,
    /// Bits of a sample in PNG and PNM: 8 or 16, as many as the input has if not told otherwise
    #[arg(long, value_name = "BITS", value_parser = clap::value_parser!(u8))]
    depth: Option<u8>,
    /// How much is kept in JPEG, of 100
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u8).range(1..=100))]
    quality: u8,
    #[command(flatten)]
    timing: Timing,
}

program::command!(run);

async fn run(options: Options) -> Result<()> {
    let graph = match options.filter.join(",") {
        none if none.is_empty() => None,
        text => Some(Graph::parse(&text)?),
    };
    let input = Picture::read(&options.input)?;
    let (format, depth) = file::format(&options.output, input.depth)?;
    let depth = match (options.depth, depth) {
        (None, depth) => depth,
        (Some(8), Depth::Eight | Depth::Sixteen) => Depth::Eight,
        (Some(16), _) if format == image::ImageFormat::Png || format == image::ImageFormat::Pnm => {
            Depth::Sixteen
        }
        (Some(bits), _) => return Err(anyhow!("such a file has no samples of {bits} bits")),
    };
    let opaque = !(input.has_opacity && file::has_opacity(format));
    let sizes = graph
        .as_ref()
        .map_or(Ok(vec![input.size]), |graph| graph.sizes(input.size))?;
    let gpu = filters::open(&sizes).await?;
    let job = Job {
        gpu: &gpu,
        graph: graph.as_ref(),
        options: &options,
        depth,
        opaque,
    };
    let output = gpu.checked(async || job.filter(&input).await).await?;
    output.write(&options.output, format, options.quality)
}

/// What is to be done with an image.
struct Job<'a> {
    gpu: &'a Gpu,
    graph: Option<&'a Graph>,
    options: &'a Options,
    depth: Depth,
    opaque: bool,
}

impl Job<'_> {
    async fn filter(&self, input: &Picture) -> Result<Picture> {
        let mut pipeline = Pipeline::new(self.gpu);
        let mut image = self.read(&mut pipeline, input)?;
        if let Some(graph) = self.graph {
            image = pipeline.filtered(graph, image)?;
        }
        let to = self.options.to.unwrap_or(usual_space(self.depth));
        let image = pipeline.converted(image, to)?;
        let samples = self.write(&mut pipeline, &image)?;
        self.run(&pipeline)?;
        self.time(&pipeline).await?;
        Ok(Picture {
            size: image.size,
            depth: self.depth,
            has_opacity: !self.opaque,
            samples: self.gpu.read(&samples).await?,
        })
    }

    fn read(&self, pipeline: &mut Pipeline, input: &Picture) -> Result<Image> {
        let space = self.options.from.unwrap_or(usual_space(input.depth));
        let image = pipeline.image(input.size, space);
        let samples = self.gpu.storage_of("samples", &input.samples)?;
        let [width, height] = input.size.map(f64::from);
        let constants = [
            ("width", width),
            ("height", height),
            ("bits", input.depth.bits().into()),
        ];
        let kernel = self
            .gpu
            .kernel("read", include_str!("read.wgsl"), &constants);
        let group = self.gpu.bind(&kernel, &[&samples, &image.buffer]);
        pipeline.add(Step {
            kernel,
            group,
            workgroups: workgroups(input.size),
        });
        Ok(image)
    }

    fn write(&self, pipeline: &mut Pipeline, image: &Image) -> Result<GpuBuffer> {
        let [width, height] = image.size;
        let samples = self.gpu.storage(
            "samples",
            u64::from(width) * u64::from(height) * self.depth.bytes(),
        );
        let constants = [
            ("width", width.into()),
            ("height", height.into()),
            ("bits", self.depth.bits().into()),
            ("opaque", f64::from(u8::from(self.opaque))),
        ];
        let kernel = self
            .gpu
            .kernel("write", include_str!("write.wgsl"), &constants);
        let group = self.gpu.bind(&kernel, &[&image.buffer, &samples]);
        pipeline.add(Step {
            kernel,
            group,
            workgroups: workgroups(image.size),
        });
        Ok(samples)
    }

    fn run(&self, pipeline: &Pipeline) -> Result<()> {
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        pipeline.record(&pass)?;
        pass.end();
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        Ok(())
    }

    /// Does it some times more, if how long it takes is to be said.
    async fn time(&self, pipeline: &Pipeline<'_>) -> Result<()> {
        let mut stopwatch = self.options.timing.stopwatch();
        if stopwatch.is_heard() {
            stopwatch
                .measure(self.gpu, async || {
                    (0..TIMED).try_for_each(|_| self.run(pipeline))
                })
                .await?;
            stopwatch.tell(format_args!("filtered {TIMED} times"));
        }
        Ok(())
    }
}

/// What is in files of such samples, where nobody says something else.
fn usual_space(depth: Depth) -> Space {
    match depth {
        Depth::Float => Space::Linear,
        Depth::Eight | Depth::Sixteen => Space::Srgb,
    }
}
