//! How far a stream is, of which nobody knows how long it is.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(100);

/// Shows on standard error how many frames are done, where that is a terminal.
pub struct Count {
    on_terminal: bool,
    shown: Option<Instant>,
}

impl Count {
    pub fn new() -> Self {
        Self {
            on_terminal: stderr().is_terminal(),
            shown: None,
        }
    }

    /// So many frames are done.
    pub fn at(&mut self, frames: u64) {
        if self.on_terminal && self.shown.is_none_or(|then| then.elapsed() >= PAUSE) {
            self.shown = Some(Instant::now());
            eprint!("\rframe: {frames} ");
            let _ = stderr().flush();
        }
    }
}

impl Drop for Count {
    /// The line is gone once the work is done.
    fn drop(&mut self) {
        if self.shown.is_some() {
            eprint!("\r\x1b[K");
        }
    }
}
