//! Canvases (specification, "Canvas Rendering"), and events of uncaptured errors: what no function of
//! `wasi:webgpu` gives. A host that runs this group supplies it, as `wit/canvas.wit` says.

mod configuration;
mod configure;
mod current_texture;
mod events;
mod unconfigure;

use harness::*;
use radicchio::canvas::embedder::{Canvas, Picture};

wit_bindgen::generate!({
    path: ["../../../guests/wit/deps/wasi-webgpu", "wit"],
    world: "radicchio:canvas/canvases",
    with: { "wasi:webgpu/webgpu@0.3.0-rc.2": harness::bindings::wasi::webgpu::webgpu },
});

harness::group!(run);

async fn run(suite: &mut Suite) {
    configure::run(suite).await;
    unconfigure::run(suite).await;
    configuration::run(suite).await;
    current_texture::run(suite).await;
    events::run(suite).await;
}

const WIDTH: u32 = 3;
const HEIGHT: u32 = 2;
const FORMAT: GpuTextureFormat = GpuTextureFormat::Rgba8unorm;
/// The formats that a canvas can have.
const FORMATS: [GpuTextureFormat; 3] = [
    GpuTextureFormat::Bgra8unorm,
    GpuTextureFormat::Rgba8unorm,
    GpuTextureFormat::Rgba16float,
];
const RED: GpuColor = GpuColor {
    r: 1.0,
    g: 0.0,
    b: 0.0,
    a: 0.2,
};

fn canvas() -> Canvas {
    Canvas::new(WIDTH, HEIGHT)
}

/// A configuration that says only what it must.
fn of(device: &GpuDevice, format: GpuTextureFormat) -> GpuCanvasConfiguration<'_> {
    GpuCanvasConfiguration {
        device,
        format,
        usage: None,
        view_formats: None,
        color_space: None,
        tone_mapping: None,
        alpha_mode: None,
    }
}

/// A canvas that is configured for a device.
fn configured(device: &GpuDevice) -> (Canvas, GpuCanvasContext) {
    let canvas = canvas();
    let context = canvas.context();
    context.configure(&of(device, FORMAT));
    (canvas, context)
}

/// Fills a texture with a colour.
fn fill(device: &GpuDevice, texture: &GpuTexture, clear_value: GpuColor) {
    draw(device, texture, |view| GpuRenderPassColorAttachment {
        clear_value: Some(clear_value),
        ..color(view)
    });
}

/// Draws nothing on a texture.
fn touch(device: &GpuDevice, texture: &GpuTexture) {
    draw(device, texture, |view| GpuRenderPassColorAttachment {
        load_op: GpuLoadOp::Load,
        ..color(view)
    });
}

fn draw(
    device: &GpuDevice,
    texture: &GpuTexture,
    attachment: impl FnOnce(&GpuTextureView) -> GpuRenderPassColorAttachment<'_>,
) {
    let view = texture.create_view(None);
    submit(device, |encoder| {
        render(encoder, &render_pass(vec![attachment(&view)]), |_| {});
    });
}

/// Expects that a texture cannot be drawn on, since it is invalid or destroyed.
async fn cannot_be_drawn_on(device: &GpuDevice, texture: &GpuTexture) -> Outcome {
    refused(device, || touch(device, texture)).await
}

/// Expects that all texels of what is on a canvas are so, and gives the rest.
async fn shows(canvas: &Canvas, texel: &[u8]) -> Outcome<Picture> {
    let picture = canvas.present().await;
    let size = (picture.width * picture.height) as usize;
    equal(picture.texels.len(), size * texel.len())?;
    for actual in picture.texels.chunks(texel.len()) {
        equal(actual, texel)?;
    }
    Ok(picture)
}

/// Expects that a context has this format and no other configuration, or none.
fn has_format(context: &GpuCanvasContext, format: Option<GpuTextureFormat>) -> Outcome {
    equal(
        context
            .get_configuration()
            .map(|configured| configured.format),
        format,
    )
}
