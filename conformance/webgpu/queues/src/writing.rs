//! `write-buffer-with-copy` and `write-texture-with-copy`.

use harness::*;

pub async fn run(suite: &mut Suite) {
    written(suite).await;
    wrong_data(suite).await;
    wrong_buffers(suite).await;
    textures(suite).await;
}

fn target(device: &GpuDevice) -> GpuBuffer {
    device.create_buffer(&buffer(
        16,
        GpuBufferUsage::COPY_SRC | GpuBufferUsage::COPY_DST,
    ))
}

async fn written(suite: &mut Suite) {
    let bytes = |range: std::ops::Range<u8>| range.collect::<Vec<u8>>();
    for (what, buffer_offset, data, data_offset, size, expected) in [
        ("all data", 0, 1..17, None, None, bytes(1..17)),
        (
            "at an offset",
            8,
            1..9,
            None,
            None,
            [vec![0; 8], bytes(1..9)].concat(),
        ),
        (
            "data from an offset on",
            0,
            1..17,
            Some(12),
            None,
            bytes(13..17),
        ),
        (
            "a part of the data",
            4,
            1..17,
            Some(3),
            Some(4),
            [vec![0; 4], bytes(4..8)].concat(),
        ),
        ("no data", 0, 1..1, None, None, vec![]),
        ("no data at the end", 16, 1..9, Some(8), Some(0), vec![]),
        ("nothing of the data", 0, 1..8, None, Some(0), vec![]),
    ] {
        suite
            .right(
                &format!("gpu-queue.write-buffer-with-copy: {what}"),
                async |device| {
                    let target = target(device);
                    ok(device.queue().write_buffer_with_copy(
                        &target,
                        buffer_offset,
                        &bytes(data),
                        data_offset,
                        size,
                    ))?;
                    let mut whole = expected;
                    whole.resize(16, 0);
                    equal(read(device, &target).await?, whole)
                },
            )
            .await;
    }
    suite
        .right(
            "gpu-queue.write-buffer-with-copy: is in order with submitted work",
            async |device| {
                let (one, other) = (target(device), target(device));
                let queue = device.queue();
                let copy = |encoder: &GpuCommandEncoder| {
                    encoder.copy_buffer_to_buffer(&one, None, &other, None, None);
                };
                ok(queue.write_buffer_with_copy(&one, 0, &[1; 16], None, None))?;
                submit(device, copy);
                ok(queue.write_buffer_with_copy(&one, 0, &[2; 16], None, None))?;
                equal(read(device, &other).await?, vec![1; 16])?;
                equal(read(device, &one).await?, vec![2; 16])
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.write-buffer-with-copy: of a megabyte",
            async |device| {
                let data: Vec<u8> = (0..1 << 20).map(|place: u32| (place % 251) as u8).collect();
                let buffer = buffer_of(device, &data, GpuBufferUsage::COPY_SRC)?;
                holds(read(device, &buffer).await? == data, "what was written")
            },
        )
        .await;
}

/// What is wrong with the data itself is an error of the call, and not of the device.
async fn wrong_data(suite: &mut Suite) {
    for (what, data_offset, size) in [
        ("a size that is no multiple of 4", None, Some(6)),
        ("a rest that is no multiple of 4", Some(1), None),
        ("more than the data", None, Some(20)),
        ("past the end of the data", Some(12), Some(8)),
        ("an offset past the end of the data", Some(20), None),
        (
            "an offset past the end of the data, of no bytes",
            Some(20),
            Some(0),
        ),
        ("an end beyond 2^64", Some(8), Some(u64::MAX - 3)),
    ] {
        suite
            .wrong(
                &format!("gpu-queue.write-buffer-with-copy: {what} is an operation-error"),
                async |device| {
                    let result = device.queue().write_buffer_with_copy(
                        &target(device),
                        0,
                        &[1; 16],
                        data_offset,
                        size,
                    );
                    fails_with!(result, WriteBufferErrorKind::OperationError)
                },
            )
            .await;
    }
}

/// Expects that writing 8 bytes is refused with a validation error.
async fn refuses(device: &GpuDevice, buffer: &GpuBuffer, offset: u64) -> Outcome {
    let queue = device.queue();
    let result = refused(device, || {
        queue.write_buffer_with_copy(buffer, offset, &[1; 8], None, None)
    })
    .await?;
    ok(result)
}

async fn wrong_buffers(suite: &mut Suite) {
    for (what, offset) in [
        ("an offset that is no multiple of 4", 2),
        ("past the end of the buffer", 12),
        ("an offset past the end of the buffer", 20),
        ("an end of the buffer beyond 2^64", u64::MAX - 3),
    ] {
        suite
            .wrong(
                &format!("gpu-queue.write-buffer-with-copy: {what}"),
                async |device| refuses(device, &target(device), offset).await,
            )
            .await;
    }
    suite
        .wrong(
            "gpu-queue.write-buffer-with-copy: to a buffer without copy-dst",
            async |device| {
                let buffer = device.create_buffer(&buffer(16, GpuBufferUsage::COPY_SRC));
                refuses(device, &buffer, 0).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.write-buffer-with-copy: to a mapped buffer",
            async |device| {
                let buffer = device.create_buffer(&GpuBufferDescriptor {
                    mapped_at_creation: Some(true),
                    ..buffer(16, GpuBufferUsage::COPY_DST)
                });
                refuses(device, &buffer, 0).await?;
                ok(buffer.unmap())?;
                ok(device
                    .queue()
                    .write_buffer_with_copy(&buffer, 0, &[1; 8], None, None))
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.write-buffer-with-copy: to a destroyed buffer",
            async |device| {
                let buffer = target(device);
                buffer.destroy();
                refuses(device, &buffer, 0).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.write-buffer-with-copy: to an invalid buffer",
            async |device| refuses(device, &invalid_buffer(device, None).await?, 0).await,
        )
        .await;
    suite
        .wrong(
            "gpu-queue.write-buffer-with-copy: to a buffer of another device",
            async |device| {
                let other = new_device(&[]).await?;
                refuses(device, &target(&other), 0).await
            },
        )
        .await;
    suite
        .wrong(
            "gpu-queue.write-buffer-with-copy: on a destroyed device does nothing",
            async |device| {
                let buffer = target(device);
                device.destroy();
                ok(device
                    .queue()
                    .write_buffer_with_copy(&buffer, 2, &[1; 8], None, None))
            },
        )
        .await;
}

/// A texture of 4 times 4 texels of 4 bytes.
fn texture_of(device: &GpuDevice, usage: GpuTextureUsage) -> GpuTexture {
    device.create_texture(&texture(extent(4, 4), GpuTextureFormat::Rgba8unorm, usage))
}

/// Bytes of a guest from an offset on.
fn from(offset: u64, bytes_per_row: Option<u32>) -> GpuTexelCopyBufferLayout {
    GpuTexelCopyBufferLayout {
        offset: Some(offset),
        bytes_per_row,
        rows_per_image: None,
    }
}

async fn textures(suite: &mut Suite) {
    let both = GpuTextureUsage::COPY_SRC | GpuTextureUsage::COPY_DST;
    suite
        .right(
            "gpu-queue.write-texture-with-copy: all of a texture",
            async |device| {
                let texture = texture_of(device, both);
                let data: Vec<u8> = (0..64).collect();
                device.queue().write_texture_with_copy(
                    &texels(&texture),
                    &data,
                    layout(16),
                    extent(4, 4),
                );
                equal(read_texels(device, &texture, 4).await?, data)
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.write-texture-with-copy: rows may lie at any distance",
            async |device| {
                let texture = texture_of(device, both);
                let data: Vec<u8> = (0..100).collect();
                device.queue().write_texture_with_copy(
                    &texels(&texture),
                    &data,
                    from(5, Some(21)),
                    extent(4, 4),
                );
                let expected = (0..4)
                    .flat_map(|row| 5 + row * 21..5 + row * 21 + 16)
                    .collect();
                equal(read_texels(device, &texture, 4).await?, expected)
            },
        )
        .await;
    suite
        .right(
            "gpu-queue.write-texture-with-copy: a part of a texture",
            async |device| {
                let texture = texture_of(device, both);
                let destination = GpuTexelCopyTextureInfo {
                    origin: origin(1, 2, 0),
                    ..texels(&texture)
                };
                device.queue().write_texture_with_copy(
                    &destination,
                    &[9; 8],
                    from(0, None),
                    extent(2, 1),
                );
                let written = read_texels(device, &texture, 4).await?;
                equal(&written[36..44], &[9; 8])?;
                equal(written.iter().filter(|byte| **byte != 0).count(), 8)
            },
        )
        .await;
    for (what, usage, data, layout, size) in [
        (
            "to a texture without copy-dst",
            GpuTextureUsage::COPY_SRC,
            64,
            layout(16),
            extent(4, 4),
        ),
        ("of too little data", both, 63, layout(16), extent(4, 4)),
        (
            "of too little data after an offset",
            both,
            64,
            from(1, Some(16)),
            extent(4, 4),
        ),
        (
            "rows that overlap",
            both,
            64,
            from(0, Some(12)),
            extent(4, 4),
        ),
        (
            "several rows without their distance",
            both,
            64,
            from(0, None),
            extent(4, 4),
        ),
        (
            "past the edge of the texture",
            both,
            256,
            from(0, Some(20)),
            extent(5, 4),
        ),
        (
            "an offset beyond 2^63",
            both,
            64,
            from(1 << 63, Some(16)),
            extent(4, 4),
        ),
    ] {
        suite
            .wrong(
                &format!("gpu-queue.write-texture-with-copy: {what}"),
                async |device| {
                    let texture = texture_of(device, usage);
                    let queue = device.queue();
                    refused(device, || {
                        queue.write_texture_with_copy(
                            &texels(&texture),
                            &vec![0; data],
                            layout,
                            size,
                        );
                    })
                    .await
                },
            )
            .await;
    }
    suite
        .wrong(
            "gpu-queue.write-texture-with-copy: to a destroyed texture",
            async |device| {
                let texture = texture_of(device, both);
                texture.destroy();
                let queue = device.queue();
                refused(device, || {
                    queue.write_texture_with_copy(
                        &texels(&texture),
                        &[0; 64],
                        layout(16),
                        extent(4, 4),
                    );
                })
                .await
            },
        )
        .await;
}
