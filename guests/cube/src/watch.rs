//! What may happen to a device at any time.

use std::pin::pin;

use futures_util::future::{Either, pending, select};
use program::Gpu;

/// Waits until the device can draw no more, or has something to say against what is drawn.
pub async fn failure(gpu: &Gpu) -> String {
    let lost = pin!(async { gpu.device.lost().await });
    let refused = pin!(async {
        match gpu.device.on_uncaptured_error().next().await {
            Some(error) => error,
            // Then it is lost, which the other knows better.
            None => pending().await,
        }
    });
    match select(lost, refused).await {
        Either::Left((lost, _)) => format!("the GPU was lost: {}", lost.message()),
        Either::Right((error, _)) => format!("the GPU refused to draw: {}", error.message()),
    }
}
