//! `set-immediates` (specification, "Immediate Data").

use super::refused_in_pass;
use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-compute-pass-encoder.set-immediates: of no bytes",
            async |device| {
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| pass.set_immediates(0, &[], None, None));
                });
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.set-immediates: of some of the data",
            async |device| {
                needs_immediates(device, 8)?;
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        pass.set_immediates(0, &[1; 8], None, None);
                        pass.set_immediates(4, &[1; 12], Some(4), Some(4));
                    });
                });
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.set-immediates: are what the shader sees",
            async |device| {
                needs_immediates(device, 16)?;
                let pipeline = computing(
                    device,
                    "requires immediate_address_space;
                     struct Given { one: u32, two: f32, three: vec2i }
                     var<immediate> given: Given;
                     @group(0) @binding(0) var<storage, read_write> seen: array<vec4u>;

                     @compute @workgroup_size(1)
                     fn main() {
                         let bits = vec4u(given.one, bitcast<u32>(given.two), bitcast<vec2u>(given.three));
                         seen[select(0, 1, seen[0].x != 0)] = bits;
                     }",
                );
                let seen = storage(device, 32);
                let group = buffers_for(device, &pipeline, &[&seen]);
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        pass.set_immediates(0, &bytes_of(&[9, 2, 3, 4]), None, None);
                        pass.set_pipeline(&pipeline);
                        let _ = pass.set_bind_group(0, Some(&group), None, None, None);
                        pass.set_immediates(0, &bytes_of(&[7, 1, 7]), Some(4), Some(4));
                        pass.dispatch_workgroups(1, None, None);
                        pass.set_immediates(8, &bytes_of(&[5, 6]), None, None);
                        pass.dispatch_workgroups(1, None, None);
                    });
                });
                let words = words_of(&read(device, &seen).await?);
                equal(words, vec![1, 2, 3, 4, 1, 2, 5, 6])
            },
        )
        .await;
    for (what, offset, size) in [
        ("an offset that is no multiple of 4", 2, 4),
        ("past max-immediate-size", 1 << 20, 4),
        ("an end beyond 2^32", u32::MAX - 3, 8),
    ] {
        suite
            .wrong(
                &format!("gpu-compute-pass-encoder.set-immediates: {what}"),
                async |device| {
                    refused_in_pass(device, |pass| {
                        pass.set_immediates(offset, &vec![0; size], None, None);
                    })
                    .await
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-compute-pass-encoder.set-immediates: after the end",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let pass = encoder.begin_compute_pass(None);
                pass.end();
                refused(device, || pass.set_immediates(0, &[], None, None)).await
            },
        )
        .await;
}

fn needs_immediates(device: &GpuDevice, size: u32) -> Outcome {
    if device.limits().max_immediate_size() >= size {
        Ok(())
    } else {
        skipped("the device has no immediate data")
    }
}
