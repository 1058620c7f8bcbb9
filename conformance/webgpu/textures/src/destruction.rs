//! `destroy` (specification, "Texture Destruction").

use crate::{invalid_texture, usual};
use harness::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right("gpu-texture.destroy: of a new texture", async |device| {
            device.create_texture(&usual()).destroy();
            Ok(())
        })
        .await;
    suite
        .right(
            "gpu-texture.destroy: lets what was submitted before go on",
            async |device| {
                let texture = device.create_texture(&usual());
                let target = device.create_buffer(&buffer(
                    4096,
                    GpuBufferUsage::MAP_READ | GpuBufferUsage::COPY_DST,
                ));
                device.queue().write_texture_with_copy(
                    &texels(&texture),
                    &[7; 1024],
                    layout(64),
                    extent(16, 16),
                );
                submit(device, |encoder| {
                    encoder.copy_texture_to_buffer(
                        &texels(&texture),
                        &rows(&target, 256),
                        extent(16, 16),
                    );
                });
                texture.destroy();
                equal(&read_mapped(&target).await?[..64], &[7; 64][..])
            },
        )
        .await;
    suite
        .wrong("gpu-texture.destroy: twice is as once", async |device| {
            let texture = device.create_texture(&usual());
            texture.destroy();
            texture.destroy();
            Ok(())
        })
        .await;
    suite
        .wrong(
            "gpu-texture.destroy: of an invalid texture does nothing",
            async |device| {
                invalid_texture(device, usual()).await?.destroy();
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-texture.destroy: makes submitting what uses it an error",
            async |device| {
                let texture = device.create_texture(&usual());
                refused_by_queue(device, |encoder| {
                    let view = texture.create_view(None);
                    render_into(encoder, &view, |_| {});
                    texture.destroy();
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-texture.destroy: leaves views to be made",
            async |device| {
                let texture = device.create_texture(&usual());
                texture.destroy();
                texture.create_view(None);
                Ok(())
            },
        )
        .await;
}
