//! Attacks by asking for ever more of something.

use crate::wasi::cli::stderr::get_stderr;
use crate::wasi::clocks::monotonic_clock::subscribe_instant;
use crate::wasi::filesystem::preopens::get_directories;
use crate::wasi::filesystem::types::{
    Descriptor, DescriptorFlags, ErrorCode, OpenFlags, PathFlags,
};
use crate::wasi::io::streams::StreamError;
use crate::wasi::sockets::network::IpAddressFamily;
use crate::wasi::sockets::tcp_create_socket::create_tcp_socket;
use crate::wasi::sockets::udp_create_socket::create_udp_socket;
use crate::{Named, directory};

/// More than any host should give.
const MOST: usize = 2_000_000;

/// Takes more and more, and says why there was no more.
pub fn flood(what: &str) -> Option<String> {
    let root = || directory(0);
    Some(match what {
        "files" => until_refused(|root| open(root, "file"), root()),
        "directories" => until_refused(|root| open(root, "directory"), root()),
        "entries" => until_refused(Descriptor::read_directory, root()),
        "readers" => until_refused(|file| file.read_via_stream(0), file()),
        "appenders" => until_refused(Descriptor::append_via_stream, file()),
        "roots" => until_refused(|_| Ok::<_, StreamError>(get_directories()), ()),
        "connections" => until_refused(|_| create_tcp_socket(IpAddressFamily::Ipv4), ()),
        "datagrams" => until_refused(|_| create_udp_socket(IpAddressFamily::Ipv6), ()),
        "timers" => until_refused(|_| Ok::<_, StreamError>(subscribe_instant(u64::MAX)), ()),
        "output" => until_refused(|_| filled(), ()),
        _ => return None,
    })
}

fn until_refused<P, T, E: Named>(one_more: impl Fn(&P) -> Result<T, E>, of: P) -> String {
    let mut all = Vec::new();
    while all.len() < MOST {
        match one_more(&of) {
            Ok(one) => all.push(one),
            Err(code) => return format!("{}\n", code.named()),
        }
    }
    "there is no end\n".into()
}

fn open(root: &Descriptor, path: &str) -> Result<Descriptor, ErrorCode> {
    root.open_at(PathFlags::empty(), path, OpenFlags::empty(), DescriptorFlags::READ)
}

fn file() -> Descriptor {
    let flags = DescriptorFlags::READ | DescriptorFlags::WRITE;
    directory(0).open_at(PathFlags::empty(), "file", OpenFlags::empty(), flags).expect("a file")
}

/// One more stream to standard error, which has all that it takes.
fn filled() -> Result<impl Sized, StreamError> {
    let stream = get_stderr();
    let room = stream.check_write()? as usize;
    stream.write(&vec![b'.'; room])?;
    Ok(stream)
}
