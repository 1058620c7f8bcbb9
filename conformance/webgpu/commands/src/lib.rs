//! Encoding commands (specification, "Command Encoding", "Debug Markers" and "Finalization" of each
//! encoder).

mod debug;
mod encoders;
mod names;
mod states;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    states::run(suite).await;
    debug::run(suite).await;
    names::run(suite).await;
}
