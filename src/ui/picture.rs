//! Embedded pictures on the screen: decoded once within limits, kept as textures.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions, Vec2};
use image::{ImageReader, Limits};

use crate::model::Picture;
use crate::model::limits::{MAX_PICTURE_DECODE_BYTES, MAX_PICTURE_SIDE};

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
