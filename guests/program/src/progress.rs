//! How far long work is.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(100);

/// Shows on standard error how far some work is, where that is a terminal.
pub struct Progress {
    what: &'static str,
    total: u64,
    shown: Option<Instant>,
    on_terminal: bool,
}

impl Progress {
    /// Of so many steps.
    pub fn of(what: &'static str, total: u64) -> Self {
        Self {
            what,
            total,
            shown: None,
            on_terminal: stderr().is_terminal(),
        }
    }

    /// So many steps are done.
    pub fn at(&mut self, done: u64) {
        if self.on_terminal && self.shown.is_none_or(|then| then.elapsed() >= PAUSE) {
            self.shown = Some(Instant::now());
            let percent = 100 * done / self.total.max(1);
            eprint!("\r{}: {done} of {} ({percent} %) ", self.what, self.total);
            let _ = stderr().flush();
        }
    }
}

impl Drop for Progress {
    /// The line is gone once the work is done.
    fn drop(&mut self) {
        if self.shown.is_some() {
            eprint!("\r\x1b[K");
        }
    }
}
