//! Embedded pictures on the screen: decoded once within limits, kept as textures.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions, Vec2};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageError, ImageFormat, ImageReader, Limits};

use crate::model::limits::{EMBEDDED_PICTURE_SIDE, MAX_PICTURE_DECODE_BYTES, MAX_PICTURE_SIDE};
use crate::model::{Picture, PictureFormat};

/// Textures of pictures, by the address of their bytes, which stay in memory as long as they are kept here.
#[derive(Default)]
pub struct Pictures(BTreeMap<usize, (Arc<[u8]>, Option<TextureHandle>)>);

impl Pictures {
    /// The picture's texture and its size in pixels; `None` where its bytes cannot be read.
    pub fn texture(&mut self, context: &Context, picture: &Picture) -> Option<(TextureId, Vec2)> {
        let address = picture.bytes.as_ptr() as usize;
        let (_, texture) = self.0.entry(address).or_insert_with(|| {
            let image = decode(&picture.bytes);
            let texture = image.map(|image| context.load_texture("picture", image, TextureOptions::LINEAR));
            (Arc::clone(&picture.bytes), texture)
        });
        texture.as_ref().map(|texture| (texture.id(), texture.size_vec2()))
    }

    /// Forgets all of them, as when another file is opened.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

fn decode(bytes: &[u8]) -> Option<ColorImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    limits.max_alloc = Some(MAX_PICTURE_DECODE_BYTES);
    reader.limits(limits);
    let image = reader.decode().ok()?.to_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, image.as_raw()))
}

/// Reads a picture to be embedded: upright, no larger than it is shown, without what the camera wrote beside it.
///
/// # Errors
/// When the file cannot be read, is no picture of a known kind, or exceeds the limits.
pub fn read(path: &Path) -> Result<Picture, ImageError> {
    let mut reader = ImageReader::open(path)?.with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    limits.max_alloc = Some(MAX_PICTURE_DECODE_BYTES);
    reader.limits(limits);
    let image = reader.decode()?;
    let side = EMBEDDED_PICTURE_SIDE;
    let image = if image.width() > side || image.height() > side { image.thumbnail(side, side) } else { image };
    let mut bytes = Vec::new();
    if image.color().has_alpha() {
        image.to_rgba8().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
        return Ok(Picture { format: PictureFormat::Png, bytes: bytes.into() });
    }
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 88);
    image.to_rgb8().write_with_encoder(encoder)?;
    Ok(Picture { format: PictureFormat::Jpeg, bytes: bytes.into() })
}
