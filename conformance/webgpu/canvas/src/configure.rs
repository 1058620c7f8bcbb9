//! `configure`.

use crate::*;

pub async fn run(suite: &mut Suite) {
    for format in crate::FORMATS {
        let name = format!("gpu-canvas-context.configure: in {format:?}");
        suite
            .right(&name, async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&of(device, format));
                fill(device, &context.get_current_texture(), RED);
                let picture = shows(&canvas, red_in(format)).await?;
                equal(picture.format, format)?;
                equal((picture.width, picture.height), (WIDTH, HEIGHT))
            })
            .await;
    }
    usages(suite).await;
    meanings(suite).await;
    changes(suite).await;
    refused_formats(suite).await;
    refused_members(suite).await;
    refused_sizes(suite).await;
}

/// `RED` on an opaque canvas, as it lies in memory.
fn red_in(format: GpuTextureFormat) -> &'static [u8] {
    match format {
        GpuTextureFormat::Bgra8unorm => &[0, 0, 255, 255],
        GpuTextureFormat::Rgba16float => &[0, 0x3C, 0, 0, 0, 0, 0, 0x3C],
        _ => &[255, 0, 0, 255],
    }
}

async fn usages(suite: &mut Suite) {
    let every = GpuTextureUsage::COPY_SRC
        | GpuTextureUsage::COPY_DST
        | GpuTextureUsage::TEXTURE_BINDING
        | GpuTextureUsage::STORAGE_BINDING
        | GpuTextureUsage::RENDER_ATTACHMENT;
    for (name, given, expected) in [
        ("no usage given", None, GpuTextureUsage::RENDER_ATTACHMENT),
        (
            "one usage",
            Some(GpuTextureUsage::COPY_DST),
            GpuTextureUsage::COPY_DST,
        ),
        ("every usage", Some(every), every),
    ] {
        let name = format!("gpu-canvas-context.configure: for textures of {name}");
        suite
            .right(&name, async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&GpuCanvasConfiguration {
                    usage: given,
                    ..of(device, FORMAT)
                });
                equal(context.get_current_texture().usage(), expected)
            })
            .await;
    }
    suite
        .right(
            "gpu-canvas-context.configure: for views in another format",
            async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&GpuCanvasConfiguration {
                    view_formats: Some(vec![GpuTextureFormat::Rgba8unormSrgb]),
                    ..of(device, FORMAT)
                });
                let view =
                    context
                        .get_current_texture()
                        .create_view(Some(&GpuTextureViewDescriptor {
                            format: Some(GpuTextureFormat::Rgba8unormSrgb),
                            ..view()
                        }));
                let grey = GpuColor { g: 0.5, ..RED };
                submit(device, |encoder| {
                    render(
                        encoder,
                        &render_pass(vec![GpuRenderPassColorAttachment {
                            clear_value: Some(grey),
                            ..color(&view)
                        }]),
                        |_| {},
                    );
                });
                shows(&canvas, &[255, 188, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
}

async fn meanings(suite: &mut Suite) {
    for (mode, alpha) in [
        (GpuCanvasAlphaMode::Opaque, 255),
        (GpuCanvasAlphaMode::Premultiplied, 51),
    ] {
        let name = format!("gpu-canvas-context.configure: with alpha that is {mode:?}");
        suite
            .right(&name, async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&GpuCanvasConfiguration {
                    alpha_mode: Some(mode),
                    ..of(device, FORMAT)
                });
                fill(device, &context.get_current_texture(), RED);
                let picture = shows(&canvas, &[255, 0, 0, alpha]).await?;
                equal(picture.alpha_mode, mode)
            })
            .await;
    }
    for space in [PredefinedColorSpace::Srgb, PredefinedColorSpace::DisplayP3] {
        let name = format!("gpu-canvas-context.configure: with the colour space {space:?}");
        suite
            .right(&name, async |device| {
                let canvas = canvas();
                canvas.context().configure(&GpuCanvasConfiguration {
                    color_space: Some(space),
                    ..of(device, FORMAT)
                });
                equal(canvas.present().await.color_space, space)
            })
            .await;
    }
    for mode in [
        GpuCanvasToneMappingMode::Standard,
        GpuCanvasToneMappingMode::Extended,
    ] {
        let name = format!("gpu-canvas-context.configure: with tone mapping that is {mode:?}");
        suite
            .right(&name, async |device| {
                let canvas = canvas();
                let context = canvas.context();
                context.configure(&GpuCanvasConfiguration {
                    tone_mapping: Some(GpuCanvasToneMapping { mode: Some(mode) }),
                    ..of(device, GpuTextureFormat::Rgba16float)
                });
                let bright = GpuColor { r: 2.0, ..RED };
                fill(device, &context.get_current_texture(), bright);
                // The mapping is for whoever shows it: the picture has what was drawn.
                let texel = [0, 0x40, 0, 0, 0, 0, 0, 0x3C];
                equal(shows(&canvas, &texel).await?.tone_mapping, mode)
            })
            .await;
    }
}

async fn changes(suite: &mut Suite) {
    suite
        .right(
            "gpu-canvas-context.configure: again, which clears the canvas",
            async |device| {
                let (canvas, context) = configured(device);
                fill(device, &context.get_current_texture(), RED);
                context.configure(&of(device, FORMAT));
                shows(&canvas, &[0, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .right(
            "gpu-canvas-context.configure: for another device",
            async |device| {
                let (canvas, context) = configured(device);
                let other = new_device(&[]).await?;
                context.configure(&of(&other, FORMAT));
                fill(&other, &context.get_current_texture(), RED);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.configure: again, after which the texture of before cannot be drawn on",
            async |device| {
                let (_canvas, context) = configured(device);
                let texture = context.get_current_texture();
                context.configure(&of(device, FORMAT));
                cannot_be_drawn_on(device, &texture).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.configure: for another device, with which the textures of the first cannot be used",
            async |device| {
                let (_canvas, context) = configured(device);
                let other = new_device(&[]).await?;
                context.configure(&of(&other, FORMAT));
                cannot_be_drawn_on(device, &context.get_current_texture()).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-canvas-context.configure: for a device that is lost, and then for one that is not",
            async |device| {
                let lost = new_device(&[]).await?;
                lost.destroy();
                lost.lost().await;
                let (canvas, context) = configured(&lost);
                has_format(&context, Some(FORMAT))?;
                context.get_current_texture();
                context.configure(&of(device, FORMAT));
                fill(device, &context.get_current_texture(), RED);
                shows(&canvas, &[255, 0, 0, 255]).await?;
                Ok(())
            },
        )
        .await;
}

async fn refused_formats(suite: &mut Suite) {
    for format in harness::FORMATS {
        if !crate::FORMATS.contains(&format.format) {
            let name = format!(
                "gpu-canvas-context.configure: in {}, which no canvas has",
                format.name
            );
            suite
                .wrong(&name, async |device| {
                    let canvas = canvas();
                    let context = canvas.context();
                    refused(device, || context.configure(&of(device, format.format))).await?;
                    has_format(&context, None)
                })
                .await;
        }
    }
}

/// Members that are wrong: those for which WebGPU throws leave the canvas as it is, and of the others
/// only its textures are invalid.
async fn refused_members(suite: &mut Suite) {
    for (name, usage, is_configured) in [
        ("no usage", GpuTextureUsage::empty(), true),
        (
            "a usage that its format lacks",
            GpuTextureUsage::STORAGE_BINDING,
            true,
        ),
        (
            "a usage that no canvas has",
            GpuTextureUsage::TRANSIENT_ATTACHMENT | GpuTextureUsage::RENDER_ATTACHMENT,
            false,
        ),
    ] {
        let name = format!("gpu-canvas-context.configure: for textures of {name}, is refused");
        suite
            .wrong(&name, async |device| {
                let (_canvas, context) = configured(device);
                refused(device, || {
                    context.configure(&GpuCanvasConfiguration {
                        usage: Some(usage),
                        ..of(device, GpuTextureFormat::Bgra8unorm)
                    });
                })
                .await?;
                has_format(
                    &context,
                    Some(if is_configured {
                        GpuTextureFormat::Bgra8unorm
                    } else {
                        FORMAT
                    }),
                )
            })
            .await;
    }
    for (name, format, is_configured) in [
        ("of another size", GpuTextureFormat::R8unorm, true),
        ("of another kind", GpuTextureFormat::Bgra8unormSrgb, true),
        (
            "of a missing feature",
            GpuTextureFormat::Bc1RgbaUnorm,
            false,
        ),
    ] {
        let name =
            format!("gpu-canvas-context.configure: for views in a format {name}, is refused");
        suite
            .wrong(&name, async |device| {
                let (_canvas, context) = configured(device);
                refused(device, || {
                    context.configure(&GpuCanvasConfiguration {
                        view_formats: Some(vec![format]),
                        ..of(device, FORMAT)
                    });
                })
                .await?;
                let kept = some(context.get_configuration(), "a configuration")?;
                let expected = if is_configured { vec![format] } else { vec![] };
                equal(kept.view_formats, Some(expected))
            })
            .await;
    }
}

async fn refused_sizes(suite: &mut Suite) {
    // A device has no higher limit than this unless it was required.
    const TOO_LARGE: u32 = 8193;
    for (name, width, height) in [
        ("no width", 0, HEIGHT),
        ("no height", WIDTH, 0),
        ("too large a width", TOO_LARGE, 1),
        ("too large a height", 1, TOO_LARGE),
    ] {
        let name = format!("gpu-canvas-context.configure: of a canvas of {name}, is refused");
        suite
            .wrong(&name, async |device| {
                let canvas = Canvas::new(width, height);
                let context = canvas.context();
                refused(device, || context.configure(&of(device, FORMAT))).await?;
                has_format(&context, Some(FORMAT))
            })
            .await;
    }
}
