//! Small commands in Rust's standard library, as any program has them that knows nothing of WASI:
//! the first argument says which. What cannot be done ends with status 1, and why on standard error.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};
use std::process;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

type Outcome = Result<(), Box<dyn Error>>;

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let words: Vec<&str> = arguments.iter().skip(1).map(String::as_str).collect();
    if let Err(failure) = run(&words) {
        eprintln!("{}: {failure}", words.join(" "));
        process::exit(1);
    }
}

fn run(words: &[&str]) -> Outcome {
    match *words {
        // What it was started with.
        ["arguments", ..] => words.iter().for_each(|word| println!("{word}")),
        ["environment"] => {
            for (name, value) in env::vars().collect::<BTreeMap<_, _>>() {
                println!("{name}={value}");
            }
        }
        // Standard streams.
        ["cat"] => {
            io::copy(&mut io::stdin().lock(), &mut io::stdout().lock())?;
        }
        ["number-lines"] => {
            for (number, line) in io::stdin().lock().lines().enumerate() {
                println!("{} {}", number + 1, line?);
            }
        }
        ["repeat", text, times] => {
            let mut out = io::stdout().lock();
            for _ in 0..times.parse::<u64>()? {
                writeln!(out, "{text}")?;
            }
        }
        ["complain", text] => eprintln!("{text}"),
        // Ends.
        ["exit", status] => process::exit(status.parse()?),
        ["panic"] => panic!("as it was told"),
        // Time and chance.
        ["sleep", millis] => {
            let time = Duration::from_millis(millis.parse()?);
            let start = Instant::now();
            thread::sleep(time);
            println!("slept long enough: {}", start.elapsed() >= time);
        }
        ["time"] => println!("{}", SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs()),
        ["chance"] => println!("{}", chance() != chance()),
        // Files.
        ["read", path] => print!("{}", fs::read_to_string(path)?),
        ["write", path, text] => fs::write(path, text)?,
        ["append", path, text] => {
            let mut file = OpenOptions::new().append(true).create(true).open(path)?;
            file.write_all(text.as_bytes())?;
        }
        ["create-new", path] => {
            File::create_new(path)?;
        }
        ["read-at", path, offset, length] => {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::Start(offset.parse()?))?;
            let mut text = String::new();
            file.take(length.parse()?).read_to_string(&mut text)?;
            println!("{text}");
        }
        ["resize", path, size] => {
            OpenOptions::new().write(true).open(path)?.set_len(size.parse()?)?;
        }
        ["list", path] => {
            let mut entries = Vec::new();
            for entry in fs::read_dir(path)? {
                let entry = entry?;
                entries.push(format!("{} {}", kind(entry.file_type()?), entry.file_name().display()));
            }
            entries.sort();
            entries.iter().for_each(|entry| println!("{entry}"));
        }
        ["stat", path] => {
            let metadata = fs::symlink_metadata(path)?;
            println!("{} {}", kind(metadata.file_type()), metadata.len());
        }
        ["copy", from, to] => {
            let (mut from, mut to) = (File::open(from)?, File::create(to)?);
            let mut buffer = vec![0; 1 << 16];
            loop {
                match from.read(&mut buffer)? {
                    0 => break,
                    length => to.write_all(&buffer[..length])?,
                }
            }
        }
        ["rename", from, to] => fs::rename(from, to)?,
        ["link", from, to] => fs::hard_link(from, to)?,
        ["remove", path] => fs::remove_file(path)?,
        ["make-directory", path] => fs::create_dir(path)?,
        ["remove-directory", path] => fs::remove_dir(path)?,
        ["read-link", path] => println!("{}", fs::read_link(path)?.display()),
        _ => return Err("is no command".into()),
    }
    Ok(())
}

fn kind(of: fs::FileType) -> &'static str {
    if of.is_dir() {
        "directory"
    } else if of.is_symlink() {
        "link"
    } else if of.is_file() {
        "file"
    } else {
        "other"
    }
}

/// A number that the standard library seeds its hash tables with.
fn chance() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0)
}
