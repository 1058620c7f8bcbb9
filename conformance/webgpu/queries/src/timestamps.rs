//! Timestamps of passes (specification, "Timestamp Query"). What they say is left open, but for their
//! order, unless a GPU begins its count anew.

use crate::{TIMESTAMPS, attachment, occlusion_set, results};
use harness::*;

/// Where the begin and the end of a pass are written, of two queries.
type Indices = (Option<u32>, Option<u32>);

const RIGHT: &[(&str, Indices)] = &[
    ("of begin and end", (Some(0), Some(1))),
    ("of the end before the begin", (Some(1), Some(0))),
    ("of the begin alone", (Some(1), None)),
    ("of the end alone", (None, Some(0))),
];

const WRONG: &[(&str, Indices)] = &[
    ("of neither begin nor end", (None, None)),
    ("of begin and end in one", (Some(1), Some(1))),
    ("of the begin past the last", (Some(2), None)),
    ("of the end past the last", (Some(0), Some(2))),
];

/// Which pass is timed.
#[derive(Clone, Copy)]
enum Pass {
    Compute,
    Render,
}

impl Pass {
    const ALL: [Pass; 2] = [Pass::Compute, Pass::Render];

    fn function(self) -> &'static str {
        match self {
            Pass::Compute => "gpu-command-encoder.begin-compute-pass",
            Pass::Render => "gpu-command-encoder.begin-render-pass",
        }
    }

    /// A pass of no commands.
    fn encode(
        self,
        encoder: &GpuCommandEncoder,
        view: &GpuTextureView,
        queries: &GpuQuerySet,
        (begin, end): Indices,
    ) {
        match self {
            Pass::Compute => {
                let writes = GpuComputePassTimestampWrites {
                    query_set: queries,
                    beginning_of_pass_write_index: begin,
                    end_of_pass_write_index: end,
                };
                let descriptor = GpuComputePassDescriptor {
                    timestamp_writes: Some(writes),
                    label: None,
                };
                encoder.begin_compute_pass(Some(&descriptor)).end();
            }
            Pass::Render => {
                let writes = GpuRenderPassTimestampWrites {
                    query_set: queries,
                    beginning_of_pass_write_index: begin,
                    end_of_pass_write_index: end,
                };
                render(
                    encoder,
                    &GpuRenderPassDescriptor {
                        timestamp_writes: Some(writes),
                        ..render_pass(vec![color(view)])
                    },
                    |_| {},
                );
            }
        }
    }
}

fn timestamps(device: &GpuDevice) -> Outcome<GpuQuerySet> {
    ok(device.create_query_set(&query_set(GpuQueryType::Timestamp, 2)))
}

pub async fn run(suite: &mut Suite) {
    for pass in Pass::ALL {
        let function = pass.function();
        for (what, indices) in RIGHT {
            suite
                .requiring(&TIMESTAMPS)
                .right(
                    &format!("{function}: with timestamps {what}"),
                    async |device| {
                        let queries = timestamps(device)?;
                        let view = attachment(device);
                        submit(device, |encoder| {
                            pass.encode(encoder, &view, &queries, *indices);
                        });
                        equal(results(device, &queries).await?.len(), 2)
                    },
                )
                .await;
        }
        for (what, indices) in WRONG {
            suite
                .requiring(&TIMESTAMPS)
                .wrong(
                    &format!("{function}: with timestamps {what}"),
                    async |device| {
                        let queries = timestamps(device)?;
                        let view = attachment(device);
                        refused_at_finish(device, |encoder| {
                            pass.encode(encoder, &view, &queries, *indices);
                        })
                        .await
                    },
                )
                .await;
        }
        objects(suite, pass).await;
    }
    in_order(suite).await;
}

/// How often timestamps are taken until they are in order: that a count begins anew is rare.
const ATTEMPTS: usize = 3;

/// Passes of one submission, and of several, which a queue runs one after the other.
async fn in_order(suite: &mut Suite) {
    for pass in Pass::ALL {
        suite
            .requiring(&TIMESTAMPS)
            .right(
                &format!("{}: with timestamps that are in order", pass.function()),
                async |device| {
                    let queries =
                        ok(device.create_query_set(&query_set(GpuQueryType::Timestamp, 6)))?;
                    let view = attachment(device);
                    let mut taken = vec![];
                    for _ in 0..ATTEMPTS {
                        submit(device, |encoder| {
                            pass.encode(encoder, &view, &queries, (Some(0), Some(1)));
                            pass.encode(encoder, &view, &queries, (Some(2), Some(3)));
                        });
                        submit(device, |encoder| {
                            pass.encode(encoder, &view, &queries, (Some(4), Some(5)));
                        });
                        taken = results(device, &queries).await?;
                        if taken.is_sorted() {
                            return Ok(());
                        }
                    }
                    failed(format!("expected timestamps in order, got {taken:?}"))
                },
            )
            .await;
    }
}

/// Sets that cannot have timestamps for what they are.
async fn objects(suite: &mut Suite, pass: Pass) {
    const BOTH: Indices = (Some(0), Some(1));
    let function = pass.function();
    for (what, features) in [
        ("with timestamps in occlusion queries", &TIMESTAMPS[..]),
        ("with timestamps, without the feature", &[]),
    ] {
        suite
            .requiring(features)
            .wrong(&format!("{function}: {what}"), async |device| {
                let queries = occlusion_set(device, 2)?;
                let view = attachment(device);
                refused_at_finish(device, |encoder| {
                    pass.encode(encoder, &view, &queries, BOTH);
                })
                .await
            })
            .await;
    }
    suite
        .requiring(&TIMESTAMPS)
        .wrong(
            &format!("{function}: with timestamps in an invalid set"),
            async |device| {
                let queries = invalid_query_set(device, None).await?;
                let view = attachment(device);
                refused_at_finish(device, |encoder| {
                    pass.encode(encoder, &view, &queries, BOTH);
                })
                .await
            },
        )
        .await;
    suite
        .requiring(&TIMESTAMPS)
        .wrong(
            &format!("{function}: with timestamps in a set of another device"),
            async |device| {
                let queries = timestamps(&new_device(&TIMESTAMPS).await?)?;
                let view = attachment(device);
                refused_at_finish(device, |encoder| {
                    pass.encode(encoder, &view, &queries, BOTH);
                })
                .await
            },
        )
        .await;
    suite
        .requiring(&TIMESTAMPS)
        .wrong(
            &format!("{function}: with timestamps in a set that was destroyed cannot be submitted"),
            async |device| {
                let queries = timestamps(device)?;
                let view = attachment(device);
                refused_by_queue(device, |encoder| {
                    pass.encode(encoder, &view, &queries, BOTH);
                    queries.destroy();
                })
                .await
            },
        )
        .await;
}
