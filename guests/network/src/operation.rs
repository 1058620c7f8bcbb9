//! What the GPU is told to do.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use anyhow::Result;
use program::webgpu::{GpuBindGroup, GpuBuffer};
use program::{Gpu, Kernel};

/// WebGPU dispatches no more workgroups along an axis.
const MOST_GROUPS: u64 = 65535;

/// A kernel, and what it works on.
pub struct Operation {
    kernel: Rc<Kernel>,
    group: GpuBindGroup,
    workgroups: [u32; 3],
}

/// Kernels, each of which is made once.
pub struct Kernels<'a> {
    pub gpu: &'a Gpu,
    made: RefCell<HashMap<String, Rc<Kernel>>>,
}

/// How many workgroups there are of so many invocations, so that each of `count` things has one.
/// Where that would be too many, a kernel's invocations go on with others.
pub fn groups(count: u64, size: u32) -> u32 {
    count.div_ceil(size.into()).min(MOST_GROUPS) as u32
}

impl<'a> Kernels<'a> {
    pub fn new(gpu: &'a Gpu) -> Self {
        Self {
            gpu,
            made: RefCell::default(),
        }
    }

    /// A kernel on the buffers of its bindings. Kernels of one name have one code.
    pub fn operation(
        &self,
        name: &str,
        code: &str,
        constants: &[(&str, f64)],
        buffers: &[&GpuBuffer],
        workgroups: [u32; 3],
    ) -> Operation {
        let label = format!("{name} {constants:?}");
        let mut made = self.made.borrow_mut();
        let kernel = made
            .entry(label)
            .or_insert_with_key(|label| Rc::new(self.gpu.kernel(label, code, constants)))
            .clone();
        let group = self.gpu.bind(&kernel, buffers);
        Operation {
            kernel,
            group,
            workgroups,
        }
    }

    /// Has the GPU do one operation after another.
    pub fn run<'b>(&self, operations: impl IntoIterator<Item = &'b Operation>) -> Result<()> {
        let encoder = self.gpu.device.create_command_encoder(None);
        let pass = encoder.begin_compute_pass(None);
        for Operation {
            kernel,
            group,
            workgroups,
        } in operations
        {
            kernel.dispatch(&pass, group, *workgroups)?;
        }
        pass.end();
        self.gpu.queue.submit(&[&encoder.finish(None)]);
        Ok(())
    }
}
