//! Small programs of WASI 0.2 on the network: the first argument says which. What cannot be done
//! ends in an error, and why on standard error. An address is written as `127.0.0.1:80`.

use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use wasi::cli::{environment, stderr, stdout};
use wasi::io::streams::{InputStream, OutputStream, StreamError};
use wasi::sockets::instance_network::instance_network;
use wasi::sockets::ip_name_lookup::resolve_addresses;
use wasi::sockets::network::{
    ErrorCode, IpAddress, IpAddressFamily, IpSocketAddress, Ipv4SocketAddress, Ipv6SocketAddress,
};
use wasi::sockets::tcp::TcpSocket;
use wasi::sockets::tcp_create_socket::create_tcp_socket;
use wasi::sockets::udp::{OutgoingDatagram, UdpSocket};
use wasi::sockets::udp_create_socket::create_udp_socket;

wit_bindgen::generate!({ path: "../wit/p2", world: "network", generate_all });

struct Programs;

export!(Programs);

type Outcome<T = ()> = Result<T, String>;

/// How much is read at once.
const CHUNK: u64 = 1 << 16;

impl exports::wasi::cli::run::Guest for Programs {
    fn run() -> Result<(), ()> {
        let arguments = environment::get_arguments();
        let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
        match run(&words) {
            Ok(text) => print(&text),
            Err(why) => {
                write(&stderr::get_stderr(), format!("{why}\n").as_bytes()).map_err(|_| ())?;
                Err(())
            }
        }
    }
}

fn print(text: &str) -> Result<(), ()> {
    write(&stdout::get_stdout(), text.as_bytes()).map_err(|_| ())
}

/// What a program prints in the end.
fn run(words: &[&str]) -> Outcome<String> {
    match *words {
        // Sends back what comes through so many connections, one after the other.
        ["serve", local, connections] => {
            let socket = listen(address(local)?)?;
            print(&format!("{}\n", port(socket.local_address().map_err(say)?))).map_err(say)?;
            for _ in 0..connections.parse::<u32>().map_err(say)? {
                let (_client, input, output) = wait(&socket, || socket.accept())?;
                copy(&input, &output)?;
            }
        }
        // Sends a text, and prints what is sent back.
        ["send", remote, text] => {
            let (socket, input, output) = connect(address(remote)?)?;
            write(&output, text.as_bytes())?;
            socket.shutdown(wasi::sockets::tcp::ShutdownType::Send).map_err(say)?;
            return String::from_utf8(read_all(&input)?).map_err(say);
        }
        // Sends so many bytes, and prints what is sent back.
        ["pour", remote, count] => {
            let (socket, input, output) = connect(address(remote)?)?;
            let mut left: usize = count.parse().map_err(say)?;
            while left > 0 {
                let some = left.min(1 << 16);
                write(&output, &vec![b'.'; some])?;
                left -= some;
            }
            socket.shutdown(wasi::sockets::tcp::ShutdownType::Send).map_err(say)?;
            return String::from_utf8(read_all(&input)?).map_err(say);
        }
        // Sends back so many datagrams.
        ["serve-datagrams", local, count] => {
            let socket = bind_udp(address(local)?)?;
            print(&format!("{}\n", port(socket.local_address().map_err(say)?))).map_err(say)?;
            let (incoming, outgoing) = socket.stream(None).map_err(say)?;
            for _ in 0..count.parse::<u32>().map_err(say)? {
                incoming.subscribe().block();
                for datagram in incoming.receive(1).map_err(say)? {
                    let remote_address = Some(datagram.remote_address);
                    outgoing.check_send().map_err(say)?;
                    outgoing
                        .send(&[OutgoingDatagram { data: datagram.data, remote_address }])
                        .map_err(say)?;
                }
            }
        }
        // Sends a datagram, and prints the one that is sent back.
        ["send-datagram", remote, text] => {
            let remote = address(remote)?;
            let socket = bind_udp(any(&remote))?;
            let (incoming, outgoing) = socket.stream(Some(remote)).map_err(say)?;
            outgoing.check_send().map_err(say)?;
            let data = text.as_bytes().to_vec();
            outgoing.send(&[OutgoingDatagram { data, remote_address: None }]).map_err(say)?;
            incoming.subscribe().block();
            let datagram = incoming.receive(1).map_err(say)?.remove(0);
            return String::from_utf8(datagram.data).map_err(say);
        }
        // Prints the addresses of a name.
        ["resolve", name] => {
            let addresses = resolve_addresses(&instance_network(), name).map_err(say)?;
            let mut text = String::new();
            loop {
                match addresses.resolve_next_address() {
                    Ok(Some(next)) => text += &format!("{}\n", shown(next)),
                    Ok(None) => return Ok(text),
                    Err(ErrorCode::WouldBlock) => addresses.subscribe().block(),
                    Err(failure) => return Err(say(failure)),
                }
            }
        }
        _ => return Err("this is no program".into()),
    }
    Ok(String::new())
}

fn say(error: impl Debug) -> String {
    format!("{error:?}")
}

fn connect(remote: IpSocketAddress) -> Outcome<(TcpSocket, InputStream, OutputStream)> {
    let socket = create_tcp_socket(family(&remote)).map_err(say)?;
    socket.start_connect(&instance_network(), remote).map_err(say)?;
    let (input, output) = wait(&socket, || socket.finish_connect())?;
    Ok((socket, input, output))
}

fn listen(local: IpSocketAddress) -> Outcome<TcpSocket> {
    let socket = create_tcp_socket(family(&local)).map_err(say)?;
    socket.start_bind(&instance_network(), local).map_err(say)?;
    wait(&socket, || socket.finish_bind())?;
    socket.start_listen().map_err(say)?;
    wait(&socket, || socket.finish_listen())?;
    Ok(socket)
}

fn bind_udp(local: IpSocketAddress) -> Outcome<UdpSocket> {
    let socket = create_udp_socket(family(&local)).map_err(say)?;
    socket.start_bind(&instance_network(), local).map_err(say)?;
    socket.finish_bind().map_err(say)?;
    Ok(socket)
}

/// Does something once the socket is ready for it.
fn wait<T>(socket: &TcpSocket, action: impl Fn() -> Result<T, ErrorCode>) -> Outcome<T> {
    loop {
        match action() {
            Err(ErrorCode::WouldBlock) => socket.subscribe().block(),
            done => return done.map_err(say),
        }
    }
}

fn copy(input: &InputStream, output: &OutputStream) -> Outcome {
    loop {
        match input.blocking_read(CHUNK) {
            Ok(bytes) => write(output, &bytes)?,
            Err(StreamError::Closed) => return Ok(()),
            Err(failure) => return Err(say(failure)),
        }
    }
}

fn read_all(input: &InputStream) -> Outcome<Vec<u8>> {
    let mut all = Vec::new();
    loop {
        match input.blocking_read(CHUNK) {
            Ok(mut bytes) => all.append(&mut bytes),
            Err(StreamError::Closed) => return Ok(all),
            Err(failure) => return Err(say(failure)),
        }
    }
}

/// Writes what there is room for, and waits for more.
fn write(output: &OutputStream, mut bytes: &[u8]) -> Outcome {
    while !bytes.is_empty() {
        output.subscribe().block();
        let room = output.check_write().map_err(say)? as usize;
        let (some, left) = bytes.split_at(room.min(bytes.len()));
        output.write(some).map_err(say)?;
        bytes = left;
    }
    output.blocking_flush().map_err(say)
}

fn address(text: &str) -> Outcome<IpSocketAddress> {
    Ok(match text.parse().map_err(say)? {
        SocketAddr::V4(it) => {
            let [a, b, c, d] = it.ip().octets();
            IpSocketAddress::Ipv4(Ipv4SocketAddress { port: it.port(), address: (a, b, c, d) })
        }
        SocketAddr::V6(it) => {
            let [a, b, c, d, e, f, g, h] = it.ip().segments();
            IpSocketAddress::Ipv6(Ipv6SocketAddress {
                port: it.port(),
                flow_info: 0,
                address: (a, b, c, d, e, f, g, h),
                scope_id: 0,
            })
        }
    })
}

/// A free port of all addresses of a family.
fn any(like: &IpSocketAddress) -> IpSocketAddress {
    match like {
        IpSocketAddress::Ipv4(_) => {
            IpSocketAddress::Ipv4(Ipv4SocketAddress { port: 0, address: (0, 0, 0, 0) })
        }
        IpSocketAddress::Ipv6(_) => IpSocketAddress::Ipv6(Ipv6SocketAddress {
            port: 0,
            flow_info: 0,
            address: (0, 0, 0, 0, 0, 0, 0, 0),
            scope_id: 0,
        }),
    }
}

fn family(of: &IpSocketAddress) -> IpAddressFamily {
    match of {
        IpSocketAddress::Ipv4(_) => IpAddressFamily::Ipv4,
        IpSocketAddress::Ipv6(_) => IpAddressFamily::Ipv6,
    }
}

fn port(of: IpSocketAddress) -> u16 {
    match of {
        IpSocketAddress::Ipv4(it) => it.port,
        IpSocketAddress::Ipv6(it) => it.port,
    }
}

fn shown(address: IpAddress) -> IpAddr {
    match address {
        IpAddress::Ipv4((a, b, c, d)) => Ipv4Addr::new(a, b, c, d).into(),
        IpAddress::Ipv6((a, b, c, d, e, f, g, h)) => Ipv6Addr::new(a, b, c, d, e, f, g, h).into(),
    }
}
