//! `get-current-texture`, and the pictures that are drawn on it.

use crate::*;

pub async fn run(suite: &mut Suite) {
    textures(suite).await;
    pictures(suite).await;
    expired(suite).await;
    invalid(suite).await;
    lost(suite).await;
}

async fn textures(suite: &mut Suite) {
    suite
        .right(
            "gpu-canvas-context.get-current-texture: is as configured",
            async |device| {
                let (_canvas, context) = configured(device);
                let texture = context.get_current_texture();
                equal((texture.width(), texture.height()), (WIDTH, HEIGHT))?;
                equal(texture.depth_or_array_layers(), 1)?;
                equal(texture.mip_level_count(), 1)?;
                equal(texture.sample_count(), 1)?;
                equal(texture.dimension(), GpuTextureDimension::D2)?;
                equal(texture.format(), FORMAT)?;
                equal(texture.usage(), GpuTextureUsage::RENDER_ATTACHMENT)
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: is the same until it is presented",
            async |device| {
                let (canvas, context) = configured(device);
                let texture = context.get_current_texture();
                texture.set_label("first");
                equal(context.get_current_texture().label(), "first".to_string())?;
                let elsewhere = canvas.context().get_current_texture();
                equal(elsewhere.label(), "first".to_string())?;
                canvas.present().await;
                equal(context.get_current_texture().label(), String::new())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: has the size of the canvas",
            async |device| {
                let (canvas, context) = configured(device);
                canvas.resize(30, 20);
                let texture = context.get_current_texture();
                equal((texture.width(), texture.height()), (30, 20))?;
                fill(device, &texture, RED);
                let picture = shows(&canvas, &[255, 0, 0, 255]).await?;
                equal((picture.width, picture.height), (30, 20))
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: can be copied to",
            async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&GpuCanvasConfiguration {
                    usage: Some(GpuTextureUsage::COPY_DST),
                    ..of(device, FORMAT)
                });
                device.queue().write_texture_with_copy(
                    &texels(&context.get_current_texture()),
                    &[7; (WIDTH * HEIGHT * 4) as usize],
                    layout(WIDTH * 4),
                    extent(WIDTH, HEIGHT),
                );
                shows(&canvas, &[7, 7, 7, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: can be copied from",
            async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&GpuCanvasConfiguration {
                    usage: Some(GpuTextureUsage::RENDER_ATTACHMENT | GpuTextureUsage::COPY_SRC),
                    ..of(device, FORMAT)
                });
                let texture = context.get_current_texture();
                fill(device, &texture, RED);
                // Its alpha is what was drawn, also where the canvas is opaque.
                let copied = read_texels(device, &texture, 4).await?;
                equal(copied, [255, 0, 0, 51].repeat((WIDTH * HEIGHT) as usize))
            },
        )
        .await;
}

async fn pictures(suite: &mut Suite) {
    suite
        .right(
            "gpu-canvas-context.get-current-texture: is blank at first",
            async |device| {
                let (canvas, context) = configured(device);
                touch(device, &context.get_current_texture());
                shows(&canvas, &[0, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: is blank again after what was presented",
            async |device| {
                let (canvas, context) = configured(device);
                fill(device, &context.get_current_texture(), RED);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                touch(device, &context.get_current_texture());
                shows(&canvas, &[0, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: leaves its picture until there is another",
            async |device| {
                let (canvas, context) = configured(device);
                fill(device, &context.get_current_texture(), RED);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: leaves its picture when it is destroyed",
            async |device| {
                let (canvas, context) = configured(device);
                let texture = context.get_current_texture();
                fill(device, &texture, RED);
                texture.destroy();
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-current-texture: leaves its picture when all handles are dropped",
            async |device| {
                let (canvas, context) = configured(device);
                fill(device, &context.get_current_texture(), RED);
                drop(context);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
}

/// Ways in which the current texture expires.
async fn expired(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: cannot be drawn on once it was presented",
            async |device| {
                let (canvas, context) = configured(device);
                let texture = context.get_current_texture();
                canvas.present().await;
                cannot_be_drawn_on(device, &texture).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: cannot be drawn on once the canvas has another size",
            async |device| {
                let (canvas, context) = configured(device);
                let texture = context.get_current_texture();
                canvas.resize(WIDTH + 1, HEIGHT);
                cannot_be_drawn_on(device, &texture).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: is not the next one when commands were encoded before it was presented",
            async |device| {
                let (canvas, context) = configured(device);
                let view = context.get_current_texture().create_view(None);
                let commands = encode(device, |encoder| {
                    render_into(encoder, &view, |_| {});
                });
                canvas.present().await;
                refused(device, || device.queue().submit(&[&commands])).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: is still the same when it is destroyed",
            async |device| {
                let (_canvas, context) = configured(device);
                let texture = context.get_current_texture();
                texture.set_label("destroyed");
                texture.destroy();
                let same = context.get_current_texture();
                equal(same.label(), "destroyed".to_string())?;
                cannot_be_drawn_on(device, &same).await
            },
        )
        .await;
}

async fn invalid(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: is invalid where the canvas is not configured",
            async |device| {
                let canvas = canvas();
                cannot_be_drawn_on(device, &canvas.context().get_current_texture()).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: is refused where textures cannot be as configured",
            async |device| {
                let canvas = canvas();
                let context = canvas.context();
                refused(device, || {
                    context.configure(&GpuCanvasConfiguration {
                        view_formats: Some(vec![GpuTextureFormat::R8unorm]),
                        ..of(device, FORMAT)
                    });
                })
                .await?;
                let texture = refused(device, || context.get_current_texture()).await?;
                texture.set_label("invalid");
                cannot_be_drawn_on(device, &texture).await?;
                // It is made once.
                equal(context.get_current_texture().label(), "invalid".to_string())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: is refused where the canvas has no size",
            async |device| {
                let (canvas, context) = configured(device);
                canvas.resize(0, HEIGHT);
                refused(device, || context.get_current_texture()).await?;
                let picture = canvas.present().await;
                equal((picture.width, picture.height), (0, HEIGHT))?;
                canvas.resize(WIDTH, HEIGHT);
                fill(device, &context.get_current_texture(), RED);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: cannot be copied from unless it was configured so",
            async |device| {
                let (_canvas, context) = configured(device);
                let texture = context.get_current_texture();
                let readback = device.create_buffer(&buffer(512, GpuBufferUsage::COPY_DST));
                refused_at_finish(device, |encoder| {
                    encoder.copy_texture_to_buffer(
                        &texels(&texture),
                        &rows(&readback, 256),
                        extent(WIDTH, HEIGHT),
                    );
                })
                .await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: has no views in formats that were not configured",
            async |device| {
                let (_canvas, context) = configured(device);
                let texture = context.get_current_texture();
                refused(device, || {
                    texture.create_view(Some(&GpuTextureViewDescriptor {
                        format: Some(GpuTextureFormat::Rgba8unormSrgb),
                        ..view()
                    }))
                })
                .await?;
                Ok(())
            },
        )
        .await;
}

async fn lost(suite: &mut Suite) {
    suite
        .wrong(
            "gpu-canvas-context.get-current-texture: of a device that is lost can still be asked for",
            async |_| {
                let lost = new_device(&[]).await?;
                let (canvas, context) = configured(&lost);
                fill(&lost, &context.get_current_texture(), RED);
                lost.destroy();
                let texture = context.get_current_texture();
                equal((texture.width(), texture.height()), (WIDTH, HEIGHT))?;
                fill(&lost, &texture, RED);
                // Whether the last picture is kept is for the host to choose.
                let picture = canvas.present().await;
                equal((picture.width, picture.height), (WIDTH, HEIGHT))
            },
        )
        .await;
}
