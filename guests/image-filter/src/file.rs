//! Images in files.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use bytemuck::{allocation::pod_collect_to_vec, cast_slice};
use image::codecs::hdr::HdrEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageBuffer, ImageDecoder, ImageFormat, ImageReader, Rgba};

/// How a sample is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Eight,
    Sixteen,
    Float,
}

/// An image of four samples a pixel, as the GPU takes and gives it.
pub struct Picture {
    pub size: [u32; 2],
    pub depth: Depth,
    /// Or else all of it is opaque.
    pub has_opacity: bool,
    pub samples: Vec<u32>,
}

impl Depth {
    pub fn bits(self) -> u32 {
        match self {
            Depth::Eight => 8,
            Depth::Sixteen => 16,
            Depth::Float => 32,
        }
    }

    /// How many bytes a pixel has.
    pub fn bytes(self) -> u64 {
        u64::from(self.bits()) / 8 * 4
    }
}

impl Picture {
    /// The image in a file, as it is to be seen where the camera was turned.
    pub fn read(path: &Path) -> Result<Self> {
        let decode = || -> Result<DynamicImage> {
            let mut decoder = ImageReader::open(path)?
                .with_guessed_format()?
                .into_decoder()?;
            let orientation = decoder.orientation()?;
            let mut image = DynamicImage::from_decoder(decoder)?;
            image.apply_orientation(orientation);
            Ok(image)
        };
        let image = decode().with_context(|| format!("{} cannot be read", path.display()))?;
        let size = [image.width(), image.height()];
        let has_opacity = image.color().has_alpha();
        let bytes_per_sample = image.color().bytes_per_pixel() / image.color().channel_count();
        let (depth, samples) = match bytes_per_sample {
            1 => (
                Depth::Eight,
                pod_collect_to_vec(image.into_rgba8().as_raw()),
            ),
            2 => (
                Depth::Sixteen,
                pod_collect_to_vec(image.into_rgba16().as_raw()),
            ),
            _ => (
                Depth::Float,
                pod_collect_to_vec(image.into_rgba32f().as_raw()),
            ),
        };
        Ok(Self {
            size,
            depth,
            has_opacity,
            samples,
        })
    }

    pub fn write(self, path: &Path, format: ImageFormat, quality: u8) -> Result<()> {
        let failed = || format!("{} cannot be written", path.display());
        let image = self.image()?;
        let mut file = BufWriter::new(File::create(path).with_context(failed)?);
        match format {
            ImageFormat::Jpeg => {
                image.write_with_encoder(JpegEncoder::new_with_quality(&mut file, quality))
            }
            ImageFormat::Hdr => image.write_with_encoder(HdrEncoder::new(&mut file)),
            _ => image.write_to(&mut file, format),
        }
        .map_err(anyhow::Error::from)
        .and_then(|()| {
            Ok(file
                .into_inner()
                .map_err(|error| error.into_error())?
                .sync_all()?)
        })
        .with_context(failed)
    }

    fn image(&self) -> Result<DynamicImage> {
        let [width, height] = self.size;
        let missing = || anyhow!("pixels are missing");
        let image: DynamicImage = match self.depth {
            Depth::Eight => ImageBuffer::<Rgba<u8>, _>::from_raw(
                width,
                height,
                cast_slice(&self.samples).to_vec(),
            )
            .ok_or_else(missing)?
            .into(),
            Depth::Sixteen => ImageBuffer::<Rgba<u16>, _>::from_raw(
                width,
                height,
                cast_slice(&self.samples).to_vec(),
            )
            .ok_or_else(missing)?
            .into(),
            Depth::Float => ImageBuffer::<Rgba<f32>, _>::from_raw(
                width,
                height,
                cast_slice(&self.samples).to_vec(),
            )
            .ok_or_else(missing)?
            .into(),
        };
        Ok(match (self.depth, self.has_opacity) {
            (_, true) => image,
            (Depth::Eight, false) => image.into_rgb8().into(),
            (Depth::Sixteen, false) => image.into_rgb16().into(),
            (Depth::Float, false) => image.into_rgb32f().into(),
        })
    }
}

/// What a file is to be by its name, and how a sample of it can be written: as it was read, if the
/// format has that.
pub fn format(path: &Path, read: Depth) -> Result<(ImageFormat, Depth)> {
    use ImageFormat::{Bmp, Hdr, Jpeg, Png, Pnm};
    let format = ImageFormat::from_path(path)
        .ok()
        .filter(|format| matches!(format, Bmp | Hdr | Jpeg | Png | Pnm));
    Ok(match format {
        Some(format @ (Png | Pnm)) => (
            format,
            if read == Depth::Float {
                Depth::Sixteen
            } else {
                read
            },
        ),
        Some(format @ Hdr) => (format, Depth::Float),
        Some(format) => (format, Depth::Eight),
        None => bail!(
            "{} is no name of an image: it ends in .png, .jpg, .hdr, .ppm or .bmp",
            path.display()
        ),
    })
}

/// Whether opacity can be written to such a file.
pub fn has_opacity(format: ImageFormat) -> bool {
    format == ImageFormat::Png
}
