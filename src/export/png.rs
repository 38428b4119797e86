//! Scene → PNG: bands drawn and compressed by several threads, written in order, so that memory stays small however
//! large the picture is.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};

use crate::scene::{Fragment, Scene};

use super::deflate::{Piece, Stream, filter};
use super::picture::Pictures;
use super::raster::{Canvas, Painter};
use super::{Continue, ExportError, MAX_PIXELS_A_SIDE, SCALES, area};

/// Bytes of pixels in a band: these few, more for a very wide picture, whose bands would be too low, but never more
/// than the second.
const BAND_BYTES: (usize, usize) = (4 << 20, 12 << 20);

/// Rows a band should have.
const BAND_ROWS: usize = 16;

/// The most threads that draw.
const MOST_THREADS: usize = 4;

/// Dots per metre of 96 dpi.
const DOTS_PER_METRE: f32 = 96.0 / 0.0254;

/// The scene as a PNG, `scale` pixels a point; 1× is 96 dpi, which the file says.
///
/// # Errors
/// A scale out of [`SCALES`], a picture larger than [`MAX_PIXELS_A_SIDE`], an embedded picture that cannot be read,
/// cancelling, and failed writing.
pub fn png(
    scene: &Scene,
    scale: f32,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(f32) -> Continue,
) -> Result<(), ExportError> {
    let row_bytes = (scene.size.width * scale * 3.0) as usize;
    png_in_bands(scene, scale, row_bytes.saturating_mul(BAND_ROWS).clamp(BAND_BYTES.0, BAND_BYTES.1), out, progress)
}

/// Like [`png()`], with bands of at most so many bytes (one row at the least): the same pixels, whatever the bands.
///
/// # Errors
/// As [`png()`].
pub fn png_in_bands(
    scene: &Scene,
    scale: f32,
    band_bytes: usize,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(f32) -> Continue,
) -> Result<(), ExportError> {
    let (width, height) = pixels(scene, scale)?;
    let mut encoder = Encoder::new(out, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    let dots = (scale * DOTS_PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }));
    if !scene.title.is_empty() {
        let title = scene.title.replace('\0', " ");
        encoder.add_itxt_chunk("Title".to_owned(), title).map_err(failed)?;
    }
    let mut writer = encoder.write_header().map_err(failed)?;
    let bands = Bands::of(scene, scale, (width, height), band_bytes);
    let mut stream = Stream::default();
    let count = bands.list.len();
    bands.run(&mut |index, piece| {
        let data = stream.join(piece, index + 1 == count);
        writer.write_chunk(png::chunk::IDAT, &data).map_err(failed)?;
        match progress((index + 1) as f32 / count as f32) {
            Continue::Yes => Ok(()),
            Continue::Cancel => Err(ExportError::Cancelled),
        }
    })?;
    writer.finish().map_err(failed)?;
    Ok(())
}

fn failed(error: EncodingError) -> ExportError {
    ExportError::Io(match error {
        EncodingError::IoError(error) => error,
        other => other.into(),
    })
}

/// The picture's size in pixels.
fn pixels(scene: &Scene, scale: f32) -> Result<(u32, u32), ExportError> {
    if !SCALES.contains(&scale) {
        return Err(ExportError::Scale { scale });
    }
    let (width, height) = area(scene)?;
    // What is wider by a rounding error takes no pixel more.
    let side = |points: f32| (f64::from(points) * f64::from(scale) - 1e-3).ceil().max(1.0);
    let (width, height) = (side(width), side(height));
    let most = f64::from(MAX_PIXELS_A_SIDE);
    if width > most || height > most {
        return Err(ExportError::Size { width, height });
    }
    Ok((width as u32, height as u32))
}

/// Rows that are drawn together, and what is in them.
struct Band<'a> {
    rows: Range<i32>,
    fragments: Vec<&'a Fragment>,
}

/// What the threads that draw share.
#[derive(Default)]
struct Shared {
    /// The band that is drawn next.
    next: AtomicUsize,
    /// Whether to stop early.
    stop: AtomicBool,
    pictures: Pictures,
}

type Drawn = (usize, Result<Piece, ExportError>);

struct Bands<'a> {
    scene: &'a Scene,
    scale: f32,
    width: u32,
    list: Vec<Band<'a>>,
}

impl<'a> Bands<'a> {
    fn of(scene: &'a Scene, scale: f32, (width, height): (u32, u32), band_bytes: usize) -> Self {
        let rows = (band_bytes / (width as usize * 3 + 1)).clamp(1, height as usize);
        let mut list: Vec<Band<'_>> = (0..height as usize)
            .step_by(rows)
            .map(|top| Band { rows: top as i32..(top + rows).min(height as usize) as i32, fragments: Vec::new() })
            .collect();
        for fragment in in_order(scene) {
            // A pixel more on each side, for what stands between pixels.
            let top = (fragment.bounds.y * scale - 1.0).floor().max(0.0) as usize / rows;
            let bottom = (fragment.bounds.bottom() * scale + 1.0).ceil().max(0.0) as usize / rows;
            for band in list.iter_mut().take(bottom + 1).skip(top) {
                band.fragments.push(fragment);
            }
        }
        Self { scene, scale, width, list }
    }

    /// Draws all bands and hands them on in order; stops at the first error.
    fn run(&self, deliver: &mut dyn FnMut(usize, Piece) -> Result<(), ExportError>) -> Result<(), ExportError> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS).min(self.list.len());
        let shared = Shared::default();
        let (sender, receiver) = mpsc::sync_channel(threads);
        thread::scope(|scope| {
            let shared = &shared;
            for _ in 0..threads {
                let sender = sender.clone();
                scope.spawn(move || self.work(shared, &sender));
            }
            drop(sender);
            let mut done = Ok(());
            let mut early = BTreeMap::new();
            let mut expected = 0;
            for (index, piece) in &receiver {
                early.insert(index, piece);
                while let Some(piece) = early.remove(&expected).filter(|_| done.is_ok()) {
                    done = piece.and_then(|piece| deliver(expected, piece));
                    expected += 1;
                }
                if done.is_err() {
                    shared.stop.store(true, Ordering::Relaxed);
                }
            }
            done
        })
    }

    fn work(&self, shared: &Shared, sender: &mpsc::SyncSender<Drawn>) {
        let mut painter = Painter::new(self.scale, &shared.pictures);
        let mut canvas = Canvas::new(self.width);
        while !shared.stop.load(Ordering::Relaxed) {
            let index = shared.next.fetch_add(1, Ordering::Relaxed);
            let Some(band) = self.list.get(index) else { return };
            let piece = self.draw(band, &mut painter, &mut canvas);
            if sender.send((index, piece)).is_err() {
                return;
            }
        }
    }

    fn draw(&self, band: &Band<'_>, painter: &mut Painter<'_>, canvas: &mut Canvas) -> Result<Piece, ExportError> {
        canvas.clear(band.rows.clone(), self.scene.background);
        for fragment in &band.fragments {
            painter.fragment(fragment, canvas)?;
        }
        let stride = canvas.stride();
        filter(canvas.bytes_mut(), stride);
        Ok(Piece::of(canvas.bytes_mut())?)
    }
}

/// The fragments in the order of drawing: plane by plane.
pub(super) fn in_order(scene: &Scene) -> Vec<&Fragment> {
    let mut fragments: Vec<&Fragment> = scene.fragments.iter().map(Arc::as_ref).collect();
    fragments.sort_by_key(|fragment| fragment.plane);
    fragments
}
