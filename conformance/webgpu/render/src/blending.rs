//! Which factors a pipeline can blend with (specification, "Blend State").

use crate::{FORMAT, SHADER, red};
use harness::*;

const FUNCTION: &str = "gpu-device.create-render-pipeline";

/// Where a factor stands in a blend state, and whether it is one of color.
struct Place {
    name: &'static str,
    is_of_color: bool,
    put: fn(&mut GpuBlendState, GpuBlendFactor),
}

const PLACES: [Place; 4] = [
    Place {
        name: "the source factor of color",
        is_of_color: true,
        put: |state, factor| state.color.src_factor = Some(factor),
    },
    Place {
        name: "the destination factor of color",
        is_of_color: true,
        put: |state, factor| state.color.dst_factor = Some(factor),
    },
    Place {
        name: "the source factor of alpha",
        is_of_color: false,
        put: |state, factor| state.alpha.src_factor = Some(factor),
    },
    Place {
        name: "the destination factor of alpha",
        is_of_color: false,
        put: |state, factor| state.alpha.dst_factor = Some(factor),
    },
];

const BY_SOURCE_ALPHA: [GpuBlendFactor; 3] = [
    GpuBlendFactor::SrcAlpha,
    GpuBlendFactor::OneMinusSrcAlpha,
    GpuBlendFactor::SrcAlphaSaturated,
];

const BY_SECOND_SOURCE: [GpuBlendFactor; 4] = [
    GpuBlendFactor::Src1,
    GpuBlendFactor::OneMinusSrc1,
    GpuBlendFactor::Src1Alpha,
    GpuBlendFactor::OneMinusSrc1Alpha,
];

/// All factors are one.
fn ones(operation: GpuBlendOperation) -> GpuBlendState {
    let component = blend(operation, GpuBlendFactor::One, GpuBlendFactor::One);
    GpuBlendState {
        color: component,
        alpha: component,
    }
}

/// Makes pipelines that blend so, with each factor in a place.
fn create(
    device: &GpuDevice,
    state: GpuBlendState,
    place: &Place,
    factor: GpuBlendFactor,
    change: impl FnOnce(&mut GpuFragmentState<'_>),
) {
    let mut state = state;
    (place.put)(&mut state, factor);
    let module = device.create_shader_module(&shader(SHADER));
    let mut descriptor = red(&module);
    if let Some(fragment) = &mut descriptor.fragment {
        fragment.targets = vec![Some(GpuColorTargetState {
            blend: Some(state),
            ..target(FORMAT)
        })];
        change(fragment);
    }
    device.create_render_pipeline(descriptor);
}

pub async fn run(suite: &mut Suite) {
    for place in &PLACES {
        extremes(suite, place).await;
        source_alpha(suite, place).await;
        second_source(suite, place).await;
    }
    second_sources(suite).await;
}

/// What takes the lesser or the greater has no factors but one.
async fn extremes(suite: &mut Suite, place: &Place) {
    for (what, operation) in [
        ("lesser", GpuBlendOperation::Min),
        ("greater", GpuBlendOperation::Max),
    ] {
        suite
            .wrong(
                &format!("{FUNCTION}: takes the {what}, with {} zero", place.name),
                async |device| {
                    refused(device, || {
                        create(device, ones(operation), place, GpuBlendFactor::Zero, |_| {});
                    })
                    .await
                },
            )
            .await;
    }
}

/// A shader that computes no alpha can be blended by it in alpha, and not in color.
async fn source_alpha(suite: &mut Suite, place: &Place) {
    let create = |device: &GpuDevice, factor| {
        create(
            device,
            ones(GpuBlendOperation::Add),
            place,
            factor,
            |fragment| {
                fragment.entry_point = Some("rgb".into());
                if let Some(Some(target)) = fragment.targets.first_mut() {
                    target.format = GpuTextureFormat::Rg8unorm;
                }
            },
        );
    };
    let name = format!("{FUNCTION}: of no alpha, with {} by it", place.name);
    if place.is_of_color {
        suite
            .wrong(&name, async |device| {
                for factor in BY_SOURCE_ALPHA {
                    refused(device, || create(device, factor)).await?;
                }
                Ok(())
            })
            .await;
    } else {
        suite
            .right(&name, async |device| {
                for factor in BY_SOURCE_ALPHA {
                    create(device, factor);
                }
                Ok(())
            })
            .await;
    }
}

async fn second_source(suite: &mut Suite, place: &Place) {
    for (what, features) in [
        ("without the feature", &[][..]),
        (
            "that is not computed",
            &[GpuFeatureName::DualSourceBlending],
        ),
    ] {
        suite
            .requiring(features)
            .wrong(
                &format!("{FUNCTION}: with {} by a second source, {what}", place.name),
                async |device| {
                    let add = ones(GpuBlendOperation::Add);
                    for factor in BY_SECOND_SOURCE {
                        refused(device, || create(device, add, place, factor, |_| {})).await?;
                    }
                    Ok(())
                },
            )
            .await;
    }
}

/// A second source is blended into one target alone.
async fn second_sources(suite: &mut Suite) {
    const CODE: &str = "
        enable dual_source_blending;
        struct Colors {
            @location(0) @blend_src(0) one: vec4f,
            @location(0) @blend_src(1) two: vec4f,
        }
        @vertex fn start() -> @builtin(position) vec4f { return vec4f(); }
        @fragment fn shade() -> Colors { return Colors(); }";
    let create = |device: &GpuDevice, targets| {
        let module = device.create_shader_module(&shader(CODE));
        let mut descriptor = render_pipeline(&module, &[]);
        if let Some(fragment) = &mut descriptor.fragment {
            fragment.targets = targets;
        }
        device.create_render_pipeline(descriptor);
    };
    let component = blend(
        GpuBlendOperation::Add,
        GpuBlendFactor::Src1,
        GpuBlendFactor::OneMinusSrc1,
    );
    let feature = [GpuFeatureName::DualSourceBlending];
    suite
        .requiring(&feature)
        .right(
            &format!("{FUNCTION}: of two sources for one target"),
            async |device| {
                create(device, vec![Some(blended(FORMAT, component))]);
                Ok(())
            },
        )
        .await;
    suite
        .requiring(&feature)
        .wrong(
            &format!("{FUNCTION}: of two sources for one of two targets"),
            async |device| {
                let other = GpuColorTargetState {
                    write_mask: Some(GpuColorWrite::empty()),
                    ..target(FORMAT)
                };
                let targets = vec![Some(blended(FORMAT, component)), Some(other)];
                refused(device, || create(device, targets)).await
            },
        )
        .await;
}
