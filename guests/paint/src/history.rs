//! What can be taken back.

use std::collections::VecDeque;

use crate::paper::{Area, Paper, Patch};

/// More pixels than these are not remembered, but for what was done last.
const MOST: usize = 16 << 20;

/// What was done, in its order.
#[derive(Default)]
pub struct History {
    deeds: VecDeque<Deed>,
    pixels: usize,
}

/// What the paper was like where something was done, in its order.
type Deed = Vec<Patch>;

impl History {
    /// Something is about to be done.
    pub fn begin(&mut self) {
        self.deeds.push_back(Deed::new());
    }

    /// What was begun last is about to change an area.
    pub fn change(&mut self, paper: &Paper, area: Area) {
        let patch = paper.copy(area);
        self.pixels += patch.len();
        if let Some(deed) = self.deeds.back_mut() {
            deed.push(patch);
        }
        while self.pixels > MOST && self.deeds.len() > 1 {
            let oldest = self.deeds.pop_front();
            self.forget(&oldest.unwrap_or_default());
        }
    }

    /// Takes back what was done last, if it is remembered.
    pub fn undo(&mut self, paper: &mut Paper) {
        let last = self.deeds.pop_back().unwrap_or_default();
        self.forget(&last);
        for patch in last.iter().rev() {
            paper.put(patch);
        }
    }

    fn forget(&mut self, deed: &Deed) {
        self.pixels -= deed.iter().map(Patch::len).sum::<usize>();
    }
}
