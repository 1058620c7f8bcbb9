//! A resource that the guest implements: its host makes counters, lends them, and drops them.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use exports::radicchio::test::counters::{Counter, CounterBorrow, Guest, GuestCounter};

wit_bindgen::generate!({ path: "../wit", world: "counting" });

struct Counters;

export!(Counters);

static LIVE: AtomicU32 = AtomicU32::new(0);

struct Count(Cell<u32>);

impl Drop for Count {
    fn drop(&mut self) {
        LIVE.fetch_sub(1, Relaxed);
    }
}

fn value(counter: &CounterBorrow) -> u32 {
    counter.get::<Count>().value()
}

impl GuestCounter for Count {
    fn new(start: u32) -> Self {
        LIVE.fetch_add(1, Relaxed);
        Count(Cell::new(start))
    }

    fn value(&self) -> u32 {
        self.0.get()
    }

    fn add(&self, n: u32) -> u32 {
        self.0.update(|value| value + n);
        self.0.get()
    }

    fn merge(a: Counter, b: Counter) -> Counter {
        Counter::new(Count::new(Counters::finish(a) + Counters::finish(b)))
    }

    fn split(&self, n: u32) -> Option<Counter> {
        let rest = self.0.get().checked_sub(n)?;
        self.0.set(rest);
        Some(Counter::new(Count::new(n)))
    }
}

impl Guest for Counters {
    type Counter = Count;

    fn several(n: u32) -> Vec<Counter> {
        (0..n)
            .map(|start| Counter::new(Count::new(start)))
            .collect()
    }

    fn sum(counters: Vec<CounterBorrow>) -> u64 {
        counters
            .iter()
            .map(|counter| u64::from(value(counter)))
            .sum()
    }

    fn larger(a: CounterBorrow, b: Option<CounterBorrow>) -> u32 {
        value(&a).max(b.as_ref().map_or(0, value))
    }

    fn finish(c: Counter) -> u32 {
        c.get::<Count>().value()
    }

    fn live() -> u32 {
        LIVE.load(Relaxed)
    }
}
