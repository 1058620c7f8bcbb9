//! `copy-buffer-to-buffer`.

use crate::{COPIED, counted};
use harness::*;

/// A copy between buffers of 32 bytes.
#[derive(Clone, Copy)]
struct Copy {
    source_usage: GpuBufferUsage,
    destination_usage: GpuBufferUsage,
    source_offset: Option<u64>,
    destination_offset: Option<u64>,
    size: Option<u64>,
}

/// A copy of all, which is right.
const WHOLE: Copy = Copy {
    source_usage: COPIED,
    destination_usage: COPIED,
    source_offset: None,
    destination_offset: None,
    size: None,
};

/// What is copied, and what the destination holds then, of 1 to 32, if it was zero before.
#[rustfmt::skip]
const RIGHT: &[(&str, Copy, fn(usize) -> u8)] = &[
    ("all", WHOLE, |i| i as u8 + 1),
    ("a part", Copy { source_offset: Some(4), destination_offset: Some(8), size: Some(12), ..WHOLE },
        |i| if (8..20).contains(&i) { i as u8 - 3 } else { 0 }),
    ("from an offset to the end", Copy { source_offset: Some(24), ..WHOLE },
        |i| if i < 8 { i as u8 + 25 } else { 0 }),
    ("to the end", Copy { destination_offset: Some(28), size: Some(4), ..WHOLE },
        |i| if i >= 28 { i as u8 - 27 } else { 0 }),
    ("nothing", Copy { size: Some(0), ..WHOLE }, |_| 0),
    ("nothing at both ends",
        Copy { source_offset: Some(32), destination_offset: Some(32), ..WHOLE }, |_| 0),
];

#[rustfmt::skip]
const WRONG: &[(&str, Copy)] = &[
    ("from a buffer without copy-src", Copy { source_usage: GpuBufferUsage::COPY_DST, ..WHOLE }),
    ("to a buffer without copy-dst", Copy { destination_usage: GpuBufferUsage::COPY_SRC, ..WHOLE }),
    ("a size that is no multiple of 4", Copy { size: Some(6), ..WHOLE }),
    ("from an offset that is no multiple of 4",
        Copy { source_offset: Some(2), size: Some(4), ..WHOLE }),
    ("to an offset that is no multiple of 4",
        Copy { destination_offset: Some(2), size: Some(4), ..WHOLE }),
    ("past the end of the source", Copy { source_offset: Some(20), size: Some(16), ..WHOLE }),
    ("past the end of the destination",
        Copy { destination_offset: Some(20), size: Some(16), ..WHOLE }),
    ("more than there is", Copy { size: Some(36), ..WHOLE }),
    ("the rest of the source, which is too much", Copy { destination_offset: Some(4), ..WHOLE }),
    ("from an offset past the end", Copy { source_offset: Some(36), ..WHOLE }),
    ("from an offset past the end, nothing", Copy { source_offset: Some(36), size: Some(0), ..WHOLE }),
    ("to an offset past the end, nothing",
        Copy { destination_offset: Some(36), size: Some(0), ..WHOLE }),
    ("from an offset that overflows",
        Copy { source_offset: Some(u64::MAX - 3), size: Some(8), ..WHOLE }),
    ("to an offset that overflows",
        Copy { destination_offset: Some(u64::MAX - 3), size: Some(8), ..WHOLE }),
];

impl Copy {
    fn source(&self, device: &GpuDevice) -> Outcome<GpuBuffer> {
        buffer_of(device, &counted(32), COPIED)
    }

    fn encode(&self, encoder: &GpuCommandEncoder, source: &GpuBuffer, destination: &GpuBuffer) {
        encoder.copy_buffer_to_buffer(
            source,
            self.source_offset,
            destination,
            self.destination_offset,
            self.size,
        );
    }
}

pub async fn run(suite: &mut Suite) {
    for (what, copy, expected) in RIGHT {
        suite
            .right(
                &format!("gpu-command-encoder.copy-buffer-to-buffer: {what}"),
                async |device| {
                    let source = copy.source(device)?;
                    let destination = device.create_buffer(&buffer(32, COPIED));
                    submit(device, |encoder| {
                        copy.encode(encoder, &source, &destination)
                    });
                    equal(
                        read(device, &destination).await?,
                        (0..32).map(expected).collect(),
                    )
                },
            )
            .await;
    }
    for (what, copy) in WRONG {
        suite
            .wrong(
                &format!("gpu-command-encoder.copy-buffer-to-buffer: {what}"),
                async |device| {
                    let source = device.create_buffer(&buffer(32, copy.source_usage));
                    let destination = device.create_buffer(&buffer(32, copy.destination_usage));
                    refused_at_finish(device, |encoder| {
                        copy.encode(encoder, &source, &destination)
                    })
                    .await
                },
            )
            .await;
    }
    states(suite).await;
}

/// Buffers that cannot be copied for what they are.
async fn states(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-command-encoder.copy-buffer-to-buffer: within one buffer",
            async |device| {
                let buffer = device.create_buffer(&buffer(32, COPIED));
                refused_at_finish(device, |encoder| {
                    encoder.copy_buffer_to_buffer(&buffer, Some(0), &buffer, Some(16), Some(8));
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-buffer-to-buffer: from an invalid buffer",
            async |device| {
                let invalid = invalid_buffer(device, None).await?;
                let other = device.create_buffer(&buffer(16, COPIED));
                refused_at_finish(device, |encoder| WHOLE.encode(encoder, &invalid, &other)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-buffer-to-buffer: to an invalid buffer",
            async |device| {
                let invalid = invalid_buffer(device, None).await?;
                let other = device.create_buffer(&buffer(16, COPIED));
                refused_at_finish(device, |encoder| WHOLE.encode(encoder, &other, &invalid)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-buffer-to-buffer: with a buffer of another device",
            async |device| {
                let foreign = new_device(&[]).await?.create_buffer(&buffer(32, COPIED));
                let own = device.create_buffer(&buffer(32, COPIED));
                invalidates(device, |encoder| WHOLE.encode(encoder, &foreign, &own)).await?;
                refused_at_finish(device, |encoder| WHOLE.encode(encoder, &own, &foreign)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.copy-buffer-to-buffer: with a destroyed buffer cannot be submitted",
            async |device| {
                let source = device.create_buffer(&buffer(32, COPIED));
                let destination = device.create_buffer(&buffer(32, COPIED));
                destination.destroy();
                refused_by_queue(device, |encoder| {
                    WHOLE.encode(encoder, &source, &destination);
                })
                .await
            },
        )
        .await;
}
