//! `resolve-query-set`.

use crate::occlusion_set;
use harness::*;

/// What is resolved of a set of 8 queries: from which on, how many, and to which offset of 512
/// bytes.
#[rustfmt::skip]
const RIGHT: &[(&str, u32, u32, u64)] = &[
    ("all", 0, 8, 0),
    ("one", 7, 1, 0),
    ("some, to an offset", 2, 5, 256),
    ("none", 3, 0, 0),
    ("none, to the end", 3, 0, 512),
];

#[rustfmt::skip]
const WRONG: &[(&str, u32, u32, u64)] = &[
    ("from a query on that is not there", 8, 1, 0),
    ("none, from a query on that is not there", 8, 0, 0),
    ("more than there are", 0, 9, 0),
    ("past the last", 5, 4, 0),
    ("as many as overflow", 1, u32::MAX, 0),
    ("to an offset that is no multiple of 256", 0, 1, 8),
    ("to an offset past the end", 0, 1, 512),
    ("none, to an offset past the end", 0, 0, 768),
    ("to an offset that overflows", 0, 1, u64::MAX - 255),
];

pub async fn run(suite: &mut Suite) {
    for (what, first, count, offset) in RIGHT {
        suite
            .right(
                &format!("gpu-command-encoder.resolve-query-set: {what}, which are zero at first"),
                async |device| {
                    let queries = occlusion_set(device, 8)?;
                    let usage = GpuBufferUsage::QUERY_RESOLVE | GpuBufferUsage::COPY_SRC;
                    let target = buffer_of(device, &[0xff; 512], usage)?;
                    submit(device, |encoder| {
                        encoder.resolve_query_set(&queries, *first, *count, &target, *offset);
                    });
                    let mut expected = vec![0xff; 512];
                    let start = *offset as usize;
                    expected[start..start + 8 * *count as usize].fill(0);
                    holds(
                        read(device, &target).await? == expected,
                        "zeros for the queries, and nothing else changed",
                    )
                },
            )
            .await;
    }
    for (what, first, count, offset) in WRONG {
        suite
            .wrong(
                &format!("gpu-command-encoder.resolve-query-set: {what}"),
                async |device| {
                    let queries = occlusion_set(device, 8)?;
                    let target = target(device);
                    refused_at_finish(device, |encoder| {
                        encoder.resolve_query_set(&queries, *first, *count, &target, *offset);
                    })
                    .await
                },
            )
            .await;
    }
    objects(suite).await;
}

fn target(device: &GpuDevice) -> GpuBuffer {
    device.create_buffer(&buffer(512, GpuBufferUsage::QUERY_RESOLVE))
}

/// Sets and buffers that cannot be used for what they are.
async fn objects(suite: &mut Suite) {
    let resolve = |encoder: &GpuCommandEncoder, queries: &GpuQuerySet, target: &GpuBuffer| {
        encoder.resolve_query_set(queries, 0, 1, target, 0);
    };
    suite
        .wrong(
            "gpu-command-encoder.resolve-query-set: to a buffer without query-resolve",
            async |device| {
                let queries = occlusion_set(device, 1)?;
                let target = device.create_buffer(&buffer(512, GpuBufferUsage::COPY_DST));
                refused_at_finish(device, |encoder| resolve(encoder, &queries, &target)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.resolve-query-set: to an invalid buffer",
            async |device| {
                let queries = occlusion_set(device, 1)?;
                let target = invalid_buffer(device, None).await?;
                refused_at_finish(device, |encoder| resolve(encoder, &queries, &target)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.resolve-query-set: an invalid set",
            async |device| {
                let queries = invalid_query_set(device, None).await?;
                let target = target(device);
                refused_at_finish(device, |encoder| resolve(encoder, &queries, &target)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-command-encoder.resolve-query-set: a set of another device",
            async |device| {
                let queries = occlusion_set(&new_device(&[]).await?, 1)?;
                let target = target(device);
                refused_at_finish(device, |encoder| resolve(encoder, &queries, &target)).await
            },
        )
        .await;
}
