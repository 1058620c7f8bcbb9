//! Uses a host's resources, async functions, futures and streams in every way that leaves nothing
//! behind: to the end, halfway, and not at all.

use std::cell::RefCell;
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use exports::radicchio::test::scenarios::Guest;
use radicchio::test::sensors::{self, Sample, Sensor};
use wit_bindgen::StreamResult;

wit_bindgen::generate!({ path: "../wit", world: "sensing", generate_all });

struct Scenarios;

export!(Scenarios);

thread_local! {
    static KEPT: RefCell<Vec<Sensor>> = const { RefCell::new(Vec::new()) };
}

impl Guest for Scenarios {
    fn rename(old: String, new: String) -> Option<String> {
        let sensor = sensors::open(&old)?;
        let before = sensor.name();
        sensor.rename(&new);
        Some(format!("{before} -> {}", sensor.name()))
    }

    fn lend_and_give(a: String, b: String) -> String {
        let (a, b) = (Sensor::new(&a), Sensor::new(&b));
        let joined = sensors::join(&a, &b);
        format!("{joined}, {}, {}", sensors::close(a), sensors::close(b))
    }

    fn round_trips(name: String, times: u32) -> String {
        let sensor = (0..times).fold(Sensor::new(&name), |sensor, _| sensors::pass(sensor));
        sensor.name()
    }

    fn keep(name: String) {
        KEPT.with_borrow_mut(|kept| kept.push(Sensor::new(&name)));
    }

    async fn read(name: String) -> Result<f64, String> {
        Sensor::new(&name).read().await
    }

    async fn add_in_turn(n: u32) -> u32 {
        let mut sum = 0;
        for i in 1..=n {
            sum = sensors::add(sum, i).await;
        }
        sum
    }

    async fn add_together(n: u32) -> u32 {
        let sums = (1..=n).map(|i| sensors::add(i, 0)).collect();
        all(sums).await.iter().sum()
    }

    async fn add_at_once(n: u32) -> u32 {
        let mut sum = 0;
        for i in 1..=n {
            sum = sensors::add_now(sum, i).await;
        }
        sum
    }

    async fn give_up() {
        let sensor = Sensor::new("patient");
        let mut call = Box::pin(sensors::never(&sensor));
        assert!(begin(call.as_mut()).is_pending());
        // Dropping a call that has begun cancels its subtask.
        drop(call);
    }

    async fn collect(name: String, count: u32) -> Vec<Sample> {
        Sensor::new(&name).samples(count).collect().await
    }

    async fn first(name: String, count: u32, wanted: u32) -> Vec<Sample> {
        let mut samples = Sensor::new(&name).samples(count);
        let mut taken = Vec::new();
        for _ in 0..wanted {
            taken.extend(samples.next().await);
        }
        taken
    }

    async fn chunks(count: u32, at_once: u32) -> Vec<u32> {
        let mut bytes = Sensor::new("chunks").bytes(count);
        let mut sizes = Vec::new();
        loop {
            let (result, buffer) = bytes.read(Vec::with_capacity(at_once as usize)).await;
            match result {
                StreamResult::Complete(_) => sizes.push(buffer.len() as u32),
                StreamResult::Dropped => return sizes,
                StreamResult::Cancelled => unreachable!("nothing cancels this read"),
            }
        }
    }

    async fn sum_bytes(count: u32) -> u64 {
        let bytes = Sensor::new("bytes").bytes(count).collect().await;
        bytes.into_iter().map(u64::from).sum()
    }

    async fn names(names: Vec<String>) -> Vec<String> {
        let children = Sensor::children(&names).collect().await;
        children.iter().map(Sensor::name).collect()
    }

    async fn cancel_read() {
        let mut alarms = Sensor::new("alarm").alarms();
        let mut read = pin!(alarms.read(Vec::with_capacity(1)));
        assert!(begin(read.as_mut()).is_pending());
        let (result, items) = read.as_mut().cancel();
        assert_eq!(result, StreamResult::Cancelled);
        assert!(items.is_empty());
    }

    fn ignore_alarms() {
        drop(Sensor::new("alarm").alarms());
    }

    async fn await_lost(name: String) -> String {
        Sensor::new(&name).lost().await
    }

    fn ignore_lost() {
        drop(Sensor::new("unwatched").lost());
    }

    async fn cancel_found() {
        let mut found = pin!(Sensor::new("seeker").found().into_future());
        assert!(begin(found.as_mut()).is_pending());
        assert!(found.as_mut().cancel().is_err(), "the future has resolved");
    }
}

/// Polls once, which starts the call or the read; nobody is woken when it is done.
fn begin<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Begins all before it awaits the first.
async fn all<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut running: Vec<_> = futures.into_iter().map(|f| (Box::pin(f), None)).collect();
    poll_fn(|context| {
        for (future, output) in &mut running {
            if output.is_none()
                && let Poll::Ready(value) = future.as_mut().poll(context)
            {
                *output = Some(value);
            }
        }
        match running.iter().all(|(_, output)| output.is_some()) {
            true => Poll::Ready(
                running
                    .iter_mut()
                    .filter_map(|(_, output)| output.take())
                    .collect(),
            ),
            false => Poll::Pending,
        }
    })
    .await
}
