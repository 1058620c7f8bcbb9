//! `set-pipeline` and `end`.

use super::{Counter, refused_in_pass};
use harness::*;

pub async fn run(suite: &mut Suite) {
    pipelines(suite).await;
    ends(suite).await;
}

async fn pipelines(suite: &mut Suite) {
    suite
        .right(
            "gpu-compute-pass-encoder.set-pipeline: holds for what comes after it",
            async |device| {
                let (first, second) = (Counter::new(device), Counter::new(device));
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        first.set(pass);
                        pass.dispatch_workgroups(1, None, None);
                        pass.dispatch_workgroups(2, None, None);
                        second.set(pass);
                        pass.dispatch_workgroups(5, None, None);
                    });
                });
                equal(first.workgroups(device).await?, 3)?;
                equal(second.workgroups(device).await?, 5)
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.set-pipeline: the last one counts",
            async |device| {
                let (first, second) = (Counter::new(device), Counter::new(device));
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        first.set(pass);
                        second.set(pass);
                        pass.dispatch_workgroups(1, None, None);
                    });
                });
                equal(first.workgroups(device).await?, 0)?;
                equal(second.workgroups(device).await?, 1)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.set-pipeline: of an invalid pipeline",
            async |device| {
                let invalid = invalid_compute_pipeline(device, None).await?;
                refused_in_pass(device, |pass| pass.set_pipeline(&invalid)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.set-pipeline: of a pipeline of another device",
            async |device| {
                let other = new_device(&[]).await?;
                let counter = Counter::new(&other);
                refused_in_pass(device, |pass| pass.set_pipeline(&counter.pipeline)).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.set-pipeline: after the end",
            async |device| {
                let counter = Counter::new(device);
                let encoder = device.create_command_encoder(None);
                let pass = encoder.begin_compute_pass(None);
                pass.end();
                refused(device, || pass.set_pipeline(&counter.pipeline)).await
            },
        )
        .await;
}

async fn ends(suite: &mut Suite) {
    suite
        .right(
            "gpu-compute-pass-encoder.end: lets the encoder go on",
            async |device| {
                let counter = Counter::new(device);
                submit(device, |encoder| {
                    for _ in 0..3 {
                        compute_pass(encoder, |pass| {
                            counter.set(pass);
                            pass.dispatch_workgroups(1, None, None);
                        });
                    }
                });
                equal(counter.workgroups(device).await?, 3)
            },
        )
        .await;
    suite
        .right(
            "gpu-compute-pass-encoder.end: of an empty pass",
            async |device| {
                submit(device, |encoder| compute_pass(encoder, |_| {}));
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.end: a second time",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let pass = encoder.begin_compute_pass(None);
                pass.end();
                refused(device, || pass.end()).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.end: a second time while another pass is open",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let first = encoder.begin_compute_pass(None);
                first.end();
                let second = encoder.begin_compute_pass(None);
                refused(device, || first.end()).await?;
                second.end();
                encoder.finish(None);
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.end: after the encoder was finished",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let pass = encoder.begin_compute_pass(None);
                refused(device, || encoder.finish(None)).await?;
                refused(device, || pass.end()).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.end: is missed where the encoder finishes",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let _pass = encoder.begin_compute_pass(None);
                refused(device, || encoder.finish(None)).await?;
                Ok(())
            },
        )
        .await;
}
