//! Commands that are encoded and submitted at once.

use crate::*;

/// Encodes commands, and submits them.
pub fn submit(device: &GpuDevice, commands: impl FnOnce(&GpuCommandEncoder)) {
    let encoder = device.create_command_encoder(None);
    commands(&encoder);
    device.queue().submit(&[&encoder.finish(None)]);
}

/// Expects that commands make their encoder invalid, of which `finish`, and no call before it, gives
/// a validation error.
pub async fn invalidates(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuCommandEncoder),
) -> Outcome<GpuCommandBuffer> {
    let encoder = device.create_command_encoder(None);
    let (_, early) = caught(device, GpuErrorFilter::Validation, async || {
        commands(&encoder);
    })
    .await?;
    match early {
        None => refused(device, || encoder.finish(None)).await,
        Some(error) => failed(format!(
            "expected no error before finish, got: {}",
            error.message()
        )),
    }
}

/// Expects that what is encoded is valid, but not to be submitted.
pub async fn refused_by_queue(
    device: &GpuDevice,
    commands: impl FnOnce(&GpuCommandEncoder),
) -> Outcome {
    let encoder = device.create_command_encoder(None);
    commands(&encoder);
    let buffer = encoder.finish(None);
    refused(device, || device.queue().submit(&[&buffer])).await
}
