//! `submit`.

use harness::*;

pub async fn run(suite: &mut Suite) {
    accepted(suite).await;
    refusals(suite).await;
}

/// Two buffers, and commands that copy the first to the second.
fn copying(device: &GpuDevice) -> Outcome<(GpuBuffer, GpuBuffer, GpuCommandBuffer)> {
    let source = buffer_of(device, &[1, 2, 3, 4], GpuBufferUsage::COPY_SRC)?;
    let target = device.create_buffer(&buffer(
        4,
        GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST,
    ));
    let work = encode(device, |encoder| {
        encoder.copy_buffer_to_buffer(&source, None, &target, None, None);
    });
    Ok((source, target, work))
}

async fn accepted(suite: &mut Suite) {
    suite
        .right("gpu-queue.submit: of nothing", async |device| {
            device.queue().submit(&[]);
            Ok(())
        })
        .await;
    suite
        .right(
            "gpu-queue.submit: of commands that do nothing",
            async |device| {
                submit(device, |_| {});
                Ok(())
            },
        )
        .await;
    suite
        .right("gpu-queue.submit: runs the commands", async |device| {
            let (_source, target, work) = copying(device)?;
            device.queue().submit(&[&work]);
            equal(read(device, &target).await?, vec![1, 2, 3, 4])
        })
        .await;
    suite
        .right(
            "gpu-queue.submit: runs command buffers in their order",
            async |device| {
                let values =
                    [1, 2, 3].map(|value| buffer_of(device, &[value; 4], GpuBufferUsage::COPY_SRC));
                let target = device.create_buffer(&buffer(
                    4,
                    GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST,
                ));
                let mut work = vec![];
                for value in values {
                    let value = value?;
                    work.push(encode(device, |encoder| {
                        encoder.copy_buffer_to_buffer(&value, None, &target, None, None);
                    }));
                }
                device.queue().submit(&[&work[2], &work[0], &work[1]]);
                equal(read(device, &target).await?, vec![2; 4])
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.submit: of commands whose objects were dropped",
            async |device| {
                let (source, target, work) = copying(device)?;
                drop(source);
                device.queue().submit(&[&work]);
                drop(work);
                equal(read(device, &target).await?, vec![1, 2, 3, 4])
            },
        )
        .await;
}

async fn refusals(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-queue.submit: of the same commands in two calls",
            async |device| {
                let (_source, _target, work) = copying(device)?;
                device.queue().submit(&[&work]);
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.submit: of the same commands twice in a call",
            async |device| {
                let (_source, target, work) = copying(device)?;
                refused(device, || device.queue().submit(&[&work, &work])).await?;
                equal(read(device, &target).await?, vec![0; 4])
            },
        )
        .await;
    suite
        .wrong("gpu-queue.submit: of invalid commands", async |device| {
            let invalid = invalid_command_buffer(device, None).await?;
            refused(device, || device.queue().submit(&[&invalid])).await
        })
        .await;
    suite
        .wrong(
            "gpu-queue.submit: with invalid commands runs none, and spoils all",
            async |device| {
                let (_source, target, work) = copying(device)?;
                let invalid = invalid_command_buffer(device, None).await?;
                refused(device, || device.queue().submit(&[&work, &invalid])).await?;
                refused(device, || device.queue().submit(&[&work])).await?;
                equal(read(device, &target).await?, vec![0; 4])
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.submit: of commands of another device",
            async |device| {
                let other = new_device(&[]).await?;
                let work = encode(&other, |_| {});
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.submit: on a destroyed device does nothing",
            async |device| {
                let (_source, _target, work) = copying(device)?;
                device.destroy();
                device.queue().submit(&[&work]);
                device.queue().submit(&[&work]);
                Ok(())
            },
        )
        .await;
}
