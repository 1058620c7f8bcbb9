//! Runs cases, and prints how they end in the Test Anything Protocol.

use crate::bindings::print;
use crate::{
    GpuAdapter, GpuDevice, GpuDeviceDescriptor, GpuErrorFilter, GpuFeatureName, adapter,
    feature_name,
};

/// How a case ends: with its expectations met, or not.
pub type Outcome<T = ()> = Result<T, Unmet>;

/// Why a case ends before its end.
pub enum Unmet {
    /// The host did not do what the specification says; what was expected, and what was got.
    Failed(String),
    /// The adapter lacks a feature, or has too low a limit, for the case to say anything.
    Skipped(String),
}

/// The same as [`Unmet::Failed`], as the end of a case.
pub fn failed<T>(why: impl Into<String>) -> Outcome<T> {
    Err(Unmet::Failed(why.into()))
}

/// The same as [`Unmet::Skipped`], as the end of a case.
pub fn skipped<T>(why: impl Into<String>) -> Outcome<T> {
    Err(Unmet::Skipped(why.into()))
}

/// Whether a case gives a function what it must accept, or what it must refuse.
#[derive(Clone, Copy, PartialEq)]
enum Input {
    Right,
    Wrong,
}

/// The cases of a group so far.
pub struct Suite {
    count: usize,
    input: Option<Input>,
}

impl Suite {
    /// A suite that has not run a case.
    pub fn begin() -> Self {
        Suite {
            count: 0,
            input: None,
        }
    }

    /// Prints how many cases there were, by which a reader knows that none is missing.
    pub fn end(self) {
        print(&format!("1..{}", self.count));
    }

    /// Runs a case of input that is right. It gets a device of its own, on which any error that is
    /// not caught by the case makes it fail.
    ///
    /// The name is `RESOURCE.FUNCTION: what is expected`, with the names of WIT.
    pub async fn right(&mut self, name: &str, case: impl AsyncFnOnce(&GpuDevice) -> Outcome) {
        self.requiring(&[]).right(name, case).await;
    }

    /// Runs a case of input that is wrong: an argument that must be refused, a call on an object
    /// that is invalid, destroyed or in another state. Otherwise as [`Suite::right`].
    pub async fn wrong(&mut self, name: &str, case: impl AsyncFnOnce(&GpuDevice) -> Outcome) {
        self.requiring(&[]).wrong(name, case).await;
    }

    /// Runs cases on a device with these features; where the adapter has not all of them, such
    /// cases are skipped.
    pub fn requiring<'s>(&'s mut self, features: &'s [GpuFeatureName]) -> Requiring<'s> {
        Requiring {
            suite: self,
            features,
        }
    }

    fn print(&mut self, input: Input, name: &str, outcome: Outcome) {
        if self.input != Some(input) {
            self.input = Some(input);
            print(match input {
                Input::Right => "# right input",
                Input::Wrong => "# wrong input",
            });
        }
        self.count += 1;
        let count = self.count;
        match outcome {
            Ok(()) => print(&format!("ok {count} - {name}")),
            Err(Unmet::Skipped(why)) => print(&format!("ok {count} - {name} # SKIP {why}")),
            Err(Unmet::Failed(why)) => {
                print(&format!("not ok {count} - {name}"));
                why.lines().for_each(|line| print(&format!("# {line}")));
            }
        }
    }
}

/// A suite whose next case needs features of its device.
pub struct Requiring<'s> {
    suite: &'s mut Suite,
    features: &'s [GpuFeatureName],
}

impl Requiring<'_> {
    /// As [`Suite::right`].
    pub async fn right(self, name: &str, case: impl AsyncFnOnce(&GpuDevice) -> Outcome) {
        self.run(Input::Right, name, case).await;
    }

    /// As [`Suite::wrong`].
    pub async fn wrong(self, name: &str, case: impl AsyncFnOnce(&GpuDevice) -> Outcome) {
        self.run(Input::Wrong, name, case).await;
    }

    async fn run(self, input: Input, name: &str, case: impl AsyncFnOnce(&GpuDevice) -> Outcome) {
        let outcome = match new_device(self.features).await {
            Ok(device) => watched(&device, case).await,
            Err(unmet) => Err(unmet),
        };
        self.suite.print(input, name, outcome);
    }
}

/// A device with these features; skips the case if the adapter has not all of them.
pub async fn new_device(features: &[GpuFeatureName]) -> Outcome<GpuDevice> {
    let adapter = adapter().await?;
    require(&adapter, features)?;
    let descriptor = GpuDeviceDescriptor {
        required_features: Some(features.to_vec()),
        required_limits: None,
        default_queue: None,
        label: None,
    };
    match adapter.request_device(Some(descriptor)).await {
        Ok(device) => Ok(device),
        Err(error) => failed(format!("expected a device, got: {}", error.message)),
    }
}

fn require(adapter: &GpuAdapter, features: &[GpuFeatureName]) -> Outcome {
    let offered = adapter.features();
    let missing = |feature: &&GpuFeatureName| !offered.has(feature_name(**feature));
    match features.iter().find(missing) {
        None => Ok(()),
        Some(feature) => skipped(format!("the adapter has no {}", feature_name(*feature))),
    }
}

/// Runs a case, and fails it if it leaves an error that it did not catch.
async fn watched(device: &GpuDevice, case: impl AsyncFnOnce(&GpuDevice) -> Outcome) -> Outcome {
    for filter in [
        GpuErrorFilter::Internal,
        GpuErrorFilter::OutOfMemory,
        GpuErrorFilter::Validation,
    ] {
        device.push_error_scope(filter);
    }
    let outcome = case(device).await;
    for _ in 0..3 {
        match device.pop_error_scope().await {
            Ok(None) => {}
            Ok(Some(error)) => {
                return outcome
                    .and_then(|()| failed(format!("expected no error, got: {}", error.message())));
            }
            Err(error) => {
                return outcome.and_then(|()| {
                    failed(format!(
                        "expected the error scopes to be balanced, got: {}",
                        error.message
                    ))
                });
            }
        }
    }
    outcome
}
