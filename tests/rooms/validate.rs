//! Validation against the bundled font.

use skrifa::{FontRef, MetadataProvider};
use tropa::model::validate::is_drawn;

/// The model keeps a table of the font's characters because it reads no fonts; this is what keeps the table true.
#[test]
fn the_table_of_characters_is_the_fonts() {
    for weight in ["Regular", "Medium", "SemiBold", "Bold"] {
        let path = format!("{}/assets/fonts/Inter-{weight}.ttf", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).unwrap();
        let charmap = FontRef::new(&bytes).unwrap().charmap();
        for character in '\0'..=char::MAX {
            // Controls and what Unicode calls default ignorable need no glyph.
            let invisible = character.is_control()
                || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
            let drawn = invisible || charmap.map(character).is_some();
            assert_eq!(is_drawn(character), drawn, "{weight} {character:?}");
        }
    }
}
