//! Attacks by sizes and places that nothing has.

use crate::wasi::cli::stdout::get_stdout;
use crate::wasi::clocks::wall_clock::Datetime;
use crate::wasi::filesystem::types::{
    Advice, Descriptor, DescriptorFlags, NewTimestamp, OpenFlags, PathFlags,
};
use crate::wasi::random::random::get_random_bytes;
use crate::{directory, line};

/// The largest that the host's systems can say.
const SIGNED: u64 = i64::MAX as u64;

/// An exabyte.
const EXA: u64 = 1 << 60;

fn file(root: &Descriptor) -> Descriptor {
    let flags = DescriptorFlags::READ | DescriptorFlags::WRITE;
    root.open_at(PathFlags::empty(), "file", OpenFlags::CREATE, flags).expect("a file")
}

/// Asks for places and sizes of a file; none of that grows it by much.
pub fn of_files(root: &Descriptor) -> String {
    let file = file(root);
    let text = |length, offset| match file.read(length, offset) {
        Ok((bytes, _)) => format!("{} bytes", bytes.len()),
        Err(code) => code.name().into(),
    };
    let never = |seconds, nanoseconds| NewTimestamp::Timestamp(Datetime { seconds, nanoseconds });
    let mut lines = format!("read all: {}\nread beyond: {}\n", text(u64::MAX, 0), text(u64::MAX, EXA));
    lines += &format!("read at the largest: {}\n", text(1, u64::MAX));
    lines += &line("write at the largest", file.write(b"x", u64::MAX));
    lines += &line("set the largest size", file.set_size(u64::MAX));
    lines += &line("advise", file.advise(u64::MAX, u64::MAX, Advice::WillNeed));
    lines += &line("read via stream", file.read_via_stream(u64::MAX));
    lines += &line("write via stream", file.write_via_stream(u64::MAX));
    lines += &line("set times", file.set_times(never(u64::MAX, 0), never(u64::MAX, 0)));
    lines += &line("set odd times", file.set_times(never(0, u32::MAX), never(0, 1_000_000_000)));
    // What the system can count, but no disk has.
    let _ = file.read(u64::MAX, SIGNED);
    let _ = file.write(b"x", SIGNED);
    let _ = file.set_size(SIGNED);
    let _ = file.set_times(never(SIGNED, 0), never(1 << 40, 999_999_999));
    if let Ok(stream) = file.write_via_stream(SIGNED) {
        let _ = stream.blocking_write_and_flush(b"x");
    }
    lines += &line("set size back", file.set_size(4));
    let stream = file.read_via_stream(0).expect("a stream");
    lines += &format!("read the stream: {} bytes\n", stream.read(u64::MAX).expect("bytes").len());
    let stream = file.read_via_stream(0).expect("a stream");
    lines += &format!("skip: {:?} bytes\n", stream.skip(u64::MAX).expect("bytes"));
    let stream = file.read_via_stream(0).expect("a stream");
    let into = file.append_via_stream().expect("a stream");
    lines += &format!("splice: {:?} bytes\n", into.splice(&stream, u64::MAX).expect("bytes"));
    lines
}

/// Traps, each of them but `some-random-bytes`.
pub fn attack(name: &str) -> Option<String> {
    let out = get_stdout();
    match name {
        "some-random-bytes" => return Some(format!("{}\n", get_random_bytes(1 << 20).len())),
        "random-bytes" => drop(get_random_bytes(u64::MAX)),
        "zeroes" => {
            out.check_write().ok()?;
            out.write_zeroes(u64::MAX).ok()?;
        }
        "zeroes-at-once" => out.blocking_write_zeroes_and_flush(u64::MAX).ok()?,
        "more-than-permitted" => {
            let permitted = out.check_write().ok()? as usize;
            out.write(&vec![b'.'; permitted + 1]).ok()?;
        }
        "not-permitted" => out.write(b".").ok()?,
        "more-at-once" => out.blocking_write_and_flush(&[b'.'; 4097]).ok()?,
        "zeroes-into-a-file" => {
            let stream = file(&directory(0)).write_via_stream(0).ok()?;
            stream.check_write().ok()?;
            stream.write_zeroes(SIGNED).ok()?;
        }
        _ => return None,
    }
    Some("it did not trap\n".into())
}
