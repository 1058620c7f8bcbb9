//! Attacks by lists: some that are not where they are said to be, some that are long.

use crate::handles::reading;
use crate::{directory, raw};

/// How many waitables are many.
const MANY: usize = 100_000;

/// A millisecond, in nanoseconds.
const SOON: u64 = 1_000_000;

/// More than memory can have.
const LONGEST: usize = u32::MAX as usize;

/// Traps, each of them.
pub fn attack(name: &str) -> Option<String> {
    let mut result = [0u64; 16];
    let result = result.as_mut_ptr();
    let bytes = 16;
    let path = |address, length| unsafe {
        raw::create_directory_at(directory(0).handle(), address, length, result);
    };
    match name {
        "bytes-too-long" => written(bytes, LONGEST),
        "bytes-outside" => written(LONGEST - 9, 5),
        "room-too-long" => unsafe {
            raw::read(reading()[0], bytes, LONGEST);
        },
        "room-outside" => unsafe {
            raw::read(reading()[0], LONGEST - 9, 5);
        },
        "path-too-long" => path(bytes, LONGEST),
        "path-outside" => path(LONGEST - 9, 5),
        "path-no-text" => path([b'a', 0xe4, b'b'].as_ptr() as usize, 3),
        "path-surrogate" => path([0xed, 0xa0, 0x80].as_ptr() as usize, 3),
        "result-outside" => unsafe { raw::stat(directory(0).handle(), LONGEST - 7) },
        _ => return None,
    }
    Some("it did not trap\n".into())
}

/// Writes what is said to be somewhere.
fn written(data: usize, length: usize) {
    unsafe {
        let ends = raw::stream();
        raw::write_via_stream(ends as u32);
        raw::write((ends >> 32) as u32, data, length);
    }
}

/// A subtask of something that comes soon, but not at once.
fn soon() -> u32 {
    loop {
        let subtask = unsafe { raw::wait_for(SOON) } >> 4;
        if subtask != 0 {
            return subtask;
        }
    }
}

/// Waits for many things, of which one comes.
pub fn poll(name: &str) -> Option<String> {
    let mut event = [0; 2];
    let subtask = match name {
        "many" => unsafe {
            let set = raw::set();
            for _ in 1..MANY {
                raw::join(raw::wait_for(u64::MAX) >> 4, set);
            }
            let soon = soon();
            raw::join(soon, set);
            raw::wait(set, &mut event);
            soon
        },
        "many-times" => unsafe {
            let (set, other) = (raw::set(), raw::set());
            let soon = soon();
            for _ in 0..MANY {
                raw::join(soon, other);
                raw::join(soon, set);
            }
            raw::wait(set, &mut event);
            soon
        },
        _ => return None,
    };
    Some(if event[0] == subtask { "it came\n".into() } else { format!("{event:?} came\n") })
}
