//! `get-mapped-range-get-with-copy` and `get-mapped-range-set-with-copy`, which are WebGPU's
//! `getMappedRange()` where guest and host share no memory (specification, "Buffer Mapping").

use harness::*;

pub async fn run(suite: &mut Suite) {
    accepted(suite).await;
    refused_in_state(suite).await;
    refused_ranges(suite).await;
}

/// A buffer of 64 bytes whose bytes 16 to 48 are mapped.
async fn partly_mapped(device: &GpuDevice) -> Outcome<GpuBuffer> {
    let buffer = super::writable(device, 64);
    ok(buffer
        .map_async(GpuMapMode::WRITE, Some(16), Some(32))
        .await)?;
    Ok(buffer)
}

async fn accepted(suite: &mut Suite) {
    suite
        .right(
            "gpu-buffer.get-mapped-range-get-with-copy: gives bytes by their place in the buffer",
            async |device| {
                let bytes: Vec<u8> = (0..64).collect();
                let buffer = buffer_of(device, &bytes, GpuBufferUsage::MAP_READ)?;
                ok(buffer.map_async(GpuMapMode::READ, Some(8), Some(48)).await)?;
                for (offset, size) in [(8, 48), (16, 4), (24, 32), (56, 0)] {
                    let range = offset as usize..(offset + size) as usize;
                    let got = ok(buffer.get_mapped_range_get_with_copy(Some(offset), Some(size)))?;
                    equal(got.as_slice(), &bytes[range])?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.get-mapped-range-get-with-copy: without a size gives all up to the end",
            async |device| {
                let buffer = super::mapped(device, 64);
                let bytes = ok(buffer.get_mapped_range_get_with_copy(Some(40), None))?;
                equal(bytes.len(), 24)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.get-mapped-range-get-with-copy: gives what was set before",
            async |device| {
                let buffer = super::mapped(device, 16);
                ok(buffer.get_mapped_range_set_with_copy(&[1, 2, 3, 4], Some(8), Some(4)))?;
                equal(
                    ok(buffer.get_mapped_range_get_with_copy(Some(8), Some(8)))?,
                    vec![1, 2, 3, 4, 0, 0, 0, 0],
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.get-mapped-range-set-with-copy: sets bytes by their place in the buffer",
            async |device| {
                let buffer = partly_mapped(device).await?;
                ok(buffer.get_mapped_range_set_with_copy(&[1; 8], Some(16), Some(8)))?;
                ok(buffer.get_mapped_range_set_with_copy(&[2; 8], Some(40), Some(8)))?;
                ok(buffer.unmap())?;
                let bytes = read(device, &buffer).await?;
                equal(&bytes[16..24], &[1; 8])?;
                equal(&bytes[40..48], &[2; 8])?;
                equal(bytes.iter().filter(|byte| **byte != 0).count(), 16)
            },
        )
        .await;
    suite
        .right(
            "gpu-buffer.get-mapped-range-set-with-copy: without a size sets all up to the end",
            async |device| {
                let buffer = super::mapped(device, 16);
                ok(buffer.get_mapped_range_set_with_copy(&[5; 8], Some(8), None))?;
                ok(buffer.unmap())?;
                let bytes = read(device, &buffer).await?;
                equal(bytes, [[0; 8], [5; 8]].concat())
            },
        )
        .await;
}

/// Both functions must be refused on the buffer.
fn refuses_both(buffer: &GpuBuffer, offset: Option<u64>, size: Option<u64>) -> [Outcome; 2] {
    let data = vec![0; size.unwrap_or(0).min(64) as usize];
    [
        fails_with!(
            buffer.get_mapped_range_get_with_copy(offset, size),
            GetMappedRangeErrorKind::OperationError
        ),
        fails_with!(
            buffer.get_mapped_range_set_with_copy(&data, offset, size),
            GetMappedRangeErrorKind::OperationError
        ),
    ]
}

const BOTH: [&str; 2] = [
    "gpu-buffer.get-mapped-range-get-with-copy",
    "gpu-buffer.get-mapped-range-set-with-copy",
];

async fn refused_in_state(suite: &mut Suite) {
    for (index, function) in BOTH.iter().enumerate() {
        let refuses = |buffer: &GpuBuffer| {
            let [getting, setting] = refuses_both(buffer, None, None);
            if index == 0 { getting } else { setting }
        };
        suite
            .wrong(
                &format!("{function}: of a buffer that is not mapped is an operation-error"),
                async |device| refuses(&super::writable(device, 16)),
            )
            .await;
        suite
            .wrong(
                &format!("{function}: of a buffer about to be mapped is an operation-error"),
                async |device| {
                    let buffer = super::busy(device, 16);
                    let mapping = begin(buffer.map_async(GpuMapMode::READ, None, None)).await?;
                    refuses(&buffer)?;
                    ok(mapping.await)
                },
            )
            .await;
        suite
            .wrong(
                &format!("{function}: after unmap is an operation-error"),
                async |device| {
                    let buffer = super::mapped(device, 16);
                    ok(buffer.unmap())?;
                    refuses(&buffer)
                },
            )
            .await;
        suite
            .wrong(
                &format!("{function}: after destroy is an operation-error"),
                async |device| {
                    let buffer = super::mapped(device, 16);
                    buffer.destroy();
                    refuses(&buffer)
                },
            )
            .await;
        suite
            .wrong(
                &format!("{function}: after the device was destroyed is an operation-error"),
                async |device| {
                    let buffer = super::mapped(device, 16);
                    device.destroy();
                    refuses(&buffer)
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-buffer.get-mapped-range-get-with-copy: of an invalid buffer mapped at creation gives zeros",
            async |device| {
                let buffer = super::invalid_mapped(device, 16).await?;
                equal(ok(buffer.get_mapped_range_get_with_copy(None, None))?, vec![0; 16])
            },
        )
        .await;
    suite
        .wrong(
            "gpu-buffer.get-mapped-range-set-with-copy: of an invalid buffer mapped at creation works",
            async |device| {
                let buffer = super::invalid_mapped(device, 16).await?;
                ok(buffer.get_mapped_range_set_with_copy(&[1; 16], None, None))?;
                equal(ok(buffer.get_mapped_range_get_with_copy(None, None))?, vec![1; 16])
            },
        )
        .await;
}

/// What is refused of a buffer of 64 bytes whose bytes 16 to 48 are mapped.
async fn refused_ranges(suite: &mut Suite) {
    for (what, offset, size) in [
        ("an offset that is no multiple of 8", Some(20), Some(4)),
        ("a size that is no multiple of 4", Some(16), Some(6)),
        ("a range before what is mapped", Some(0), Some(16)),
        (
            "a range that begins before what is mapped",
            Some(8),
            Some(16),
        ),
        ("a range that ends after what is mapped", Some(40), Some(16)),
        ("a range after what is mapped", Some(56), Some(8)),
        ("a range past the end of the buffer", Some(64), Some(8)),
        ("an offset past the end of the buffer", Some(128), None),
        ("an end beyond 2^64", Some(16), Some(u64::MAX - 7)),
    ] {
        for (index, function) in BOTH.iter().enumerate() {
            suite
                .wrong(
                    &format!("{function}: {what} is an operation-error"),
                    async |device| {
                        let buffer = partly_mapped(device).await?;
                        let [getting, setting] = refuses_both(&buffer, offset, size);
                        if index == 0 { getting } else { setting }
                    },
                )
                .await;
        }
    }
}
