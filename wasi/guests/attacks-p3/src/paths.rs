//! Attacks by paths.

use crate::wasi::filesystem::types::{
    Descriptor, DescriptorFlags, ErrorCode, NewTimestamp, OpenFlags, PathFlags,
};
use crate::{line, open, wit_stream};

const FOLLOW: PathFlags = PathFlags::SYMLINK_FOLLOW;
const NO_FOLLOW: PathFlags = PathFlags::empty();
const AS_IT_IS: OpenFlags = OpenFlags::empty();
const NOW: NewTimestamp = NewTimestamp::Now;

/// How often a race is to be won and lost at least.
const ENOUGH: usize = 100;

/// Where a race is not won and lost that often.
const MOST_ROUNDS: usize = 1_000_000;

/// All that can be done with a path.
pub async fn every_operation(root: &Descriptor, path: &str) -> String {
    let created = OpenFlags::CREATE | OpenFlags::TRUNCATE;
    let path = || path.to_string();
    let file = || "file".to_string();
    let taken = || "taken".to_string();
    [
        line("open", root.open_at(FOLLOW, path(), AS_IT_IS, DescriptorFlags::READ).await),
        line("create", root.open_at(FOLLOW, path(), created, DescriptorFlags::WRITE).await),
        line("open itself", root.open_at(NO_FOLLOW, path(), AS_IT_IS, DescriptorFlags::READ).await),
        line("stat", root.stat_at(FOLLOW, path()).await),
        line("stat itself", root.stat_at(NO_FOLLOW, path()).await),
        line("hash", root.metadata_hash_at(FOLLOW, path()).await),
        line("set times", root.set_times_at(FOLLOW, path(), NOW, NOW).await),
        line("read link", root.readlink_at(path()).await),
        line("create directory", root.create_directory_at(path()).await),
        line("remove directory", root.remove_directory_at(path()).await),
        line("unlink", root.unlink_file_at(path()).await),
        line("symlink", root.symlink_at(file(), path()).await),
        line("rename", root.rename_at(path(), root, taken()).await),
        line("rename to", root.rename_at(file(), root, path()).await),
        line("link", root.link_at(FOLLOW, path(), root, taken()).await),
        line("link to", root.link_at(NO_FOLLOW, file(), root, path()).await),
    ]
    .concat()
}

/// Does all that it can where another swaps a directory and a link that leads out, and says what it
/// has read.
pub async fn race(root: &Descriptor, rounds: usize) -> String {
    let (mut reached, mut refused) = (0, 0);
    let mut round = 0;
    while round < rounds || (reached < ENOUGH || refused < ENOUGH) && round < MOST_ROUNDS {
        round += 1;
        match read(root, "trap/secret").await {
            Ok(text) if text == "bait" => reached += 1,
            Ok(text) => return format!("read: {text}\n"),
            Err(ErrorCode::NotPermitted) => refused += 1,
            Err(_) => {}
        }
        disturb(root).await;
    }
    let won = reached >= ENOUGH && refused >= ENOUGH;
    if won { "read the bait only\n".into() } else { format!("{reached} read, {refused} refused\n") }
}

/// None of this is known to work, since what it is about may be gone.
async fn disturb(root: &Descriptor) {
    let secret = || "trap/secret".to_string();
    let made = || "trap/made".to_string();
    let sign = || "trap/sign".to_string();
    let _ = root.set_times_at(FOLLOW, secret(), NOW, NOW).await;
    let _ = write(root, secret()).await;
    let _ = root.link_at(FOLLOW, secret(), root, "linked".into()).await;
    let _ = root.rename_at(secret(), root, "taken".into()).await;
    let _ = root.rename_at("taken".into(), root, secret()).await;
    let _ = root.unlink_file_at("linked".into()).await;
    let _ = root.create_directory_at(made()).await;
    let _ = root.remove_directory_at(made()).await;
    let _ = root.symlink_at("secret".into(), sign()).await;
    let _ = root.unlink_file_at(sign()).await;
    let _ = root.unlink_file_at(secret()).await;
    let _ = write(root, secret()).await;
}

async fn read(root: &Descriptor, path: &str) -> Result<String, ErrorCode> {
    let file = root.open_at(FOLLOW, path.into(), AS_IT_IS, DescriptorFlags::READ).await?;
    let (data, end) = file.read_via_stream(0);
    let bytes = data.collect().await;
    end.await?;
    Ok(String::from_utf8_lossy(&bytes).into())
}

async fn write(root: &Descriptor, path: String) -> Result<(), ErrorCode> {
    let file = root.open_at(FOLLOW, path, OpenFlags::CREATE, DescriptorFlags::WRITE).await?;
    crate::write("bait".into(), |data| file.write_via_stream(data, 0)).await
}

/// All that would change something in a directory that is for reading only.
pub async fn change(root: &Descriptor) -> String {
    let read = DescriptorFlags::READ;
    let mut lines = every_operation(root, "file").await;
    for (how, flags, what) in [
        (OpenFlags::TRUNCATE, read, "truncate"),
        (OpenFlags::CREATE, read, "open or create"),
        (AS_IT_IS, DescriptorFlags::WRITE, "open to write"),
        (AS_IT_IS, read | DescriptorFlags::WRITE, "open to read and write"),
    ] {
        lines += &line(what, root.open_at(FOLLOW, "file".into(), how, flags).await);
    }
    lines += &line(
        "open to mutate",
        open(root, "directory", DescriptorFlags::MUTATE_DIRECTORY).await,
    );
    lines += &line("set times of the directory", root.set_times(NOW, NOW).await);
    if let Ok(file) = open(root, "file", read).await {
        lines += &line("set times of the file", file.set_times(NOW, NOW).await);
        lines += &line("set size", file.set_size(0).await);
        let (_, nothing) = wit_stream::new();
        lines += &line("write via stream", file.write_via_stream(nothing, 0).await);
        let (_, nothing) = wit_stream::new();
        lines += &line("append via stream", file.append_via_stream(nothing).await);
    }
    if let Ok(directory) = open(root, "directory", read).await {
        lines += &line("create below", directory.create_directory_at("mine".into()).await);
    }
    lines
}

/// Brings a file from one directory that was given into the other, and back.
pub async fn between(one: &Descriptor, other: &Descriptor) -> String {
    [
        line("link", one.link_at(NO_FOLLOW, "file".into(), other, "linked".into()).await),
        line("rename", one.rename_at("file".into(), other, "renamed".into()).await),
        line("link back", other.link_at(NO_FOLLOW, "other".into(), one, "linked".into()).await),
        line("rename back", other.rename_at("other".into(), one, "renamed".into()).await),
    ]
    .concat()
}

/// Counts what a directory has, as far as it can be read.
pub async fn list(root: &Descriptor) -> String {
    let (entries, end) = root.read_directory();
    let count = entries.collect().await.len();
    match end.await {
        Ok(()) => format!("{count} entries\n"),
        Err(code) => line::<()>("list", Err(code)),
    }
}
