//! Buffers: making them, mapping them, and what they tell.

use crate::numbers::Numbers;
use crate::radicchio::steps::stepping::{Call, Ending};
use crate::slots::{Answer, Slots};
use crate::wasi::webgpu::webgpu::*;

pub async fn call(slots: &mut Slots, call: Call, mut n: Numbers<'_>) -> Option<Answer> {
    if let Call::GpuDeviceCreateBuffer = call {
        let device = slots.devices.get(&mut n);
        let out = n.slot();
        let made = device.create_buffer(&GpuBufferDescriptor {
            size: n.u64(),
            usage: GpuBufferUsage::from_bits_retain(n.u64() as _),
            mapped_at_creation: n.option_bool(),
            label: None,
        });
        return Some(slots.buffers.keep(out, made));
    }
    Some(match call {
        Call::GpuBufferSize => Ok(vec![slots.buffers.get(&mut n).size()]),
        Call::GpuBufferUsage => Ok(vec![u64::from(slots.buffers.get(&mut n).usage().bits())]),
        Call::GpuBufferMapState => Ok(vec![slots.buffers.get(&mut n).map_state() as u64]),
        Call::GpuBufferDestroy => {
            slots.buffers.get(&mut n).destroy();
            Ok(Vec::new())
        }
        Call::GpuBufferMapAsync => map(slots, n).await,
        Call::GpuBufferGetMappedRangeGetWithCopy => slots
            .buffers
            .get(&mut n)
            .get_mapped_range_get_with_copy(n.option_u64(), n.option_u64())
            .map(|bytes| vec![bytes.len() as u64])
            .map_err(range_error),
        Call::GpuBufferGetMappedRangeSetWithCopy => {
            let buffer = slots.buffers.get(&mut n);
            let data = vec![7; n.slot()];
            buffer
                .get_mapped_range_set_with_copy(&data, n.option_u64(), n.option_u64())
                .map(|()| Vec::new())
                .map_err(range_error)
        }
        Call::GpuBufferUnmap => slots
            .buffers
            .get(&mut n)
            .unmap()
            .map(|()| Vec::new())
            .map_err(|error| match error.kind {
                UnmapErrorKind::AbortError => (Ending::AbortError, error.message),
            }),
        _ => return None,
    })
}

async fn map(slots: &mut Slots, mut n: Numbers<'_>) -> Answer {
    let buffer = slots.buffers.get(&mut n);
    let pending = n.option_slot();
    let mode = GpuMapMode::from_bits_retain(n.u64() as _);
    let (offset, size) = (n.option_u64(), n.option_u64());
    let call = async move {
        let answer = buffer.map_async(mode, offset, size).await;
        (
            answer.map(|()| Vec::new()).map_err(|error| {
                let ending = match error.kind {
                    MapAsyncErrorKind::OperationError => Ending::OperationError,
                    MapAsyncErrorKind::RangeError => Ending::RangeError,
                    MapAsyncErrorKind::AbortError => Ending::AbortError,
                };
                (ending, error.message)
            }),
            None,
        )
    };
    slots.settle(pending, Box::pin(call)).await
}

fn range_error(error: GetMappedRangeError) -> (Ending, String) {
    let ending = match error.kind {
        GetMappedRangeErrorKind::OperationError => Ending::OperationError,
        GetMappedRangeErrorKind::RangeError => Ending::RangeError,
        GetMappedRangeErrorKind::TypeError => Ending::TypeError,
    };
    (ending, error.message)
}
