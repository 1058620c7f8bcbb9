//! A surface, and what is done on it.

use std::mem::take;

use surface::frame_buffer::Context;
use surface::{Event, Key, KeyEvent, PointerEvent, Surface};

use crate::brush::{Brush, Place};
use crate::history::History;
use crate::palette;
use crate::paper::{Colour, Paper, WHITE};

const DIGITS: [Key; palette::COLOURS.len()] = [
    Key::Digit1,
    Key::Digit2,
    Key::Digit3,
    Key::Digit4,
    Key::Digit5,
    Key::Digit6,
    Key::Digit7,
    Key::Digit8,
    Key::Digit9,
];

pub struct Studio {
    surface: Surface,
    context: Context,
    paper: Paper,
    brush: Brush,
    history: History,
    /// Where a stroke is, while there is one
    stroke: Option<Place>,
    /// Whether the picture that is shown is no longer right
    has_changed: bool,
}

impl Studio {
    pub fn new(surface: Surface) -> Self {
        Self {
            context: surface.for_memory(),
            paper: Paper::new(surface.size()),
            surface,
            brush: Brush::new(palette::COLOURS[0]),
            history: History::default(),
            stroke: None,
            has_changed: true,
        }
    }

    /// Until the surface is shown no more.
    pub async fn work(mut self) {
        while let Some(event) = self.surface.next().await {
            match event {
                Event::Frame => self.show(),
                Event::Resize(size) => {
                    self.paper.cover(size);
                    self.has_changed = true;
                }
                Event::PointerDown(place) => self.press(at(place)),
                Event::PointerMove(place) => self.draw_to(at(place)),
                Event::PointerUp(place) => {
                    self.draw_to(at(place));
                    self.stroke = None;
                }
                Event::KeyDown(key) => self.command(&key),
                Event::KeyUp(_) => {}
            }
        }
    }

    /// A picture that would be the same again is not shown.
    fn show(&mut self) {
        if !take(&mut self.has_changed) {
            return;
        }
        let pixels = self.pixels();
        self.context
            .get_current_buffer()
            .set_with_copy(bytemuck::cast_slice(&pixels));
        self.context.present();
    }

    /// The palette, and below it what is to be seen of the paper.
    fn pixels(&self) -> Vec<Colour> {
        let [width, height] = self.surface.size();
        let palette = (0..height.min(palette::HEIGHT))
            .flat_map(|y| (0..width).map(move |x| palette::pixel([x, y], width, &self.brush)));
        let mut seen = self.paper.all();
        seen.right = width;
        let paper = (palette::HEIGHT..height).flat_map(|y| self.paper.row(y, seen).iter().copied());
        palette.chain(paper).collect()
    }

    /// Chooses a colour, or begins a stroke.
    fn press(&mut self, place: Place) {
        if let Some(colour) = palette::colour_at(place, self.surface.size()[0]) {
            self.brush.colour = colour;
            self.has_changed = true;
        } else {
            self.history.begin();
            self.stroke = Some(place);
            self.draw_to(place);
        }
    }

    /// Goes on with a stroke, if there is one.
    fn draw_to(&mut self, place: Place) {
        let Some(from) = self.stroke else { return };
        self.stroke = Some(place);
        if let Some(area) = self.brush.reach(from, place, &self.paper) {
            self.history.change(&self.paper, area);
            self.brush.stroke(from, place, area, &mut self.paper);
            self.has_changed = true;
        }
    }

    fn command(&mut self, event: &KeyEvent) {
        let Some(key) = event.key else { return };
        if event.ctrl_key && key == Key::KeyZ {
            self.stroke = None;
            self.history.undo(&mut self.paper);
        } else if event.alt_key || event.ctrl_key || event.meta_key {
            return;
        } else if let Some(digit) = DIGITS.iter().position(|&digit| digit == key) {
            self.brush.colour = palette::COLOURS[digit];
        } else {
            match key {
                Key::BracketLeft | Key::Minus => self.brush.diminish(),
                Key::BracketRight | Key::Equal => self.brush.enlarge(),
                Key::KeyC => self.clear(),
                _ => return,
            }
        }
        self.has_changed = true;
    }

    fn clear(&mut self) {
        self.stroke = None;
        self.history.begin();
        self.history.change(&self.paper, self.paper.all());
        self.paper.fill(WHITE);
    }
}

fn at(event: PointerEvent) -> Place {
    [event.x, event.y]
}
