//! A still life on a tiled floor, drawn with `wasi:webgpu` alone: meshes, textures and light are all
//! computed here and on the GPU.
//!
//! What a frame goes through is in `frame`; what is to be seen, in `still_life`.

mod frame;
mod gpu;
mod materials;
mod mesh;
mod pipelines;
mod sight;
mod still_life;
mod vector;
mod view;

use exports::radicchio::scene::still_life::{Guest, Picture};
use frame::Frame;
use gpu::Gpu;
use vector::Vector;
use view::{Camera, View};
use wasi::webgpu::webgpu::{GpuDevice, GpuErrorFilter, GpuRequestAdapterOptions, get_gpu};

wit_bindgen::generate!({
    path: ["../wit/deps/wasi-webgpu", "wit"],
    world: "radicchio:scene/scene",
    generate_all,
});

struct Scene;

export!(Scene);

impl Guest for Scene {
    async fn render(width: u32, height: u32, angle: f32) -> Result<Picture, String> {
        let pixels = draw(width, height, angle).await?;
        Ok(Picture {
            width,
            height,
            pixels,
        })
    }

    async fn show(columns: u32) -> Result<(), String> {
        // Two pixels in a character, one above the other.
        let height = (columns * 9 / 16).next_multiple_of(2);
        let pixels = draw(columns, height, 0.0).await?;
        for lines in pixels.chunks(columns as usize * gpu::BYTES_PER_PIXEL * 2) {
            print(&half_blocks(lines));
        }
        Ok(())
    }
}

async fn draw(width: u32, height: u32, angle: f32) -> Result<Vec<u8>, String> {
    if width == 0 || height == 0 {
        return Err(format!("A picture of {width} x {height} pixels has none."));
    }
    let gpu = Gpu::new(request_device().await?);
    gpu.device.push_error_scope(GpuErrorFilter::Validation);
    let camera = Camera::around(Vector(0.25, 1.22, -0.4), 10.4, angle.to_radians());
    let view = View::of_camera(&camera, width as f32 / height as f32);
    let pixels = Frame::new(&gpu).draw(&view, width, height).await;
    let error = gpu
        .device
        .pop_error_scope()
        .await
        .map_err(|error| format!("The scope could not be read: {}", error.message))?;
    match error {
        Some(error) => Err(format!("The GPU refused a call: {}", error.message())),
        None => pixels,
    }
}

async fn request_device() -> Result<GpuDevice, String> {
    let adapter = get_gpu()
        .request_adapter(Some(GpuRequestAdapterOptions {
            feature_level: None,
            power_preference: None,
            force_fallback_adapter: None,
            xr_compatible: None,
        }))
        .await
        .ok_or("The host has no GPU adapter.")?;
    adapter
        .request_device(None)
        .await
        .map_err(|error| format!("The adapter gave no device: {}", error.message))
}

/// Two rows of pixels as a line of text: the upper half of each character in the colour of the one,
/// the rest in that of the other.
fn half_blocks(rows: &[u8]) -> String {
    let (upper, lower) = rows.split_at(rows.len() / 2);
    let pixels = |row: &'_ [u8]| -> Vec<[u8; 3]> {
        row.chunks(gpu::BYTES_PER_PIXEL)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect()
    };
    let mut line: String = pixels(upper)
        .iter()
        .zip(pixels(lower))
        .map(|([r, g, b], [red, green, blue])| {
            format!("\x1b[38;2;{r};{g};{b};48;2;{red};{green};{blue}m▀")
        })
        .collect();
    line.push_str("\x1b[0m");
    line
}
