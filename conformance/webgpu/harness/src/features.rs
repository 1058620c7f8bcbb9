//! Adapters, and the features that they may have.

use crate::{GpuAdapter, GpuFeatureName, Outcome, get_gpu, some};

/// The host's adapter.
pub async fn adapter() -> Outcome<GpuAdapter> {
    some(get_gpu().request_adapter(None).await, "an adapter")
}

/// Every feature, with its name in WebGPU, as `gpu-supported-features.has` takes it.
pub const FEATURES: [(GpuFeatureName, &str); 22] = [
    (
        GpuFeatureName::CoreFeaturesAndLimits,
        "core-features-and-limits",
    ),
    (GpuFeatureName::DepthClipControl, "depth-clip-control"),
    (
        GpuFeatureName::Depth32floatStencil8,
        "depth32float-stencil8",
    ),
    (
        GpuFeatureName::TextureCompressionBc,
        "texture-compression-bc",
    ),
    (
        GpuFeatureName::TextureCompressionBcSliced3d,
        "texture-compression-bc-sliced-3d",
    ),
    (
        GpuFeatureName::TextureCompressionEtc2,
        "texture-compression-etc2",
    ),
    (
        GpuFeatureName::TextureCompressionAstc,
        "texture-compression-astc",
    ),
    (
        GpuFeatureName::TextureCompressionAstcSliced3d,
        "texture-compression-astc-sliced-3d",
    ),
    (GpuFeatureName::TimestampQuery, "timestamp-query"),
    (
        GpuFeatureName::IndirectFirstInstance,
        "indirect-first-instance",
    ),
    (GpuFeatureName::ShaderF16, "shader-f16"),
    (
        GpuFeatureName::Rg11b10ufloatRenderable,
        "rg11b10ufloat-renderable",
    ),
    (GpuFeatureName::Bgra8unormStorage, "bgra8unorm-storage"),
    (GpuFeatureName::Float32Filterable, "float32-filterable"),
    (GpuFeatureName::Float32Blendable, "float32-blendable"),
    (GpuFeatureName::ClipDistances, "clip-distances"),
    (GpuFeatureName::DualSourceBlending, "dual-source-blending"),
    (GpuFeatureName::Subgroups, "subgroups"),
    (GpuFeatureName::TextureFormatsTier1, "texture-formats-tier1"),
    (GpuFeatureName::TextureFormatsTier2, "texture-formats-tier2"),
    (GpuFeatureName::PrimitiveIndex, "primitive-index"),
    (
        GpuFeatureName::TextureComponentSwizzle,
        "texture-component-swizzle",
    ),
];

/// The name of a feature in WebGPU.
pub fn feature_name(feature: GpuFeatureName) -> &'static str {
    FEATURES[feature as usize].1
}
