//! `on-uncaptured-error` (specification, "Telemetry"). The harness's own scopes would catch all
//! errors of its device, so each case has another.

use super::{make_error, make_error_of};
use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.on-uncaptured-error: gives an error that no scope caught",
            async |_| {
                let device = new_device(&[]).await?;
                let mut errors = device.on_uncaptured_error();
                make_error(&device);
                let error = some(errors.next().await, "an error")?;
                holds(
                    matches!(error.kind(), GpuErrorKind::ValidationError),
                    "a validation error",
                )?;
                holds(!error.message().is_empty(), "a message")
            },
        )
        .await;
    suite
        .right(
            "gpu-device.on-uncaptured-error: gives errors in their order",
            async |_| {
                let device = new_device(&[]).await?;
                let mut errors = device.on_uncaptured_error();
                let labels = ["first", "second", "third"];
                for label in labels {
                    make_error_of(&device, label);
                }
                for label in labels {
                    let message = some(errors.next().await, "an error")?.message();
                    holds(
                        // A host may keep labels out of messages.
                        message.contains(label)
                            || !labels.iter().any(|other| message.contains(other)),
                        &format!("the error of {label}, got: {message}"),
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.on-uncaptured-error: gives no error that a scope caught",
            async |_| {
                let device = new_device(&[]).await?;
                let mut errors = device.on_uncaptured_error();
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(&device);
                holds(
                    ok(device.pop_error_scope().await)?.is_some(),
                    "an error in the scope",
                )?;
                device.create_shader_module(&shader("this is not WGSL"));
                let first = some(errors.next().await, "an error")?;
                holds(at_once(errors.next()).await.is_none(), "one error")?;
                holds(!first.message().is_empty(), "a message")
            },
        )
        .await;
    suite
        .right(
            "gpu-device.on-uncaptured-error: gives an error past a scope of another filter",
            async |_| {
                let device = new_device(&[]).await?;
                let mut errors = device.on_uncaptured_error();
                device.push_error_scope(GpuErrorFilter::OutOfMemory);
                make_error(&device);
                holds(
                    ok(device.pop_error_scope().await)?.is_none(),
                    "no error in the scope",
                )?;
                some(errors.next().await, "an error")?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.on-uncaptured-error: gives every reader every error",
            async |_| {
                let device = new_device(&[]).await?;
                let mut readers = [device.on_uncaptured_error(), device.on_uncaptured_error()];
                make_error(&device);
                for reader in &mut readers {
                    some(reader.next().await, "an error")?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.on-uncaptured-error: gives errors of its device only",
            async |device| {
                let other = new_device(&[]).await?;
                let mut errors = device.on_uncaptured_error();
                let mut others = other.on_uncaptured_error();
                make_error(&other);
                some(others.next().await, "an error")?;
                holds(
                    at_once(errors.next()).await.is_none(),
                    "no error of another device",
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.on-uncaptured-error: a reader that is dropped holds nothing up",
            async |_| {
                let device = new_device(&[]).await?;
                drop(device.on_uncaptured_error());
                let mut errors = device.on_uncaptured_error();
                make_error(&device);
                some(errors.next().await, "an error")?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.on-uncaptured-error: of a destroyed device gives no error",
            async |_| {
                let device = new_device(&[]).await?;
                device.destroy();
                let mut errors = device.on_uncaptured_error();
                make_error(&device);
                match at_once(errors.next()).await {
                    Some(Some(error)) => {
                        failed(format!("expected no error, got {}", error.message()))
                    }
                    Some(None) | None => Ok(()),
                }
            },
        )
        .await;
}
