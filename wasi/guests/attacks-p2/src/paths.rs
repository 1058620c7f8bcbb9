//! Attacks by paths.

use crate::line;
use crate::wasi::filesystem::types::{
    Descriptor, DescriptorFlags, ErrorCode, NewTimestamp, OpenFlags, PathFlags,
};

const FOLLOW: PathFlags = PathFlags::SYMLINK_FOLLOW;
const NO_FOLLOW: PathFlags = PathFlags::empty();
const AS_IT_IS: OpenFlags = OpenFlags::empty();
const NOW: NewTimestamp = NewTimestamp::Now;

/// How often a race is to be won and lost at least.
const ENOUGH: usize = 100;

/// Where a race is not won and lost that often.
const MOST_ROUNDS: usize = 1_000_000;

/// All that can be done with a path.
pub fn every_operation(root: &Descriptor, path: &str) -> String {
    let created = OpenFlags::CREATE | OpenFlags::TRUNCATE;
    [
        line("open", root.open_at(FOLLOW, path, AS_IT_IS, DescriptorFlags::READ)),
        line("create", root.open_at(FOLLOW, path, created, DescriptorFlags::WRITE)),
        line("open itself", root.open_at(NO_FOLLOW, path, AS_IT_IS, DescriptorFlags::READ)),
        line("stat", root.stat_at(FOLLOW, path)),
        line("stat itself", root.stat_at(NO_FOLLOW, path)),
        line("hash", root.metadata_hash_at(FOLLOW, path)),
        line("set times", root.set_times_at(FOLLOW, path, NOW, NOW)),
        line("read link", root.readlink_at(path)),
        line("create directory", root.create_directory_at(path)),
        line("remove directory", root.remove_directory_at(path)),
        line("unlink", root.unlink_file_at(path)),
        line("symlink", root.symlink_at("file", path)),
        line("rename", root.rename_at(path, root, "taken")),
        line("rename to", root.rename_at("file", root, path)),
        line("link", root.link_at(FOLLOW, path, root, "taken")),
        line("link to", root.link_at(NO_FOLLOW, "file", root, path)),
    ]
    .concat()
}

/// Does all that it can where another swaps a directory and a link that leads out, and says what it
/// has read.
pub fn race(root: &Descriptor, rounds: usize) -> String {
    let (mut reached, mut refused) = (0, 0);
    let mut round = 0;
    while round < rounds || (reached < ENOUGH || refused < ENOUGH) && round < MOST_ROUNDS {
        round += 1;
        match read(root, "trap/secret") {
            Ok(text) if text == "bait" => reached += 1,
            Ok(text) => return format!("read: {text}\n"),
            Err(ErrorCode::NotPermitted) => refused += 1,
            Err(_) => {}
        }
        disturb(root);
    }
    let won = reached >= ENOUGH && refused >= ENOUGH;
    if won { "read the bait only\n".into() } else { format!("{reached} read, {refused} refused\n") }
}

/// None of this is known to work, since what it is about may be gone.
fn disturb(root: &Descriptor) {
    let _ = root.set_times_at(FOLLOW, "trap/secret", NOW, NOW);
    let _ = write(root, "trap/secret");
    let _ = root.link_at(FOLLOW, "trap/secret", root, "linked");
    let _ = root.rename_at("trap/secret", root, "taken");
    let _ = root.rename_at("taken", root, "trap/secret");
    let _ = root.unlink_file_at("linked");
    let _ = root.create_directory_at("trap/made");
    let _ = root.remove_directory_at("trap/made");
    let _ = root.symlink_at("secret", "trap/sign");
    let _ = root.unlink_file_at("trap/sign");
    let _ = root.unlink_file_at("trap/secret");
    let _ = write(root, "trap/secret");
}

fn read(root: &Descriptor, path: &str) -> Result<String, ErrorCode> {
    let file = root.open_at(FOLLOW, path, AS_IT_IS, DescriptorFlags::READ)?;
    let (bytes, _) = file.read(100, 0)?;
    Ok(String::from_utf8_lossy(&bytes).into())
}

fn write(root: &Descriptor, path: &str) -> Result<(), ErrorCode> {
    let file = root.open_at(FOLLOW, path, OpenFlags::CREATE, DescriptorFlags::WRITE)?;
    file.write(b"bait", 0)?;
    Ok(())
}

/// All that would change something in a directory that is for reading only.
pub fn change(root: &Descriptor) -> String {
    let read = DescriptorFlags::READ;
    let mut lines = every_operation(root, "file");
    for (how, flags, what) in [
        (OpenFlags::TRUNCATE, read, "truncate"),
        (OpenFlags::CREATE, read, "open or create"),
        (AS_IT_IS, DescriptorFlags::WRITE, "open to write"),
        (AS_IT_IS, read | DescriptorFlags::WRITE, "open to read and write"),
    ] {
        lines += &line(what, root.open_at(FOLLOW, "file", how, flags));
    }
    let mutate = DescriptorFlags::MUTATE_DIRECTORY;
    lines += &line("open to mutate", root.open_at(FOLLOW, "directory", AS_IT_IS, mutate));
    lines += &line("set times of the directory", root.set_times(NOW, NOW));
    if let Ok(file) = root.open_at(FOLLOW, "file", AS_IT_IS, read) {
        lines += &line("set times of the file", file.set_times(NOW, NOW));
        lines += &line("set size", file.set_size(0));
        lines += &line("write", file.write(b"mine", 0));
        lines += &line("write via stream", file.write_via_stream(0));
        lines += &line("append via stream", file.append_via_stream());
    }
    if let Ok(directory) = root.open_at(FOLLOW, "directory", AS_IT_IS, read) {
        lines += &line("create below", directory.create_directory_at("mine"));
    }
    lines
}

/// Brings a file from one directory that was given into the other, and back.
pub fn between(one: &Descriptor, other: &Descriptor) -> String {
    [
        line("link", one.link_at(NO_FOLLOW, "file", other, "linked")),
        line("rename", one.rename_at("file", other, "renamed")),
        line("link back", other.link_at(NO_FOLLOW, "other", one, "linked")),
        line("rename back", other.rename_at("other", one, "renamed")),
    ]
    .concat()
}

/// Counts what a directory has, as far as it can be read.
pub fn list(root: &Descriptor) -> String {
    let entries = match root.read_directory() {
        Ok(entries) => entries,
        Err(code) => return line::<()>("list", Err(code)),
    };
    let mut count = 0;
    loop {
        match entries.read_directory_entry() {
            Ok(Some(_)) => count += 1,
            Ok(None) => return format!("{count} entries\n"),
            Err(code) => return line::<()>("list", Err(code)),
        }
    }
}
