//! Small commands of WASI 0.3, with its streams and futures as they are: the first argument after
//! the command's own name says which. What cannot be done ends in an error, and why on standard error.

use std::fmt::Debug;

use wasi::cli::{environment, exit, stderr, stdin, stdout};
use wasi::clocks::{monotonic_clock, system_clock};
use wasi::filesystem::preopens;
use wasi::filesystem::types::{Descriptor, DescriptorFlags, OpenFlags, PathFlags};
use wasi::random::random;
use wit_bindgen::{FutureReader, StreamReader};

wit_bindgen::generate!({ path: "../wit", world: "command", generate_all });

struct Commands;

export!(Commands);

type Outcome<T = ()> = Result<T, String>;

/// How much is read and written at once where the guest does it itself.
const CHUNK: usize = 1 << 16;

impl exports::wasi::cli::run::Guest for Commands {
    async fn run() -> Result<(), ()> {
        let arguments = environment::get_arguments();
        let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
        match run(&words).await {
            Ok(text) => write(&text, stdout::write_via_stream).await.map_err(|_| ()),
            Err(why) => {
                let _ = write(&format!("{why}\n"), stderr::write_via_stream).await;
                Err(())
            }
        }
    }
}

/// What a command prints.
async fn run(words: &[&str]) -> Outcome<String> {
    match *words {
        ["arguments", ..] => return Ok(words.join("\n")),
        ["environment"] => return Ok(format!("{:?}", environment::get_environment())),
        ["exit", status] => exit::exit_with_code(status.parse().map_err(say)?),
        // Standard streams.
        ["hand-on"] => {
            let (input, end) = stdin::read_via_stream();
            stdout::write_via_stream(input).await.map_err(say)?;
            end.await.map_err(say)?;
        }
        ["cat"] => {
            let (input, end) = stdin::read_via_stream();
            let (output, data) = wit_stream::new();
            let written = stdout::write_via_stream(data);
            copy(input, output).await?;
            written.await.map_err(say)?;
            end.await.map_err(say)?;
        }
        ["first-byte"] => {
            let (mut input, end) = stdin::read_via_stream();
            let byte = input.next().await;
            drop(input);
            end.await.map_err(say)?;
            return Ok(format!("{byte:?}"));
        }
        // Time and chance.
        ["sleep", nanos] => {
            let nanos: u64 = nanos.parse().map_err(say)?;
            let start = monotonic_clock::now();
            monotonic_clock::wait_for(nanos).await;
            return Ok(format!("{}", monotonic_clock::now() - start >= nanos));
        }
        ["time"] => return Ok(format!("{}", system_clock::now().seconds)),
        ["chance"] => return Ok(format!("{}", random::get_random_bytes(1 << 40).len() > 0)),
        // Files.
        ["read", path] => {
            let (data, end) = open(path, DescriptorFlags::READ).await?.read_via_stream(0);
            let bytes = data.collect().await;
            end.await.map_err(say)?;
            return String::from_utf8(bytes).map_err(say);
        }
        ["write", path, text] => {
            let file = open(path, DescriptorFlags::WRITE).await?;
            write(text, |data| file.write_via_stream(data, 0)).await.map_err(say)?;
        }
        ["append", path, text] => {
            let file = open(path, DescriptorFlags::WRITE).await?;
            write(text, |data| file.append_via_stream(data)).await.map_err(say)?;
        }
        ["copy", from, to] => {
            let (data, end) = open(from, DescriptorFlags::READ).await?.read_via_stream(0);
            let to = open(to, DescriptorFlags::WRITE).await?;
            let (output, written) = wit_stream::new();
            let written = to.write_via_stream(written, 0);
            copy(data, output).await?;
            written.await.map_err(say)?;
            end.await.map_err(say)?;
        }
        ["list", path] => {
            let directory = open(path, DescriptorFlags::READ).await?;
            let (entries, end) = directory.read_directory();
            let mut names: Vec<String> =
                entries.collect().await.iter().map(|it| format!("{:?} {}", it.type_, it.name)).collect();
            end.await.map_err(say)?;
            names.sort();
            return Ok(names.join("\n"));
        }
        ["stat", path] => {
            let stat = open(path, DescriptorFlags::READ).await?.stat().await.map_err(say)?;
            return Ok(format!("{:?} {}", stat.type_, stat.size));
        }
        ["remove", path] => root()?.unlink_file_at(path.into()).await.map_err(say)?,
        ["rename", from, to] => {
            let root = root()?;
            root.rename_at(from.into(), &root, to.into()).await.map_err(say)?;
        }
        _ => return Err("this is no command".into()),
    }
    Ok(String::new())
}

fn say(error: impl Debug) -> String {
    format!("{error:?}")
}

/// Gives a text to who writes it, and waits until that is done.
async fn write<E: 'static>(
    text: &str,
    writer: impl FnOnce(StreamReader<u8>) -> FutureReader<Result<(), E>>,
) -> Result<(), E> {
    let (mut output, data) = wit_stream::new();
    let written = writer(data);
    output.write_all(text.as_bytes().to_vec()).await;
    drop(output);
    written.await
}

/// Moves all bytes, through this guest's memory.
async fn copy(
    mut from: StreamReader<u8>,
    mut to: wit_bindgen::StreamWriter<u8>,
) -> Outcome {
    let mut buffer = Vec::with_capacity(CHUNK);
    loop {
        let (status, bytes) = from.read(buffer).await;
        if bytes.is_empty() && status == wit_bindgen::StreamResult::Dropped {
            return Ok(());
        }
        let left = to.write_all(bytes).await;
        if !left.is_empty() {
            return Err("nobody takes the bytes any more".into());
        }
        buffer = left;
        buffer.reserve(CHUNK);
    }
}

/// The first directory that was given.
fn root() -> Outcome<Descriptor> {
    let (directory, _) = preopens::get_directories().into_iter().next().ok_or("there is no directory")?;
    Ok(directory)
}

/// Opens what is below it, and makes it where it is to be written.
async fn open(path: &str, flags: DescriptorFlags) -> Outcome<Descriptor> {
    let how = if flags.contains(DescriptorFlags::WRITE) {
        OpenFlags::CREATE
    } else {
        OpenFlags::empty()
    };
    root()?.open_at(PathFlags::SYMLINK_FOLLOW, path.into(), how, flags).await.map_err(say)
}
