//! `unconfigure`.

use crate::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-canvas-context.unconfigure: leaves no configuration",
            async |device| {
                let (_canvas, context) = configured(device);
                context.unconfigure();
                has_format(&context, None)
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.unconfigure: leaves a canvas that is transparent",
            async |device| {
                let (canvas, context) = configured(device);
                fill(device, &context.get_current_texture(), RED);
                context.unconfigure();
                let picture = canvas.present().await;
                equal((picture.width, picture.height), (WIDTH, HEIGHT))?;
                holds(
                    picture.texels.iter().all(|byte| *byte == 0),
                    "transparent black everywhere",
                )
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.unconfigure: leaves a canvas that can be configured",
            async |device| {
                let (canvas, context) = configured(device);
                context.unconfigure();
                context.configure(&of(device, FORMAT));
                fill(device, &context.get_current_texture(), RED);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.unconfigure: leaves a texture that cannot be drawn on",
            async |device| {
                let (_canvas, context) = configured(device);
                let texture = context.get_current_texture();
                context.unconfigure();
                cannot_be_drawn_on(device, &texture).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.unconfigure: of a canvas that is not configured does nothing",
            async |_| {
                let canvas = canvas();
                let context = canvas.context();
                context.unconfigure();
                context.unconfigure();
                has_format(&context, None)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.unconfigure: of a canvas whose device is lost",
            async |_| {
                let lost = new_device(&[]).await?;
                let (_canvas, context) = configured(&lost);
                context.get_current_texture();
                lost.destroy();
                context.unconfigure();
                has_format(&context, None)
            },
        )
        .await;
}
