//! Groups and markers of debugging (specification, "Debug Markers").

use crate::encoders::{DebugCommands, Open};
use harness::*;

/// What is done to an encoder that is open.
type Commands = fn(&dyn DebugCommands);

const RIGHT: &[(&str, &str, Commands)] = &[
    ("push-debug-group", "and a pop", |debug| {
        debug.push_debug_group("group");
        debug.pop_debug_group();
    }),
    ("push-debug-group", "within another, of any name", |debug| {
        debug.push_debug_group("");
        debug.push_debug_group("weiß\0nicht 🌿");
        debug.pop_debug_group();
        debug.pop_debug_group();
    }),
    (
        "pop-debug-group",
        "ends the group that was pushed last",
        |debug| {
            debug.push_debug_group("outer");
            debug.push_debug_group("inner");
            debug.pop_debug_group();
            debug.push_debug_group("other");
            debug.pop_debug_group();
            debug.pop_debug_group();
        },
    ),
    ("insert-debug-marker", "in no group and in one", |debug| {
        debug.insert_debug_marker("first");
        debug.push_debug_group("group");
        debug.insert_debug_marker("second");
        debug.insert_debug_marker("");
        debug.pop_debug_group();
    }),
];

const WRONG: &[(&str, &str, Commands)] = &[
    ("push-debug-group", "without a pop", |debug| {
        debug.push_debug_group("group");
    }),
    ("push-debug-group", "with fewer pops", |debug| {
        debug.push_debug_group("outer");
        debug.push_debug_group("inner");
        debug.pop_debug_group();
    }),
    ("pop-debug-group", "without a push", |debug| {
        debug.pop_debug_group();
    }),
    ("pop-debug-group", "more often than pushed", |debug| {
        debug.push_debug_group("group");
        debug.pop_debug_group();
        debug.pop_debug_group();
    }),
    ("pop-debug-group", "before the push", |debug| {
        debug.pop_debug_group();
        debug.push_debug_group("group");
    }),
];

/// Each of the commands.
const EACH: &[(&str, Commands)] = &[
    ("push-debug-group", |debug| debug.push_debug_group("late")),
    ("pop-debug-group", |debug| debug.pop_debug_group()),
    ("insert-debug-marker", |debug| {
        debug.insert_debug_marker("late")
    }),
];

pub async fn run(suite: &mut Suite) {
    for (resource, open) in Open::ALL {
        for (function, what, commands) in RIGHT {
            suite
                .right(&format!("{resource}.{function}: {what}"), async |device| {
                    let encoder = open(device);
                    commands(encoder.debug());
                    encoder.end();
                    encoder.finish();
                    Ok(())
                })
                .await;
        }
        for (function, what, commands) in WRONG {
            suite
                .wrong(
                    &format!("{resource}.{function}: {what} makes finish an error"),
                    async |device| {
                        let encoder = open(device);
                        commands(encoder.debug());
                        encoder.end();
                        refused(device, || encoder.finish()).await
                    },
                )
                .await;
        }
        for (function, command) in EACH {
            suite
                .wrong(
                    &format!("{resource}.{function}: once it has ended is an error"),
                    async |device| {
                        let encoder = open(device);
                        encoder.end();
                        encoder.finish();
                        refused(device, || command(encoder.debug())).await
                    },
                )
                .await;
        }
    }
    in_passes(suite).await;
}

/// Groups do not reach across the borders of passes.
async fn in_passes(suite: &mut Suite) {
    suite
        .right(
            "gpu-command-encoder.push-debug-group: around a pass with groups of its own",
            async |device| {
                let encoder = device.create_command_encoder(None);
                encoder.push_debug_group("outer");
                let pass = encoder.begin_compute_pass(None);
                pass.push_debug_group("inner");
                pass.pop_debug_group();
                pass.end();
                encoder.pop_debug_group();
                encoder.finish(None);
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compute-pass-encoder.pop-debug-group: of the group of its command encoder",
            async |device| {
                let encoder = device.create_command_encoder(None);
                encoder.push_debug_group("outer");
                let pass = encoder.begin_compute_pass(None);
                pass.pop_debug_group();
                pass.end();
                refused(device, || encoder.finish(None)).await?;
                Ok(())
            },
        )
        .await;
}
