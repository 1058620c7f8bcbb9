//! Attacks by handles that the guest does not have, or has no more.

use crate::wasi::cli::stdout::get_stdout;
use crate::wasi::clocks::monotonic_clock::subscribe_duration;
use crate::wasi::filesystem::types::{
    Descriptor, DescriptorFlags, DirectoryEntryStream, OpenFlags, PathFlags,
};
use crate::wasi::io::poll::{Pollable, poll};
use crate::wasi::io::streams::{InputStream, OutputStream};
use crate::wasi::sockets::network::IpAddressFamily;
use crate::wasi::sockets::tcp::TcpSocket;
use crate::wasi::sockets::tcp_create_socket::create_tcp_socket;
use crate::wasi::sockets::udp_create_socket::create_udp_socket;
use crate::{directory, line};

/// No second is waited for.
const SOON: u64 = 1_000;

/// Traps, each of them.
pub fn attack(name: &str) -> Option<String> {
    match name {
        "descriptor-after-drop" => {
            let gone = descriptor(directory(0).handle());
            let _ = gone.stat();
        }
        "dropped-twice" => {
            let root = directory(0);
            drop(descriptor(root.handle()));
            drop(root);
        }
        "input-after-drop" => {
            let gone = unsafe { InputStream::from_handle(file().read_via_stream(0).ok()?.handle()) };
            let _ = gone.read(1);
        }
        "output-after-drop" => {
            let gone = unsafe { OutputStream::from_handle(get_stdout().handle()) };
            let _ = gone.check_write();
        }
        "entries-after-drop" => {
            let entries = directory(0).read_directory().ok()?;
            let gone = unsafe { DirectoryEntryStream::from_handle(entries.handle()) };
            drop(entries);
            let _ = gone.read_directory_entry();
        }
        "socket-after-drop" => {
            let socket = create_tcp_socket(IpAddressFamily::Ipv4).ok()?;
            let gone = unsafe { TcpSocket::from_handle(socket.handle()) };
            drop(socket);
            let _ = gone.start_listen();
        }
        "pollable-after-drop" => pollable(subscribe_duration(SOON).handle()).block(),
        "poll-with-one-dropped" => {
            let there = subscribe_duration(SOON);
            let gone = pollable(subscribe_duration(SOON).handle());
            poll(&[&there, &gone]);
        }
        "other-kind" => {
            let _ = descriptor(get_stdout().take_handle()).stat();
        }
        "other-kind-dropped" => drop(descriptor(subscribe_duration(SOON).take_handle())),
        "never-given" => {
            let _ = descriptor(12_345).stat();
        }
        "zero" => {
            let _ = descriptor(0).stat();
        }
        "largest" => {
            let _ = descriptor(u32::MAX - 1).stat();
        }
        "pollable-dropped-twice" => {
            let soon = subscribe_duration(SOON);
            drop(pollable(soon.handle()));
            drop(soon);
        }
        _ => return None,
    }
    Some("it did not trap\n".into())
}

fn descriptor(handle: u32) -> Descriptor {
    unsafe { Descriptor::from_handle(handle) }
}

fn pollable(handle: u32) -> Pollable {
    unsafe { Pollable::from_handle(handle) }
}

fn file() -> Descriptor {
    opened(&directory(0), "file")
}

fn opened(root: &Descriptor, path: &str) -> Descriptor {
    let flags = DescriptorFlags::READ | DescriptorFlags::WRITE;
    root.open_at(PathFlags::empty(), path, OpenFlags::CREATE, flags).expect("a file")
}

/// Uses what is left of things that are dropped.
pub fn dropped_parents(root: &Descriptor) -> String {
    let (input, output, ready) = {
        let file = opened(root, "file");
        let input = file.read_via_stream(0).expect("a stream");
        let ready = input.subscribe();
        (input, file.append_via_stream().expect("a stream"), ready)
    };
    let entries = root
        .open_at(PathFlags::empty(), "directory", OpenFlags::DIRECTORY, DescriptorFlags::READ)
        .and_then(|directory| directory.read_directory())
        .expect("entries");
    let tcp = create_tcp_socket(IpAddressFamily::Ipv4).expect("a socket").subscribe();
    let udp = create_udp_socket(IpAddressFamily::Ipv4).expect("a socket").subscribe();
    let mut lines = [
        line("write", output.blocking_write_and_flush(b" more")),
        line("read", input.blocking_read(4)),
        line("list", entries.read_directory_entry()),
    ]
    .concat();
    drop(input);
    ready.block();
    tcp.block();
    udp.block();
    lines += &format!("{} ready\n", poll(&[&ready, &tcp, &udp]).len());
    lines
}
