//! Attacks by the network.

use std::net::SocketAddrV4;

use crate::wasi::sockets::instance_network::instance_network;
use crate::wasi::sockets::ip_name_lookup::resolve_addresses;
use crate::wasi::sockets::network::{
    ErrorCode, IpAddressFamily, IpSocketAddress, Ipv4SocketAddress,
};
use crate::wasi::sockets::tcp::TcpSocket;
use crate::wasi::sockets::tcp_create_socket::create_tcp_socket;
use crate::wasi::sockets::udp::{IncomingDatagramStream, OutgoingDatagram, OutgoingDatagramStream};
use crate::wasi::sockets::udp_create_socket::create_udp_socket;
use crate::{Named, line};

/// Names that are none, or that nobody has.
pub fn names() -> String {
    let long = "x".repeat(1 << 20);
    let labels = "x.".repeat(1 << 10);
    let label = "x".repeat(64);
    let odd = ["", " ", ".", "..", "a..b", "-", "a\0b", "a b", "[::1", "ä\u{202e}b", "%00", "\n", "http://x/"];
    let long = [("long", long.as_str()), ("many labels", &labels), ("a long label", &label)];
    odd.iter()
        .map(|name| (*name, *name))
        .chain(long)
        .map(|(what, name)| format!("{what:?}: {}\n", looked_up(name)))
        .collect()
}

fn looked_up(name: &str) -> String {
    let addresses = match resolve_addresses(&instance_network(), name) {
        Ok(addresses) => addresses,
        Err(code) => return code.named(),
    };
    loop {
        match addresses.resolve_next_address() {
            Err(ErrorCode::WouldBlock) => addresses.subscribe().block(),
            Err(code) => return code.named(),
            Ok(_) => return "found".into(),
        }
    }
}

/// Datagrams that are too large, or too many.
pub fn datagrams(attack: &str) -> Option<String> {
    let (incoming, outgoing) = bound();
    let datagram = |length| OutgoingDatagram {
        data: vec![b'.'; length],
        remote_address: Some(address("127.0.0.1:9")),
    };
    Some(match attack {
        "too-large" => {
            let permitted = outgoing.check_send();
            [
                line("permitted", permitted),
                line("64 KiB", outgoing.send(&[datagram(1 << 16)])),
                line("again", outgoing.check_send()),
                line("16 MiB", outgoing.send(&[datagram(1 << 24)])),
                line("receive", incoming.receive(u64::MAX)),
                line("receive none", incoming.receive(0)),
            ]
            .concat()
        }
        "not-permitted" => line("send", outgoing.send(&[datagram(1)])),
        "too-many" => {
            outgoing.check_send().ok()?;
            let all: Vec<_> = (0..100_000).map(|_| datagram(0)).collect();
            line("send", outgoing.send(&all))
        }
        _ => return None,
    })
}

/// The streams of a socket that may send to anybody.
pub fn bound() -> (IncomingDatagramStream, OutgoingDatagramStream) {
    let socket = create_udp_socket(IpAddressFamily::Ipv4).expect("a socket");
    socket.start_bind(&instance_network(), address("127.0.0.1:0")).expect("it begins");
    socket.finish_bind().expect("it is bound");
    let streams = socket.stream(None).expect("streams");
    std::mem::forget(socket); // else its streams are good for nothing
    streams
}

/// Begins to connect so many times, and lets nothing go.
pub fn connect(remote: &str, most: usize) -> String {
    let mut all = Vec::new();
    while all.len() < most {
        match connecting(address(remote)) {
            Ok(socket) => all.push(socket),
            Err(code) => return format!("{}\n", code.named()),
        }
    }
    "all are connecting\n".into()
}

fn connecting(remote: IpSocketAddress) -> Result<TcpSocket, ErrorCode> {
    let socket = create_tcp_socket(IpAddressFamily::Ipv4)?;
    socket.start_connect(&instance_network(), remote)?;
    Ok(socket)
}

/// Listens with more room than there is.
pub fn listen() -> String {
    let socket = create_tcp_socket(IpAddressFamily::Ipv4).expect("a socket");
    let mut lines = line("no backlog", socket.set_listen_backlog_size(0));
    lines += &line("the largest backlog", socket.set_listen_backlog_size(u64::MAX));
    lines += &line("the largest buffer", socket.set_receive_buffer_size(u64::MAX));
    lines += &line("listen unbound", socket.start_listen());
    socket.start_bind(&instance_network(), address("127.0.0.1:0")).expect("it begins");
    socket.finish_bind().expect("it is bound");
    lines += &line("listen", socket.start_listen().and_then(|()| socket.finish_listen()));
    lines += &line("accept", socket.accept());
    lines
}

fn address(text: &str) -> IpSocketAddress {
    let parsed: SocketAddrV4 = text.parse().expect("an address");
    let [a, b, c, d] = parsed.ip().octets();
    IpSocketAddress::Ipv4(Ipv4SocketAddress { port: parsed.port(), address: (a, b, c, d) })
}
