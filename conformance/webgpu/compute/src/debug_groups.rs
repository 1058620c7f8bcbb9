//! Debug groups and markers of a compute pass (specification, "Debug Markers").

use super::refused_in_pass;
use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-compute-pass-encoder.push-debug-group: of groups within groups",
            async |device| {
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        pass.push_debug_group("outer");
                        pass.push_debug_group("chicory 🌿");
                        pass.pop_debug_group();
                        pass.push_debug_group("");
                        pass.pop_debug_group();
                        pass.pop_debug_group();
                    });
                });
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.push-debug-group: without its end",
            async |device| refused_in_pass(device, |pass| pass.push_debug_group("open")).await,
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.push-debug-group: after the end",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let pass = encoder.begin_compute_pass(None);
                pass.end();
                refused(device, || pass.push_debug_group("late")).await
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.pop-debug-group: ends the innermost group",
            async |device| {
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        for _ in 0..100 {
                            pass.push_debug_group("deep");
                        }
                        for _ in 0..100 {
                            pass.pop_debug_group();
                        }
                    });
                });
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.pop-debug-group: without a group",
            async |device| refused_in_pass(device, GpuComputePassEncoder::pop_debug_group).await,
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.pop-debug-group: of a group of the encoder",
            async |device| {
                refused_at_finish(device, |encoder| {
                    encoder.push_debug_group("the encoder's");
                    compute_pass(encoder, GpuComputePassEncoder::pop_debug_group);
                    encoder.pop_debug_group();
                })
                .await
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.insert-debug-marker: of any words",
            async |device| {
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        for words in ["", "a marker", "chicory 🌿", "a\0b"] {
                            pass.insert_debug_marker(words);
                        }
                    });
                });
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.insert-debug-marker: after the end",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let pass = encoder.begin_compute_pass(None);
                pass.end();
                refused(device, || pass.insert_debug_marker("late")).await
            },
        )
        .await;
}
