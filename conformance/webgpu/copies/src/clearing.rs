//! `clear-buffer`.

use crate::{COPIED, counted};
use harness::*;

/// What is cleared of a buffer of 32 bytes, from where on and how much, and what of it is kept.
#[rustfmt::skip]
const RIGHT: &[(&str, Option<u64>, Option<u64>, fn(usize) -> bool)] = &[
    ("all", None, None, |_| false),
    ("from an offset on", Some(8), None, |i| i < 8),
    ("a part", Some(4), Some(20), |i| !(4..24).contains(&i)),
    ("the beginning", None, Some(4), |i| i >= 4),
    ("nothing", Some(4), Some(0), |_| true),
    ("nothing at the end", Some(32), None, |_| true),
];

#[rustfmt::skip]
const WRONG: &[(&str, Option<u64>, Option<u64>)] = &[
    ("from an offset that is no multiple of 4", Some(2), Some(4)),
    ("a size that is no multiple of 4", None, Some(6)),
    ("past the end", Some(20), Some(16)),
    ("more than there is", None, Some(36)),
    ("from an offset past the end", Some(36), None),
    ("from an offset past the end, nothing", Some(36), Some(0)),
    ("from an offset that overflows", Some(u64::MAX - 3), Some(8)),
    ("a size that overflows", Some(4), Some(u64::MAX - 3)),
];

pub async fn run(suite: &mut Suite) {
    for (what, offset, size, is_kept) in RIGHT {
        suite
            .right(
                &format!("gpu-command-encoder.clear-buffer: {what}"),
                async |device| {
                    let buffer = buffer_of(device, &counted(32), COPIED)?;
                    submit(device, |encoder| {
                        encoder.clear_buffer(&buffer, *offset, *size);
                    });
                    let kept = |i: usize| if is_kept(i) { i as u8 + 1 } else { 0 };
                    equal(read(device, &buffer).await?, (0..32).map(kept).collect())
                },
            )
            .await;
    }
    for (what, offset, size) in WRONG {
        suite
            .wrong(
                &format!("gpu-command-encoder.clear-buffer: {what}"),
                async |device| {
                    let buffer = device.create_buffer(&buffer(32, COPIED));
                    refused_at_finish(device, |encoder| {
                        encoder.clear_buffer(&buffer, *offset, *size);
                    })
                    .await
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-command-encoder.clear-buffer: of a buffer without copy-dst",
            async |device| {
                let buffer = device.create_buffer(&buffer(32, GpuBufferUsage::COPY_SRC));
                refused_at_finish(device, |encoder| encoder.clear_buffer(&buffer, None, None)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.clear-buffer: of an invalid buffer",
            async |device| {
                let invalid = invalid_buffer(device, None).await?;
                refused_at_finish(device, |encoder| encoder.clear_buffer(&invalid, None, None))
                    .await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.clear-buffer: of a destroyed buffer cannot be submitted",
            async |device| {
                let buffer = device.create_buffer(&buffer(32, COPIED));
                buffer.destroy();
                refused_by_queue(device, |encoder| encoder.clear_buffer(&buffer, None, None)).await
            },
        )
        .await;
}
