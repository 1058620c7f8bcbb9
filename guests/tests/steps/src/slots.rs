//! Where handles are kept. Calls that are under way keep what they use, too.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use wit_bindgen::{FutureReader, StreamReader};

use crate::numbers::Numbers;
use crate::radicchio::steps::stepping::Ending;
use crate::wasi::webgpu::webgpu::*;

/// What a call returned, or how it failed and what was said.
pub type Answer = Result<Vec<u64>, (Ending, String)>;

/// What a call that was under way came to: the answer, and a handle to keep.
pub type Settled = (Answer, Option<Kept>);

pub type Pending = Pin<Box<dyn Future<Output = Settled>>>;

/// A handle that is there when its call has ended, for a slot.
pub enum Kept {
    Adapter(usize, GpuAdapter),
    Device(usize, GpuDevice),
    ComputePipeline(usize, GpuComputePipeline),
    RenderPipeline(usize, GpuRenderPipeline),
    CompilationInfo(usize, GpuCompilationInfo),
    Error(usize, GpuError),
}

pub struct Table<T>(Vec<Option<Rc<T>>>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table(Vec::new())
    }
}

impl<T> Table<T> {
    /// The handle in a slot that the numbers name.
    pub fn get(&self, numbers: &mut Numbers) -> Rc<T> {
        self.at(numbers.slot())
    }

    pub fn get_option(&self, numbers: &mut Numbers) -> Option<Rc<T>> {
        numbers.option_slot().map(|slot| self.at(slot))
    }

    pub fn at(&self, slot: usize) -> Rc<T> {
        self.0
            .get(slot)
            .and_then(Option::as_ref)
            .expect("the host names slots that it had filled")
            .clone()
    }

    /// Keeps a handle, and drops the one that was there.
    pub fn put(&mut self, slot: usize, handle: Rc<T>) {
        if self.0.len() <= slot {
            self.0.resize_with(slot + 1, || None);
        }
        self.0[slot] = Some(handle);
    }

    pub fn keep(&mut self, slot: usize, handle: T) -> Answer {
        self.put(slot, Rc::new(handle));
        Ok(Vec::new())
    }

    pub fn drop(&mut self, numbers: &mut Numbers) -> Answer {
        self.0[numbers.slot()] = None;
        Ok(Vec::new())
    }
}

/// Handles of every kind. Fields are dropped in the order in which they stand here: parents before
/// their children, mostly.
#[derive(Default)]
pub struct Slots {
    pub gpus: Table<Gpu>,
    pub adapters: Table<GpuAdapter>,
    pub devices: Table<GpuDevice>,
    pub queues: Table<GpuQueue>,
    pub buffers: Table<GpuBuffer>,
    pub textures: Table<GpuTexture>,
    pub views: Table<GpuTextureView>,
    pub samplers: Table<GpuSampler>,
    pub bind_group_layouts: Table<GpuBindGroupLayout>,
    pub pipeline_layouts: Table<GpuPipelineLayout>,
    pub bind_groups: Table<GpuBindGroup>,
    pub shader_modules: Table<GpuShaderModule>,
    pub compute_pipelines: Table<GpuComputePipeline>,
    pub render_pipelines: Table<GpuRenderPipeline>,
    pub query_sets: Table<GpuQuerySet>,
    pub command_encoders: Table<GpuCommandEncoder>,
    pub compute_passes: Table<GpuComputePassEncoder>,
    pub render_passes: Table<GpuRenderPassEncoder>,
    pub bundle_encoders: Table<GpuRenderBundleEncoder>,
    pub bundles: Table<GpuRenderBundle>,
    pub command_buffers: Table<GpuCommandBuffer>,
    pub features: Table<GpuSupportedFeatures>,
    pub limits: Table<GpuSupportedLimits>,
    pub infos: Table<GpuAdapterInfo>,
    pub language_features: Table<WgslLanguageFeatures>,
    pub compilation_infos: Table<GpuCompilationInfo>,
    pub compilation_messages: Table<GpuCompilationMessage>,
    pub errors: Table<GpuError>,
    pub lost_infos: Table<GpuDeviceLostInfo>,
    pub constants: Table<RecordGpuPipelineConstantValue>,
    pub sizes: Table<RecordOptionGpuSize64>,
    pub lost: Vec<Option<FutureReader<GpuDeviceLostInfo>>>,
    pub uncaptured: Vec<Option<StreamReader<GpuError>>>,
    pub pending: Vec<Option<Pending>>,
}

impl Slots {
    /// Begins a call and waits for it, or leaves it under way in a slot where one is given.
    pub async fn settle(&mut self, slot: Option<usize>, mut call: Pending) -> Answer {
        let Some(slot) = slot else {
            let (answer, kept) = call.await;
            self.keep(kept);
            return answer;
        };
        match at_once(&mut call).await {
            Some((answer, kept)) => {
                self.keep(kept);
                answer
            }
            None => {
                put(&mut self.pending, slot, call);
                Err((Ending::Pending, String::new()))
            }
        }
    }

    fn keep(&mut self, kept: Option<Kept>) {
        match kept {
            None => {}
            Some(Kept::Adapter(slot, handle)) => self.adapters.put(slot, Rc::new(handle)),
            Some(Kept::Device(slot, handle)) => self.devices.put(slot, Rc::new(handle)),
            Some(Kept::ComputePipeline(slot, handle)) => {
                self.compute_pipelines.put(slot, Rc::new(handle));
            }
            Some(Kept::RenderPipeline(slot, handle)) => {
                self.render_pipelines.put(slot, Rc::new(handle));
            }
            Some(Kept::CompilationInfo(slot, handle)) => {
                self.compilation_infos.put(slot, Rc::new(handle));
            }
            Some(Kept::Error(slot, handle)) => self.errors.put(slot, Rc::new(handle)),
        }
    }

    /// Waits for a call that is under way.
    pub async fn wait(&mut self, slot: usize) -> Answer {
        let call = take(&mut self.pending, slot);
        self.settle(None, call).await
    }
}

/// What a call gives at once.
pub async fn at_once<F: Future + Unpin>(call: &mut F) -> Option<F::Output> {
    poll_fn(|context| match Pin::new(&mut *call).poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

pub fn put<T>(slots: &mut Vec<Option<T>>, slot: usize, value: T) {
    if slots.len() <= slot {
        slots.resize_with(slot + 1, || None);
    }
    slots[slot] = Some(value);
}

pub fn take<T>(slots: &mut [Option<T>], slot: usize) -> T {
    slots[slot]
        .take()
        .expect("the host names slots that it had filled")
}
