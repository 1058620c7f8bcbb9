//! What cases expect. An expectation that is not met ends the case: `equal(actual, expected)?`.

use crate::{Outcome, failed};
use std::fmt::Debug;

/// Expects a value.
pub fn equal<T: PartialEq + Debug>(actual: T, expected: T) -> Outcome {
    if actual == expected {
        Ok(())
    } else {
        failed(format!("expected {expected:?}, got {actual:?}"))
    }
}

/// Expects that something is so.
///
/// `what` says it as words after "expected".
pub fn holds(condition: bool, what: &str) -> Outcome {
    if condition {
        Ok(())
    } else {
        failed(format!("expected {what}"))
    }
}

/// Expects that there is something.
///
/// `what` says it as words after "expected".
pub fn some<T>(option: Option<T>, what: &str) -> Outcome<T> {
    match option {
        Some(value) => Ok(value),
        None => failed(format!("expected {what}, got none")),
    }
}

/// Expects that a call worked, and gives its result.
pub fn ok<T, E: Debug>(result: Result<T, E>) -> Outcome<T> {
    match result {
        Ok(value) => Ok(value),
        Err(error) => failed(format!("expected success, got {error:?}")),
    }
}

/// Expects that a call failed with an error of a kind:
/// `fails_with!(buffer.unmap(), UnmapErrorKind::AbortError)?`.
#[macro_export]
macro_rules! fails_with {
    ($result:expr, $kind:pat) => {
        match $result {
            Err(error) if matches!(error.kind, $kind) => Ok(()),
            Err(error) => $crate::failed(format!(
                "expected {}, got {:?}: {}",
                stringify!($kind),
                error.kind,
                error.message
            )),
            Ok(_) => $crate::failed(format!("expected {}, got success", stringify!($kind))),
        }
    };
}
