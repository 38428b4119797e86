//! Small pictures of what the start screen offers, samples and templates: drawn one after the other aside from the
//! window while it is shown, and kept in memory.

use super::shell::{App, Report};
use super::thumbs::draw;
use crate::format::{self, samples};
use crate::model::{Language, Picture, PictureFormat};
use crate::scene::ThemeName;
use crate::ui::page::Page;

/// What the pictures rest on: the templates' language and the colours.
pub(super) type Drawn = (Language, ThemeName);

/// Which pictures are there already, and of what.
#[derive(Debug, Default)]
pub(super) struct OfferThumbs {
    of: Option<Drawn>,
    /// How many offers have their picture, or never will.
    count: usize,
    is_drawing: bool,
}

impl App {
    /// Draws the next picture that is missing.
    pub(super) fn refresh_offer_thumbs(&mut self) {
        if self.view.page != Page::Start || self.offer_thumbs.is_drawing {
            return;
        }
        let drawn = (self.language, self.theme_name());
        if self.offer_thumbs.of != Some(drawn) {
            self.offer_thumbs = OfferThumbs { of: Some(drawn), ..OfferThumbs::default() };
        }
        let templates = samples::templates().iter().filter(|(_, language, _)| *language == drawn.0);
        let templates = templates.map(|(name, _, bytes)| (*name, *bytes));
        let mut offers = samples::samples().iter().copied().chain(templates);
        let Some((name, bytes)) = offers.nth(self.offer_thumbs.count) else { return };
        self.offer_thumbs.is_drawing = true;
        let (reports, context) = (self.reports.clone(), self.context.clone());
        std::thread::spawn(move || {
            // The window may be gone by now, and nobody misses the picture.
            let _ = reports.send(Report::OfferThumb(name, drawn, picture(bytes, drawn.1)));
            context.request_repaint();
        });
    }

    /// How many samples and templates have their pictures.
    pub fn offer_pictures(&self) -> usize {
        self.view.start.offers.len()
    }

    /// A picture is there; one of other words or colours has come too late.
    pub(super) fn offer_thumb_drawn(&mut self, name: &'static str, drawn: Drawn, picture: Option<Picture>) {
        self.offer_thumbs.is_drawing = false;
        if self.offer_thumbs.of != Some(drawn) {
            return;
        }
        self.offer_thumbs.count += 1;
        if let Some(picture) = picture {
            self.view.start.offers.insert(name, picture);
        }
    }
}

fn picture(bytes: &[u8], theme: ThemeName) -> Option<Picture> {
    let document = format::read(bytes).ok()?.document;
    let journey = document.journeys_in_order().first()?.id.clone();
    let bytes = draw(&document, &journey, theme)?;
    Some(Picture { format: PictureFormat::Png, bytes: bytes.into() })
}
