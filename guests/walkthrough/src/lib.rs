//! The program of docs/walkthrough.md: computes, renders, reads both back, makes mistakes and is
//! told of them, and waits for several things at once.

mod compute;
mod mistakes;
mod readback;
mod render;

use wasi::webgpu::webgpu::{GpuDevice, GpuRequestAdapterOptions, get_gpu};

wit_bindgen::generate!({
    path: "../wit",
    world: "program",
    generate_all,
});

struct Walkthrough;

export!(Walkthrough);

impl Guest for Walkthrough {
    async fn run() -> Result<(), String> {
        let device = request_device().await?;
        print(&format!(
            "Squares: {:?}",
            compute::squares(&device, &[1, 2, 3, 4]).await?
        ));
        for line in render::triangle(&device).await? {
            print(&line);
        }
        mistakes::told_to_a_scope(&device).await?;
        mistakes::told_by_the_call(&device);
        mistakes::told_to_nobody(&device).await?;
        mistakes::lost(device).await;
        Ok(())
    }
}

// docs: device {
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
// } docs
