//! `create-buffer` (specification, "Buffer Creation").

use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right("gpu-device.create-buffer: of no bytes", async |device| {
            let empty = device.create_buffer(&buffer(0, GpuBufferUsage::COPY_DST));
            equal(empty.size(), 0)
        })
        .await;
    suite
        .right(
            "gpu-device.create-buffer: of a size that is no multiple of 4",
            async |device| {
                let odd = device.create_buffer(&buffer(7, GpuBufferUsage::COPY_DST));
                equal(odd.size(), 7)
            },
        )
        .await;
    suite
        .right("gpu-device.create-buffer: of each usage", async |device| {
            for usage in GpuBufferUsage::all().iter() {
                device.create_buffer(&buffer(16, usage));
            }
            Ok(())
        })
        .await;
    suite
        .right(
            "gpu-device.create-buffer: of all usages but those of mapping",
            async |device| {
                device.create_buffer(&buffer(
                    16,
                    GpuBufferUsage::all() - GpuBufferUsage::MAP_READ - GpuBufferUsage::MAP_WRITE,
                ));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.create-buffer: map-read goes with copy-dst, map-write with copy-src",
            async |device| {
                super::readable(device, 16);
                super::writable(device, 16);
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-device.create-buffer: is filled with zeros",
            async |device| {
                let new = device.create_buffer(&buffer(1024, GpuBufferUsage::COPY_SRC));
                equal(read(device, &new).await?, vec![0; 1024])
            },
        )
        .await;
    suite
        .right(
            "gpu-device.create-buffer: mapped at creation needs no usage of mapping",
            async |device| {
                let buffer = super::mapped(device, 8);
                ok(buffer.get_mapped_range_set_with_copy(&[1, 2, 3, 4, 5, 6, 7, 8], None, None))?;
                ok(buffer.unmap())?;
                equal(read(device, &buffer).await?, vec![1, 2, 3, 4, 5, 6, 7, 8])
            },
        )
        .await;
    suite
        .right(
            "gpu-device.create-buffer: mapped at creation is zero where nothing is written",
            async |device| {
                let buffer = super::mapped(device, 16);
                equal(
                    ok(buffer.get_mapped_range_get_with_copy(None, None))?,
                    vec![0; 16],
                )?;
                ok(buffer.get_mapped_range_set_with_copy(&[9; 4], Some(8), Some(4)))?;
                ok(buffer.unmap())?;
                equal(
                    read(device, &buffer).await?,
                    vec![0, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9, 0, 0, 0, 0],
                )
            },
        )
        .await;
    refusals(suite).await;
}

async fn refusals(suite: &mut Suite) {
    suite
        .wrong("gpu-device.create-buffer: of no usage", async |device| {
            refused(device, || {
                device.create_buffer(&buffer(16, GpuBufferUsage::empty()))
            })
            .await?;
            Ok(())
        })
        .await;
    suite
        .wrong(
            "gpu-device.create-buffer: map-read with any other usage than copy-dst",
            async |device| {
                goes_only_with(device, GpuBufferUsage::MAP_READ, GpuBufferUsage::COPY_DST).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-buffer: map-write with any other usage than copy-src",
            async |device| {
                goes_only_with(device, GpuBufferUsage::MAP_WRITE, GpuBufferUsage::COPY_SRC).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-buffer: larger than max-buffer-size",
            async |device| {
                let size = device.limits().max_buffer_size() + 4;
                refused(device, || {
                    device.create_buffer(&buffer(size, GpuBufferUsage::COPY_DST))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-buffer: mapped at creation, of a size that is no multiple of 4",
            async |device| {
                for size in [1, 6, 1023] {
                    let descriptor = GpuBufferDescriptor {
                        mapped_at_creation: Some(true),
                        ..buffer(size, GpuBufferUsage::COPY_SRC)
                    };
                    refused(device, || device.create_buffer(&descriptor)).await?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-buffer: of 2^64 - 1 bytes",
            async |device| {
                refused(device, || {
                    device.create_buffer(&buffer(u64::MAX, GpuBufferUsage::COPY_DST))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-buffer: on a destroyed device gives a buffer, and no error",
            async |device| {
                device.destroy();
                let buffer = super::readable(device, 16);
                equal(buffer.size(), 16)?;
                fails_with!(
                    buffer.map_async(GpuMapMode::READ, None, None).await,
                    MapAsyncErrorKind::AbortError
                )
            },
        )
        .await;
}

async fn goes_only_with(
    device: &GpuDevice,
    mapping: GpuBufferUsage,
    copying: GpuBufferUsage,
) -> Outcome {
    for other in (GpuBufferUsage::all() - mapping - copying).iter() {
        refused(device, || {
            device.create_buffer(&buffer(16, mapping | other))
        })
        .await?;
    }
    Ok(())
}
