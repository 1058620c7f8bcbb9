//! What depth fragments have, and which are clipped (specification, "Depth Bias", "Primitive
//! Clipping" and "Fragment Processing").

use crate::{RED, colors};
use harness::*;

/// A plane of depth `near` at the left edge and `far` at the right, drawn by a fragment shader.
fn plane(near: f32, far: f32, fragment: &str) -> String {
    format!(
        "@vertex fn vertex(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {{
           let at = vec2f(f32(index & 1) * 4 - 1, f32(index >> 1) * 4 - 1);
           let depth = f32({near}) + (f32({far}) - f32({near})) * (at.x + 1) / 2;
           return vec4f(at, depth, 1);
         }}
         {fragment}"
    )
}

const RED_FRAGMENT: &str = "@fragment fn fragment() -> @location(0) vec4f {
  return vec4f(1, 0, 0, 1);
}";

const FORMAT: GpuTextureFormat = GpuTextureFormat::Depth16unorm;

/// The unit of a bias in that format.
const UNIT: f32 = 1.0 / 65536.0;

type Bias = fn(&mut GpuDepthStencilState);

/// A change of the state, the depths at the left and at the right, and by how many units fragments are
/// moved: exactly, and by units that may be up to twice as large where a GPU has fewer.
#[rustfmt::skip]
const BIASES: &[(&str, Bias, [f32; 2], f32, f32)] = &[
    ("none", |_| {}, [0.5, 0.5], 0.0, 0.0),
    ("units", |d| d.depth_bias = Some(1000), [0.5, 0.5], 0.0, 1000.0),
    ("units taken off", |d| d.depth_bias = Some(-1000), [0.5, 0.5], 0.0, -1000.0),
    ("units, not more than a greatest", |d| {
        d.depth_bias = Some(1000);
        d.depth_bias_clamp = Some(100.0 * UNIT);
    }, [0.5, 0.5], 100.0, 0.0),
    ("units taken off, not more than a least", |d| {
        d.depth_bias = Some(-1000);
        d.depth_bias_clamp = Some(-100.0 * UNIT);
    }, [0.5, 0.5], -100.0, 0.0),
    ("units that fill it up", |d| d.depth_bias = Some(1 << 16), [0.5, 0.5], 32768.0, 0.0),
    // A sixteenth a texel.
    ("the slope", |d| d.depth_bias_slope_scale = Some(2.0), [0.25, 0.5], 8192.0, 0.0),
    ("the slope, which is none", |d| d.depth_bias_slope_scale = Some(2.0), [0.5, 0.5], 0.0, 0.0),
    ("units and the slope", |d| {
        d.depth_bias = Some(1000);
        d.depth_bias_slope_scale = Some(-2.0);
    }, [0.5, 0.25], -8192.0, 1000.0),
];

/// Depths from the left to the right, and whether the left and the right half are in the clip
/// volume.
#[rustfmt::skip]
const CLIPPED: &[(&str, [f32; 2], [bool; 2])] = &[
    ("nothing from depth 0 to 1", [0.0, 1.0], [true, true]),
    ("what is nearer than depth 0", [-1.0, 1.0], [false, true]),
    ("what is farther than depth 1", [0.0, 2.0], [true, false]),
    ("all that is nearer than depth 0", [-0.5, -0.5], [false, false]),
    ("all that is farther than depth 1", [1.5, 1.5], [false, false]),
];

pub async fn run(suite: &mut Suite) {
    biases(suite).await;
    clipping(suite).await;
    fragments(suite).await;
}

/// The depths of 4 texels in a row after a pass of a plane, and which are red.
async fn drawn(
    device: &GpuDevice,
    code: &str,
    viewport: [f32; 2],
    change: impl FnOnce(&mut GpuRenderPipelineDescriptor<'_>),
) -> Outcome<([f32; 4], [bool; 4])> {
    let module = device.create_shader_module(&shader(code));
    let mut descriptor = render_pipeline(&module, &[crate::FORMAT]);
    descriptor.depth_stencil = Some(depth_state(FORMAT, GpuCompareFunction::Always));
    change(&mut descriptor);
    let pipeline = device.create_render_pipeline(descriptor);
    let target = target_of(device, 4, crate::FORMAT);
    let depths = target_of(device, 4, FORMAT);
    let (view, depth_view) = (target.create_view(None), depths.create_view(None));
    submit(device, |encoder| {
        render(
            encoder,
            &depth_pass(vec![color(&view)], depth(&depth_view, 0.0)),
            |pass| {
                pass.set_pipeline(&pipeline);
                pass.set_viewport(0.0, 0.0, 4.0, 4.0, viewport[0], viewport[1]);
                pass.draw(3, None, None, None);
            },
        );
    });
    let bytes = read_texels(device, &depths, 2).await?;
    let depth_at = |i: usize| f32::from(u16::from_le_bytes([bytes[2 * i], bytes[2 * i + 1]]));
    let texels = colors(device, &target).await?;
    Ok((
        [0, 1, 2, 3].map(|i| depth_at(i) / 65535.0),
        [0, 1, 2, 3].map(|i| texels[i] == RED),
    ))
}

/// Expects depths, but for some units that are left open to rounding.
fn are_near(depths: [f32; 4], expected: [f32; 4]) -> Outcome {
    are_between(depths, expected, expected)
}

/// The same of depths between two, given in either order.
fn are_between(depths: [f32; 4], one: [f32; 4], other: [f32; 4]) -> Outcome {
    const OPEN: f32 = 16.0 * UNIT;
    let is_between = |i: usize| {
        let (least, greatest) = (one[i].min(other[i]), one[i].max(other[i]));
        (least - OPEN..=greatest + OPEN).contains(&depths[i])
    };
    holds(
        (0..4).all(is_between),
        &format!("depths from {one:?} to {other:?}; got {depths:?}"),
    )
}

async fn biases(suite: &mut Suite) {
    for (what, change, [near, far], exact, units) in BIASES {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: biases depth by {what}"),
                async |device| {
                    let code = plane(*near, *far, RED_FRAGMENT);
                    let (depths, _) = drawn(device, &code, [0.0, 1.0], |d| {
                        d.depth_stencil.as_mut().into_iter().for_each(change);
                    })
                    .await?;
                    let moved = |by: f32| {
                        [0.5, 1.5, 2.5, 3.5]
                            .map(|x| near + (far - near) * x / 4.0 + by * UNIT)
                            .map(|depth| depth.clamp(0.0, 1.0))
                    };
                    are_between(depths, moved(exact + units), moved(exact + 2.0 * units))
                },
            )
            .await;
    }
}

async fn clipping(suite: &mut Suite) {
    for (what, [near, far], [left, right]) in CLIPPED {
        let code = plane(*near, *far, RED_FRAGMENT);
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: clips {what}"),
                async |device| {
                    let (_, red) = drawn(device, &code, [0.0, 1.0], |_| {}).await?;
                    equal(red, [*left, *left, *right, *right])
                },
            )
            .await;
        suite
            .requiring(&[GpuFeatureName::DepthClipControl])
            .right(
                &format!("gpu-device.create-render-pipeline: with unclipped depth clamps instead of clipping {what}"),
                async |device| {
                    let (depths, red) = drawn(device, &code, [0.0, 1.0], |d| {
                        d.primitive = Some(GpuPrimitiveState {
                            unclipped_depth: Some(true),
                            ..primitive(GpuPrimitiveTopology::TriangleList)
                        });
                    })
                    .await?;
                    equal(red, [true; 4])?;
                    let expected = [0.5, 1.5, 2.5, 3.5]
                        .map(|x| (near + (far - near) * x / 4.0).clamp(0.0, 1.0));
                    are_near(depths, expected)
                },
            )
            .await;
    }
}

/// Depths that shaders give to fragments.
async fn fragments(suite: &mut Suite) {
    for (what, given, viewport, expected) in [
        ("as the shader says", 0.25, [0.0, 1.0], 0.25),
        ("not nearer than the viewport", 0.25, [0.5, 1.0], 0.5),
        ("not farther than the viewport", 0.75, [0.0, 0.5], 0.5),
    ] {
        suite
            .right(
                &format!("gpu-device.create-render-pipeline: gives fragments a depth {what}"),
                async |device| {
                    let fragment = format!(
                        "struct Fragment {{ @builtin(frag_depth) depth: f32, @location(0) color: vec4f }}
                         @fragment fn fragment() -> Fragment {{
                           return Fragment({given}, vec4f(1, 0, 0, 1));
                         }}"
                    );
                    let code = plane(0.5, 0.5, &fragment);
                    let (depths, red) = drawn(device, &code, viewport, |_| {}).await?;
                    equal(red, [true; 4])?;
                    are_near(depths, [expected; 4])
                },
            )
            .await;
    }
}
