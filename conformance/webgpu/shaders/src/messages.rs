//! `get-compilation-info` and the messages of the compiler (specification, "Shader Module
//! Compilation Information"). Which messages there are is the compiler's choice; an error must be
//! among them where a module is invalid.

use harness::*;

pub async fn run(suite: &mut Suite) {
    infos(suite).await;
    messages(suite).await;
    positions(suite).await;
}

/// The messages for code, of which an error is caught.
async fn messages_of(device: &GpuDevice, code: &str) -> Outcome<Vec<GpuCompilationMessage>> {
    let (module, _) = caught(device, GpuErrorFilter::Validation, async || {
        device.create_shader_module(&shader(code))
    })
    .await?;
    Ok(module.get_compilation_info().await.messages())
}

/// The first error for code.
async fn error_of(device: &GpuDevice, code: &str) -> Outcome<GpuCompilationMessage> {
    let messages = messages_of(device, code).await?;
    let error = messages
        .into_iter()
        .find(|message| message.type_() == GpuCompilationMessageType::Error);
    some(error, "a message that is an error")
}

const GOOD: &str = "fn a() -> f32 { return 1.0; }";
const BAD: &str = "fn a() -> f32 {\n    return b;\n}\n";

async fn infos(suite: &mut Suite) {
    suite
        .right(
            "gpu-shader-module.get-compilation-info: has no error for good code",
            async |device| {
                for message in messages_of(device, GOOD).await? {
                    holds(
                        message.type_() != GpuCompilationMessageType::Error,
                        &format!("no error, got {}", message.message()),
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-shader-module.get-compilation-info: says the same each time",
            async |device| {
                let module = device.create_shader_module(&shader(GOOD));
                equal(
                    module.get_compilation_info().await.messages().len(),
                    module.get_compilation_info().await.messages().len(),
                )
            },
        )
        .await;
    suite
        .wrong(
            "gpu-shader-module.get-compilation-info: of an invalid module has an error",
            async |device| {
                error_of(device, BAD).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-shader-module.get-compilation-info: on a destroyed device completes",
            async |device| {
                let module = device.create_shader_module(&shader(GOOD));
                device.destroy();
                module.get_compilation_info().await;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-compilation-info.messages: are the same each time",
            async |device| {
                let module = device.create_shader_module(&shader(GOOD));
                let info = module.get_compilation_info().await;
                equal(info.messages().len(), info.messages().len())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compilation-info.messages: of an invalid module outlive it",
            async |device| {
                let module = refused(device, || device.create_shader_module(&shader(BAD))).await?;
                let info = module.get_compilation_info().await;
                drop(module);
                let messages = info.messages();
                drop(info);
                holds(
                    messages.iter().any(|message| !message.message().is_empty()),
                    "a message",
                )
            },
        )
        .await;
}

async fn messages(suite: &mut Suite) {
    suite
        .right(
            "gpu-compilation-message.message: says something of each",
            async |device| {
                for message in messages_of(device, BAD).await? {
                    holds(!message.message().is_empty(), "a message")?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compilation-message.message: of invalid code says something",
            async |device| {
                holds(
                    !error_of(device, "🌿").await?.message().is_empty(),
                    "a message",
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-compilation-message.type: of good code is not error",
            async |device| {
                for message in
                    messages_of(device, "diagnostic(info, derivative_uniformity);").await?
                {
                    holds(
                        message.type_() != GpuCompilationMessageType::Error,
                        "another type than error",
                    )?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-compilation-message.type: of what makes a module invalid is error",
            async |device| {
                equal(
                    error_of(device, BAD).await?.type_(),
                    GpuCompilationMessageType::Error,
                )
            },
        )
        .await;
}

/// A part of some code by its line and place there, both from 1, its offset, and its length, in
/// UTF-16 code units.
#[derive(Debug, PartialEq)]
struct Position {
    line_num: u64,
    line_pos: u64,
    offset: u64,
    length: u64,
}

impl Position {
    fn of(message: &GpuCompilationMessage) -> Self {
        Position {
            line_num: message.line_num(),
            line_pos: message.line_pos(),
            offset: message.offset(),
            length: message.length(),
        }
    }

    /// The same place by line and offset, if it is in the code: both must mean the same.
    fn check(&self, code: &str) -> Outcome {
        if self.line_num == 0 {
            let nowhere = Position {
                line_num: 0,
                line_pos: 0,
                offset: 0,
                length: 0,
            };
            return equal(self, &nowhere);
        }
        let mut start = 0;
        let mut lines = vec![];
        for line in code.split_inclusive('\n') {
            lines.push(start);
            start += line.encode_utf16().count() as u64;
        }
        lines.push(start);
        let line = lines.get(self.line_num as usize - 1);
        let line_start = some(line.copied(), &format!("a line of the code, for {self:?}"))?;
        holds(
            self.line_pos >= 1,
            &format!("a place from 1 on, for {self:?}"),
        )?;
        equal(self.offset, line_start + self.line_pos - 1)?;
        holds(
            self.offset + self.length <= start,
            &format!("an end within the code, for {self:?}"),
        )
    }
}

/// Code with an error in its third line, after text whose length differs in UTF-8 and UTF-16.
const LATER: &str = "// chicory 🌿🌿\nfn a() -> f32 {\n    /* é🌿 */ return missing;\n}\n";

async fn positions(suite: &mut Suite) {
    for function in ["line-num", "line-pos", "offset", "length"] {
        let function = format!("gpu-compilation-message.{function}");
        suite
            .right(
                &format!("{function}: of a message fits with its other numbers"),
                async |device| {
                    for code in [BAD, LATER, "fn a() { let x = 1; }", "const a = 1.0 / 0.0;"] {
                        for message in messages_of(device, code).await? {
                            Position::of(&message).check(code)?;
                        }
                    }
                    Ok(())
                },
            )
            .await;
        suite
            .wrong(
                &format!("{function}: of an error is where the error is, in UTF-16"),
                async |device| {
                    let position = Position::of(&error_of(device, LATER).await?);
                    position.check(LATER)?;
                    // That an error has a place, the specification leaves open.
                    holds(
                        [0, 3].contains(&position.line_num),
                        &format!("the third line, got {position:?}"),
                    )
                },
            )
            .await;
    }
}
