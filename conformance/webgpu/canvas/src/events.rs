//! Events of errors that no scope caught (specification, "Telemetry"). The harness's own scopes would
//! catch all errors of its device, so each case has another.

use crate::radicchio::canvas::embedder::next_uncaptured_error;
use crate::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-uncaptured-error-event.error: is the error that no scope caught",
            async |_| {
                let device = new_device(&[]).await?;
                let event = event_of(&device).await?;
                is_validation_error(&event.error())
            },
        )
        .await;
    suite
        .right(
            "gpu-uncaptured-error-event.error: is the same each time",
            async |_| {
                let device = new_device(&[]).await?;
                let event = event_of(&device).await?;
                let first = event.error();
                equal(event.error().message(), first.message())?;
                drop(first);
                is_validation_error(&event.error())
            },
        )
        .await;
    suite
        .right(
            "gpu-uncaptured-error-event.error: is one that a scope for another kind let pass",
            async |_| {
                let device = new_device(&[]).await?;
                let next = begin(next_uncaptured_error(&device)).await?;
                device.push_error_scope(GpuErrorFilter::OutOfMemory);
                make_error(&device);
                equal(ok(device.pop_error_scope().await)?.is_none(), true)?;
                is_validation_error(&next.await.error())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-uncaptured-error-event.error: is there when its device is lost",
            async |_| {
                let device = new_device(&[]).await?;
                let event = event_of(&device).await?;
                device.destroy();
                drop(device);
                is_validation_error(&event.error())
            },
        )
        .await;
}

async fn event_of(device: &GpuDevice) -> Outcome<GpuUncapturedErrorEvent> {
    let next = begin(next_uncaptured_error(device)).await?;
    make_error(device);
    Ok(next.await)
}

fn make_error(device: &GpuDevice) {
    device.create_buffer(&buffer(16, GpuBufferUsage::empty()));
}

fn is_validation_error(error: &GpuError) -> Outcome {
    holds(
        matches!(error.kind(), GpuErrorKind::ValidationError),
        "a validation error",
    )?;
    holds(!error.message().is_empty(), "a message")
}
