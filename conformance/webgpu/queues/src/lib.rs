//! Queues (specification, "Queues").

mod submission;
mod work_done;
mod writing;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-queue",
        async |_, label| Ok(device_with_queue(label).await?.queue()),
        async |_, label| {
            let device = device_with_queue(label).await?;
            device.destroy();
            Ok(device.queue())
        },
    )
    .await;
    submission::run(suite).await;
    work_done::run(suite).await;
    writing::run(suite).await;
}

async fn device_with_queue(label: Option<String>) -> Outcome<GpuDevice> {
    let descriptor = GpuDeviceDescriptor {
        default_queue: Some(GpuQueueDescriptor { label }),
        ..device()
    };
    ok(adapter().await?.request_device(Some(descriptor)).await)
}
