//! The table of texture formats (specification, "Texture Format Capabilities").

use crate::*;
use GpuTextureFormat as F;

/// Whether a format can be used for something.
#[derive(Clone, Copy, PartialEq)]
pub enum Support {
    /// It can, on every device of the feature level "core".
    Yes,
    /// It cannot.
    No,
    /// It can, on devices with a feature.
    With(GpuFeatureName),
}

/// What a texture of a format is to a shader that samples it.
#[derive(Clone, Copy, PartialEq)]
pub enum Sampled {
    /// Floating-point numbers that can be filtered.
    Float,
    /// Floating-point numbers that can be filtered only with `float32-filterable`.
    Float32,
    /// Floating-point numbers that cannot be filtered.
    UnfilterableFloat,
    /// Signed integers.
    Sint,
    /// Unsigned integers.
    Uint,
    /// Depth, and stencil if any, each by a view of its own.
    DepthStencil,
}

/// A texture format, and what it can be used for.
pub struct Format {
    /// Its name in WebGPU.
    pub name: &'static str,
    /// The format.
    pub format: F,
    /// The feature that a device needs to know the format, if any.
    pub requires: Option<GpuFeatureName>,
    /// What shaders see.
    pub sampled: Sampled,
    /// Whether passes can draw into it.
    pub attachment: Support,
    /// Whether what they draw can be blended with what is there.
    pub blendable: Support,
    /// Whether it can have four samples.
    pub multisampled: Support,
    /// Whether these can be resolved to one.
    pub resolvable: Support,
    /// Whether shaders can write to it.
    pub write_only: Support,
    /// Whether shaders can read it as a storage texture.
    pub read_only: Support,
    /// Whether shaders can do both at once.
    pub read_write: Support,
    /// Whether textures of three dimensions can have it.
    pub volume: Support,
    /// The width and the height of a block, in texels.
    pub block: (u32, u32),
    /// How many bytes a block has when it is copied; for formats of depth and stencil, zero.
    pub footprint: u32,
    /// How many bytes a texel takes of `max-color-attachment-bytes-per-sample`; where it cannot be
    /// drawn into, zero.
    pub attachment_bytes: u32,
}

impl Format {
    /// Whether it has a depth or a stencil aspect.
    pub fn is_depth_or_stencil(&self) -> bool {
        self.sampled == Sampled::DepthStencil
    }

    /// The features that a device needs to know the format.
    pub fn features(&self) -> Vec<GpuFeatureName> {
        self.requires.into_iter().collect()
    }

    /// The size of one block, in texels.
    pub fn one_block(&self) -> GpuExtent3D {
        extent(self.block.0, self.block.1)
    }
}

/// The cases of whether a format can be used for something: that it can, or is refused; and where it
/// needs a feature, both.
///
/// `attempt` does what is an error of the device where it cannot.
pub async fn supported(
    suite: &mut Suite,
    name: &str,
    format: &Format,
    support: Support,
    attempt: impl Fn(&GpuDevice),
) {
    let refusal = async |device: &GpuDevice| refused(device, || attempt(device)).await;
    let mut features = format.features();
    if support == Support::No {
        return suite.requiring(&features).wrong(name, refusal).await;
    }
    if let Support::With(feature) = support {
        let without = format!("{name} without {}", feature_name(feature));
        suite.requiring(&features).wrong(&without, refusal).await;
        features.push(feature);
    }
    suite
        .requiring(&features)
        .right(name, async |device| {
            attempt(device);
            Ok(())
        })
        .await;
}

const NOTHING: Option<GpuFeatureName> = None;
const YES: Support = Support::Yes;
const NO: Support = Support::No;
const TIER1: Support = Support::With(GpuFeatureName::TextureFormatsTier1);
const TIER2: Support = Support::With(GpuFeatureName::TextureFormatsTier2);
const BGRA: Support = Support::With(GpuFeatureName::Bgra8unormStorage);
const BLEND32: Support = Support::With(GpuFeatureName::Float32Blendable);
const RG11B10: Support = Support::With(GpuFeatureName::Rg11b10ufloatRenderable);
const FLOAT: Sampled = Sampled::Float;
const FLOAT32: Sampled = Sampled::Float32;
const UNFILTERABLE: Sampled = Sampled::UnfilterableFloat;
const SINT: Sampled = Sampled::Sint;
const UINT: Sampled = Sampled::Uint;

/// A row of "Plain color formats": as an attachment, blended, multisampled and resolved; as a
/// storage texture, write-only, read-only and read-write; then the bytes of a copy and those of an
/// attachment. What needs `core-features-and-limits` is said to need nothing.
const fn plain(
    name: &'static str,
    format: F,
    requires: Option<GpuFeatureName>,
    sampled: Sampled,
    [attachment, blendable, multisampled, resolvable]: [Support; 4],
    [write_only, read_only, read_write]: [Support; 3],
    footprint: u32,
    attachment_bytes: u32,
) -> Format {
    Format {
        name,
        format,
        requires,
        sampled,
        attachment,
        blendable,
        multisampled,
        resolvable,
        write_only,
        read_only,
        read_write,
        volume: YES,
        block: (1, 1),
        footprint,
        attachment_bytes,
    }
}

/// A row of "Depth-stencil formats".
const fn depth(name: &'static str, format: F, requires: Option<GpuFeatureName>) -> Format {
    Format {
        volume: NO,
        ..plain(
            name,
            format,
            requires,
            Sampled::DepthStencil,
            [YES, NO, YES, NO],
            [NO, NO, NO],
            0,
            0,
        )
    }
}

/// A row of "Packed formats".
const fn packed(name: &'static str, format: F, block: (u32, u32), footprint: u32) -> Format {
    Format {
        block,
        ..plain(
            name,
            format,
            NOTHING,
            FLOAT,
            [NO, NO, NO, NO],
            [NO, NO, NO],
            footprint,
            0,
        )
    }
}

/// The same, with the feature `texture-compression-bc`.
const fn bc(name: &'static str, format: F, block: (u32, u32), footprint: u32) -> Format {
    Format {
        requires: Some(GpuFeatureName::TextureCompressionBc),
        volume: Support::With(GpuFeatureName::TextureCompressionBcSliced3d),
        ..packed(name, format, block, footprint)
    }
}

/// The same, with the feature `texture-compression-etc2`.
const fn etc2(name: &'static str, format: F, block: (u32, u32), footprint: u32) -> Format {
    Format {
        requires: Some(GpuFeatureName::TextureCompressionEtc2),
        volume: NO,
        ..packed(name, format, block, footprint)
    }
}

/// The same, with the feature `texture-compression-astc`.
const fn astc(name: &'static str, format: F, block: (u32, u32), footprint: u32) -> Format {
    Format {
        requires: Some(GpuFeatureName::TextureCompressionAstc),
        volume: Support::With(GpuFeatureName::TextureCompressionAstcSliced3d),
        ..packed(name, format, block, footprint)
    }
}

/// A feature that formats are there with.
const KNOWN_WITH_TIER1: Option<GpuFeatureName> = Some(GpuFeatureName::TextureFormatsTier1);

/// Every format, in the order of the tables.
#[rustfmt::skip]
pub const FORMATS: &[Format] = &[
    plain("r8unorm", F::R8unorm, NOTHING, FLOAT, [YES, YES, YES, YES], [TIER1, TIER1, TIER2], 1, 1),
    plain("r8snorm", F::R8snorm, NOTHING, FLOAT, [TIER1, TIER1, TIER1, TIER1], [TIER1, TIER1, NO], 1, 1),
    plain("r8uint", F::R8uint, NOTHING, UINT, [YES, NO, YES, NO], [TIER1, TIER1, TIER2], 1, 1),
    plain("r8sint", F::R8sint, NOTHING, SINT, [YES, NO, YES, NO], [TIER1, TIER1, TIER2], 1, 1),
    plain("rg8unorm", F::Rg8unorm, NOTHING, FLOAT, [YES, YES, YES, YES], [TIER1, TIER1, NO], 2, 2),
    plain("rg8snorm", F::Rg8snorm, NOTHING, FLOAT, [TIER1, TIER1, TIER1, TIER1], [TIER1, TIER1, NO], 2, 2),
    plain("rg8uint", F::Rg8uint, NOTHING, UINT, [YES, NO, YES, NO], [TIER1, TIER1, NO], 2, 2),
    plain("rg8sint", F::Rg8sint, NOTHING, SINT, [YES, NO, YES, NO], [TIER1, TIER1, NO], 2, 2),
    plain("rgba8unorm", F::Rgba8unorm, NOTHING, FLOAT, [YES, YES, YES, YES], [YES, YES, TIER2], 4, 8),
    plain("rgba8unorm-srgb", F::Rgba8unormSrgb, NOTHING, FLOAT, [YES, YES, YES, YES], [NO, NO, NO], 4, 8),
    plain("rgba8snorm", F::Rgba8snorm, NOTHING, FLOAT, [TIER1, TIER1, TIER1, TIER1], [YES, YES, NO], 4, 8),
    plain("rgba8uint", F::Rgba8uint, NOTHING, UINT, [YES, NO, YES, NO], [YES, YES, TIER2], 4, 4),
    plain("rgba8sint", F::Rgba8sint, NOTHING, SINT, [YES, NO, YES, NO], [YES, YES, TIER2], 4, 4),
    plain("bgra8unorm", F::Bgra8unorm, NOTHING, FLOAT, [YES, YES, YES, YES], [BGRA, NO, NO], 4, 8),
    plain("bgra8unorm-srgb", F::Bgra8unormSrgb, NOTHING, FLOAT, [YES, YES, YES, YES], [NO, NO, NO], 4, 8),
    plain("r16unorm", F::R16unorm, KNOWN_WITH_TIER1, UNFILTERABLE, [YES, YES, YES, NO], [YES, YES, NO], 2, 2),
    plain("r16snorm", F::R16snorm, KNOWN_WITH_TIER1, UNFILTERABLE, [YES, YES, YES, NO], [YES, YES, NO], 2, 2),
    plain("r16uint", F::R16uint, NOTHING, UINT, [YES, NO, YES, NO], [TIER1, TIER1, TIER2], 2, 2),
    plain("r16sint", F::R16sint, NOTHING, SINT, [YES, NO, YES, NO], [TIER1, TIER1, TIER2], 2, 2),
    plain("r16float", F::R16float, NOTHING, FLOAT, [YES, YES, YES, YES], [TIER1, TIER1, TIER2], 2, 2),
    plain("rg16unorm", F::Rg16unorm, KNOWN_WITH_TIER1, UNFILTERABLE, [YES, YES, YES, NO], [YES, YES, NO], 4, 4),
    plain("rg16snorm", F::Rg16snorm, KNOWN_WITH_TIER1, UNFILTERABLE, [YES, YES, YES, NO], [YES, YES, NO], 4, 4),
    plain("rg16uint", F::Rg16uint, NOTHING, UINT, [YES, NO, YES, NO], [TIER1, TIER1, NO], 4, 4),
    plain("rg16sint", F::Rg16sint, NOTHING, SINT, [YES, NO, YES, NO], [TIER1, TIER1, NO], 4, 4),
    plain("rg16float", F::Rg16float, NOTHING, FLOAT, [YES, YES, YES, YES], [TIER1, TIER1, NO], 4, 4),
    plain("rgba16unorm", F::Rgba16unorm, KNOWN_WITH_TIER1, UNFILTERABLE, [YES, YES, YES, NO], [YES, YES, NO], 8, 8),
    plain("rgba16snorm", F::Rgba16snorm, KNOWN_WITH_TIER1, UNFILTERABLE, [YES, YES, YES, NO], [YES, YES, NO], 8, 8),
    plain("rgba16uint", F::Rgba16uint, NOTHING, UINT, [YES, NO, YES, NO], [YES, YES, TIER2], 8, 8),
    plain("rgba16sint", F::Rgba16sint, NOTHING, SINT, [YES, NO, YES, NO], [YES, YES, TIER2], 8, 8),
    plain("rgba16float", F::Rgba16float, NOTHING, FLOAT, [YES, YES, YES, YES], [YES, YES, TIER2], 8, 8),
    plain("r32uint", F::R32uint, NOTHING, UINT, [YES, NO, NO, NO], [YES, YES, YES], 4, 4),
    plain("r32sint", F::R32sint, NOTHING, SINT, [YES, NO, NO, NO], [YES, YES, YES], 4, 4),
    plain("r32float", F::R32float, NOTHING, FLOAT32, [YES, BLEND32, YES, NO], [YES, YES, YES], 4, 4),
    plain("rg32uint", F::Rg32uint, NOTHING, UINT, [YES, NO, NO, NO], [YES, YES, NO], 8, 8),
    plain("rg32sint", F::Rg32sint, NOTHING, SINT, [YES, NO, NO, NO], [YES, YES, NO], 8, 8),
    plain("rg32float", F::Rg32float, NOTHING, FLOAT32, [YES, BLEND32, NO, NO], [YES, YES, NO], 8, 8),
    plain("rgba32uint", F::Rgba32uint, NOTHING, UINT, [YES, NO, NO, NO], [YES, YES, TIER2], 16, 16),
    plain("rgba32sint", F::Rgba32sint, NOTHING, SINT, [YES, NO, NO, NO], [YES, YES, TIER2], 16, 16),
    plain("rgba32float", F::Rgba32float, NOTHING, FLOAT32, [YES, BLEND32, NO, NO], [YES, YES, TIER2], 16, 16),
    plain("rgb10a2uint", F::Rgb10a2uint, NOTHING, UINT, [YES, NO, YES, NO], [TIER1, TIER1, NO], 4, 8),
    plain("rgb10a2unorm", F::Rgb10a2unorm, NOTHING, FLOAT, [YES, YES, YES, YES], [TIER1, TIER1, NO], 4, 8),
    plain("rg11b10ufloat", F::Rg11b10ufloat, NOTHING, FLOAT, [RG11B10, RG11B10, RG11B10, RG11B10], [TIER1, TIER1, NO], 4, 8),
    depth("stencil8", F::Stencil8, NOTHING),
    depth("depth16unorm", F::Depth16unorm, NOTHING),
    depth("depth24plus", F::Depth24plus, NOTHING),
    depth("depth24plus-stencil8", F::Depth24plusStencil8, NOTHING),
    depth("depth32float", F::Depth32float, NOTHING),
    depth("depth32float-stencil8", F::Depth32floatStencil8, Some(GpuFeatureName::Depth32floatStencil8)),
    packed("rgb9e5ufloat", F::Rgb9e5ufloat, (1, 1), 4),
    bc("bc1-rgba-unorm", F::Bc1RgbaUnorm, (4, 4), 8),
    bc("bc1-rgba-unorm-srgb", F::Bc1RgbaUnormSrgb, (4, 4), 8),
    bc("bc2-rgba-unorm", F::Bc2RgbaUnorm, (4, 4), 16),
    bc("bc2-rgba-unorm-srgb", F::Bc2RgbaUnormSrgb, (4, 4), 16),
    bc("bc3-rgba-unorm", F::Bc3RgbaUnorm, (4, 4), 16),
    bc("bc3-rgba-unorm-srgb", F::Bc3RgbaUnormSrgb, (4, 4), 16),
    bc("bc4-r-unorm", F::Bc4RUnorm, (4, 4), 8),
    bc("bc4-r-snorm", F::Bc4RSnorm, (4, 4), 8),
    bc("bc5-rg-unorm", F::Bc5RgUnorm, (4, 4), 16),
    bc("bc5-rg-snorm", F::Bc5RgSnorm, (4, 4), 16),
    bc("bc6h-rgb-ufloat", F::Bc6hRgbUfloat, (4, 4), 16),
    bc("bc6h-rgb-float", F::Bc6hRgbFloat, (4, 4), 16),
    bc("bc7-rgba-unorm", F::Bc7RgbaUnorm, (4, 4), 16),
    bc("bc7-rgba-unorm-srgb", F::Bc7RgbaUnormSrgb, (4, 4), 16),
    etc2("etc2-rgb8unorm", F::Etc2Rgb8unorm, (4, 4), 8),
    etc2("etc2-rgb8unorm-srgb", F::Etc2Rgb8unormSrgb, (4, 4), 8),
    etc2("etc2-rgb8a1unorm", F::Etc2Rgb8a1unorm, (4, 4), 8),
    etc2("etc2-rgb8a1unorm-srgb", F::Etc2Rgb8a1unormSrgb, (4, 4), 8),
    etc2("etc2-rgba8unorm", F::Etc2Rgba8unorm, (4, 4), 16),
    etc2("etc2-rgba8unorm-srgb", F::Etc2Rgba8unormSrgb, (4, 4), 16),
    etc2("eac-r11unorm", F::EacR11unorm, (4, 4), 8),
    etc2("eac-r11snorm", F::EacR11snorm, (4, 4), 8),
    etc2("eac-rg11unorm", F::EacRg11unorm, (4, 4), 16),
    etc2("eac-rg11snorm", F::EacRg11snorm, (4, 4), 16),
    astc("astc-4x4-unorm", F::Astc4x4Unorm, (4, 4), 16),
    astc("astc-4x4-unorm-srgb", F::Astc4x4UnormSrgb, (4, 4), 16),
    astc("astc-5x4-unorm", F::Astc5x4Unorm, (5, 4), 16),
    astc("astc-5x4-unorm-srgb", F::Astc5x4UnormSrgb, (5, 4), 16),
    astc("astc-5x5-unorm", F::Astc5x5Unorm, (5, 5), 16),
    astc("astc-5x5-unorm-srgb", F::Astc5x5UnormSrgb, (5, 5), 16),
    astc("astc-6x5-unorm", F::Astc6x5Unorm, (6, 5), 16),
    astc("astc-6x5-unorm-srgb", F::Astc6x5UnormSrgb, (6, 5), 16),
    astc("astc-6x6-unorm", F::Astc6x6Unorm, (6, 6), 16),
    astc("astc-6x6-unorm-srgb", F::Astc6x6UnormSrgb, (6, 6), 16),
    astc("astc-8x5-unorm", F::Astc8x5Unorm, (8, 5), 16),
    astc("astc-8x5-unorm-srgb", F::Astc8x5UnormSrgb, (8, 5), 16),
    astc("astc-8x6-unorm", F::Astc8x6Unorm, (8, 6), 16),
    astc("astc-8x6-unorm-srgb", F::Astc8x6UnormSrgb, (8, 6), 16),
    astc("astc-8x8-unorm", F::Astc8x8Unorm, (8, 8), 16),
    astc("astc-8x8-unorm-srgb", F::Astc8x8UnormSrgb, (8, 8), 16),
    astc("astc-10x5-unorm", F::Astc10x5Unorm, (10, 5), 16),
    astc("astc-10x5-unorm-srgb", F::Astc10x5UnormSrgb, (10, 5), 16),
    astc("astc-10x6-unorm", F::Astc10x6Unorm, (10, 6), 16),
    astc("astc-10x6-unorm-srgb", F::Astc10x6UnormSrgb, (10, 6), 16),
    astc("astc-10x8-unorm", F::Astc10x8Unorm, (10, 8), 16),
    astc("astc-10x8-unorm-srgb", F::Astc10x8UnormSrgb, (10, 8), 16),
    astc("astc-10x10-unorm", F::Astc10x10Unorm, (10, 10), 16),
    astc("astc-10x10-unorm-srgb", F::Astc10x10UnormSrgb, (10, 10), 16),
    astc("astc-12x10-unorm", F::Astc12x10Unorm, (12, 10), 16),
    astc("astc-12x10-unorm-srgb", F::Astc12x10UnormSrgb, (12, 10), 16),
    astc("astc-12x12-unorm", F::Astc12x12Unorm, (12, 12), 16),
    astc("astc-12x12-unorm-srgb", F::Astc12x12UnormSrgb, (12, 12), 16),
];
