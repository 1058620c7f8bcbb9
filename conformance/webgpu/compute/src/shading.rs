//! What compute shaders can do: memory that workgroups share, and what features add.

use harness::*;

/// Code that fills 8 numbers in one workgroup of 8, and these.
struct Shading {
    what: &'static str,
    features: &'static [GpuFeatureName],
    code: &'static str,
    expected: [u32; 8],
}

const SHADINGS: &[Shading] = &[
    Shading {
        what: "that share memory",
        features: &[],
        code: "var<workgroup> together: array<u32, 8>;
               @compute @workgroup_size(8) fn main(@builtin(local_invocation_index) i: u32) {
                 together[i] = i * i;
                 workgroupBarrier();
                 numbers[i] = together[7 - i];
               }",
        expected: [49, 36, 25, 16, 9, 4, 1, 0],
    },
    Shading {
        what: "that share memory, which is zero at first",
        features: &[],
        code: "var<workgroup> together: array<u32, 8>;
               @compute @workgroup_size(8) fn main(@builtin(local_invocation_index) i: u32) {
                 numbers[i] = together[i] + 1;
               }",
        expected: [1; 8],
    },
    Shading {
        what: "that change numbers one after the other",
        features: &[],
        code: "var<workgroup> sum: atomic<u32>;
               @compute @workgroup_size(8) fn main(@builtin(local_invocation_index) i: u32) {
                 atomicAdd(&sum, i + 1);
                 workgroupBarrier();
                 numbers[i] = atomicLoad(&sum);
               }",
        expected: [36; 8],
    },
    Shading {
        what: "that multiply packed bytes",
        features: &[],
        code: "@compute @workgroup_size(8) fn main(@builtin(local_invocation_index) i: u32) {
                 numbers[i] = dot4U8Packed(0x01020304, i) + u32(dot4I8Packed(0xff, 0xff));
               }",
        expected: [1, 5, 9, 13, 17, 21, 25, 29],
    },
    Shading {
        what: "with numbers of 16 bits",
        features: &[GpuFeatureName::ShaderF16],
        code: "enable f16;
               @compute @workgroup_size(8) fn main(@builtin(local_invocation_index) i: u32) {
                 // There is no 2049 in 16 bits.
                 numbers[i] = u32(f16(i) + 2048h);
               }",
        expected: [2048, 2048, 2050, 2052, 2052, 2052, 2054, 2056],
    },
    Shading {
        what: "of subgroups, which add up",
        features: &[GpuFeatureName::Subgroups],
        code: "enable subgroups;
               var<workgroup> sum: atomic<u32>;
               @compute @workgroup_size(8) fn main(@builtin(local_invocation_index) i: u32) {
                 let part = subgroupAdd(i + 1);
                 if subgroupElect() { atomicAdd(&sum, part); }
                 workgroupBarrier();
                 numbers[i] = atomicLoad(&sum);
               }",
        expected: [36; 8],
    },
];

pub async fn run(suite: &mut Suite) {
    for shading in SHADINGS {
        suite
            .requiring(shading.features)
            .right(
                &format!(
                    "gpu-device.create-compute-pipeline: runs shaders {}",
                    shading.what
                ),
                async |device| {
                    let pipeline = computing(
                        device,
                        &format!(
                            "{}
                             @group(0) @binding(0) var<storage, read_write> numbers: array<u32, 8>;",
                            shading.code
                        ),
                    );
                    let numbers = storage(device, 32);
                    let group = buffers_for(device, &pipeline, &[&numbers]);
                    run_once(device, &pipeline, &group);
                    equal(
                        words_of(&read(device, &numbers).await?),
                        shading.expected.to_vec(),
                    )
                },
            )
            .await;
    }
}
