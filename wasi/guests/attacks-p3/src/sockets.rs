//! Attacks by the network.

use std::net::SocketAddrV4;

use crate::wasi::sockets::ip_name_lookup::resolve_addresses;
use crate::wasi::sockets::types::{
    IpAddressFamily, IpSocketAddress, Ipv4SocketAddress, TcpSocket, UdpSocket,
};
use crate::{by_now, line, named};

/// Names that are none, or that nobody has.
pub async fn names() -> String {
    let long = "x".repeat(1 << 20);
    let labels = "x.".repeat(1 << 10);
    let label = "x".repeat(64);
    let odd = ["", " ", ".", "..", "a..b", "-", "a\0b", "a b", "[::1", "ä\u{202e}b", "%00", "\n", "http://x/"];
    let mut lines = String::new();
    for (what, name) in odd
        .iter()
        .map(|name| (*name, *name))
        .chain([("long", long.as_str()), ("many labels", &labels), ("a long label", &label)])
    {
        let answer = resolve_addresses(name.into()).await;
        lines += &format!("{what:?}: {}\n", answer.err().map_or("found".into(), named));
    }
    lines
}

/// Datagrams that are too large, or too many.
pub async fn datagrams(attack: &str) -> Option<String> {
    let socket = UdpSocket::create(IpAddressFamily::Ipv4).ok()?;
    socket.bind(address("127.0.0.1:0")).ok()?;
    let to = || Some(address("127.0.0.1:9"));
    Some(match attack {
        "too-large" => [
            line("64 KiB", socket.send(vec![b'.'; 1 << 16], to()).await),
            line("16 MiB", socket.send(vec![b'.'; 1 << 24], to()).await),
        ]
        .concat(),
        _ => return None,
    })
}

/// Begins to connect so many times, and lets nothing go.
pub async fn connect(remote: &str, most: usize) -> String {
    let mut all = Vec::new();
    while all.len() < most {
        let socket = match TcpSocket::create(IpAddressFamily::Ipv4) {
            Ok(socket) => socket,
            Err(code) => return format!("{}\n", named(code)),
        };
        let remote = address(remote);
        let mut connecting = Box::pin(async move {
            let answer = socket.connect(remote).await;
            answer.map(|()| socket)
        });
        let answer = by_now(connecting.as_mut()).await;
        if let Some(Err(code)) = answer {
            return format!("{}\n", named(code));
        }
        all.push((connecting, answer));
    }
    "all are connecting\n".into()
}

/// Listens with more room than there is.
pub fn listen() -> String {
    let socket = TcpSocket::create(IpAddressFamily::Ipv4).expect("a socket");
    let mut lines = line("no backlog", socket.set_listen_backlog_size(0));
    lines += &line("the largest backlog", socket.set_listen_backlog_size(u64::MAX));
    lines += &line("the largest buffer", socket.set_receive_buffer_size(u64::MAX));
    socket.bind(address("127.0.0.1:0")).expect("it is bound");
    lines += &line("listen", socket.listen());
    lines += &line("listen again", socket.listen());
    lines
}

fn address(text: &str) -> IpSocketAddress {
    let parsed: SocketAddrV4 = text.parse().expect("an address");
    let [a, b, c, d] = parsed.ip().octets();
    IpSocketAddress::Ipv4(Ipv4SocketAddress { port: parsed.port(), address: (a, b, c, d) })
}
