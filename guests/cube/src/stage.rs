//! A surface, and what is done on it.

use std::mem::take;
use std::time::Instant;

use anyhow::Result;
use program::finite;
use surface::{Event, Key, KeyEvent, PointerEvent, Surface};

use crate::camera::Camera;
use crate::picture::{Canvas, Painter};

/// How far a key leads the camera, in degrees.
const STEP: f32 = 5.0;
/// How many times nearer a key brings it.
const NEARER: f32 = 1.1;
/// How far the camera goes while it is dragged from one edge of the picture to the other, in degrees.
const ACROSS: f32 = 180.0;
const FRAMES_PER_SECOND: f32 = 60.0;

/// How the cube turns: options of the program.
#[derive(clap::Args, Clone, Copy)]
pub struct Motion {
    /// How many degrees the cube turns from frame to frame
    #[arg(long, default_value_t = 1.0, value_parser = finite, allow_hyphen_values = true)]
    turn: f32,
    /// Turns by the time that went by, as if there were 60 frames in each second
    #[arg(long)]
    clock: bool,
}

pub struct Stage<'a> {
    surface: Surface,
    canvas: Canvas<'a>,
    camera: Camera,
    motion: Motion,
    /// How far the cube has turned, in degrees
    angle: f32,
    turns: bool,
    is_cold: bool,
    last_frame: Option<Instant>,
    dragged_from: Option<PointerEvent>,
    /// Whether the picture that is shown is no longer right
    has_changed: bool,
}

impl<'a> Stage<'a> {
    pub fn new(painter: &'a Painter, surface: Surface, motion: &Motion) -> Self {
        Self {
            canvas: painter.canvas(&surface),
            surface,
            camera: Camera::new(),
            motion: *motion,
            angle: 0.0,
            turns: true,
            is_cold: false,
            last_frame: None,
            dragged_from: None,
            has_changed: true,
        }
    }

    /// Until the surface is shown no more.
    pub async fn play(mut self) -> Result<()> {
        while let Some(event) = self.surface.next().await {
            match event {
                Event::Frame => self.frame()?,
                Event::Resize(_) => {
                    self.canvas.configure();
                    self.has_changed = true;
                }
                Event::PointerDown(place) => self.dragged_from = Some(place),
                Event::PointerMove(place) => self.drag(place),
                Event::PointerUp(place) => {
                    self.drag(place);
                    self.dragged_from = None;
                }
                Event::KeyDown(key) => self.press(&key),
                Event::KeyUp(_) => {}
            }
        }
        Ok(())
    }

    /// A picture that would be the same again is not drawn.
    fn frame(&mut self) -> Result<()> {
        let turned = self.motion.turn * self.frames_since_last();
        if self.turns && turned != 0.0 {
            self.angle = (self.angle + turned).rem_euclid(360.0);
            self.has_changed = true;
        }
        if take(&mut self.has_changed) {
            self.canvas.draw(&self.camera, self.angle, self.is_cold)?;
        }
        Ok(())
    }

    fn frames_since_last(&mut self) -> f32 {
        let now = Instant::now();
        match self.last_frame.replace(now) {
            None => 0.0,
            Some(last) if self.motion.clock => (now - last).as_secs_f32() * FRAMES_PER_SECOND,
            Some(_) => 1.0,
        }
    }

    /// What is under the pointer goes with it.
    fn drag(&mut self, to: PointerEvent) {
        if let Some(from) = &mut self.dragged_from {
            let [width, height] = self.surface.size().map(f64::from);
            self.camera.go(
                -ACROSS * ((to.x - from.x) / width) as f32,
                ACROSS * ((to.y - from.y) / height) as f32,
            );
            *from = to;
            self.has_changed = true;
        }
    }

    fn press(&mut self, event: &KeyEvent) {
        if event.alt_key || event.ctrl_key || event.meta_key {
            return;
        }
        match (event.text.as_deref(), event.key) {
            (Some("+"), _) | (_, Some(Key::PageUp | Key::Equal | Key::NumpadAdd)) => {
                self.camera.withdraw(1.0 / NEARER)
            }
            (Some("-"), _) | (_, Some(Key::PageDown | Key::Minus | Key::NumpadSubtract)) => {
                self.camera.withdraw(NEARER)
            }
            (_, Some(Key::ArrowLeft)) => self.camera.go(-STEP, 0.0),
            (_, Some(Key::ArrowRight)) => self.camera.go(STEP, 0.0),
            (_, Some(Key::ArrowUp)) => self.camera.go(0.0, STEP),
            (_, Some(Key::ArrowDown)) => self.camera.go(0.0, -STEP),
            (_, Some(Key::Space)) => self.turns = !self.turns,
            (_, Some(Key::KeyC)) => self.is_cold = !self.is_cold,
            _ => return,
        }
        self.has_changed = true;
    }
}
