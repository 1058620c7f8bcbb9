//! Shader modules and what their compiler says (specification, "Shader Modules").

mod messages;
mod modules;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-shader-module",
        async |device, label| {
            Ok(device.create_shader_module(&GpuShaderModuleDescriptor {
                label,
                ..shader("")
            }))
        },
        invalid_shader_module,
    )
    .await;
    modules::run(suite).await;
    messages::run(suite).await;
}
