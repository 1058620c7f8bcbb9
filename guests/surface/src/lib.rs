//! What programs that draw on surfaces have in common: a surface whose events come one after another.
//!
//! What is drawn by the GPU goes through [`webgpu`], what is drawn in memory through [`frame_buffer`].

mod events;

use std::future::poll_fn;

pub use events::Event;
pub use wasi_gfx::surface::surface::{Key, KeyEvent, PointerEvent};
pub use wasi_gfx::surface::{surface_frame_buffer as frame_buffer, surface_webgpu as webgpu};

use crate::events::Events;
use crate::wasi_gfx::surface::surface;

wit_bindgen::generate!({
    path: ["../wit/deps/wasi-webgpu", "wit"],
    world: "radicchio:surface-program/surface-program",
    with: { "wasi:webgpu/webgpu@0.3.0-rc.2": program::webgpu },
    generate_all,
});

/// What surface is asked for: options of a program, for `#[command(flatten)]`.
#[derive(clap::Args)]
pub struct Wanted {
    /// The surface's width and height in pixels, if whoever shows it lets the program choose
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    size: Option<[u32; 2]>,
}

/// What is shown of a program, and what is done there.
pub struct Surface {
    surface: surface::Surface,
    events: Events,
    size: [u32; 2],
}

impl Surface {
    pub fn new(wanted: &Wanted) -> Self {
        let surface = surface::Surface::new(surface::CreateDesc {
            width: wanted.size.map(|[width, _]| width),
            height: wanted.size.map(|[_, height]| height),
        });
        Self {
            events: Events::of(&surface),
            size: [surface.width(), surface.height()],
            surface,
        }
    }

    /// To draw on it by the GPU.
    pub fn for_gpu(&self) -> webgpu::Context {
        webgpu::Context::new(&self.surface)
    }

    /// To draw on it in memory.
    pub fn for_memory(&self) -> frame_buffer::Context {
        frame_buffer::Context::new(&self.surface)
    }

    /// Its width and height in pixels, as the events so far say.
    pub fn size(&self) -> [u32; 2] {
        self.size
    }

    /// What happens next; none once it is shown no more.
    pub async fn next(&mut self) -> Option<Event> {
        let event = poll_fn(|context| self.events.poll(context)).await;
        if let Some(Event::Resize(size)) = event {
            self.size = size;
        }
        event
    }
}

fn size(text: &str) -> Result<[u32; 2], String> {
    text.split_once('x')
        .and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]))
        .filter(|size| !size.contains(&0))
        .ok_or_else(|| "expected a width and a height such as 640x480".to_string())
}
