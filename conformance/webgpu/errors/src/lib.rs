//! Errors: error scopes, uncaptured errors, lost devices (specification, "Errors & Debugging").

mod lost;
mod scopes;
mod uncaptured;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    scopes::run(suite).await;
    uncaptured::run(suite).await;
    lost::run(suite).await;
}

/// Does what is a validation error.
fn make_error(device: &GpuDevice) {
    device.create_buffer(&buffer(16, GpuBufferUsage::empty()));
}

/// Does what is a validation error, whose message names this.
fn make_error_of(device: &GpuDevice, label: &str) {
    device.create_buffer(&GpuBufferDescriptor {
        label: Some(label.into()),
        ..buffer(16, GpuBufferUsage::empty())
    });
}
