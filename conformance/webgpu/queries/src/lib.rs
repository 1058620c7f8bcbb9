//! Query sets, what they count, and what is done with that (specification, "Queries").

mod occlusion;
mod resolving;
mod sets;
mod timestamps;

use harness::*;

harness::group!(run);

async fn run(suite: &mut Suite) {
    sets::run(suite).await;
    occlusion::run(suite).await;
    resolving::run(suite).await;
    timestamps::run(suite).await;
}

const TIMESTAMPS: [GpuFeatureName; 1] = [GpuFeatureName::TimestampQuery];

/// A set of queries of occlusion.
fn occlusion_set(device: &GpuDevice, count: u32) -> Outcome<GpuQuerySet> {
    ok(device.create_query_set(&query_set(GpuQueryType::Occlusion, count)))
}

/// A view of a texture of 4 by 4 texels, to be drawn into.
fn attachment(device: &GpuDevice) -> GpuTextureView {
    target_of(device, 4, GpuTextureFormat::Rgba8unorm).create_view(None)
}

/// What the queries of a set count.
async fn results(device: &GpuDevice, queries: &GpuQuerySet) -> Outcome<Vec<u64>> {
    let buffer = device.create_buffer(&buffer(
        u64::from(queries.count()) * 8,
        GpuBufferUsage::QUERY_RESOLVE | GpuBufferUsage::COPY_SRC,
    ));
    submit(device, |encoder| {
        encoder.resolve_query_set(queries, 0, queries.count(), &buffer, 0);
    });
    let bytes = read(device, &buffer).await?;
    let (words, _) = bytes.as_chunks();
    Ok(words.iter().copied().map(u64::from_le_bytes).collect())
}
