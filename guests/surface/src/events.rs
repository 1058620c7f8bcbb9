//! All that happens on a surface, in one sequence.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::stream::{Stream, StreamExt};
use wit_bindgen::StreamReader;

use crate::wasi_gfx::surface::surface::{KeyEvent, PointerEvent, Surface};

/// Something that happens on a surface. Places are in pixels, from the upper left corner.
pub enum Event {
    /// A picture is wanted.
    Frame,
    /// It has another width and height.
    Resize([u32; 2]),
    PointerDown(PointerEvent),
    PointerMove(PointerEvent),
    PointerUp(PointerEvent),
    KeyDown(KeyEvent),
    KeyUp(KeyEvent),
}

pub struct Events {
    inputs: [Source; 6],
    frames: Source,
}

type Source = Pin<Box<dyn Stream<Item = Event>>>;

impl Events {
    pub fn of(surface: &Surface) -> Self {
        Self {
            inputs: [
                source(surface.on_resize(), |new| {
                    Event::Resize([new.width, new.height])
                }),
                source(surface.on_pointer_down(), Event::PointerDown),
                source(surface.on_pointer_move(), Event::PointerMove),
                source(surface.on_pointer_up(), Event::PointerUp),
                source(surface.on_key_down(), Event::KeyDown),
                source(surface.on_key_up(), Event::KeyUp),
            ],
            frames: source(surface.on_frame(), |_| Event::Frame),
        }
    }

    /// Frames come last, so that a picture shows what was done before. When they end, all does.
    pub fn poll(&mut self, context: &mut Context) -> Poll<Option<Event>> {
        for input in &mut self.inputs {
            if let Poll::Ready(Some(event)) = input.as_mut().poll_next(context) {
                return Poll::Ready(Some(event));
            }
        }
        self.frames.as_mut().poll_next(context)
    }
}

fn source<T: 'static>(stream: StreamReader<T>, event: fn(T) -> Event) -> Source {
    Box::pin(stream.into_stream().map(event))
}
