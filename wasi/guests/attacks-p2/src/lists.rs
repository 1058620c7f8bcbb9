//! Attacks by lists: some that are not where they are said to be, some that are long.

use crate::wasi::cli::stdout::get_stdout;
use crate::wasi::clocks::monotonic_clock::{subscribe_duration, subscribe_instant};
use crate::wasi::io::poll::{self, Pollable};
use crate::directory;
use crate::sockets::bound;

/// The imports as they are, which take any number for an address or a length.
mod raw {
    #[link(wasm_import_module = "wasi:io/streams@0.2.12")]
    unsafe extern "C" {
        #[link_name = "[method]output-stream.write"]
        pub fn write(stream: u32, data: usize, length: usize, result: *mut u64);
    }

    #[link(wasm_import_module = "wasi:io/poll@0.2.12")]
    unsafe extern "C" {
        #[link_name = "poll"]
        pub fn poll(list: usize, length: usize, result: *mut u64);
    }

    #[link(wasm_import_module = "wasi:filesystem/types@0.2.12")]
    unsafe extern "C" {
        #[link_name = "[method]descriptor.create-directory-at"]
        pub fn create_directory_at(directory: u32, path: usize, length: usize, result: *mut u64);

        #[link_name = "[method]descriptor.stat"]
        pub fn stat(descriptor: u32, result: usize);
    }

    #[link(wasm_import_module = "wasi:sockets/udp@0.2.12")]
    unsafe extern "C" {
        #[link_name = "[method]outgoing-datagram-stream.send"]
        pub fn send(stream: u32, list: usize, length: usize, result: *mut u64);
    }
}

/// How many pollables are many.
const MANY: usize = 100_000;

/// More than memory can have.
const LONGEST: usize = u32::MAX as usize;

/// A length whose bytes, as so many of four, would be few if they were counted in 32 bits.
const WRAPPING: usize = (1 << 30) + 1;

/// Traps, each of them.
pub fn attack(name: &str) -> Option<String> {
    let mut result = [0u64; 16];
    let result = result.as_mut_ptr();
    let bytes = 16;
    match name {
        "bytes-too-long" => unsafe { raw::write(get_stdout().handle(), bytes, LONGEST, result) },
        "bytes-outside" => unsafe { raw::write(get_stdout().handle(), LONGEST - 9, 5, result) },
        "path-too-long" => unsafe {
            raw::create_directory_at(directory(0).handle(), bytes, LONGEST, result)
        },
        "path-outside" => unsafe {
            raw::create_directory_at(directory(0).handle(), LONGEST - 9, 5, result)
        },
        "path-no-text" => {
            let latin = [b'a', 0xe4, b'b'];
            let address = latin.as_ptr() as usize;
            unsafe { raw::create_directory_at(directory(0).handle(), address, 3, result) }
        }
        "path-surrogate" => {
            let half = [0xed, 0xa0, 0x80];
            let address = half.as_ptr() as usize;
            unsafe { raw::create_directory_at(directory(0).handle(), address, 3, result) }
        }
        "pollables-too-long" => unsafe { raw::poll(bytes, LONGEST, result) },
        "pollables-wrapping" => unsafe { raw::poll(bytes, WRAPPING, result) },
        "pollables-unaligned" => unsafe { raw::poll(bytes + 1, 1, result) },
        "datagrams-wrapping" => unsafe { raw::send(bound().1.handle(), bytes, WRAPPING, result) },
        "result-outside" => unsafe { raw::stat(directory(0).handle(), LONGEST - 7) },
        _ => return None,
    }
    Some("it did not trap\n".into())
}

/// Waits for lists of one kind or another.
pub fn poll(name: &str) -> Option<String> {
    let now = subscribe_duration(0);
    let never = subscribe_instant(u64::MAX);
    let ready = match name {
        "none" => poll::poll(&[]),
        "one" => poll::poll(&[&now]),
        "twice" => poll::poll(&[&now, &now]),
        "many" => {
            let mut all: Vec<Pollable> = (1..MANY).map(|_| subscribe_instant(u64::MAX)).collect();
            all.push(subscribe_duration(1_000_000));
            poll::poll(&all.iter().collect::<Vec<_>>())
        }
        "many-of-one" => {
            let soon = subscribe_duration(1_000_000);
            let mut all = vec![&never; MANY];
            all[1] = &soon;
            poll::poll(&all)
        }
        "too-many" => poll::poll(&vec![&now; 20 * MANY]),
        _ => return None,
    };
    Some(format!("{ready:?}\n"))
}
