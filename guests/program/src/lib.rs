//! What programs of the GPU have in common: how they begin, a device, and progress.
//!
//! They are ordinary Rust programs with the standard library, which finds files, arguments and
//! standard streams by WASI. Only the GPU is reached by bindings of its own: [`webgpu`].

mod gpu;
mod progress;

pub use gpu::{Gpu, Kernel, Limit};
pub use progress::Progress;
pub use wasi::webgpu::webgpu;

/// How the component is made of a function: for [`command!`].
#[doc(hidden)]
pub mod bindings {
    pub use super::export;
    pub use super::exports::wasi::cli::run::Guest;
}

wit_bindgen::generate!({
    path: ["../wit/deps/wasi-webgpu", "wit"],
    world: "radicchio:program/program",
    generate_all,
    pub_export_macro: true,
    default_bindings_module: "program",
});

/// Makes an async function the program: it takes what [`clap::Parser`] makes of the arguments, and
/// gives an [`anyhow::Result`].
#[macro_export]
macro_rules! command {
    ($main:path) => {
        struct Command;

        $crate::bindings::export!(Command);

        impl $crate::bindings::Guest for Command {
            async fn run() -> Result<(), ()> {
                $crate::start($main).await
            }
        }
    };
}

/// Runs a program: for [`command!`].
#[doc(hidden)]
pub async fn start<Options: clap::Parser>(
    main: impl AsyncFnOnce(Options) -> anyhow::Result<()>,
) -> Result<(), ()> {
    match Options::try_parse() {
        Ok(options) => main(options).await.map_err(|failure| eprintln!("{failure:#}")),
        Err(answer) => {
            // It is an error, or what was asked for: help or the version.
            let _ = answer.print();
            if answer.use_stderr() { Err(()) } else { Ok(()) }
        }
    }
}
