//! Queues, and query sets.

use crate::encoders::{layout, texture_info};
use crate::numbers::Numbers;
use crate::radicchio::steps::stepping::{Call, Ending};
use crate::slots::{Answer, Slots};
use crate::textures::extent;
use crate::wasi::webgpu::webgpu::*;

pub async fn call(slots: &mut Slots, call: Call, mut n: Numbers<'_>) -> Option<Answer> {
    Some(match call {
        Call::GpuQueueSubmit => {
            let queue = slots.queues.get(&mut n);
            let buffers = n.list(|n| slots.command_buffers.get(n));
            let borrowed: Vec<_> = buffers.iter().map(|buffer| &**buffer).collect();
            queue.submit(&borrowed);
            Ok(Vec::new())
        }
        Call::GpuQueueOnSubmittedWorkDone => {
            let queue = slots.queues.get(&mut n);
            let pending = n.option_slot();
            let call = async move {
                queue.on_submitted_work_done().await;
                (Ok(Vec::new()), None)
            };
            slots.settle(pending, Box::pin(call)).await
        }
        Call::GpuQueueWriteBufferWithCopy => {
            let queue = slots.queues.get(&mut n);
            let buffer = slots.buffers.get(&mut n);
            let offset = n.u64();
            let data = vec![3; n.slot()];
            queue
                .write_buffer_with_copy(&buffer, offset, &data, n.option_u64(), n.option_u64())
                .map(|()| Vec::new())
                .map_err(|error| match error.kind {
                    WriteBufferErrorKind::OperationError => (Ending::OperationError, error.message),
                })
        }
        Call::GpuQueueWriteTextureWithCopy => {
            let queue = slots.queues.get(&mut n);
            let texture = slots.textures.get(&mut n);
            let info = texture_info(&texture, &mut n);
            let data = vec![3; n.slot()];
            let layout = layout(&mut n);
            queue.write_texture_with_copy(&info, &data, layout, extent(&mut n));
            Ok(Vec::new())
        }
        Call::GpuDeviceCreateQuerySet => {
            let device = slots.devices.get(&mut n);
            let out = n.slot();
            let type_ = crate::numbers::case!(GpuQueryType, n.u64());
            let made = device.create_query_set(&GpuQuerySetDescriptor {
                type_,
                count: n.u32(),
                label: None,
            });
            match made {
                Ok(made) => slots.query_sets.keep(out, made),
                Err(error) => match error.kind {
                    CreateQuerySetErrorKind::TypeError => Err((Ending::TypeError, error.message)),
                },
            }
        }
        Call::GpuQuerySetDestroy => {
            slots.query_sets.get(&mut n).destroy();
            Ok(Vec::new())
        }
        Call::GpuQuerySetType => Ok(vec![slots.query_sets.get(&mut n).type_() as u64]),
        Call::GpuQuerySetCount => Ok(vec![slots.query_sets.get(&mut n).count().into()]),
        _ => return None,
    })
}
