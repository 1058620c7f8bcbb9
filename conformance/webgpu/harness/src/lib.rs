//! What the groups of the suite share: how cases are run and printed, what they expect, and short
//! ways to make what they need.
//!
//! A group is a crate whose root says `harness::group!(run)`, where `run` takes a [`Suite`] and
//! hands it one case after the other. See the suite's README for how to write one.

/// `wasi:webgpu`, and the world of a group.
pub mod bindings {
    wit_bindgen::generate!({
        path: ["../../../guests/wit/deps/wasi-webgpu", "../wit"],
        world: "radicchio:conformance/group",
        pub_export_macro: true,
        default_bindings_module: "harness::bindings",
        generate_all,
    });
}

mod calls;
mod commands;
mod descriptors;
mod errors;
mod expectations;
mod features;
mod invalid;
mod labels;
mod memory;
mod suite;

pub use bindings::wasi::webgpu::webgpu::*;
pub use calls::*;
pub use commands::*;
pub use descriptors::*;
pub use errors::*;
pub use expectations::*;
pub use features::*;
pub use invalid::*;
pub use labels::*;
pub use memory::*;
pub use suite::*;

/// Makes a crate the component of a group.
#[macro_export]
macro_rules! group {
    ($run:path) => {
        struct Group;

        impl $crate::bindings::Guest for Group {
            async fn run() {
                let mut suite = $crate::Suite::begin();
                $run(&mut suite).await;
                suite.end();
            }
        }

        $crate::bindings::export!(Group with_types_in $crate::bindings);
    };
}
