//! Embedded pictures: decoded within limits, cut to the proportions of their place, scaled smoothly to its pixels.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use image::imageops::{self, FilterType};
use image::{ImageFormat, ImageReader, Limits, RgbaImage};

use crate::model::limits::{MAX_PICTURE_DECODE_BYTES, MAX_PICTURE_SIDE};
use crate::model::{Picture, PictureFormat};

use super::ExportError;

/// Decodes a picture within the limits.
pub(super) fn decode(picture: &Picture) -> Result<RgbaImage, ExportError> {
    let mut reader = ImageReader::new(Cursor::new(&*picture.bytes));
    reader.set_format(match picture.format {
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::Jpeg => ImageFormat::Jpeg,
    });
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    limits.max_alloc = Some(MAX_PICTURE_DECODE_BYTES);
    reader.limits(limits);
    Ok(reader.decode().map_err(ExportError::Picture)?.into_rgba8())
}

/// The part of a picture of `width` × `height` that has the proportions of a place: its middle, as x, y, width, height.
pub(super) fn middle((width, height): (u32, u32), place: (f32, f32)) -> (u32, u32, u32, u32) {
    let proportion = place.0 / place.1;
    let (wide, high) = (width as f32, height as f32);
    let part = if wide > high * proportion { (high * proportion, high) } else { (wide, wide / proportion) };
    let part_width = (part.0.round() as u32).clamp(1, width.max(1));
    let part_height = (part.1.round() as u32).clamp(1, height.max(1));
    ((width.saturating_sub(part_width)) / 2, (height.saturating_sub(part_height)) / 2, part_width, part_height)
}

/// Pictures scaled to pixels, each once, shared by the threads that draw.
#[derive(Default)]
pub(super) struct Pictures {
    known: Mutex<HashMap<(usize, u32, u32), Arc<RgbaImage>>>,
}

impl Pictures {
    /// The picture's middle at exactly this size in pixels.
    pub(super) fn scaled(&self, picture: &Picture, width: u32, height: u32) -> Result<Arc<RgbaImage>, ExportError> {
        // The bytes stay where they are while the scene is being drawn, so their place names them.
        let key = (picture.bytes.as_ptr() as usize, width, height);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(&key) {
            return Ok(Arc::clone(found));
        }
        let whole = decode(picture)?;
        let (x, y, part_width, part_height) = middle(whole.dimensions(), (width as f32, height as f32));
        let part = imageops::crop_imm(&whole, x, y, part_width, part_height).to_image();
        let scaled = Arc::new(imageops::resize(&part, width, height, FilterType::CatmullRom));
        known.insert(key, Arc::clone(&scaled));
        Ok(scaled)
    }
}
