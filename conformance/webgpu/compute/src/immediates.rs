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
