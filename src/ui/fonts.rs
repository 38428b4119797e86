//! The bundled face in four weights as egui font families, and the sizes that the window uses.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

use crate::scene::text::Weight;

/// Body text of the window, in points.
pub const BODY: f32 = 13.0;
/// Second lines and lists.
pub const SMALL: f32 = 12.0;
/// Names of fields.
pub const LABEL: f32 = 11.5;

const FACES: [(&str, &[u8]); 4] = [
    ("inter-regular", include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
    ("inter-medium", include_bytes!("../../assets/fonts/Inter-Medium.ttf")),
    ("inter-semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.ttf")),
    ("inter-bold", include_bytes!("../../assets/fonts/Inter-Bold.ttf")),
];

/// Makes the bundled face the only one, so that every machine draws the same.
pub fn install(context: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(FontFamily::Name(name.into()), vec![name.to_owned()]);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["inter-regular".to_owned()]);
    }
    context.set_fonts(fonts);
}

/// The face of this weight at this size in points.
pub fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, family(weight))
}

/// The family of this weight.
pub fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Medium => FontFamily::Name("inter-medium".into()),
        Weight::SemiBold => FontFamily::Name("inter-semibold".into()),
        Weight::Bold => FontFamily::Name("inter-bold".into()),
    }
}
