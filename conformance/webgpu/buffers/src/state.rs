//! What a buffer says of itself.

use harness::*;

pub async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-buffer",
        async |device, label| {
            Ok(device.create_buffer(&GpuBufferDescriptor {
                label,
                ..buffer(16, GpuBufferUsage::COPY_DST)
            }))
        },
        invalid_buffer,
    )
    .await;
    size_and_usage(suite).await;
    map_state(suite).await;
}

async fn size_and_usage(suite: &mut Suite) {
    suite
        .right(
            "gpu-buffer.size: is that of the descriptor",
            async |device| {
                for size in [0, 1, 20, 65536] {
                    let buffer = device.create_buffer(&buffer(size, GpuBufferUsage::COPY_DST));
                    equal(buffer.size(), size)?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.size: of an invalid buffer is that of the descriptor",
            async |device| {
                let size = u64::MAX;
                let invalid = refused(device, || {
                    device.create_buffer(&buffer(size, GpuBufferUsage::COPY_DST))
                })
                .await?;
                equal(invalid.size(), size)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.size: of a destroyed buffer stays",
            async |device| {
                let buffer = super::readable(device, 32);
                buffer.destroy();
                equal(buffer.size(), 32)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.usage: is that of the descriptor",
            async |device| {
                for usage in GpuBufferUsage::all().iter() {
                    equal(device.create_buffer(&buffer(16, usage)).usage(), usage)?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.usage: of an invalid buffer is that of the descriptor",
            async |device| {
                let usage = GpuBufferUsage::MAP_READ | GpuBufferUsage::MAP_WRITE;
                equal(invalid_buffer(device, None).await?.usage(), usage)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.usage: of a destroyed buffer stays",
            async |device| {
                let buffer = super::readable(device, 32);
                buffer.destroy();
                equal(
                    buffer.usage(),
                    GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
                )
            },
        )
        .await;
}

async fn map_state(suite: &mut Suite) {
    suite
        .right(
            "gpu-buffer.map-state: of a new buffer is unmapped",
            async |device| {
                equal(
                    super::readable(device, 16).map_state(),
                    GpuBufferMapState::Unmapped,
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.map-state: follows map-async and unmap",
            async |device| {
                let buffer = super::readable(device, 16);
                ok(buffer.map_async(GpuMapMode::READ, None, None).await)?;
                equal(buffer.map_state(), GpuBufferMapState::Mapped)?;
                ok(buffer.unmap())?;
                equal(buffer.map_state(), GpuBufferMapState::Unmapped)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.map-state: is pending while map-async is under way",
            async |device| {
                let buffer = super::busy(device, 16);
                let mapping = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                equal(buffer.map_state(), GpuBufferMapState::Pending)?;
                ok(mapping.await)?;
                equal(buffer.map_state(), GpuBufferMapState::Mapped)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.map-state: of a buffer mapped at creation is mapped",
            async |device| {
                let buffer = super::mapped(device, 16);
                equal(buffer.map_state(), GpuBufferMapState::Mapped)?;
                ok(buffer.unmap())?;
                equal(buffer.map_state(), GpuBufferMapState::Unmapped)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-state: of an invalid buffer mapped at creation is mapped",
            async |device| {
                equal(
                    super::invalid_mapped(device, 16).await?.map_state(),
                    GpuBufferMapState::Mapped,
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-state: is unmapped after map-async failed",
            async |device| {
                let buffer = super::readable(device, 16);
                let failed = refused_later(device, async || {
                    buffer.map_async(GpuMapMode::WRITE, None, None).await
                })
                .await?;
                fails_with!(failed, MapAsyncErrorKind::OperationError)?;
                equal(buffer.map_state(), GpuBufferMapState::Unmapped)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.map-state: of a buffer destroyed while mapped is unmapped",
            async |device| {
                let buffer = super::mapped(device, 16);
                buffer.destroy();
                equal(buffer.map_state(), GpuBufferMapState::Unmapped)
            },
        )
        .await;
}
