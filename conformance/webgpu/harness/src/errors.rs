//! Errors that a device reports to error scopes.

use crate::{GpuDevice, GpuError, GpuErrorFilter, GpuErrorKind, Outcome, failed, ok};

/// Expects that a call is refused with a validation error, and gives what it returned: an object
/// that is invalid, if any.
pub async fn refused<T>(device: &GpuDevice, call: impl FnOnce() -> T) -> Outcome<T> {
    refused_later(device, async || call()).await
}

/// The same for a call that is awaited.
pub async fn refused_later<T>(device: &GpuDevice, call: impl AsyncFnOnce() -> T) -> Outcome<T> {
    let (result, error) = caught(device, GpuErrorFilter::Validation, call).await?;
    match error {
        Some(error) if matches!(error.kind(), GpuErrorKind::ValidationError) => Ok(result),
        Some(error) => failed(format!(
            "expected a validation error, got {:?}: {}",
            error.kind(),
            error.message()
        )),
        None => failed("expected a validation error, got none"),
    }
}

/// Makes a call in an error scope, and gives what it returned and the error that was caught.
pub async fn caught<T>(
    device: &GpuDevice,
    filter: GpuErrorFilter,
    call: impl AsyncFnOnce() -> T,
) -> Outcome<(T, Option<GpuError>)> {
    device.push_error_scope(filter);
    let result = call().await;
    Ok((result, ok(device.pop_error_scope().await)?))
}
