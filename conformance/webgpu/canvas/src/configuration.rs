//! `get-configuration`.

use crate::*;

pub async fn run(suite: &mut Suite) {
    suite
        .right(
            "gpu-canvas-context.get-configuration: is none at first",
            async |_| {
                let canvas = canvas();
                has_format(&canvas.context(), None)
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-configuration: is what was given",
            async |device| {
                let canvas = canvas();
                let context = canvas.context();
                let usage = GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST;
                context.configure(&GpuCanvasConfiguration {
                    device,
                    format: GpuTextureFormat::Bgra8unorm,
                    usage: Some(usage),
                    view_formats: Some(vec![GpuTextureFormat::Bgra8unormSrgb]),
                    color_space: Some(PredefinedColorSpace::DisplayP3),
                    tone_mapping: Some(GpuCanvasToneMapping {
                        mode: Some(GpuCanvasToneMappingMode::Extended),
                    }),
                    alpha_mode: Some(GpuCanvasAlphaMode::Premultiplied),
                });
                let told = some(context.get_configuration(), "a configuration")?;
                equal(told.format, GpuTextureFormat::Bgra8unorm)?;
                equal(told.usage, Some(usage))?;
                equal(
                    told.view_formats,
                    Some(vec![GpuTextureFormat::Bgra8unormSrgb]),
                )?;
                equal(told.color_space, Some(PredefinedColorSpace::DisplayP3))?;
                equal(
                    told.tone_mapping.and_then(|mapping| mapping.mode),
                    Some(GpuCanvasToneMappingMode::Extended),
                )?;
                equal(told.alpha_mode, Some(GpuCanvasAlphaMode::Premultiplied))
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-configuration: has the defaults of what was not given",
            async |device| {
                let (_canvas, context) = configured(device);
                let told = some(context.get_configuration(), "a configuration")?;
                equal(told.usage, Some(GpuTextureUsage::RENDER_ATTACHMENT))?;
                equal(told.view_formats, Some(vec![]))?;
                equal(told.color_space, Some(PredefinedColorSpace::Srgb))?;
                equal(
                    told.tone_mapping.and_then(|mapping| mapping.mode),
                    Some(GpuCanvasToneMappingMode::Standard),
                )?;
                equal(told.alpha_mode, Some(GpuCanvasAlphaMode::Opaque))
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-configuration: has the device itself",
            async |device| {
                let (_canvas, context) = configured(device);
                let told = some(context.get_configuration(), "a configuration")?;
                told.device.set_label("of the canvas");
                equal(device.label(), "of the canvas".to_string())?;
                fill(&told.device, &context.get_current_texture(), RED);
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.get-configuration: is the same for each handle of the context",
            async |device| {
                let (canvas, context) = configured(device);
                has_format(&canvas.context(), Some(FORMAT))?;
                canvas.context().unconfigure();
                has_format(&context, None)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-configuration: is none after one that was refused",
            async |device| {
                let canvas = canvas();
                let context = canvas.context();
                refused(device, || {
                    context.configure(&of(device, GpuTextureFormat::Depth32float));
                })
                .await?;
                has_format(&context, None)
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-configuration: is that of before after one that was refused",
            async |device| {
                let (canvas, context) = configured(device);
                fill(device, &context.get_current_texture(), RED);
                refused(device, || {
                    context.configure(&of(device, GpuTextureFormat::Rgba8unormSrgb));
                })
                .await?;
                has_format(&context, Some(FORMAT))?;
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.get-configuration: is what was given of a device that is lost",
            async |_| {
                let lost = new_device(&[]).await?;
                let (_canvas, context) = configured(&lost);
                lost.destroy();
                has_format(&context, Some(FORMAT))
            },
        )
        .await;
}
