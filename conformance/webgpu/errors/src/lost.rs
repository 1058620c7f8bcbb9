//! `lost` (specification, "Fatal Errors").

use super::make_error;
use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.lost: waits while the device is there",
            async |device| {
                let lost = device.lost();
                make_error_in_scope(device).await?;
                device.queue().on_submitted_work_done().await;
                holds(
                    at_once(async { lost.await }).await.is_none(),
                    "a device that is not lost",
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-device.lost: completes when the device is destroyed",
            async |device| {
                let lost = device.lost();
                device.destroy();
                equal(lost.await.reason(), GpuDeviceLostReason::Destroyed)
            },
        )
        .await;
    suite
        .right(
            "gpu-device.lost: completes for every reader",
            async |device| {
                let readers = [device.lost(), device.lost(), device.lost()];
                device.destroy();
                for reader in readers {
                    equal(reader.await.reason(), GpuDeviceLostReason::Destroyed)?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.lost: completes for who reads after the loss",
            async |device| {
                device.destroy();
                equal(device.lost().await.reason(), GpuDeviceLostReason::Destroyed)?;
                equal(device.lost().await.reason(), GpuDeviceLostReason::Destroyed)
            },
        )
        .await;
    suite
        .right(
            "gpu-device.lost: of another device does not complete",
            async |device| {
                let other = new_device(&[]).await?;
                let lost = other.lost();
                device.destroy();
                device.lost().await;
                holds(
                    at_once(async { lost.await }).await.is_none(),
                    "another device that is not lost",
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.lost: a reader that is dropped holds nothing up",
            async |device| {
                drop(device.lost());
                let lost = device.lost();
                device.destroy();
                equal(lost.await.reason(), GpuDeviceLostReason::Destroyed)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.lost: completes as it did when destroyed again",
            async |device| {
                device.destroy();
                device.destroy();
                equal(device.lost().await.reason(), GpuDeviceLostReason::Destroyed)
            },
        )
        .await;
    info(suite).await;
}

async fn make_error_in_scope(device: &GpuDevice) -> Outcome {
    refused(device, || make_error(device)).await
}

async fn info(suite: &mut Suite) {
    suite
        .right(
            "gpu-device-lost-info.reason: of a destroyed device is destroyed",
            async |device| {
                device.destroy();
                equal(device.lost().await.reason(), GpuDeviceLostReason::Destroyed)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device-lost-info.reason: stays when the device is dropped",
            async |_| {
                let device = new_device(&[]).await?;
                device.destroy();
                let info = device.lost().await;
                drop(device);
                equal(info.reason(), GpuDeviceLostReason::Destroyed)
            },
        )
        .await;
    suite
        .right(
            "gpu-device-lost-info.message: is the same each time",
            async |device| {
                device.destroy();
                let info = device.lost().await;
                equal(info.message(), info.message())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device-lost-info.message: stays when the device is dropped",
            async |_| {
                let device = new_device(&[]).await?;
                device.destroy();
                let info = device.lost().await;
                let before = info.message();
                drop(device);
                equal(info.message(), before)
            },
        )
        .await;
}
