//! Asynchronous calls that are under way while a case goes on.

use crate::{Outcome, skipped};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// Begins a call, to be awaited later. Where the host is done at once, there is nothing to be seen
/// of a call that is under way, and the case is skipped.
pub async fn begin<'a, F: Future + 'a>(
    call: F,
) -> Outcome<Pin<Box<dyn Future<Output = F::Output> + 'a>>> {
    let mut begun = Box::pin(call);
    match poll_fn(|context| Poll::Ready(begun.as_mut().poll(context))).await {
        Poll::Pending => Ok(begun),
        Poll::Ready(_) => skipped("the host completes the call at once"),
    }
}
