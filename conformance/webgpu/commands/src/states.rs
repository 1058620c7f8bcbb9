//! Encoders that are open, locked by a pass, or ended (specification, "GPUCommandsMixin" and
//! "Finalization").

use crate::encoders::{Open, begin_render_pass};
use harness::*;

/// A command of a command encoder that is right while it is open.
type Command = fn(&GpuDevice, &GpuCommandEncoder);

#[rustfmt::skip]
const COMMANDS: &[(&str, Command)] = &[
    ("begin-compute-pass", |_, encoder| {
        encoder.begin_compute_pass(None);
    }),
    ("begin-render-pass", |device, encoder| {
        begin_render_pass(device, encoder);
    }),
    ("copy-buffer-to-buffer", |device, encoder| {
        encoder.copy_buffer_to_buffer(&copied(device), None, &copied(device), None, None);
    }),
    ("copy-buffer-to-texture", |device, encoder| {
        let (buffer, texture) = (copied(device), copied_texture(device));
        encoder.copy_buffer_to_texture(&rows(&buffer, 256), &texels(&texture), extent(1, 1));
    }),
    ("copy-texture-to-buffer", |device, encoder| {
        let (buffer, texture) = (copied(device), copied_texture(device));
        encoder.copy_texture_to_buffer(&texels(&texture), &rows(&buffer, 256), extent(1, 1));
    }),
    ("copy-texture-to-texture", |device, encoder| {
        let (one, other) = (copied_texture(device), copied_texture(device));
        encoder.copy_texture_to_texture(&texels(&one), &texels(&other), extent(1, 1));
    }),
    ("clear-buffer", |device, encoder| encoder.clear_buffer(&copied(device), None, None)),
    ("resolve-query-set", |device, encoder| {
        if let Ok(queries) = device.create_query_set(&query_set(GpuQueryType::Occlusion, 1)) {
            encoder.resolve_query_set(&queries, 0, 1, &copied(device), 0);
        }
    }),
];

fn copied(device: &GpuDevice) -> GpuBuffer {
    device.create_buffer(&buffer(
        256,
        GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST | GpuBufferUsage::QUERY_RESOLVE,
    ))
}

fn copied_texture(device: &GpuDevice) -> GpuTexture {
    device.create_texture(&texture(
        extent(2, 2),
        GpuTextureFormat::Rgba8unorm,
        GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST,
    ))
}

pub async fn run(suite: &mut Suite) {
    creation(suite).await;
    finishing(suite).await;
    for (function, command) in COMMANDS {
        suite
            .wrong(
                &format!("gpu-command-encoder.{function}: in a pass makes finish an error"),
                async |device| {
                    refused_at_finish(device, |encoder| {
                        let pass = encoder.begin_compute_pass(None);
                        command(device, encoder);
                        pass.end();
                    })
                    .await
                },
            )
            .await;
        suite
            .wrong(
                &format!("gpu-command-encoder.{function}: once it is finished is an error"),
                async |device| {
                    let encoder = device.create_command_encoder(None);
                    encoder.finish(None);
                    refused(device, || command(device, &encoder)).await
                },
            )
            .await;
    }
    ending(suite).await;
}

async fn creation(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.create-command-encoder: with and without a descriptor",
            async |device| {
                device.create_command_encoder(None).finish(None);
                device
                    .create_command_encoder(Some(&GpuCommandEncoderDescriptor { label: None }))
                    .finish(None);
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.create-command-encoder: on a destroyed device gives one, and no error",
            async |device| {
                device.destroy();
                let encoder = device.create_command_encoder(Some(&GpuCommandEncoderDescriptor {
                    label: Some("late".into()),
                }));
                encoder.finish(None);
                equal(encoder.label().as_str(), "late")
            },
        )
        .await;
    suite
        .right(
            "gpu-command-encoder.begin-compute-pass: one after the other",
            async |device| {
                let encoder = device.create_command_encoder(None);
                for _ in 0..3 {
                    encoder.begin_compute_pass(None).end();
                }
                device.queue().submit(&[&encoder.finish(None)]);
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-command-encoder.begin-render-pass: after a compute pass",
            async |device| {
                let encoder = device.create_command_encoder(None);
                encoder.begin_compute_pass(None).end();
                begin_render_pass(device, &encoder).end();
                device.queue().submit(&[&encoder.finish(None)]);
                Ok(())
            },
        )
        .await;
}

async fn finishing(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.finish: of no commands",
            async |device| {
                let buffer = device.create_command_encoder(None).finish(None);
                device.queue().submit(&[&buffer]);
                Ok(())
            },
        )
        .await;
    suite
        .wrong("gpu-command-encoder.finish: twice", async |device| {
            let encoder = device.create_command_encoder(None);
            encoder.finish(None);
            let invalid = refused(device, || encoder.finish(None)).await?;
            refused(device, || device.queue().submit(&[&invalid])).await
        })
        .await;
    suite
        .wrong(
            "gpu-command-encoder.finish: twice leaves the first command buffer valid",
            async |device| {
                let encoder = device.create_command_encoder(None);
                let buffer = encoder.finish(None);
                refused(device, || encoder.finish(None)).await?;
                device.queue().submit(&[&buffer]);
                Ok(())
            },
        )
        .await;
    for (resource, open) in Open::ALL {
        if resource.ends_with("pass-encoder") {
            suite
                .wrong(
                    &format!("gpu-command-encoder.finish: while a {resource} is open"),
                    async |device| {
                        let encoder = open(device);
                        refused(device, || encoder.finish()).await
                    },
                )
                .await;
        }
    }
    suite
        .wrong(
            "gpu-command-encoder.finish: of an invalid encoder gives a buffer that cannot be submitted",
            async |device| {
                let buffer = invalidates(device, |encoder| encoder.pop_debug_group()).await?;
                refused(device, || device.queue().submit(&[&buffer])).await
            },
        )
        .await;
}

async fn ending(suite: &mut Suite) {
    for (resource, open) in Open::ALL {
        if !resource.ends_with("pass-encoder") {
            continue;
        }
        suite
            .right(&format!("{resource}.end: of no commands"), async |device| {
                let encoder = open(device);
                encoder.end();
                encoder.finish();
                Ok(())
            })
            .await;
        suite
            .wrong(
                &format!("{resource}.end: twice is an error at once"),
                async |device| {
                    let encoder = open(device);
                    encoder.end();
                    refused(device, || encoder.end()).await?;
                    encoder.finish();
                    Ok(())
                },
            )
            .await;
        suite
            .wrong(
                &format!("{resource}.end: once its command encoder is finished is an error"),
                async |device| {
                    let encoder = open(device);
                    refused(device, || encoder.finish()).await?;
                    refused(device, || encoder.end()).await
                },
            )
            .await;
        suite
            .wrong(
                &format!("{resource}.end: left out, as it was dropped, makes finish an error"),
                async |device| {
                    let encoder = match open(device) {
                        Open::ComputePass(encoder, _) | Open::RenderPass(encoder, _) => encoder,
                        Open::Encoder(encoder) => encoder,
                        Open::Bundle(_) => return failed("expected a pass"),
                    };
                    refused(device, || encoder.finish(None)).await?;
                    Ok(())
                },
            )
            .await;
    }
}
