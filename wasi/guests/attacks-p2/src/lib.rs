//! Attacks on the host by WASI 0.2: the first argument says which. What the host answers is
//! printed. Attacks that use what they do not have are to trap; if they do not, that is printed.

mod floods;
mod handles;
mod lists;
mod paths;
mod sizes;
mod sockets;

use wasi::cli::{environment, stderr, stdout};
use wasi::filesystem::preopens;
use wasi::filesystem::types::Descriptor;
use wasi::io::streams::{OutputStream, StreamError};

wit_bindgen::generate!({ path: "../wit/p2", world: "attacks", generate_all });

struct Attacks;

export!(Attacks);

/// What the stream calls take that write and flush at once.
const AT_ONCE: usize = 4096;

impl exports::wasi::cli::run::Guest for Attacks {
    fn run() -> Result<(), ()> {
        let arguments = environment::get_arguments();
        let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
        match answers(&words) {
            Some(text) => print(&stdout::get_stdout(), &text).map_err(|_| ()),
            None => {
                print(&stderr::get_stderr(), "this is no attack\n").map_err(|_| ())?;
                Err(())
            }
        }
    }
}

/// What the host answers to an attack.
fn answers(words: &[&str]) -> Option<String> {
    Some(match *words {
        ["path", path, times] => paths::every_operation(&directory(0), &written_out(path, times)),
        ["race", rounds] => paths::race(&directory(0), number(rounds)),
        ["change"] => paths::change(&directory(0)),
        ["between"] => paths::between(&directory(0), &directory(1)),
        ["list"] => paths::list(&directory(0)),
        ["handle", attack] => handles::attack(attack)?,
        ["dropped-parents"] => handles::dropped_parents(&directory(0)),
        ["forged", attack] => lists::attack(attack)?,
        ["poll", attack] => lists::poll(attack)?,
        ["sizes"] => sizes::of_files(&directory(0)),
        ["size", attack] => sizes::attack(attack)?,
        ["flood", what] => floods::flood(what)?,
        ["names"] => sockets::names(),
        ["datagrams", attack] => sockets::datagrams(attack)?,
        ["connect", remote, most] => sockets::connect(remote, number(most)),
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

fn print(stream: &OutputStream, text: &str) -> Result<(), StreamError> {
    text.as_bytes().chunks(AT_ONCE).try_for_each(|chunk| stream.blocking_write_and_flush(chunk))
}

/// An answer in a line.
fn line<T>(what: &str, answer: Result<T, impl Named>) -> String {
    format!("{what}: {}\n", answer.err().map_or("ok".into(), |code| code.named()))
}

/// An error, in the words of WIT.
trait Named {
    fn named(&self) -> String;
}

impl Named for wasi::filesystem::types::ErrorCode {
    fn named(&self) -> String {
        self.name().into()
    }
}

impl Named for wasi::sockets::network::ErrorCode {
    fn named(&self) -> String {
        self.name().into()
    }
}

impl Named for StreamError {
    fn named(&self) -> String {
        match self {
            StreamError::Closed => "closed".into(),
            StreamError::LastOperationFailed(error) => format!("failed, {}", error.to_debug_string()),
        }
    }
}
