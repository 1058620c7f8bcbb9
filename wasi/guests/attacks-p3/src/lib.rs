//! Attacks on the host by WASI 0.3: the first argument says which. What the host answers is
//! printed. Attacks that use what they do not have are to trap; if they do not, that is printed.

mod floods;
mod handles;
mod lists;
mod paths;
mod raw;
mod sizes;
mod sockets;

use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use wasi::cli::{environment, stderr, stdout};
use wasi::filesystem::preopens;
use wasi::filesystem::types::{Descriptor, DescriptorFlags, ErrorCode, OpenFlags, PathFlags};
use wit_bindgen::{FutureReader, StreamReader};

wit_bindgen::generate!({ path: "../wit", world: "attacks", generate_all });

struct Attacks;

export!(Attacks);

impl exports::wasi::cli::run::Guest for Attacks {
    async fn run() -> Result<(), ()> {
        let arguments = environment::get_arguments();
        let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
        match answers(&words).await {
            Some(text) => write(text, stdout::write_via_stream).await.map_err(|_| ()),
            None => {
                let why = "this is no attack\n".to_string();
                write(why, stderr::write_via_stream).await.map_err(|_| ())?;
                Err(())
            }
        }
    }
}

/// What the host answers to an attack.
async fn answers(words: &[&str]) -> Option<String> {
    Some(match *words {
        ["path", path, times] => {
            paths::every_operation(&directory(0), &written_out(path, times)).await
        }
        ["race", rounds] => paths::race(&directory(0), number(rounds)).await,
        ["change"] => paths::change(&directory(0)).await,
        ["between"] => paths::between(&directory(0), &directory(1)).await,
        ["list"] => paths::list(&directory(0)).await,
        ["handle", attack] => handles::attack(attack).await?,
        ["dropped-parents"] => handles::dropped_parents(&directory(0)).await,
        ["forged", attack] => lists::attack(attack)?,
        ["poll", attack] => lists::poll(attack)?,
        ["sizes"] => sizes::of_files(&directory(0)).await,
        ["size", attack] => sizes::attack(attack)?,
        ["flood", what] => floods::flood(what).await?,
        ["names"] => sockets::names().await,
        ["datagrams", attack] => sockets::datagrams(attack).await?,
        ["connect", remote, most] => sockets::connect(remote, number(most)).await,
        ["listen"] => sockets::listen(),
        _ => return None,
    })
}

fn number(text: &str) -> usize {
    text.parse().expect("a number")
}

/// A path that no argument could be, or none would want to be: so many times the same, with `%` for
/// a NUL.
fn written_out(path: &str, times: &str) -> String {
    path.repeat(number(times)).replace('%', "\0")
}

/// One of the directories that were given.
fn directory(index: usize) -> Descriptor {
    preopens::get_directories().swap_remove(index).0
}

/// A file that may be read and written.
async fn file(root: &Descriptor) -> Descriptor {
    let flags = DescriptorFlags::READ | DescriptorFlags::WRITE;
    open(root, "file", flags).await.expect("a file")
}

async fn open(
    root: &Descriptor,
    path: &str,
    flags: DescriptorFlags,
) -> Result<Descriptor, ErrorCode> {
    root.open_at(PathFlags::empty(), path.into(), OpenFlags::empty(), flags).await
}

/// Gives a text to who writes it, and waits until that is done.
async fn write<E: 'static>(
    text: String,
    writer: impl FnOnce(StreamReader<u8>) -> FutureReader<Result<(), E>>,
) -> Result<(), E> {
    let (mut output, data) = wit_stream::new();
    let written = writer(data);
    output.write_all(text.into_bytes()).await;
    drop(output);
    written.await
}

/// What a future has by now.
async fn by_now<F: Future>(mut future: Pin<&mut F>) -> Option<F::Output> {
    poll_fn(|context| {
        Poll::Ready(match future.as_mut().poll(context) {
            Poll::Ready(value) => Some(value),
            Poll::Pending => None,
        })
    })
    .await
}

/// An answer in a line.
fn line<T>(what: &str, answer: Result<T, impl Debug>) -> String {
    format!("{what}: {}\n", answer.err().map_or("ok".into(), named))
}

/// An error, in the words of WIT.
fn named(code: impl Debug) -> String {
    let words = format!("{code:?}").replace("ErrorCode::", "");
    let dashed = words.chars().enumerate().map(|(i, letter)| {
        let dash = if i > 0 && letter.is_uppercase() { "-" } else { "" };
        format!("{dash}{}", letter.to_ascii_lowercase())
    });
    dashed.collect()
}
