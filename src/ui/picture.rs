//! Embedded pictures on the screen: decoded once within limits, kept as textures.

use std::collections::BTreeMap;
use std::io::{BufRead, Cursor, Seek};
use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions, Vec2};
use image::codecs::jpeg::JpegEncoder;
use image::error::{LimitError, LimitErrorKind};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, ImageResult, Limits};

use crate::model::limits::{EMBEDDED_PICTURE_SIDE, MAX_PICTURE_DECODE_BYTES, MAX_PICTURE_SIDE};
use crate::model::{Picture, PictureFormat};

/// The widest and tallest picture that a portrait is cut from, in pixels.
const CROPPED_FROM_SIDE: u32 = 4 * EMBEDDED_PICTURE_SIDE;

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
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let image = upright(reader).ok()?.to_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    Some(ColorImage::from_rgba_unmultiplied(size, image.as_raw()))
}

/// Decodes a picture within the limits and turns it as the camera was held.
///
/// The reader's own limits hold for the decoder's memory alone and not for the picture that comes out, so that its size
/// is looked at first.
fn upright<R: BufRead + Seek>(mut reader: ImageReader<R>) -> ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    limits.max_alloc = Some(MAX_PICTURE_DECODE_BYTES);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let too_large = width > MAX_PICTURE_SIDE || height > MAX_PICTURE_SIDE;
    if too_large || decoder.total_bytes() > MAX_PICTURE_DECODE_BYTES {
        return Err(ImageError::Limits(LimitError::from_kind(LimitErrorKind::DimensionError)));
    }
    decoder.set_limits(limits)?;
    // What says nothing readable of the camera is taken as it is.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// A picture to be embedded: upright, no larger than it is shown, without what the camera wrote beside it.
///
/// # Errors
/// When it cannot be read, is no picture of a known kind, or exceeds the limits.
pub fn embedded<R: BufRead + Seek>(reader: ImageReader<R>) -> Result<Picture, ImageError> {
    encoded(&upright(reader)?, EMBEDDED_PICTURE_SIDE)
}

/// A picture of which a part is to be embedded: like [`embedded`], yet large enough to be cut.
///
/// # Errors
/// When it cannot be read, is no picture of a known kind, or exceeds the limits.
pub fn to_be_cropped<R: BufRead + Seek>(reader: ImageReader<R>) -> Result<Picture, ImageError> {
    encoded(&upright(reader)?, CROPPED_FROM_SIDE)
}

/// The square of a picture with this left, top and side in pixels, to be embedded.
///
/// # Errors
/// When the picture cannot be read.
pub fn cropped(picture: &Picture, (left, top, side): (u32, u32, u32)) -> Result<Picture, ImageError> {
    let image = upright(ImageReader::new(Cursor::new(&*picture.bytes)).with_guessed_format()?)?;
    encoded(&image.crop_imm(left, top, side, side), EMBEDDED_PICTURE_SIDE)
}

/// The width and height of a picture in pixels; `None` where its bytes cannot be read.
pub fn dimensions(picture: &Picture) -> Option<(u32, u32)> {
    ImageReader::new(Cursor::new(&*picture.bytes)).with_guessed_format().ok()?.into_dimensions().ok()
}

/// A picture of so many dots, to be embedded like one from a file.
///
/// # Errors
/// When it exceeds the limits.
pub fn embedded_dots(dots: &ColorImage) -> Result<Picture, ImageError> {
    encoded(&image_of(dots)?, EMBEDDED_PICTURE_SIDE)
}

/// A picture of so many dots of which a part is to be embedded.
///
/// # Errors
/// When it exceeds the limits.
pub fn dots_to_be_cropped(dots: &ColorImage) -> Result<Picture, ImageError> {
    encoded(&image_of(dots)?, CROPPED_FROM_SIDE)
}

fn image_of(dots: &ColorImage) -> Result<DynamicImage, ImageError> {
    let [width, height] = dots.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let too_large = || ImageError::Limits(LimitError::from_kind(LimitErrorKind::DimensionError));
    if width > MAX_PICTURE_SIDE || height > MAX_PICTURE_SIDE {
        return Err(too_large());
    }
    if dots.pixels.iter().all(egui::Color32::is_opaque) {
        let bytes = dots.pixels.iter().flat_map(|dot| [dot.r(), dot.g(), dot.b()]).collect();
        return image::RgbImage::from_raw(width, height, bytes).map(DynamicImage::from).ok_or_else(too_large);
    }
    let bytes = dots.pixels.iter().flat_map(egui::Color32::to_srgba_unmultiplied).collect();
    image::RgbaImage::from_raw(width, height, bytes).map(DynamicImage::from).ok_or_else(too_large)
}

/// A picture no wider and no taller than `side`, as its bytes.
fn encoded(image: &DynamicImage, side: u32) -> Result<Picture, ImageError> {
    let smaller = (image.width() > side || image.height() > side).then(|| image.thumbnail(side, side));
    let image = smaller.as_ref().unwrap_or(image);
    let mut bytes = Vec::new();
    if image.color().has_alpha() {
        image.to_rgba8().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
        return Ok(Picture { format: PictureFormat::Png, bytes: bytes.into() });
    }
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 88);
    image.to_rgb8().write_with_encoder(encoder)?;
    Ok(Picture { format: PictureFormat::Jpeg, bytes: bytes.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    /// A photo of 32 × 16 pixels, white in its left half, with what a camera says of how it was held.
    fn photo(orientation: Option<u8>) -> Vec<u8> {
        let image = RgbImage::from_fn(32, 16, |x, _| if x < 16 { Rgb([255; 3]) } else { Rgb([0; 3]) });
        let mut bytes = Vec::new();
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 100)).unwrap();
        if let Some(orientation) = orientation {
            // APP1: a little-endian TIFF directory with the one entry 0x0112.
            let mut segment = b"\xff\xe1\x00\x22Exif\x00\x00II\x2a\x00\x08\x00\x00\x00\x01\x00".to_vec();
            segment.extend([0x12, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00, orientation, 0, 0, 0]);
            segment.extend([0; 4]);
            bytes.splice(2..2, segment);
        }
        bytes
    }

    #[test]
    fn photos_stand_upright() {
        let check = |orientation: Option<u8>, size: [usize; 2], white: (usize, usize), black: (usize, usize)| {
            let image = decode(&photo(orientation)).unwrap();
            assert_eq!(image.size, size, "{orientation:?}");
            assert!(image[white].r() > 200, "{orientation:?}: not white at {white:?}");
            assert!(image[black].r() < 50, "{orientation:?}: not black at {black:?}");
        };
        check(None, [32, 16], (3, 8), (28, 8));
        check(Some(1), [32, 16], (3, 8), (28, 8));
        check(Some(3), [32, 16], (28, 8), (3, 8));
        check(Some(6), [16, 32], (8, 3), (8, 28));
        check(Some(8), [16, 32], (8, 28), (8, 3));
        check(Some(77), [32, 16], (3, 8), (28, 8));
    }

    #[test]
    fn what_is_embedded_is_upright_and_says_nothing_of_the_camera() {
        let reader = ImageReader::new(Cursor::new(photo(Some(6)))).with_guessed_format().unwrap();
        let picture = embedded(reader).unwrap();
        assert!(!picture.bytes.windows(4).any(|four| four == b"Exif"));
        assert_eq!(decode(&picture.bytes).unwrap().size, [16, 32]);
    }

    #[test]
    fn pictures_beyond_the_limits_are_refused() {
        let check = |width: u32, height: u32, taken: bool| {
            let mut bytes = Vec::new();
            image::GrayImage::new(width, height).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
            assert_eq!(decode(&bytes).is_some(), taken, "{width} × {height}");
        };
        check(MAX_PICTURE_SIDE, 1, true);
        check(MAX_PICTURE_SIDE + 1, 1, false);
        check(1, MAX_PICTURE_SIDE + 1, false);
    }
}
