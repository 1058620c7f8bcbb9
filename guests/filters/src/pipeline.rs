//! What the GPU does for a graph.

use std::rc::Rc;

use anyhow::Result;
use program::webgpu::{GpuBindGroup, GpuBuffer, GpuComputePassEncoder};
use program::{Gpu, Kernel, Limit};

use crate::colour::{Conversion, Matrix, Space};
use crate::filter::Filter;
use crate::graph::Graph;
use crate::weights::{self, Weights};

/// Invocations along each side of a workgroup.
pub const WORKGROUP: u32 = 16;

const BYTES_PER_PIXEL: u64 = size_of::<[f32; 4]>() as u64;

/// An image on the GPU.
#[derive(Clone)]
pub struct Image {
    pub size: [u32; 2],
    pub space: Space,
    pub buffer: Rc<GpuBuffer>,
}

/// Kernels one after the other, each with what it works on.
pub struct Pipeline<'a> {
    gpu: &'a Gpu,
    steps: Vec<Step>,
    free: Vec<GpuBuffer>,
}

/// A kernel, and what it works on.
pub struct Step {
    pub kernel: Kernel,
    pub group: GpuBindGroup,
    pub workgroups: [u32; 3],
}

/// Workgroups that cover so many pixels.
pub fn workgroups(size: [u32; 2]) -> [u32; 3] {
    let [x, y] = size.map(|side| side.div_ceil(WORKGROUP));
    [x, y, 1]
}

impl Image {
    /// How many bytes one of such a size takes on the GPU.
    fn bytes([width, height]: [u32; 2]) -> u64 {
        BYTES_PER_PIXEL.saturating_mul(u64::from(width) * u64::from(height))
    }
}

/// A device that allows images of some sizes.
pub async fn open(sizes: &[[u32; 2]]) -> Result<Gpu> {
    let largest = sizes.iter().map(|size| Image::bytes(*size)).max();
    let largest = largest.unwrap_or(0);
    Gpu::open(&[
        (Limit::BufferSize, largest),
        (Limit::StorageBufferBindingSize, largest),
    ])
    .await
}

impl<'a> Pipeline<'a> {
    pub fn new(gpu: &'a Gpu) -> Self {
        Self {
            gpu,
            steps: Vec::new(),
            free: Vec::new(),
        }
    }

    pub fn add(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// Does all steps in a pass.
    pub fn record(&self, pass: &GpuComputePassEncoder) -> Result<()> {
        self.steps
            .iter()
            .try_for_each(|step| step.kernel.dispatch(pass, &step.group, step.workgroups))
    }

    /// An image that later steps will make.
    pub fn image(&mut self, size: [u32; 2], space: Space) -> Image {
        let bytes = Image::bytes(size);
        let buffer = match self.free.iter().position(|buffer| buffer.size() == bytes) {
            Some(place) => self.free.swap_remove(place),
            None => self.gpu.storage("image", bytes),
        };
        Image {
            size,
            space,
            buffer: Rc::new(buffer),
        }
    }

    /// No later step reads the image but by other clones of it.
    fn release(&mut self, image: Image) {
        self.free.extend(Rc::into_inner(image.buffer));
    }

    /// What a graph makes of an image.
    pub fn filtered(&mut self, graph: &Graph, input: Image) -> Result<Image> {
        let input = self.converted(input, Space::Linear)?;
        let mut images = vec![Some(input)];
        for (number, node) in graph.nodes.iter().enumerate() {
            let mut inputs = Vec::new();
            for (i, source) in node.inputs.iter().enumerate() {
                let needed = node.inputs[i + 1..].contains(source)
                    || graph.nodes[number + 1..]
                        .iter()
                        .any(|later| later.inputs.contains(source));
                let image = &mut images[source.place()];
                inputs.extend(if needed { image.clone() } else { image.take() });
            }
            let image = self.apply(&node.filter, inputs)?;
            images.push(Some(image));
        }
        Ok(images.pop().flatten().expect("the last is used by none"))
    }

    fn apply(&mut self, filter: &Filter, mut inputs: Vec<Image>) -> Result<Image> {
        if let Filter::Blend(mode, part) = filter {
            let second = inputs.pop().expect("it has two");
            let first = inputs.pop().expect("it has two");
            let second = self.converted(second, first.space)?;
            let constants = [("mode", *mode as u32 as f64), ("part", *part)];
            return self.each(
                "blend",
                include_str!("blend.wgsl"),
                &constants,
                None,
                vec![first, second],
            );
        }
        let image = inputs.pop().expect("it has one");
        match filter {
            Filter::Resize(target, kernel) => {
                let size = target.of(image.size);
                self.resized(image, size, *kernel)
            }
            Filter::Blur(sigma) => {
                let size = image.size;
                let weights = size.map(|side| Weights::blurring(*sigma, side));
                let across = self.weighed(image, true, size[0], &weights[0])?;
                self.weighed(across, false, size[1], &weights[1])
            }
            Filter::Edges(factor) => {
                let [[a, b, c], [d, e, f]] = [image.space.luminance(), image.space.white()]
                    .map(|of| of.map(|part| part as f32));
                let table = self
                    .gpu
                    .storage_of("luminance", &[a, b, c, 0.0, d, e, f, 0.0])?;
                let constants = [("factor", *factor)];
                self.each(
                    "edges",
                    include_str!("edges.wgsl"),
                    &constants,
                    Some(&table),
                    vec![image],
                )
            }
            Filter::Tone(curve, stops) => {
                let light = self.converted(image, Space::Linear)?;
                let constants = [("curve", *curve as u32 as f64), ("exposure", stops.exp2())];
                self.each(
                    "tone",
                    include_str!("tone.wgsl"),
                    &constants,
                    None,
                    vec![light],
                )
            }
            Filter::Grey => {
                let conversion = Conversion::to_grey(image.space);
                self.convert(image, &conversion, Space::Linear)
            }
            Filter::Space(space) => self.converted(image, *space),
            Filter::Blend(..) => unreachable!("it has two inputs"),
        }
    }

    /// The same in another space.
    pub fn converted(&mut self, image: Image, to: Space) -> Result<Image> {
        if image.space == to {
            return Ok(image);
        }
        let conversion = Conversion::new(image.space, to);
        self.convert(image, &conversion, to)
    }

    fn convert(&mut self, image: Image, conversion: &Conversion, to: Space) -> Result<Image> {
        let matrices = conversion.matrices.map(columns);
        let table = self
            .gpu
            .storage_of("matrices", matrices.as_flattened().as_flattened())?;
        let constants = [
            ("decoding", conversion.decoding as u32 as f64),
            ("encoding", conversion.encoding as u32 as f64),
        ];
        let code = include_str!("convert.wgsl");
        let converted = self.each("convert", code, &constants, Some(&table), vec![image])?;
        Ok(Image {
            space: to,
            ..converted
        })
    }

    fn resized(&mut self, image: Image, to: [u32; 2], kernel: weights::Kernel) -> Result<Image> {
        let from = image.size;
        let weights: [Weights; 2] =
            std::array::from_fn(|axis| Weights::resizing(kernel, from[axis], to[axis]));
        // What is between the two is as small as it can be.
        let across_first =
            u64::from(to[0]) * u64::from(from[1]) <= u64::from(from[0]) * u64::from(to[1]);
        let mut image = image;
        for across in [across_first, !across_first] {
            let axis = usize::from(!across);
            image = self.weighed(image, across, to[axis], &weights[axis])?;
        }
        Ok(image)
    }

    /// Makes it so many pixels long along an axis, each a sum of some.
    fn weighed(
        &mut self,
        image: Image,
        across: bool,
        length: u32,
        weights: &Weights,
    ) -> Result<Image> {
        let [width, height] = image.size;
        let size = if across {
            [length, height]
        } else {
            [width, length]
        };
        let output = self.image(size, image.space);
        let kernel = self.gpu.kernel(
            "weigh",
            include_str!("weigh.wgsl"),
            &[
                ("width", size[0].into()),
                ("height", size[1].into()),
                ("pitch", width.into()),
                ("across", f64::from(u8::from(across))),
            ],
        );
        let spans = self.gpu.storage_of("spans", weights.spans.as_flattened())?;
        let table = self.gpu.storage_of("weights", &weights.weights)?;
        let group = self
            .gpu
            .bind(&kernel, &[&spans, &table, &image.buffer, &output.buffer]);
        self.add(Step {
            kernel,
            group,
            workgroups: workgroups(size),
        });
        self.release(image);
        Ok(output)
    }

    /// Makes an image of some of the same size, pixel by pixel.
    fn each(
        &mut self,
        label: &str,
        code: &str,
        constants: &[(&str, f64)],
        table: Option<&GpuBuffer>,
        inputs: Vec<Image>,
    ) -> Result<Image> {
        let size = inputs[0].size;
        let output = self.image(size, inputs[0].space);
        let [width, height] = size.map(f64::from);
        let constants = [&[("width", width), ("height", height)], constants].concat();
        let kernel = self.gpu.kernel(label, code, &constants);
        let images = inputs.iter().chain([&output]).map(|image| &*image.buffer);
        let group = self.gpu.bind(
            &kernel,
            &table.into_iter().chain(images).collect::<Vec<_>>(),
        );
        self.add(Step {
            kernel,
            group,
            workgroups: workgroups(size),
        });
        for image in inputs {
            self.release(image);
        }
        Ok(output)
    }
}

/// As WGSL has matrices: columns, each as long as four numbers.
fn columns(matrix: Matrix) -> [[f32; 4]; 3] {
    std::array::from_fn(|column| {
        std::array::from_fn(|row| {
            if row < 3 {
                matrix[row][column] as f32
            } else {
                0.0
            }
        })
    })
}
