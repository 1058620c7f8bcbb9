//! `set-bind-group` (specification, "Bind Groups").

use super::{Counter, refused_in_pass};
use harness::*;

pub async fn run(suite: &mut Suite) {
    accepted(suite).await;
    offsets(suite).await;
    wrong_offsets(suite).await;
    refused_groups(suite).await;
}

/// Copies number by number from group 0 to group 1.
const COPY: &str = "
    @group(0) @binding(0) var<uniform> source: u32;
    @group(1) @binding(0) var<storage, read_write> target_: u32;

    @compute @workgroup_size(1)
    fn main() {
        target_ = source;
    }";

async fn accepted(suite: &mut Suite) {
    let function = "gpu-compute-pass-encoder.set-bind-group";
    suite
        .right(
            &format!("{function}: of several indices, in any order"),
            async |device| {
                let pipeline = computing(device, COPY);
                let source = buffer_of(device, &bytes_of(&[42]), GpuBufferUsage::UNIFORM)?;
                let target = storage(device, 4);
                let layouts = [0, 1].map(|index| pipeline.get_bind_group_layout(index));
                let group = |index: usize, buffer| {
                    device.create_bind_group(&bind_group(
                        &layouts[index],
                        vec![bound(0, part_of(buffer, None, None))],
                    ))
                };
                let (sources, targets) = (group(0, &source), group(1, &target));
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        let _ = pass.set_bind_group(1, Some(&targets), None, None, None);
                        pass.set_pipeline(&pipeline);
                        let _ = pass.set_bind_group(0, Some(&sources), None, None, None);
                        pass.dispatch_workgroups(1, None, None);
                    });
                });
                equal(words_of(&read(device, &target).await?), vec![42])
            },
        )
        .await;
    suite
        .right(
            &format!("{function}: of an index that the pipeline does not use"),
            async |device| {
                let counter = Counter::new(device);
                let layout = device.create_bind_group_layout(&bind_group_layout(vec![]));
                let empty = device.create_bind_group(&bind_group(&layout, vec![]));
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        counter.set(pass);
                        let _ = pass.set_bind_group(3, Some(&empty), None, None, None);
                        pass.dispatch_workgroups(1, None, None);
                    });
                });
                equal(counter.workgroups(device).await?, 1)
            },
        )
        .await;
    suite
        .right(
            &format!("{function}: of none takes off what was set"),
            async |device| {
                let counter = Counter::new(device);
                refused_in_pass(device, |pass| {
                    counter.set(pass);
                    let _ = pass.set_bind_group(0, None, None, None, None);
                    pass.dispatch_workgroups(1, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .right(
            &format!("{function}: is a new beginning in each pass"),
            async |device| {
                let counter = Counter::new(device);
                refused_at_finish(device, |encoder| {
                    compute_pass(encoder, |pass| counter.set(pass));
                    compute_pass(encoder, |pass| {
                        pass.set_pipeline(&counter.pipeline);
                        pass.dispatch_workgroups(1, None, None);
                    });
                })
                .await
            },
        )
        .await;
}

/// A layout with two buffers of dynamic offset, a pipeline that adds their numbers into a third,
/// and the bind group of it.
struct Adder {
    pipeline: GpuComputePipeline,
    group: GpuBindGroup,
    sum: GpuBuffer,
}

impl Adder {
    fn new(device: &GpuDevice) -> Outcome<Self> {
        let dynamic = |binding, type_| GpuBindGroupLayoutEntry {
            buffer: Some(GpuBufferBindingLayout {
                type_: Some(type_),
                has_dynamic_offset: Some(true),
                min_binding_size: Some(4),
            }),
            ..no_entry(binding, GpuShaderStage::COMPUTE)
        };
        // The offsets are in the order of bindings, whatever the order of entries.
        let layout = device.create_bind_group_layout(&bind_group_layout(vec![
            dynamic(5, GpuBufferBindingType::ReadOnlyStorage),
            buffer_entry(1, GpuShaderStage::COMPUTE, GpuBufferBindingType::Storage),
            dynamic(2, GpuBufferBindingType::Uniform),
        ]));
        let module = device.create_shader_module(&shader(
            "@group(0) @binding(2) var<uniform> one: u32;
             @group(0) @binding(5) var<storage, read> other: u32;
             @group(0) @binding(1) var<storage, read_write> sum: u32;

             @compute @workgroup_size(1)
             fn main() {
                 sum = one * 1000 + other;
             }",
        ));
        let pipeline = device.create_compute_pipeline(GpuComputePipelineDescriptor {
            layout: GpuLayoutMode::Specific(
                &device.create_pipeline_layout(&pipeline_layout(&[&layout])),
            ),
            ..compute_pipeline(&module)
        });
        let mut words = vec![0; 256];
        for (place, word) in [(0, 1), (64, 2), (128, 3), (192, 4)] {
            words[place] = word;
        }
        let source = buffer_of(
            device,
            &bytes_of(&words),
            GpuBufferUsage::UNIFORM | GpuBufferUsage::STORAGE,
        )?;
        let sum = storage(device, 4);
        let group = device.create_bind_group(&bind_group(
            &layout,
            vec![
                bound(1, part_of(&sum, None, None)),
                bound(2, part_of(&source, None, Some(4))),
                bound(5, part_of(&source, Some(256), Some(4))),
            ],
        ));
        Ok(Adder {
            pipeline,
            group,
            sum,
        })
    }
}

/// Arguments of `set-bind-group`: the data, from where on, and how many.
type Offsets = (Vec<u32>, Option<u64>, Option<u32>);

async fn offsets(suite: &mut Suite) {
    for (what, (data, start, length), expected) in [
        (
            "adds dynamic offsets, in the order of bindings",
            (vec![256, 512], None, None),
            2004,
        ),
        ("takes dynamic offsets of 0", (vec![0, 0], None, None), 1002),
        (
            "takes a part of the data",
            (vec![9, 512, 256, 9], Some(1), Some(2)),
            3003,
        ),
        (
            "takes the data up to its end",
            (vec![9, 9, 256, 0], Some(2), Some(2)),
            2002,
        ),
    ] {
        suite
            .right(
                &format!("gpu-compute-pass-encoder.set-bind-group: {what}"),
                async |device| {
                    let adder = Adder::new(device)?;
                    let encoder = device.create_command_encoder(None);
                    let pass = encoder.begin_compute_pass(None);
                    pass.set_pipeline(&adder.pipeline);
                    ok(pass.set_bind_group(0, Some(&adder.group), Some(&data), start, length))?;
                    pass.dispatch_workgroups(1, None, None);
                    pass.end();
                    device.queue().submit(&[&encoder.finish(None)]);
                    equal(words_of(&read(device, &adder.sum).await?), vec![expected])
                },
            )
            .await;
    }
}

async fn wrong_offsets(suite: &mut Suite) {
    let refusals: [(&str, Offsets); 5] = [
        ("without the dynamic offsets", (vec![], None, None)),
        ("of too few dynamic offsets", (vec![0], None, None)),
        ("of too many dynamic offsets", (vec![0, 0, 0], None, None)),
        (
            "of a dynamic offset that is not aligned",
            (vec![128, 0], None, None),
        ),
        (
            "of a dynamic offset past the end of the buffer",
            (vec![1024, 0], None, None),
        ),
    ];
    for (what, (data, start, length)) in refusals {
        suite
            .wrong(
                &format!("gpu-compute-pass-encoder.set-bind-group: {what}"),
                async |device| {
                    let adder = Adder::new(device)?;
                    let encoder = device.create_command_encoder(None);
                    let pass = encoder.begin_compute_pass(None);
                    ok(pass.set_bind_group(0, Some(&adder.group), Some(&data), start, length))?;
                    pass.end();
                    refused(device, || encoder.finish(None)).await?;
                    Ok(())
                },
            )
            .await;
    }
    let range_errors: [(&str, Offsets); 3] = [
        (
            "a start past the end of the data",
            (vec![0, 0], Some(3), Some(0)),
        ),
        ("more offsets than the data", (vec![0, 0], Some(1), Some(2))),
        ("a start beyond 2^32", (vec![0, 0], Some(1 << 32), Some(2))),
    ];
    for (what, (data, start, length)) in range_errors {
        suite
            .wrong(
                &format!("gpu-compute-pass-encoder.set-bind-group: {what} is a range-error"),
                async |device| {
                    let adder = Adder::new(device)?;
                    let encoder = device.create_command_encoder(None);
                    let pass = encoder.begin_compute_pass(None);
                    fails_with!(
                        pass.set_bind_group(0, Some(&adder.group), Some(&data), start, length),
                        SetBindGroupErrorKind::RangeError
                    )?;
                    pass.end();
                    encoder.finish(None);
                    Ok(())
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-compute-pass-encoder.set-bind-group: of dynamic offsets where there are none",
            async |device| {
                let counter = Counter::new(device);
                refused_in_pass(device, |pass| {
                    let _ = pass.set_bind_group(0, Some(&counter.group), Some(&[0]), None, None);
                })
                .await
            },
        )
        .await;
}

async fn refused_groups(suite: &mut Suite) {
    let function = "gpu-compute-pass-encoder.set-bind-group";
    suite
        .wrong(
            &format!("{function}: of an index that is max-bind-groups"),
            async |device| {
                let counter = Counter::new(device);
                refused_in_pass(device, |pass| {
                    let _ = pass.set_bind_group(4, Some(&counter.group), None, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: of none, of an index that is max-bind-groups"),
            async |device| {
                refused_in_pass(device, |pass| {
                    let _ = pass.set_bind_group(4, None, None, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: of an invalid bind group"),
            async |device| {
                let invalid = invalid_bind_group(device, None).await?;
                refused_in_pass(device, |pass| {
                    let _ = pass.set_bind_group(0, Some(&invalid), None, None, None);
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: of a bind group of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let counter = Counter::new(&other);
                refused_in_pass(device, |pass| counter.set_group(pass)).await
            },
        )
        .await;
    suite
        .wrong(&format!("{function}: after the end"), async |device| {
            let counter = Counter::new(device);
            let encoder = device.create_command_encoder(None);
            let pass = encoder.begin_compute_pass(None);
            pass.end();
            refused(device, || counter.set_group(&pass)).await
        })
        .await;
    suite
        .wrong(
            &format!("{function}: whose buffer was destroyed is refused when submitted"),
            async |device| {
                let counter = Counter::new(device);
                let work = encode(device, |encoder| {
                    compute_pass(encoder, |pass| counter.set_group(pass));
                });
                counter.count.destroy();
                refused(device, || device.queue().submit(&[&work])).await
            },
        )
        .await;
}
