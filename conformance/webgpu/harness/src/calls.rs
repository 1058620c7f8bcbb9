//! Asynchronous calls that are under way while a case goes on.

use crate::{Outcome, skipped};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

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

/// What a call gives at once; one that would wait is given up.
pub async fn at_once<F: Future>(call: F) -> Option<F::Output> {
    let mut begun = pin!(call);
    match poll_fn(|context| Poll::Ready(begun.as_mut().poll(context))).await {
        Poll::Pending => None,
        Poll::Ready(result) => Some(result),
    }
}

/// What two calls give that are under way at the same time, the first of them begun first.
pub async fn both<A: Future, B: Future>(one: A, other: B) -> (A::Output, B::Output) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        poll_into(&mut first, one.as_mut(), context);
        poll_into(&mut second, other.as_mut(), context);
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (some_first, some_second) => {
                (first, second) = (some_first, some_second);
                Poll::Pending
            }
        }
    })
    .await
}

fn poll_into<F: Future>(
    result: &mut Option<F::Output>,
    call: Pin<&mut F>,
    context: &mut Context<'_>,
) {
    if result.is_none()
        && let Poll::Ready(ready) = call.poll(context)
    {
        *result = Some(ready);
    }
}
