//! Query sets as objects: creation, getters, destruction.

use crate::{TIMESTAMPS, attachment, occlusion_set};
use harness::*;

pub async fn run(suite: &mut Suite) {
    creation(suite).await;
    getters(suite).await;
    destruction(suite).await;
    labels(
        suite,
        "gpu-query-set",
        async |device, label| {
            ok(device.create_query_set(&GpuQuerySetDescriptor {
                label,
                ..query_set(GpuQueryType::Occlusion, 1)
            }))
        },
        invalid_query_set,
    )
    .await;
}

async fn creation(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-query-set: of no query, one, and 4096",
            async |device| {
                for count in [0, 1, 4096] {
                    equal(occlusion_set(device, count)?.count(), count)?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .requiring(&TIMESTAMPS)
        .right(
            "gpu-device.create-query-set: of timestamps",
            async |device| {
                ok(device.create_query_set(&query_set(GpuQueryType::Timestamp, 2)))?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-query-set: of timestamps without the feature is a type-error",
            async |device| {
                fails_with!(
                    device.create_query_set(&query_set(GpuQueryType::Timestamp, 2)),
                    CreateQuerySetErrorKind::TypeError
                )
            },
        )
        .await;
    for count in [4097, u32::MAX] {
        suite
            .wrong(
                &format!("gpu-device.create-query-set: of {count} queries"),
                async |device| {
                    let descriptor = query_set(GpuQueryType::Occlusion, count);
                    ok(refused(device, || device.create_query_set(&descriptor)).await?)?;
                    Ok(())
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-device.create-query-set: on a destroyed device gives one, and no error",
            async |device| {
                device.destroy();
                equal(occlusion_set(device, 3)?.count(), 3)
            },
        )
        .await;
}

async fn getters(suite: &mut Suite) {
    suite
        .right(
            "gpu-query-set.type: is that of the descriptor",
            async |device| is_occlusion(&occlusion_set(device, 3)?),
        )
        .await;
    suite
        .requiring(&TIMESTAMPS)
        .right(
            "gpu-query-set.type: is that of timestamps",
            async |device| {
                let queries = ok(device.create_query_set(&query_set(GpuQueryType::Timestamp, 2)))?;
                holds(
                    matches!(queries.type_(), GpuQueryType::Timestamp),
                    "timestamp",
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-query-set.count: is that of the descriptor",
            async |device| equal(occlusion_set(device, 3)?.count(), 3),
        )
        .await;
    suite
        .wrong(
            "gpu-query-set.type: of an invalid set is that of its descriptor",
            async |device| is_occlusion(&invalid_query_set(device, None).await?),
        )
        .await;
    suite
        .wrong(
            "gpu-query-set.count: of an invalid set is that of its descriptor",
            async |device| equal(invalid_query_set(device, None).await?.count(), 4097),
        )
        .await;
    suite
        .wrong(
            "gpu-query-set.type: of a destroyed set is what it was",
            async |device| {
                let queries = occlusion_set(device, 3)?;
                queries.destroy();
                is_occlusion(&queries)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-query-set.count: of a destroyed set is what it was",
            async |device| {
                let queries = occlusion_set(device, 3)?;
                queries.destroy();
                equal(queries.count(), 3)
            },
        )
        .await;
}

fn is_occlusion(queries: &GpuQuerySet) -> Outcome {
    holds(
        matches!(queries.type_(), GpuQueryType::Occlusion),
        "occlusion",
    )
}

async fn destruction(suite: &mut Suite) {
    suite
        .right("gpu-query-set.destroy: of a new set", async |device| {
            occlusion_set(device, 3)?.destroy();
            Ok(())
        })
        .await;
    suite
        .wrong("gpu-query-set.destroy: twice is as once", async |device| {
            let queries = occlusion_set(device, 3)?;
            queries.destroy();
            queries.destroy();
            Ok(())
        })
        .await;
    suite
        .wrong(
            "gpu-query-set.destroy: of an invalid set does nothing",
            async |device| {
                invalid_query_set(device, None).await?.destroy();
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-query-set.destroy: makes submitting a pass with the set an error",
            async |device| {
                let queries = occlusion_set(device, 1)?;
                let view = attachment(device);
                refused_by_queue(device, |encoder| {
                    render(
                        encoder,
                        &GpuRenderPassDescriptor {
                            occlusion_query_set: Some(&queries),
                            ..render_pass(vec![color(&view)])
                        },
                        |pass| {
                            pass.begin_occlusion_query(0);
                            pass.end_occlusion_query();
                        },
                    );
                    queries.destroy();
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-query-set.destroy: makes submitting what resolves the set an error",
            async |device| {
                let queries = occlusion_set(device, 1)?;
                let buffer = device.create_buffer(&buffer(8, GpuBufferUsage::QUERY_RESOLVE));
                refused_by_queue(device, |encoder| {
                    encoder.resolve_query_set(&queries, 0, 1, &buffer, 0);
                    queries.destroy();
                })
                .await
            },
        )
        .await;
}
