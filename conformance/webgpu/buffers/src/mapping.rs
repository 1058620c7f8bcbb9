//! `map-async` and `unmap` (specification, "Buffer Mapping").

use harness::*;

pub async fn run(suite: &mut Suite) {
    accepted_maps(suite).await;
    refused_maps(suite).await;
    maps_in_wrong_states(suite).await;
    unmapping(suite).await;
}

async fn accepted_maps(suite: &mut Suite) {
    suite
        .right(
            "gpu-buffer.map-async: of the whole buffer",
            async |device| {
                let buffer = super::readable(device, 64);
                ok(buffer.map_async(GpuMapMode::READ, None, None).await)?;
                equal(
                    ok(buffer.get_mapped_range_get_with_copy(None, None))?.len(),
                    64,
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.map-async: of a buffer of no bytes",
            async |device| {
                let buffer = super::readable(device, 0);
                ok(buffer.map_async(GpuMapMode::READ, None, None).await)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.map-async: from an offset to the end",
            async |device| {
                let buffer = super::readable(device, 64);
                ok(buffer.map_async(GpuMapMode::READ, Some(24), None).await)?;
                let bytes = ok(buffer.get_mapped_range_get_with_copy(Some(24), None))?;
                equal(bytes.len(), 40)
            },
        )
        .await;
    suite
        .right("gpu-buffer.map-async: of a range", async |device| {
            let buffer = super::writable(device, 64);
            ok(buffer.map_async(GpuMapMode::WRITE, Some(8), Some(12)).await)?;
            ok(buffer.get_mapped_range_set_with_copy(&[7; 12], Some(8), Some(12)))?;
            ok(buffer.unmap())?;
            let bytes = read(device, &buffer).await?;
            equal(&bytes[..8], &[0; 8])?;
            equal(&bytes[8..20], &[7; 12])?;
            equal(&bytes[20..], &[0; 44])
        })
        .await;
    suite
        .right(
            "gpu-buffer.map-async: of no bytes at the end",
            async |device| {
                let buffer = super::readable(device, 64);
                ok(buffer.map_async(GpuMapMode::READ, Some(64), Some(0)).await)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.map-async: completes after the work that writes the buffer",
            async |device| {
                let words: Vec<u32> = (0..256).collect();
                let source = buffer_of(device, &bytes_of(&words), GpuBufferUsage::COPY_SRC)?;
                let target = super::readable(device, 1024);
                let encoder = device.create_command_encoder(None);
                encoder.copy_buffer_to_buffer(&source, None, &target, None, None);
                device.queue().submit(&[&encoder.finish(None)]);
                equal(words_of(&read_mapped(&target).await?), words)
            },
        )
        .await;
    suite
        .right("gpu-buffer.map-async: again and again", async |device| {
            let buffer = super::writable(device, 8);
            for value in 1..=5 {
                ok(buffer.map_async(GpuMapMode::WRITE, None, None).await)?;
                equal(
                    ok(buffer.get_mapped_range_get_with_copy(None, None))?,
                    vec![value - 1; 8],
                )?;
                ok(buffer.get_mapped_range_set_with_copy(&[value; 8], None, None))?;
                ok(buffer.unmap())?;
            }
            equal(read(device, &buffer).await?, vec![5; 8])
        })
        .await;
    suite
        .right(
            "gpu-buffer.map-async: of several buffers at a time",
            async |device| {
                let (first, second) = (super::readable(device, 8), super::writable(device, 8));
                let one = begin(first.map_async(GpuMapMode::READ, None, None)).await?;
                let other = begin(second.map_async(GpuMapMode::WRITE, None, None)).await?;
                ok(other.await)?;
                ok(one.await)
            },
        )
        .await;
}

/// What `map-async` of a buffer of 64 bytes must refuse.
async fn refused_maps(suite: &mut Suite) {
    let read = GpuMapMode::READ;
    let write = GpuMapMode::WRITE;
    for (what, mode, offset, size) in [
        ("an offset that is no multiple of 8", read, Some(4), Some(4)),
        ("a size that is no multiple of 4", read, Some(8), Some(6)),
        ("past the end", read, Some(8), Some(60)),
        ("an offset past the end", read, Some(72), None),
        ("an end beyond 2^64", read, Some(8), Some(u64::MAX - 3)),
        ("no mode", GpuMapMode::empty(), None, None),
        ("both modes", read | write, None, None),
        ("a mode that the usage does not allow", write, None, None),
    ] {
        suite
            .wrong(
                &format!("gpu-buffer.map-async: {what} is an operation-error"),
                async |device| {
                    let buffer = super::readable(device, 64);
                    let result =
                        refused_later(device, async || buffer.map_async(mode, offset, size).await)
                            .await?;
                    fails_with!(result, MapAsyncErrorKind::OperationError)
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-buffer.map-async: of a buffer without a usage of mapping is an operation-error",
            async |device| {
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::COPY_DST));
                for mode in [GpuMapMode::READ, GpuMapMode::WRITE] {
                    let result =
                        refused_later(device, async || buffer.map_async(mode, None, None).await)
                            .await?;
                    fails_with!(result, MapAsyncErrorKind::OperationError)?;
                }
                Ok(())
            },
        )
        .await;
}

async fn maps_in_wrong_states(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-buffer.map-async: of a mapped buffer is an operation-error",
            async |device| {
                let buffer = super::readable(device, 16);
                ok(buffer.map_async(GpuMapMode::READ, None, None).await)?;
                let again = refused_later(device, async || {
                    buffer.map_async(GpuMapMode::READ, None, None).await
                })
                .await?;
                fails_with!(again, MapAsyncErrorKind::OperationError)?;
                equal(buffer.map_state(), GpuBufferMapState::Mapped)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-async: of a buffer about to be mapped is an operation-error",
            async |device| {
                let buffer = super::busy(device, 16);
                let first = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                let second = refused_later(device, async || {
                    buffer.map_async(GpuMapMode::READ, None, None).await
                })
                .await?;
                fails_with!(second, MapAsyncErrorKind::OperationError)?;
                ok(first.await)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-async: of a destroyed buffer is an operation-error",
            async |device| {
                let buffer = super::readable(device, 16);
                buffer.destroy();
                let result = refused_later(device, async || {
                    buffer.map_async(GpuMapMode::READ, None, None).await
                })
                .await?;
                fails_with!(result, MapAsyncErrorKind::OperationError)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-async: of an invalid buffer fails",
            async |device| {
                // With which error has changed in the course of the specification.
                let buffer = invalid_buffer(device, None).await?;
                let (result, _) = caught(device, GpuErrorFilter::Validation, async || {
                    buffer.map_async(GpuMapMode::READ, None, None).await
                })
                .await?;
                fails_with!(
                    result,
                    MapAsyncErrorKind::AbortError | MapAsyncErrorKind::OperationError
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-async: is an abort-error if the buffer is unmapped meanwhile",
            async |device| {
                let buffer = super::busy(device, 16);
                let mapping = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                // Whether this says so too is the host's choice: WebGPU's returns nothing.
                let _ = buffer.unmap();
                fails_with!(mapping.await, MapAsyncErrorKind::AbortError)?;
                equal(buffer.map_state(), GpuBufferMapState::Unmapped)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-async: is an abort-error if the buffer is destroyed meanwhile",
            async |device| {
                let buffer = super::busy(device, 16);
                let mapping = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                buffer.destroy();
                fails_with!(mapping.await, MapAsyncErrorKind::AbortError)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-async: is an abort-error if the device is destroyed meanwhile",
            async |device| {
                let buffer = super::busy(device, 16);
                let mapping = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                device.destroy();
                fails_with!(mapping.await, MapAsyncErrorKind::AbortError)
            },
        )
        .await;
}

async fn unmapping(suite: &mut Suite) {
    suite
        .right(
            "gpu-buffer.unmap: hands over what was written",
            async |device| {
                let buffer = super::writable(device, 8);
                ok(buffer.map_async(GpuMapMode::WRITE, None, None).await)?;
                ok(buffer.get_mapped_range_set_with_copy(&[3; 8], None, None))?;
                ok(buffer.unmap())?;
                equal(read(device, &buffer).await?, vec![3; 8])
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.unmap: drops what was written to a buffer mapped for reading",
            async |device| {
                let buffer = super::readable(device, 8);
                ok(buffer.map_async(GpuMapMode::READ, None, None).await)?;
                ok(buffer.get_mapped_range_set_with_copy(&[3; 8], None, None))?;
                ok(buffer.unmap())?;
                equal(read_mapped(&buffer).await?, vec![0; 8])
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.unmap: of a buffer that is not mapped does nothing",
            async |device| {
                let buffer = super::readable(device, 8);
                ok(buffer.unmap())?;
                ok(buffer.unmap())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.unmap: of an invalid buffer works once",
            async |device| {
                let buffer = super::invalid_mapped(device, 8).await?;
                ok(buffer.unmap())?;
                equal(buffer.map_state(), GpuBufferMapState::Unmapped)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.unmap: of a destroyed buffer does nothing",
            async |device| {
                let buffer = super::mapped(device, 8);
                buffer.destroy();
                ok(buffer.unmap())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.submit: of work with a mapped buffer",
            async |device| {
                let source = super::mapped(device, 8);
                let target = super::readable(device, 8);
                let encoder = device.create_command_encoder(None);
                encoder.copy_buffer_to_buffer(&source, None, &target, None, None);
                let work = encoder.finish(None);
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
}
