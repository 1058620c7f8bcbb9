//! Attacks by asking for ever more of something.

use wit_bindgen::FutureReader;

use crate::wasi::cli::stderr;
use crate::wasi::filesystem::preopens::get_directories;
use crate::wasi::filesystem::types::{DescriptorFlags, ErrorCode};
use crate::wasi::sockets::types::{IpAddressFamily, TcpSocket, UdpSocket};
use crate::{by_now, directory, file, named, open, raw, wit_stream};

/// More than any host should give.
const MOST: usize = 2_000_000;

/// More than any guest needs to have open.
const MANY: usize = 2_000;

/// What the host takes of a stream at once.
const CHUNK: usize = 1 << 20;

/// Takes more and more, and says why there was no more.
pub async fn flood(what: &str) -> Option<String> {
    let root = directory(0);
    let read = DescriptorFlags::READ;
    Some(match what {
        "files" => until_refused(async || open(&root, "file", read).await).await,
        "directories" => until_refused(async || open(&root, "directory", read).await).await,
        "entries" => last_of_many(|| root.read_directory()).await,
        "readers" => {
            let file = file(&root).await;
            last_of_many(|| file.read_via_stream(0)).await
        }
        "appenders" => {
            let file = file(&root).await;
            last_of_many(|| {
                let (output, data) = wit_stream::new::<u8>();
                (output, file.append_via_stream(data))
            })
            .await
        }
        "roots" => until_refused(async || Ok::<_, ErrorCode>(get_directories())).await,
        "connections" => until_refused(async || TcpSocket::create(IpAddressFamily::Ipv4)).await,
        "datagrams" => until_refused(async || UdpSocket::create(IpAddressFamily::Ipv6)).await,
        "timers" => {
            until_refused(async || Ok::<_, ErrorCode>(unsafe { raw::wait_for(u64::MAX) })).await
        }
        "output" => {
            until_refused(async || {
                let (mut output, data) = wit_stream::new();
                let written = stderr::write_via_stream(data);
                output.write_all(vec![b'.'; CHUNK]).await;
                let mut written = Box::pin(written.into_future());
                match by_now(written.as_mut()).await {
                    Some(Err(code)) => Err(code),
                    _ => Ok((output, written)),
                }
            })
            .await
        }
        _ => return None,
    })
}

async fn until_refused<T, E: std::fmt::Debug>(one_more: impl AsyncFn() -> Result<T, E>) -> String {
    let mut all = Vec::new();
    while all.len() < MOST {
        match one_more().await {
            Ok(one) => all.push(one),
            Err(code) => return format!("{}\n", named(code)),
        }
    }
    "there is no end\n".into()
}

/// Begins many of something, of which none ends, and says how the last did.
async fn last_of_many<T>(one: impl Fn() -> (T, FutureReader<Result<(), ErrorCode>>)) -> String {
    let mut all: Vec<_> = (0..MANY).map(|_| one()).collect();
    let (_, end) = all.pop().expect("many");
    format!("{}\n", end.await.err().map_or("ok".into(), named))
}
