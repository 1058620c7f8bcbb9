//! `dispatch-workgroups` and `dispatch-workgroups-indirect`.

use super::{Counter, refused_in_pass};
use harness::*;

pub async fn run(suite: &mut Suite) {
    direct(suite).await;
    direct_refused(suite).await;
    indirect(suite).await;
    indirect_refused(suite).await;
}

/// How many workgroups run.
async fn workgroups(device: &GpuDevice, x: u32, y: Option<u32>, z: Option<u32>) -> Outcome<u32> {
    let counter = Counter::new(device);
    submit(device, |encoder| {
        compute_pass(encoder, |pass| {
            counter.set(pass);
            pass.dispatch_workgroups(x, y, z);
        });
    });
    counter.workgroups(device).await
}

async fn direct(suite: &mut Suite) {
    for (what, x, y, z, expected) in [
        ("runs as many workgroups as it says", 7, None, None, 7),
        ("in two dimensions", 3, Some(4), None, 12),
        ("in three dimensions", 2, Some(3), Some(4), 24),
        ("without y but with z", 2, None, Some(5), 10),
        ("of none in x", 0, Some(3), Some(4), 0),
        ("of none in y", 3, Some(0), Some(4), 0),
        ("of none in z", 3, Some(4), Some(0), 0),
        ("of the most in a dimension", 1, Some(65535), None, 65535),
    ] {
        suite
            .right(
                &format!("gpu-compute-pass-encoder.dispatch-workgroups: {what}"),
                async |device| equal(workgroups(device, x, y, z).await?, expected),
            )
            .await;
    }
    suite
        .right(
            "gpu-compute-pass-encoder.dispatch-workgroups: gives each invocation its number",
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32>;

                     @compute @workgroup_size(4, 2)
                     fn main(@builtin(global_invocation_id) id: vec3u) {
                         numbers[id.y * 8 + id.x] = id.x * 100 + id.y;
                     }",
                );
                let numbers = storage(device, 4 * 8 * 4);
                let group = buffers_for(device, &pipeline, &[&numbers]);
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        pass.set_pipeline(&pipeline);
                        let _ = pass.set_bind_group(0, Some(&group), None, None, None);
                        pass.dispatch_workgroups(2, Some(2), None);
                    });
                });
                let expected: Vec<u32> = (0..32).map(|place| place % 8 * 100 + place / 8).collect();
                equal(words_of(&read(device, &numbers).await?), expected)
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.dispatch-workgroups: sees what one before it wrote",
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> number: u32;

                     @compute @workgroup_size(1)
                     fn main() {
                         number = number * 3 + 1;
                     }",
                );
                let number = storage(device, 4);
                let group = buffers_for(device, &pipeline, &[&number]);
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        pass.set_pipeline(&pipeline);
                        let _ = pass.set_bind_group(0, Some(&group), None, None, None);
                        for _ in 0..5 {
                            pass.dispatch_workgroups(1, None, None);
                        }
                    });
                });
                equal(words_of(&read(device, &number).await?), vec![121])
            },
        )
        .await;
}

async fn direct_refused(suite: &mut Suite) {
    let function = "gpu-compute-pass-encoder.dispatch-workgroups";
    for (what, x, y, z) in [
        ("too many in x", 65536, None, None),
        ("too many in y", 1, Some(65536), None),
        ("too many in z", 1, None, Some(65536)),
        ("too many though there are none", 0, Some(u32::MAX), None),
    ] {
        suite
            .wrong(&format!("{function}: {what}"), async |device| {
                let counter = Counter::new(device);
                refused_in_pass(device, |pass| {
                    counter.set(pass);
                    pass.dispatch_workgroups(x, y, z);
                })
                .await
            })
            .await;
    }
    suite
        .wrong(&format!("{function}: without a pipeline"), async |device| {
            let counter = Counter::new(device);
            refused_in_pass(device, |pass| {
                counter.set_group(pass);
                pass.dispatch_workgroups(1, None, None);
            })
            .await
        })
        .await;
    suite
        .wrong(
            &format!("{function}: without a bind group"),
            async |device| {
                let counter = Counter::new(device);
                refused_in_pass(device, |pass| {
                    pass.set_pipeline(&counter.pipeline);
                    pass.dispatch_workgroups(1, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: with a bind group of another pipeline's own layout"),
            async |device| {
                let (counter, other) = (Counter::new(device), Counter::new(device));
                refused_in_pass(device, |pass| {
                    pass.set_pipeline(&counter.pipeline);
                    other.set_group(pass);
                    pass.dispatch_workgroups(1, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: with a bind group whose buffer is too small"),
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32, 8>;

                 @compute @workgroup_size(1)
                 fn main() {
                     numbers[7] = 1;
                 }",
                );
                let small = device.create_buffer(&buffer(16, GpuBufferUsage::STORAGE));
                let layout = pipeline.get_bind_group_layout(0);
                refused(device, || {
                    device.create_bind_group(&bind_group(
                        &layout,
                        vec![bound(0, part_of(&small, None, None))],
                    ))
                })
                .await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: with one buffer to write to twice"),
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> one: u32;
                 @group(0) @binding(1) var<storage, read_write> other: u32;

                 @compute @workgroup_size(1)
                 fn main() {
                     one = other;
                 }",
                );
                let number = device.create_buffer(&buffer(4, GpuBufferUsage::STORAGE));
                let group = buffers_for(device, &pipeline, &[&number, &number]);
                refused_in_pass(device, |pass| run_in(pass, &pipeline, &group)).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: with one buffer to read from and to write to"),
            async |device| {
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read> one: u32;
                 @group(0) @binding(1) var<storage, read_write> other: u32;

                 @compute @workgroup_size(1)
                 fn main() {
                     other = one;
                 }",
                );
                let number = device.create_buffer(&buffer(4, GpuBufferUsage::STORAGE));
                let group = buffers_for(device, &pipeline, &[&number, &number]);
                refused_in_pass(device, |pass| run_in(pass, &pipeline, &group)).await
            },
        )
        .await;
    suite
        .wrong(&format!("{function}: after the end"), async |device| {
            let encoder = device.create_command_encoder(None);
            let pass = encoder.begin_compute_pass(None);
            pass.end();
            refused(device, || pass.dispatch_workgroups(1, None, None)).await
        })
        .await;
}

fn indirect_buffer(device: &GpuDevice, words: &[u32]) -> Outcome<GpuBuffer> {
    buffer_of(device, &bytes_of(words), GpuBufferUsage::INDIRECT)
}

async fn indirect(suite: &mut Suite) {
    let function = "gpu-compute-pass-encoder.dispatch-workgroups-indirect";
    for (what, words, offset, expected) in [
        ("takes the numbers from a buffer", vec![2, 3, 4], 0, 24),
        ("from an offset", vec![9, 9, 2, 1, 3], 8, 6),
        ("of none", vec![5, 0, 5], 0, 0),
        ("of too many does nothing", vec![65536, 1, 1], 0, 0),
    ] {
        suite
            .right(&format!("{function}: {what}"), async |device| {
                let counter = Counter::new(device);
                let numbers = indirect_buffer(device, &words)?;
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        counter.set(pass);
                        pass.dispatch_workgroups_indirect(&numbers, offset);
                    });
                });
                equal(counter.workgroups(device).await?, expected)
            })
            .await;
    }
    suite
        .right(
            &format!("{function}: takes numbers that a dispatch before it wrote"),
            async |device| {
                let counter = Counter::new(device);
                let pipeline = computing(
                    device,
                    "@group(0) @binding(0) var<storage, read_write> numbers: array<u32, 3>;

                 @compute @workgroup_size(1)
                 fn main() {
                     numbers = array(5, 2, 1);
                 }",
                );
                let numbers = device.create_buffer(&buffer(
                    12,
                    GpuBufferUsage::STORAGE | GpuBufferUsage::INDIRECT,
                ));
                let group = buffers_for(device, &pipeline, &[&numbers]);
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        run_in(pass, &pipeline, &group);
                        counter.set(pass);
                        pass.dispatch_workgroups_indirect(&numbers, 0);
                    });
                });
                equal(counter.workgroups(device).await?, 10)
            },
        )
        .await;
}

async fn indirect_refused(suite: &mut Suite) {
    let function = "gpu-compute-pass-encoder.dispatch-workgroups-indirect";
    for (what, offset) in [
        ("an offset that is no multiple of 4", 2),
        ("numbers past the end", 4),
        ("an offset past the end", 16),
        ("an end beyond 2^64", u64::MAX - 3),
    ] {
        suite
            .wrong(&format!("{function}: {what}"), async |device| {
                let counter = Counter::new(device);
                let numbers = indirect_buffer(device, &[1, 1, 1])?;
                refused_in_pass(device, |pass| {
                    counter.set(pass);
                    pass.dispatch_workgroups_indirect(&numbers, offset);
                })
                .await
            })
            .await;
    }
    suite
        .wrong(
            &format!("{function}: from a buffer without the usage indirect"),
            async |device| {
                let counter = Counter::new(device);
                let numbers = device.create_buffer(&buffer(12, GpuBufferUsage::STORAGE));
                refused_in_pass(device, |pass| {
                    counter.set(pass);
                    pass.dispatch_workgroups_indirect(&numbers, 0);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: from an invalid buffer"),
            async |device| {
                let counter = Counter::new(device);
                let invalid = invalid_buffer(device, None).await?;
                refused_in_pass(device, |pass| {
                    counter.set(pass);
                    pass.dispatch_workgroups_indirect(&invalid, 0);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: from a buffer that it writes to"),
            async |device| {
                let pipeline = computing(device, super::COUNT);
                let both = device.create_buffer(&buffer(
                    12,
                    GpuBufferUsage::STORAGE | GpuBufferUsage::INDIRECT,
                ));
                let layout = pipeline.get_bind_group_layout(0);
                let group = device.create_bind_group(&bind_group(
                    &layout,
                    vec![bound(0, part_of(&both, None, None))],
                ));
                refused_in_pass(device, |pass| {
                    pass.set_pipeline(&pipeline);
                    let _ = pass.set_bind_group(0, Some(&group), None, None, None);
                    pass.dispatch_workgroups_indirect(&both, 0);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(&format!("{function}: without a pipeline"), async |device| {
            let numbers = indirect_buffer(device, &[1, 1, 1])?;
            refused_in_pass(device, |pass| {
                pass.dispatch_workgroups_indirect(&numbers, 0)
            })
            .await
        })
        .await;
    suite
        .wrong(
            &format!("{function}: from a buffer destroyed before submission"),
            async |device| {
                let counter = Counter::new(device);
                let numbers = indirect_buffer(device, &[1, 1, 1])?;
                let work = encode(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        counter.set(pass);
                        pass.dispatch_workgroups_indirect(&numbers, 0);
                    });
                });
                numbers.destroy();
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
}
