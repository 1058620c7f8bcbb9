//! `create-shader-module`.

use harness::*;

const FUNCTION: &str = "gpu-device.create-shader-module";

pub async fn run(suite: &mut Suite) {
    accepted(suite).await;
    refusals(suite).await;
    features(suite).await;
}

const COMPUTE: &str = "@compute @workgroup_size(1) fn main() {}";

async fn accepted(suite: &mut Suite) {
    for (what, code) in [
        ("of no code", ""),
        (
            "of comments, in any language",
            "// chicory 🌿\n/* Zichorie /* nested */ */",
        ),
        (
            "of each stage",
            "
            @vertex fn v() -> @builtin(position) vec4f { return vec4f(); }
            @fragment fn f() -> @location(0) vec4f { return vec4f(); }
            @compute @workgroup_size(8, 4, 2) fn c() {}",
        ),
        (
            "of names of any letters",
            "fn грядка() {} @compute @workgroup_size(1) fn Δέλτα() { грядка(); }",
        ),
        (
            "of constants that a pipeline gives",
            "@id(7) override a: u32; override b = 2 * a; const c = 3;",
        ),
        (
            "of each address space",
            "
            var<private> a: f32;
            var<workgroup> b: array<atomic<u32>, 16>;
            @group(0) @binding(0) var<uniform> c: vec4f;
            @group(0) @binding(1) var<storage> d: array<u32>;
            @group(0) @binding(2) var<storage, read_write> e: array<u32>;
            @group(0) @binding(3) var f: texture_2d<f32>;
            @group(0) @binding(4) var g: sampler;
            @group(0) @binding(5) var h: texture_storage_2d<rgba8unorm, write>;",
        ),
        (
            "of line ends of each kind",
            "fn a() {}\r\nfn b() {}\rfn c() {}\u{2028}fn d() {}",
        ),
    ] {
        suite
            .right(&format!("{FUNCTION}: {what}"), async |device| {
                device.create_shader_module(&shader(code));
                Ok(())
            })
            .await;
    }
    suite
        .right(
            &format!("{FUNCTION}: takes hints for compilation"),
            async |device| {
                let layout = device.create_pipeline_layout(&pipeline_layout(&[]));
                let hint = |layout| GpuShaderModuleCompilationHint {
                    entry_point: "main".into(),
                    layout,
                };
                device.create_shader_module(&GpuShaderModuleDescriptor {
                    compilation_hints: Some(vec![
                        hint(None),
                        hint(Some(GpuLayoutMode::Auto)),
                        hint(Some(GpuLayoutMode::Specific(&layout))),
                    ]),
                    ..shader(COMPUTE)
                });
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: takes hints of what is not there"),
            async |device| {
                let invalid = invalid_pipeline_layout(device, None).await?;
                let module = device.create_shader_module(&GpuShaderModuleDescriptor {
                    compilation_hints: Some(vec![GpuShaderModuleCompilationHint {
                        entry_point: "nowhere".into(),
                        layout: Some(GpuLayoutMode::Specific(&invalid)),
                    }]),
                    ..shader(COMPUTE)
                });
                device.create_compute_pipeline(compute_pipeline(&module));
                Ok(())
            },
        )
        .await;
    suite
        .right(
            &format!("{FUNCTION}: serves several pipelines, and is dropped before them"),
            async |device| {
                let module = device.create_shader_module(&shader(COMPUTE));
                let pipelines =
                    [(); 2].map(|()| device.create_compute_pipeline(compute_pipeline(&module)));
                drop(module);
                submit(device, |encoder| {
                    compute_pass(encoder, |pass| {
                        for pipeline in &pipelines {
                            pass.set_pipeline(pipeline);
                            pass.dispatch_workgroups(1, None, None);
                        }
                    });
                });
                Ok(())
            },
        )
        .await;
}

async fn refusals(suite: &mut Suite) {
    for (what, code) in [
        ("of what is no WGSL", "this is not WGSL"),
        ("of a character 0", "fn a() {}\0"),
        ("of an unknown name", "fn a() -> f32 { return b; }"),
        (
            "of another type than is asked for",
            "fn a() -> f32 { return 1u; }",
        ),
        ("of a function that calls itself", "fn a() { a(); }"),
        ("of one name twice", "const a = 1; const a = 2;"),
        (
            "of a compute stage without a workgroup size",
            "@compute fn main() {}",
        ),
        (
            "of a workgroup of no size",
            "@compute @workgroup_size(0) fn main() {}",
        ),
        (
            "of a vertex stage without a position",
            "@vertex fn main() {}",
        ),
        (
            "of a resource without a binding",
            "@group(0) var<uniform> a: f32;",
        ),
        ("of a word that is reserved", "const final = 1;"),
        ("of an extension that is unknown", "enable chicory;"),
        ("of a language feature that is unknown", "requires chicory;"),
        ("of an infinite number", "const a = 1.0 / 0.0;"),
        ("of GLSL", "#version 450\nvoid main() {}"),
    ] {
        suite
            .wrong(&format!("{FUNCTION}: {what}"), async |device| {
                refused(device, || device.create_shader_module(&shader(code))).await?;
                Ok(())
            })
            .await;
    }
    suite
        .wrong(
            &format!("{FUNCTION}: on a destroyed device gives one, and no error"),
            async |device| {
                device.destroy();
                let module = device.create_shader_module(&shader("this is not WGSL"));
                equal(module.label().as_str(), "")
            },
        )
        .await;
}

/// Extensions of WGSL, and the feature that allows each.
async fn features(suite: &mut Suite) {
    for (feature, code) in [
        (GpuFeatureName::ShaderF16, "enable f16; const a = 1h;"),
        (GpuFeatureName::Subgroups, "enable subgroups;"),
        (GpuFeatureName::ClipDistances, "enable clip_distances;"),
        (
            GpuFeatureName::DualSourceBlending,
            "enable dual_source_blending;",
        ),
        (GpuFeatureName::PrimitiveIndex, "enable primitive_index;"),
    ] {
        let name = feature_name(feature);
        suite
            .requiring(&[feature])
            .right(
                &format!("{FUNCTION}: of code that needs {name}"),
                async |device| {
                    device.create_shader_module(&shader(code));
                    Ok(())
                },
            )
            .await;
        suite
            .wrong(
                &format!("{FUNCTION}: of code that needs {name} without it"),
                async |device| {
                    refused(device, || device.create_shader_module(&shader(code))).await?;
                    Ok(())
                },
            )
            .await;
    }
}
