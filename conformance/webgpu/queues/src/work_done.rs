//! `on-submitted-work-done`.

use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-queue.on-submitted-work-done: completes where there is no work",
            async |device| {
                device.queue().on_submitted_work_done().await;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.on-submitted-work-done: completes after a mapping begun before",
            async |device| {
                let buffer = device.create_buffer(&buffer(
                    16,
                    GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
                ));
                keep_busy_with(device, &buffer);
                let mapping = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                device.queue().on_submitted_work_done().await;
                let mapped = at_once(mapping).await;
                ok(some(mapped, "the mapping to be complete")?)
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.on-submitted-work-done: waits for the work",
            async |device| {
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::COPY_DST));
                keep_busy_with(device, &buffer);
                let queue = device.queue();
                let done = begin(queue.on_submitted_work_done()).await?;
                done.await;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.on-submitted-work-done: completes for each that waits",
            async |device| {
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::COPY_DST));
                keep_busy_with(device, &buffer);
                let queue = device.queue();
                both(
                    queue.on_submitted_work_done(),
                    queue.on_submitted_work_done(),
                )
                .await;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.on-submitted-work-done: completes after work that was refused",
            async |device| {
                let invalid = invalid_command_buffer(device, None).await?;
                refused(device, || device.queue().submit(&[&invalid])).await?;
                device.queue().on_submitted_work_done().await;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.on-submitted-work-done: completes on a destroyed device",
            async |device| {
                device.destroy();
                device.queue().on_submitted_work_done().await;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.on-submitted-work-done: completes if the device is destroyed meanwhile",
            async |device| {
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::COPY_DST));
                keep_busy_with(device, &buffer);
                let queue = device.queue();
                let done = begin(queue.on_submitted_work_done()).await?;
                device.destroy();
                done.await;
                Ok(())
            },
        )
        .await;
}
