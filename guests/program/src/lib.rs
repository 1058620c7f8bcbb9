//! What programs of the GPU have in common: how they begin, a device, progress, and time.
//!
//! They are ordinary Rust programs with the standard library, which finds files, arguments and
//! standard streams by WASI. Only the GPU is reached by bindings of its own: [`webgpu`].

mod gpu;
mod progress;
mod timing;

pub use gpu::{Gpu, Kernel, Limit, room};
pub use progress::Progress;
pub use timing::{Stopwatch, Timing};
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
        Ok(options) => main(options)
            .await
            .map_err(|failure| eprintln!("{failure:#}")),
        Err(answer) => {
            // It is an error, or what was asked for: help or the version.
            let _ = answer.print();
            if answer.use_stderr() { Err(()) } else { Ok(()) }
        }
    }
}

/// Reads a number that is neither infinite nor none, for `value_parser`.
pub fn finite(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(number) if f32::is_finite(number) => Ok(number),
        _ => Err("expected a number such as 0.05".to_string()),
    }
}
