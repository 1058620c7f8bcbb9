//! `create-compute-pipeline` and `create-compute-pipeline-async`: modules and entry points.

use super::{BOTH, EMPTY, make, refuses, words_by};
use harness::*;

pub async fn run(suite: &mut Suite) {
    for function in BOTH {
        accepted(suite, function).await;
        refusals(suite, function).await;
    }
    ways(suite).await;
}

/// Two stages that write different numbers, and one of another kind.
const TWO: &str = "
    @group(0) @binding(0) var<storage, read_write> number: u32;
    @compute @workgroup_size(1) fn one() { number = 1; }
    @compute @workgroup_size(1) fn two() { number = 2; }
    @fragment fn three() {}";

fn entering<'a>(
    module: &'a GpuShaderModule,
    entry_point: &str,
) -> GpuComputePipelineDescriptor<'a> {
    GpuComputePipelineDescriptor {
        compute: GpuProgrammableStage {
            entry_point: Some(entry_point.into()),
            ..stage(module)
        },
        ..compute_pipeline(module)
    }
}

async fn accepted(suite: &mut Suite, function: &str) {
    suite
        .right(
            &format!("{function}: of the only entry point of the stage"),
            async |device| {
                let module = device.create_shader_module(&shader(
                    "@group(0) @binding(0) var<storage, read_write> number: u32;
                 @compute @workgroup_size(1) fn only() { number = 5; }
                 @vertex fn v() -> @builtin(position) vec4f { return vec4f(); }",
                ));
                let pipeline = make(device, function, compute_pipeline(&module)).await?;
                equal(words_by(device, &pipeline, 1).await?, vec![5])
            },
        )
        .await;
    suite
        .right(
            &format!("{function}: of the entry point that is named"),
            async |device| {
                let module = device.create_shader_module(&shader(TWO));
                for (name, number) in [("one", 1), ("two", 2)] {
                    let pipeline = make(device, function, entering(&module, name)).await?;
                    equal(words_by(device, &pipeline, 1).await?, vec![number])?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{function}: of the largest workgroup"),
            async |device| {
                let module = device.create_shader_module(&shader(
                    "@compute @workgroup_size(16, 16, 1) fn main() {}",
                ));
                make(device, function, compute_pipeline(&module)).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{function}: of as much workgroup storage as there can be"),
            async |device| {
                let module = device.create_shader_module(&shader(
                    "var<workgroup> all: array<u32, 4096>;
                 @compute @workgroup_size(1) fn main() { all[4095] = 1; }",
                ));
                make(device, function, compute_pipeline(&module)).await?;
                Ok(())
            },
        )
        .await;
}

async fn refusals(suite: &mut Suite, function: &str) {
    for (what, code, entry_point) in [
        (
            "without an entry point of the stage",
            "@fragment fn main() {}",
            None,
        ),
        ("of several entry points, of which none is named", TWO, None),
        ("of an entry point that is not there", TWO, Some("four")),
        ("of an entry point of no name", TWO, Some("")),
        ("of an entry point of another stage", TWO, Some("three")),
        (
            "of an entry point whose name goes on after a character 0",
            TWO,
            Some("one\0two"),
        ),
        (
            "of a workgroup too large in x",
            "@compute @workgroup_size(257) fn main() {}",
            None,
        ),
        (
            "of a workgroup too large in z",
            "@compute @workgroup_size(1, 1, 65) fn main() {}",
            None,
        ),
        (
            "of a workgroup of too many invocations",
            "@compute @workgroup_size(32, 16) fn main() {}",
            None,
        ),
        (
            "of too much workgroup storage",
            "var<workgroup> all: array<u32, 4097>;
             @compute @workgroup_size(1) fn main() { all[4096] = 1; }",
            None,
        ),
    ] {
        suite
            .wrong(&format!("{function}: {what}"), async |device| {
                let module = device.create_shader_module(&shader(code));
                let descriptor = match entry_point {
                    Some(name) => entering(&module, name),
                    None => compute_pipeline(&module),
                };
                refuses(device, function, descriptor).await
            })
            .await;
    }
    suite
        .wrong(
            &format!("{function}: of an invalid module"),
            async |device| {
                let module = invalid_shader_module(device, None).await?;
                refuses(device, function, compute_pipeline(&module)).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: of a module of another device"),
            async |device| {
                let other = new_device(&[]).await?;
                let module = other.create_shader_module(&shader(EMPTY));
                refuses(device, function, compute_pipeline(&module)).await
            },
        )
        .await;
}

/// What the two functions do differently.
async fn ways(suite: &mut Suite) {
    let [at_once, later] = BOTH;
    suite
        .right(&format!("{later}: of several at a time"), async |device| {
            let module = device.create_shader_module(&shader(EMPTY));
            let (one, other) = both(
                device.create_compute_pipeline_async(compute_pipeline(&module)),
                device.create_compute_pipeline_async(compute_pipeline(&module)),
            )
            .await;
            ok(one)?;
            ok(other)?;
            Ok(())
        })
        .await;
    suite
        .right(&format!("{later}: labels the pipeline"), async |device| {
            let module = device.create_shader_module(&shader(EMPTY));
            let descriptor = GpuComputePipelineDescriptor {
                label: Some("later".into()),
                ..compute_pipeline(&module)
            };
            let pipeline = ok(device.create_compute_pipeline_async(descriptor).await)?;
            equal(pipeline.label().as_str(), "later")
        })
        .await;
    suite
        .wrong(
            &format!("{later}: on a destroyed device gives a pipeline all the same"),
            async |device| {
                let module = device.create_shader_module(&shader(EMPTY));
                device.destroy();
                ok(device
                    .create_compute_pipeline_async(compute_pipeline(&module))
                    .await)?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            &format!("{at_once}: on a destroyed device gives a pipeline, and no error"),
            async |device| {
                let module = device.create_shader_module(&shader(EMPTY));
                device.destroy();
                let pipeline = device.create_compute_pipeline(compute_pipeline(&module));
                equal(pipeline.label().as_str(), "")
            },
        )
        .await;
}
