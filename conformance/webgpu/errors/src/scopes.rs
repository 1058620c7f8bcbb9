//! `push-error-scope` and `pop-error-scope` (specification, "Error Scopes"). The harness has scopes
//! of its own around each case, which catch what those of the case do not.

use super::make_error;
use harness::*;

const FILTERS: [GpuErrorFilter; 3] = [
    GpuErrorFilter::Validation,
    GpuErrorFilter::OutOfMemory,
    GpuErrorFilter::Internal,
];

pub async fn run(suite: &mut Suite) {
    pushing(suite).await;
    popping(suite).await;
    errors(suite).await;
}

async fn pop(device: &GpuDevice) -> Outcome<Option<GpuError>> {
    ok(device.pop_error_scope().await)
}

/// Expects that the innermost scope caught a validation error.
async fn pops_error(device: &GpuDevice) -> Outcome {
    let error = some(pop(device).await?, "an error")?;
    holds(
        matches!(error.kind(), GpuErrorKind::ValidationError),
        "a validation error",
    )
}

/// Expects that the innermost scope caught nothing.
async fn pops_nothing(device: &GpuDevice) -> Outcome {
    match pop(device).await? {
        None => Ok(()),
        Some(error) => failed(format!("expected no error, got {}", error.message())),
    }
}

async fn pushing(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.push-error-scope: of each filter, without an error",
            async |device| {
                for filter in FILTERS {
                    device.push_error_scope(filter);
                }
                for _ in FILTERS {
                    pops_nothing(device).await?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.push-error-scope: an error goes to the innermost scope",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                pops_error(device).await?;
                pops_nothing(device).await
            },
        )
        .await;
    suite
        .right(
            "gpu-device.push-error-scope: an error passes scopes of other filters",
            async |device| {
                for filter in FILTERS {
                    device.push_error_scope(filter);
                }
                make_error(device);
                pops_nothing(device).await?;
                pops_nothing(device).await?;
                pops_error(device).await
            },
        )
        .await;
    suite
        .right(
            "gpu-device.push-error-scope: catches what comes after it only",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                device.push_error_scope(GpuErrorFilter::Validation);
                pops_nothing(device).await?;
                pops_error(device).await
            },
        )
        .await;
    suite
        .right(
            "gpu-device.push-error-scope: a thousand deep",
            async |device| {
                for _ in 0..1000 {
                    device.push_error_scope(GpuErrorFilter::Validation);
                }
                make_error(device);
                pops_error(device).await?;
                for _ in 1..1000 {
                    pops_nothing(device).await?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.push-error-scope: scopes of devices are apart",
            async |device| {
                let other = new_device(&[]).await?;
                device.push_error_scope(GpuErrorFilter::Validation);
                other.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                pops_nothing(&other).await?;
                pops_error(device).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.push-error-scope: on a destroyed device catches nothing",
            async |device| {
                device.destroy();
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                pops_nothing(device).await
            },
        )
        .await;
}

async fn popping(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.pop-error-scope: gives none where there is no error",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                device.create_buffer(&buffer(16, GpuBufferUsage::COPY_DST));
                pops_nothing(device).await
            },
        )
        .await;
    suite
        .right(
            "gpu-device.pop-error-scope: gives one of several errors",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                make_error(device);
                pops_error(device).await
            },
        )
        .await;
    suite
        .right(
            "gpu-device.pop-error-scope: gives an error once",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                pops_error(device).await?;
                pops_nothing(device).await
            },
        )
        .await;
    suite
        .right(
            "gpu-device.pop-error-scope: takes off the scope at the call",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                let (inner, outer) = (
                    Box::pin(device.pop_error_scope()),
                    Box::pin(device.pop_error_scope()),
                );
                let (inner, outer) = both(inner, outer).await;
                holds(ok(inner)?.is_some(), "an error in the inner scope")?;
                holds(ok(outer)?.is_none(), "no error in the outer scope")
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.pop-error-scope: without a scope is an operation-error",
            async |_| {
                let device = new_device(&[]).await?;
                fails_with!(
                    device.pop_error_scope().await,
                    PopErrorScopeErrorKind::OperationError
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.pop-error-scope: more often than pushed is an operation-error",
            async |_| {
                let device = new_device(&[]).await?;
                device.push_error_scope(GpuErrorFilter::Internal);
                pops_nothing(&device).await?;
                fails_with!(
                    device.pop_error_scope().await,
                    PopErrorScopeErrorKind::OperationError
                )?;
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(&device);
                pops_error(&device).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.pop-error-scope: on a destroyed device gives none",
            async |_| {
                let device = new_device(&[]).await?;
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(&device);
                device.destroy();
                pops_nothing(&device).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.pop-error-scope: without a scope on a destroyed device gives none",
            async |_| {
                let device = new_device(&[]).await?;
                device.destroy();
                pops_nothing(&device).await
            },
        )
        .await;
}

async fn errors(suite: &mut Suite) {
    suite
        .right(
            "gpu-error.kind: of a wrong argument is validation-error",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                pops_error(device).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-error.kind: stays when the device is destroyed",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                let error = some(pop(device).await?, "an error")?;
                device.destroy();
                holds(
                    matches!(error.kind(), GpuErrorKind::ValidationError),
                    "a validation error",
                )
            },
        )
        .await;
    suite
        .right("gpu-error.message: says something", async |device| {
            device.push_error_scope(GpuErrorFilter::Validation);
            make_error(device);
            let error = some(pop(device).await?, "an error")?;
            holds(!error.message().is_empty(), "a message")
        })
        .await;
    suite
        .wrong(
            "gpu-error.message: stays when the device is destroyed",
            async |device| {
                device.push_error_scope(GpuErrorFilter::Validation);
                make_error(device);
                let error = some(pop(device).await?, "an error")?;
                let before = error.message();
                device.destroy();
                equal(error.message(), before)
            },
        )
        .await;
}
