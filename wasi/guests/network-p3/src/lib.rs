//! Small programs of WASI 0.3 on the network, with its streams and futures as they are: the first
//! argument says which. What cannot be done ends in an error, and why on standard error. An address
//! is written as `127.0.0.1:80`.

use std::fmt::Debug;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use wasi::cli::{environment, stderr, stdout};
use wasi::sockets::ip_name_lookup::resolve_addresses;
use wasi::sockets::types::{
    IpAddress, IpAddressFamily, IpSocketAddress, Ipv4SocketAddress, Ipv6SocketAddress, TcpSocket,
    UdpSocket,
};
use wit_bindgen::{FutureReader, StreamReader};

wit_bindgen::generate!({ path: "../wit", world: "network", generate_all });

struct Programs;

export!(Programs);

type Outcome<T = ()> = Result<T, String>;

/// How much is written at once.
const CHUNK: usize = 1 << 16;

impl exports::wasi::cli::run::Guest for Programs {
    async fn run() -> Result<(), ()> {
        let arguments = environment::get_arguments();
        let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
        match run(&words).await {
            Ok(text) => print(&text).await,
            Err(why) => {
                let why = format!("{why}\n").into_bytes();
                let _ = write(why, stderr::write_via_stream).await;
                Err(())
            }
        }
    }
}

async fn print(text: &str) -> Result<(), ()> {
    write(text.as_bytes().to_vec(), stdout::write_via_stream).await.map_err(|_| ())
}

/// What a program prints in the end.
async fn run(words: &[&str]) -> Outcome<String> {
    match *words {
        // Sends back what comes through so many connections, one after the other.
        ["serve", local, connections] => {
            let local = address(local)?;
            let socket = TcpSocket::create(family(&local)).map_err(say)?;
            socket.bind(local).map_err(say)?;
            let mut clients = socket.listen().map_err(say)?;
            let port = port(socket.get_local_address().map_err(say)?);
            print(&format!("{port}\n")).await.map_err(say)?;
            for _ in 0..connections.parse::<u32>().map_err(say)? {
                let client = clients.next().await.ok_or("nobody can connect any more")?;
                let (input, end) = client.receive();
                client.send(input).await.map_err(say)?;
                end.await.map_err(say)?;
            }
        }
        // Sends a text, and prints what is sent back.
        ["send", remote, text] => {
            let socket = connect(address(remote)?).await?;
            write(text.as_bytes().to_vec(), |data| socket.send(data)).await.map_err(say)?;
            return read_all(&socket).await;
        }
        // Sends so many bytes, and prints what is sent back.
        ["pour", remote, count] => {
            let socket = connect(address(remote)?).await?;
            let (mut output, data) = wit_stream::new();
            let sent = socket.send(data);
            let mut left: usize = count.parse().map_err(say)?;
            while left > 0 {
                let some = left.min(CHUNK);
                if !output.write_all(vec![b'.'; some]).await.is_empty() {
                    break;
                }
                left -= some;
            }
            drop(output);
            sent.await.map_err(say)?;
            return read_all(&socket).await;
        }
        // Sends back so many datagrams.
        ["serve-datagrams", local, count] => {
            let local = address(local)?;
            let socket = UdpSocket::create(family(&local)).map_err(say)?;
            socket.bind(local).map_err(say)?;
            let port = port(socket.get_local_address().map_err(say)?);
            print(&format!("{port}\n")).await.map_err(say)?;
            for _ in 0..count.parse::<u32>().map_err(say)? {
                let (data, remote) = socket.receive().await.map_err(say)?;
                socket.send(data, Some(remote)).await.map_err(say)?;
            }
        }
        // Sends a datagram, and prints the one that is sent back.
        ["send-datagram", remote, text] => {
            let remote = address(remote)?;
            let socket = UdpSocket::create(family(&remote)).map_err(say)?;
            socket.connect(remote).map_err(say)?;
            socket.send(text.as_bytes().to_vec(), None).await.map_err(say)?;
            let (data, _) = socket.receive().await.map_err(say)?;
            return String::from_utf8(data).map_err(say);
        }
        // Prints the addresses of a name.
        ["resolve", name] => {
            let addresses = resolve_addresses(name.into()).await.map_err(say)?;
            return Ok(addresses.into_iter().map(|it| format!("{}\n", shown(it))).collect());
        }
        _ => return Err("this is no program".into()),
    }
    Ok(String::new())
}

fn say(error: impl Debug) -> String {
    format!("{error:?}")
}

async fn connect(remote: IpSocketAddress) -> Outcome<TcpSocket> {
    let socket = TcpSocket::create(family(&remote)).map_err(say)?;
    socket.connect(remote).await.map_err(say)?;
    Ok(socket)
}

async fn read_all(socket: &TcpSocket) -> Outcome<String> {
    let (input, end) = socket.receive();
    let bytes = input.collect().await;
    end.await.map_err(say)?;
    String::from_utf8(bytes).map_err(say)
}

/// Gives bytes to who writes them, and waits until that is done.
async fn write<E: 'static>(
    bytes: Vec<u8>,
    writer: impl FnOnce(StreamReader<u8>) -> FutureReader<Result<(), E>>,
) -> Result<(), E> {
    let (mut output, data) = wit_stream::new();
    let written = writer(data);
    output.write_all(bytes).await;
    drop(output);
    written.await
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
