//! What a device says of itself, and its end (specification, "GPUDevice").

use harness::*;

pub async fn run(suite: &mut Suite) {
    labels(
        suite,
        "gpu-device",
        async |_, label| {
            let descriptor = GpuDeviceDescriptor { label, ..device() };
            ok(adapter().await?.request_device(Some(descriptor)).await)
        },
        async |_, label| {
            let descriptor = GpuDeviceDescriptor { label, ..device() };
            let device = ok(adapter().await?.request_device(Some(descriptor)).await)?;
            device.destroy();
            Ok(device)
        },
    )
    .await;
    getters(suite).await;
    destruction(suite).await;
}

async fn getters(suite: &mut Suite) {
    suite
        .right(
            "gpu-device.features: are the same each time",
            async |device| {
                for (_, name) in FEATURES {
                    equal(device.features().has(name), device.features().has(name))?;
                }
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.features: stay when the device is destroyed",
            async |device| {
                device.destroy();
                equal(device.features().has("core-features-and-limits"), true)
            },
        )
        .await;
    suite
        .right(
            "gpu-device.limits: are those of the device, not of its adapter",
            async |device| equal(device.limits().max_bind_groups(), 4),
        )
        .await;
    suite
        .wrong(
            "gpu-device.limits: stay when the device is destroyed",
            async |device| {
                device.destroy();
                equal(device.limits().max_bind_groups(), 4)
            },
        )
        .await;
    suite
        .right(
            "gpu-device.adapter-info: is that of the adapter",
            async |_| {
                let adapter = adapter().await?;
                let device = ok(adapter.request_device(None).await)?;
                equal(device.adapter_info().vendor(), adapter.info().vendor())?;
                equal(
                    device.adapter_info().architecture(),
                    adapter.info().architecture(),
                )?;
                equal(device.adapter_info().device(), adapter.info().device())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.adapter-info: stays when the adapter is dropped",
            async |_| {
                let adapter = adapter().await?;
                let before = adapter.info().description();
                let device = ok(adapter.request_device(None).await)?;
                drop(adapter);
                equal(device.adapter_info().description(), before)
            },
        )
        .await;
    suite
        .right("gpu-device.queue: is the same each time", async |device| {
            device.queue().set_label("the one");
            equal(device.queue().label().as_str(), "the one")
        })
        .await;
    suite
        .wrong(
            "gpu-device.queue: of a destroyed device takes work all the same",
            async |device| {
                device.destroy();
                let encoder = device.create_command_encoder(None);
                device.queue().submit(&[&encoder.finish(None)]);
                device.queue().on_submitted_work_done().await;
                Ok(())
            },
        )
        .await;
}

async fn destruction(suite: &mut Suite) {
    suite
        .right("gpu-device.destroy: unmaps buffers", async |device| {
            let buffer = device.create_buffer(&GpuBufferDescriptor {
                mapped_at_creation: Some(true),
                ..buffer(16, GpuBufferUsage::COPY_SRC)
            });
            device.destroy();
            equal(buffer.map_state(), GpuBufferMapState::Unmapped)
        })
        .await;
    suite
        .right(
            "gpu-device.destroy: leaves other devices as they are",
            async |device| {
                let other = new_device(&[]).await?;
                device.destroy();
                let buffer = buffer_of(&other, &[1, 2, 3, 4], GpuBufferUsage::COPY_SRC)?;
                equal(read(&other, &buffer).await?, vec![1, 2, 3, 4])
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.destroy: a second time does nothing",
            async |device| {
                device.destroy();
                device.destroy();
                Ok(())
            },
        )
        .await;
    suite
        .wrong(
            "gpu-device.destroy: no error comes from a destroyed device",
            async |_| {
                let device = new_device(&[]).await?;
                let mut uncaptured = device.on_uncaptured_error();
                device.destroy();
                device.create_buffer(&buffer(16, GpuBufferUsage::empty()));
                device.create_texture(&texture(
                    extent(0, 0),
                    GpuTextureFormat::Rgba8unorm,
                    GpuTextureUsage::empty(),
                ));
                device.create_shader_module(&shader("not WGSL"));
                device.push_error_scope(GpuErrorFilter::Validation);
                device.create_buffer(&buffer(16, GpuBufferUsage::empty()));
                holds(
                    ok(device.pop_error_scope().await)?.is_none(),
                    "no error in a scope",
                )?;
                match at_once(uncaptured.next()).await {
                    Some(Some(error)) => {
                        failed(format!("expected no error, got {}", error.message()))
                    }
                    Some(None) | None => Ok(()),
                }
            },
        )
        .await;
}
