//! Descriptors with what most cases give, the rest left out; a case changes one by
//! `GpuBufferDescriptor { label: ..., ..buffer(16, usage) }`.

use crate::{GpuBufferDescriptor, GpuBufferUsage};

/// A buffer of a size in bytes.
pub fn buffer(size: u64, usage: GpuBufferUsage) -> GpuBufferDescriptor {
    GpuBufferDescriptor {
        size,
        usage,
        mapped_at_creation: None,
        label: None,
    }
}
