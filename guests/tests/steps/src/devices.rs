//! From `get-gpu` to a device, and a device's errors and end.

use crate::numbers::{Numbers, case};
use crate::radicchio::steps::stepping::{Call, Ending};
use crate::slots::{Answer, Kept, Slots, at_once, put, take};
use crate::wasi::webgpu::webgpu::*;

const FEATURE_LEVELS: [&str; 3] = ["core", "compatibility", "no-such-level"];

const LIMITS: [&str; 3] = ["maxBindGroups", "maxBufferSize", "no-such-limit"];

pub async fn call(slots: &mut Slots, call: Call, mut n: Numbers<'_>) -> Option<Answer> {
    Some(match call {
        Call::GetGpu => slots.gpus.keep(n.slot(), get_gpu()),
        Call::GpuRequestAdapter => request_adapter(slots, n).await,
        Call::GpuGetPreferredCanvasFormat => Ok(vec![
            slots.gpus.get(&mut n).get_preferred_canvas_format() as u64,
        ]),
        Call::GpuWgslLanguageFeatures => {
            let features = slots.gpus.get(&mut n).wgsl_language_features();
            slots.language_features.keep(n.slot(), features)
        }
        Call::GpuAdapterFeatures => {
            let features = slots.adapters.get(&mut n).features();
            slots.features.keep(n.slot(), features)
        }
        Call::GpuAdapterLimits => {
            let limits = slots.adapters.get(&mut n).limits();
            slots.limits.keep(n.slot(), limits)
        }
        Call::GpuAdapterInfo => {
            let info = slots.adapters.get(&mut n).info();
            slots.infos.keep(n.slot(), info)
        }
        Call::GpuAdapterRequestDevice => request_device(slots, n).await,
        Call::GpuDeviceFeatures => {
            let features = slots.devices.get(&mut n).features();
            slots.features.keep(n.slot(), features)
        }
        Call::GpuDeviceLimits => {
            let limits = slots.devices.get(&mut n).limits();
            slots.limits.keep(n.slot(), limits)
        }
        Call::GpuDeviceAdapterInfo => {
            let info = slots.devices.get(&mut n).adapter_info();
            slots.infos.keep(n.slot(), info)
        }
        Call::GpuDeviceQueue => {
            let queue = slots.devices.get(&mut n).queue();
            slots.queues.keep(n.slot(), queue)
        }
        Call::GpuDeviceDestroy => {
            slots.devices.get(&mut n).destroy();
            Ok(Vec::new())
        }
        _ => return events(slots, call, n).await,
    })
}

async fn request_adapter(slots: &mut Slots, mut n: Numbers<'_>) -> Answer {
    let gpu = slots.gpus.get(&mut n);
    let (out, pending) = (n.slot(), n.option_slot());
    let options = GpuRequestAdapterOptions {
        feature_level: n.option(|level| FEATURE_LEVELS[level as usize].to_string()),
        power_preference: n.option(|number| case!(GpuPowerPreference, number)),
        force_fallback_adapter: n.option_bool(),
        xr_compatible: None,
    };
    let call = async move {
        let adapter = gpu.request_adapter(Some(options)).await;
        let found = adapter.is_some() as u64;
        let kept = adapter.map(|adapter| Kept::Adapter(out, adapter));
        (Ok(vec![found]), kept)
    };
    slots.settle(pending, Box::pin(call)).await
}

async fn request_device(slots: &mut Slots, mut n: Numbers<'_>) -> Answer {
    let adapter = slots.adapters.get(&mut n);
    let (out, pending) = (n.slot(), n.option_slot());
    let feature = n.option(|number| case!(GpuFeatureName, number));
    let limit = n.option_slot();
    let value = n.option_u64();
    let call = async move {
        let limits = limit.map(|limit| {
            let limits = RecordOptionGpuSize64::new();
            limits.add(LIMITS[limit], value);
            limits
        });
        let device = adapter
            .request_device(Some(GpuDeviceDescriptor {
                required_features: feature.map(|feature| vec![feature]),
                required_limits: limits,
                default_queue: None,
                label: None,
            }))
            .await;
        match device {
            Ok(device) => (Ok(Vec::new()), Some(Kept::Device(out, device))),
            Err(error) => {
                let ending = match error.kind {
                    RequestDeviceErrorKind::TypeError => Ending::TypeError,
                    RequestDeviceErrorKind::OperationError => Ending::OperationError,
                };
                (Err((ending, error.message)), None)
            }
        }
    };
    slots.settle(pending, Box::pin(call)).await
}

async fn events(slots: &mut Slots, call: Call, mut n: Numbers<'_>) -> Option<Answer> {
    Some(match call {
        Call::GpuDevicePushErrorScope => {
            let device = slots.devices.get(&mut n);
            device.push_error_scope(case!(GpuErrorFilter, n.u64()));
            Ok(Vec::new())
        }
        Call::GpuDevicePopErrorScope => pop_error_scope(slots, n).await,
        Call::GpuDeviceLost => {
            let lost = slots.devices.get(&mut n).lost();
            put(&mut slots.lost, n.slot(), lost);
            Ok(Vec::new())
        }
        Call::LostWait => {
            let lost = take(&mut slots.lost, n.slot());
            slots.lost_infos.keep(n.slot(), lost.await)
        }
        Call::LostDrop => {
            drop(take(&mut slots.lost, n.slot()));
            Ok(Vec::new())
        }
        Call::GpuDeviceOnUncapturedError => {
            let errors = slots.devices.get(&mut n).on_uncaptured_error();
            put(&mut slots.uncaptured, n.slot(), errors);
            Ok(Vec::new())
        }
        Call::ErrorsRead => read_errors(slots, n).await,
        Call::ErrorsDrop => {
            drop(take(&mut slots.uncaptured, n.slot()));
            Ok(Vec::new())
        }
        Call::PendingWait => slots.wait(n.slot()).await,
        Call::PendingDrop => {
            drop(take(&mut slots.pending, n.slot()));
            Ok(Vec::new())
        }
        _ => return None,
    })
}

async fn pop_error_scope(slots: &mut Slots, mut n: Numbers<'_>) -> Answer {
    let device = slots.devices.get(&mut n);
    let (out, pending) = (n.slot(), n.option_slot());
    let call = async move {
        match device.pop_error_scope().await {
            Ok(None) => (Ok(vec![0]), None),
            Ok(Some(error)) => {
                let kind = crate::caught(error.kind()) as u64;
                (Ok(vec![kind]), Some(Kept::Error(out, error)))
            }
            Err(error) => {
                let ending = match error.kind {
                    PopErrorScopeErrorKind::OperationError => Ending::OperationError,
                };
                (Err((ending, error.message)), None)
            }
        }
    };
    slots.settle(pending, Box::pin(call)).await
}

/// Reads so many errors, and says of what kind they are and whether there is one more.
async fn read_errors(slots: &mut Slots, mut n: Numbers<'_>) -> Answer {
    let slot = n.slot();
    let count = n.u64();
    let errors = slots.uncaptured[slot]
        .as_mut()
        .expect("the host names slots that it had filled");
    let mut kinds = Vec::new();
    for _ in 0..count {
        match errors.next().await {
            Some(error) => kinds.push(crate::caught(error.kind()) as u64),
            None => break,
        }
    }
    let more = at_once(&mut Box::pin(errors.next())).await;
    kinds.push(u64::from(matches!(more, Some(Some(_)))));
    Ok(kinds)
}
