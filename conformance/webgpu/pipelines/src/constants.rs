//! Constants that a pipeline gives to its stage (specification, "GPUProgrammableStage", and
//! "Numeric conversions from JavaScript to WGSL").

use super::{BOTH, make, refuses, words_by};
use harness::*;

const CODE: &str = "
    override needed: u32;
    override given: i32 = -3;
    override doubled = 2 * needed;
    @id(7) override numbered: f32 = 0.5;
    override flag: bool = false;
    override unused: u32 = 1;

    @group(0) @binding(0) var<storage, read_write> numbers: array<u32, 5>;

    @compute @workgroup_size(1)
    fn main() {
        numbers[0] = needed;
        numbers[1] = bitcast<u32>(given);
        numbers[2] = doubled;
        numbers[3] = bitcast<u32>(numbered);
        numbers[4] = select(0u, 1u, flag);
    }";

/// Names of constants, and their values.
type Constants = &'static [(&'static str, f64)];

fn with<'a>(module: &'a GpuShaderModule, constants: Constants) -> GpuComputePipelineDescriptor<'a> {
    let record = RecordGpuPipelineConstantValue::new();
    for (name, value) in constants {
        record.add(name, *value);
    }
    GpuComputePipelineDescriptor {
        compute: GpuProgrammableStage {
            constants: Some(record),
            ..stage(module)
        },
        ..compute_pipeline(module)
    }
}

pub async fn run(suite: &mut Suite) {
    let accepted: [(&str, Constants, [u32; 5]); 4] = [
        (
            "constants, or else their defaults",
            &[("needed", 4.0)],
            [4, -3_i32 as u32, 8, 0x3f00_0000, 0],
        ),
        (
            "every constant, one by its number",
            &[
                ("needed", 1.0),
                ("given", -2_147_483_648.0),
                ("doubled", 9.0),
                ("7", -1.0),
                ("flag", 1.0),
                ("unused", 0.0),
            ],
            [1, 0x8000_0000, 9, 0xbf80_0000, 1],
        ),
        (
            "constants with fractions, which integers lose",
            &[("needed", 3.9), ("given", -1.5), ("flag", 0.1)],
            [3, -1_i32 as u32, 6, 0x3f00_0000, 1],
        ),
        (
            "constants rounded to what f32 can be",
            &[("needed", 0.0), ("7", 0.1)],
            [0, -3_i32 as u32, 0, 0x3dcc_cccd, 0],
        ),
    ];
    for function in BOTH {
        for (what, constants, expected) in &accepted {
            suite
                .right(&format!("{function}: takes {what}"), async |device| {
                    let module = device.create_shader_module(&shader(CODE));
                    let pipeline = make(device, function, with(&module, constants)).await?;
                    equal(words_by(device, &pipeline, 5).await?, expected.to_vec())
                })
                .await;
        }
        refusals(suite, function).await;
    }
}

async fn refusals(suite: &mut Suite, function: &str) {
    let refusals: [(&str, Constants); 10] = [
        ("a constant that is needed is missing", &[]),
        (
            "a constant is unknown",
            &[("needed", 1.0), ("chicory", 1.0)],
        ),
        ("a constant of no name", &[("needed", 1.0), ("", 1.0)]),
        (
            "a constant of a number goes by its name",
            &[("needed", 1.0), ("numbered", 1.0)],
        ),
        (
            "a constant's name goes on after a character 0",
            &[("needed", 1.0), ("flag\0", 1.0)],
        ),
        ("a constant is below u32", &[("needed", -1.0)]),
        ("a constant is beyond u32", &[("needed", 4_294_967_296.0)]),
        (
            "a constant is beyond i32",
            &[("needed", 1.0), ("given", 2_147_483_648.0)],
        ),
        ("a constant is beyond f32", &[("needed", 1.0), ("7", 1e39)]),
        (
            "a constant is infinite",
            &[("needed", 1.0), ("7", f64::INFINITY)],
        ),
    ];
    for (what, constants) in refusals {
        suite
            .wrong(&format!("{function}: {what}"), async |device| {
                let module = device.create_shader_module(&shader(CODE));
                refuses(device, function, with(&module, constants)).await
            })
            .await;
    }
    suite
        .wrong(
            &format!("{function}: a constant is no number"),
            async |device| {
                let module = device.create_shader_module(&shader(CODE));
                let descriptor = with(&module, &[("needed", f64::NAN)]);
                refuses(device, function, descriptor).await
            },
        )
        .await;
    suite
        .wrong(
            &format!("{function}: a constant makes the workgroup too large"),
            async |device| {
                let module = device.create_shader_module(&shader(
                    "override size: u32;
                 @compute @workgroup_size(size) fn main() {}",
                ));
                refuses(device, function, with(&module, &[("size", 257.0)])).await?;
                refuses(device, function, with(&module, &[("size", 0.0)])).await
            },
        )
        .await;
}
