//! `destroy` (specification, "Buffer Destruction").

use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-buffer.destroy: after the work that uses the buffer was submitted",
            async |device| {
                let source = buffer_of(device, &[6; 16], GpuBufferUsage::COPY_SRC)?;
                let target = super::readable(device, 16);
                let encoder = device.create_command_encoder(None);
                encoder.copy_buffer_to_buffer(&source, None, &target, None, None);
                device.queue().submit(&[&encoder.finish(None)]);
                source.destroy();
                equal(read_mapped(&target).await?, vec![6; 16])
            },
        )
        .await;
    suite
        .right("gpu-buffer.destroy: ends a mapping", async |device| {
            let buffer = super::readable(device, 16);
            ok(buffer.map_async(GpuMapMode::READ, None, None).await)?;
            buffer.destroy();
            equal(buffer.map_state(), GpuBufferMapState::Unmapped)
        })
        .await;
    suite
        .wrong(
            "gpu-buffer.destroy: a second time does nothing",
            async |device| {
                let buffer = super::readable(device, 16);
                buffer.destroy();
                buffer.destroy();
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.destroy: of an invalid buffer does nothing",
            async |device| {
                invalid_buffer(device, None).await?.destroy();
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.submit: of work with a buffer that was destroyed since",
            async |device| {
                let source = buffer_of(device, &[6; 16], GpuBufferUsage::COPY_SRC)?;
                let target = super::readable(device, 16);
                let encoder = device.create_command_encoder(None);
                encoder.copy_buffer_to_buffer(&source, None, &target, None, None);
                let work = encoder.finish(None);
                source.destroy();
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-buffer-to-buffer: of a destroyed buffer is refused at submit only",
            async |device| {
                let source = buffer_of(device, &[6; 16], GpuBufferUsage::COPY_SRC)?;
                source.destroy();
                let target = super::readable(device, 16);
                let encoder = device.create_command_encoder(None);
                encoder.copy_buffer_to_buffer(&source, None, &target, None, None);
                let work = encoder.finish(None);
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
}
