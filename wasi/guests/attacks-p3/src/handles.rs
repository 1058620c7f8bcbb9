//! Attacks by handles that the guest does not have, or has no more.

use crate::wasi::filesystem::types::{Descriptor, DescriptorFlags};
use crate::wasi::sockets::types::{IpAddressFamily, TcpSocket};
use crate::{directory, file, line, open, raw, wit_stream};

/// A day, in nanoseconds.
const LONG: u64 = 86_400_000_000_000;

/// Traps, each of them.
pub async fn attack(name: &str) -> Option<String> {
    let mut event = [0; 2];
    let mut result = 0;
    match name {
        "descriptor-after-drop" => {
            let gone = descriptor(directory(0).handle());
            let _ = gone.stat().await;
        }
        "dropped-twice" => {
            let root = directory(0);
            drop(descriptor(root.handle()));
            drop(root);
        }
        "socket-after-drop" => {
            let socket = TcpSocket::create(IpAddressFamily::Ipv4).ok()?;
            let gone = unsafe { TcpSocket::from_handle(socket.handle()) };
            drop(socket);
            let _ = gone.listen();
        }
        "input-after-drop" => unsafe {
            let [stream, _] = reading();
            raw::drop_stream(stream);
            raw::read(stream, event.as_mut_ptr() as usize, 1);
        },
        "input-dropped-twice" => unsafe {
            let [stream, _] = reading();
            raw::drop_stream(stream);
            raw::drop_stream(stream);
        },
        "end-after-drop" => unsafe {
            let [_, end] = reading();
            raw::drop_end(end);
            raw::read_end(end, &mut result);
        },
        "output-after-drop" => unsafe {
            // What was given to the host is the guest's no more; its number is the future's now.
            let readable = raw::stream() as u32;
            raw::write_via_stream(readable);
            raw::write_via_stream(readable);
        },
        "set-after-drop" => unsafe {
            let set = raw::set();
            raw::drop_set(set);
            raw::wait(set, &mut event);
        },
        "wait-with-one-dropped" => unsafe {
            let set = raw::set();
            let [stream, _] = reading();
            raw::drop_stream(stream);
            raw::join(stream, set);
        },
        "subtask-dropped-early" => unsafe { raw::drop_subtask(raw::wait_for(LONG) >> 4) },
        "other-kind" => {
            let socket = TcpSocket::create(IpAddressFamily::Ipv4).ok()?;
            let _ = descriptor(socket.take_handle()).stat().await;
        }
        "other-kind-dropped" => unsafe { raw::drop_stream(directory(0).take_handle()) },
        "never-given" => {
            let _ = descriptor(12_345).stat().await;
        }
        "zero" => {
            let _ = descriptor(0).stat().await;
        }
        "largest" => {
            let _ = descriptor(u32::MAX - 1).stat().await;
        }
        _ => return None,
    }
    Some("it did not trap\n".into())
}

fn descriptor(handle: u32) -> Descriptor {
    unsafe { Descriptor::from_handle(handle) }
}

/// The handles of a stream of a directory, which has nothing but an end.
pub fn reading() -> [u32; 2] {
    let mut handles = [0; 2];
    unsafe { raw::read_via_stream(directory(0).handle(), 0, &mut handles) };
    handles
}

/// Uses what is left of things that are dropped.
pub async fn dropped_parents(root: &Descriptor) -> String {
    let (mut output, data) = wit_stream::new();
    let (written, input, end) = {
        let file = file(root).await;
        let (input, end) = file.read_via_stream(0);
        (file.append_via_stream(data), input, end)
    };
    let (entries, listed) = {
        let directory = open(root, "directory", DescriptorFlags::READ).await;
        directory.expect("a directory").read_directory()
    };
    output.write_all(b" more".to_vec()).await;
    drop(output);
    let mut lines = line("write", written.await);
    lines += &format!("{} read, {} listed\n", input.collect().await.len(), entries.collect().await.len());
    lines += &line("read", end.await);
    lines += &line("list", listed.await);
    let (unread, end) = file(root).await.read_via_stream(0);
    drop(unread);
    lines += &line("read nothing", end.await);
    lines
}
