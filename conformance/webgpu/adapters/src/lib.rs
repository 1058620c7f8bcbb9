//! Adapters and devices: how they are got, and what they say of themselves (specification,
//! "Initialization" and "Optional Capabilities").

mod adapter;
mod device;
mod features;
mod gpu;
mod info;
mod limits;
mod raised;
mod records;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    gpu::run(suite).await;
    adapter::run(suite).await;
    info::run(suite).await;
    features::run(suite).await;
    limits::run(suite).await;
    raised::run(suite).await;
    records::run(suite).await;
    device::run(suite).await;
}
