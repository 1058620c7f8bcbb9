//! Attacks by sizes and places that nothing has.

use crate::wasi::clocks::system_clock::Instant;
use crate::wasi::filesystem::types::{Advice, Descriptor, NewTimestamp};
use crate::wasi::random::random::get_random_bytes;
use crate::{file, line, write, wit_stream};

/// The largest that the host's systems can say.
const SIGNED: u64 = i64::MAX as u64;

/// An exabyte.
const EXA: u64 = 1 << 60;

/// Asks for places and sizes of a file; none of that grows it by much.
pub async fn of_files(root: &Descriptor) -> String {
    let file = file(root).await;
    let never = |seconds, nanoseconds| NewTimestamp::Timestamp(Instant { seconds, nanoseconds });
    let (_, end) = file.read_via_stream(EXA);
    let mut lines = line("read beyond", end.await);
    let (_, end) = file.read_via_stream(u64::MAX);
    lines += &line("read at the largest", end.await);
    let (_, nothing) = wit_stream::new();
    lines += &line("write at the largest", file.write_via_stream(nothing, u64::MAX).await);
    lines += &line("set the largest size", file.set_size(u64::MAX).await);
    lines += &line("advise", file.advise(u64::MAX, u64::MAX, Advice::WillNeed).await);
    lines += &line("set times", file.set_times(never(i64::MAX, 0), never(i64::MIN, 0)).await);
    let odd = file.set_times(never(0, u32::MAX), never(0, 1_000_000_000)).await;
    lines += &line("set odd times", odd);
    // What the system can count, but no disk has.
    let (data, end) = file.read_via_stream(SIGNED);
    let _ = (data.collect().await, end.await);
    let _ = write("x".into(), |data| file.write_via_stream(data, SIGNED)).await;
    let _ = file.set_size(SIGNED).await;
    let _ = file.set_times(never(1 << 40, 0), never(-(1 << 40), 999_999_999)).await;
    lines += &line("set size back", file.set_size(4).await);
    let (data, end) = file.read_via_stream(0);
    lines += &format!("{} bytes\n", data.collect().await.len());
    lines += &line("read", end.await);
    lines
}

/// It is given some, and asks again.
pub fn attack(name: &str) -> Option<String> {
    match name {
        "random-bytes" => Some(format!("{}\n", !get_random_bytes(u64::MAX).is_empty())),
        _ => None,
    }
}
