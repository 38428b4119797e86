//! Colours by name: the themes of `assets/theme/*.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

/// A colour, straight (not premultiplied) alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Alpha, 255 is opaque.
    pub a: u8,
}

/// Which theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// Light.
    #[default]
    Light,
    /// Dark.
    Dark,
    /// High contrast, for projectors.
    Contrast,
}

/// The tokens of a theme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// What is behind the map.
    pub background: Color,
    /// What panels of the window are painted on.
    pub panel: Color,
    /// A card.
    pub card: Color,
    /// Text that is read first.
    pub ink: Color,
    /// Text that is read second.
    pub mute: Color,
    /// What an empty field asks for: told from what is typed in every theme.
    pub prompt: Color,
    /// Decoration; never text that must be read.
    pub faint: Color,
    /// Lines between lanes and stages.
    pub line: Color,
    /// The edge of a card.
    pub card_line: Color,
    /// What is selected or asked for.
    pub accent: Color,
    /// Text on the accent.
    pub on_accent: Color,
    /// Behind what is selected.
    pub accent_tint: Color,
    /// Positive shapes.
    pub positive: Color,
    /// Positive text.
    pub positive_text: Color,
    /// Negative shapes.
    pub negative: Color,
    /// Negative text, and the ground of a figure on it.
    pub negative_text: Color,
    /// Neutral shapes.
    pub neutral: Color,
    /// The mark of a moment of truth.
    pub star: Color,
    /// Transitions.
    pub flow: Color,
    /// The stages on card edges and in text, in their order.
    pub stages: [Color; 5],
    /// The stages' headers.
    pub stage_headers: [Color; 5],
    /// Text on the stages' headers.
    pub stage_header_inks: [Color; 5],
    /// Behind what belongs to a stage.
    pub stage_tints: [Color; 5],
    /// A barrier's card.
    pub barrier_fill: Color,
    /// The edge of a barrier's card.
    pub barrier_line: Color,
    /// An opportunity's card.
    pub opportunity_fill: Color,
    /// The edge of an opportunity's card.
    pub opportunity_line: Color,
    /// Coloured text on an opportunity's card.
    pub opportunity_text: Color,
    /// A strength's card.
    pub strength_fill: Color,
    /// The edge of a strength's card.
    pub strength_line: Color,
    /// Quiet fills: departments, hovered rows.
    pub pill: Color,
    /// The personas' colours: curves and rings.
    pub personas: [Color; 8],
    /// Behind a drawn avatar.
    pub portrait_ground: Color,
}

static LIGHT: LazyLock<Theme> = LazyLock::new(|| Theme::parse(include_str!("../../assets/theme/light.ron")));
static DARK: LazyLock<Theme> = LazyLock::new(|| Theme::parse(include_str!("../../assets/theme/dark.ron")));
static CONTRAST: LazyLock<Theme> = LazyLock::new(|| Theme::parse(include_str!("../../assets/theme/contrast.ron")));

impl Theme {
    /// The tokens of the theme with this name.
    pub fn of(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Light => &LIGHT,
            ThemeName::Dark => &DARK,
            ThemeName::Contrast => &CONTRAST,
        }
    }

    fn parse(source: &str) -> Self {
        ron::from_str(source).expect("the bundled theme is read by a test")
    }

    /// The colour of a persona, by its place in the palette.
    pub fn persona(&self, place: u8) -> Color {
        let [first, ..] = self.personas;
        self.personas.get(usize::from(place) % self.personas.len()).copied().unwrap_or(first)
    }
}

impl ThemeName {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The name used on the command line and in settings.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

impl Color {
    /// An opaque colour.
    pub const fn rgb(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b, a: 255 }
    }

    /// The same colour, so opaque (0 – 1).
    #[must_use]
    pub fn fade(self, opacity: f32) -> Self {
        Self { a: (f32::from(self.a) * opacity.clamp(0.0, 1.0)).round() as u8, ..self }
    }

    /// `#rrggbb`, without the alpha.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

impl TryFrom<String> for Color {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
        let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, r, g, b] = value.ok_or_else(|| format!("\"{text}\" is not a colour like \"#1C2430\""))?.to_be_bytes();
        Ok(Self::rgb(r, g, b))
    }
}

impl Theme {
    /// The ground of selected letters that keep their own ink.
    pub fn selection(&self) -> Color {
        self.accent.fade(0.28)
    }

    /// The ground of words that are marked in a text.
    pub fn marked(&self) -> Color {
        self.star.fade(0.3)
    }

    /// The ground of selected letters in fields whose frame has the accent: they have it as well.
    pub fn field_selection(&self) -> Color {
        self.accent.fade(if self.is_dark() { 0.15 } else { 0.09 })
    }

    /// Whether light text stands on dark ground in it.
    pub fn is_dark(&self) -> bool {
        let Color { r, g, b, .. } = self.background;
        u16::from(r) + u16::from(g) + u16::from(b) < 384
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(color: Color) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_readable_in_every_theme() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let grounds = [theme.background, theme.panel, theme.card, theme.pill];
            let inks = [
                theme.ink,
                theme.mute,
                theme.positive_text,
                theme.negative_text,
                theme.neutral,
                theme.accent,
                theme.prompt,
            ];
            let mut pairs: Vec<(Color, Color)> =
                grounds.iter().flat_map(|ground| inks.iter().map(move |ink| (*ink, *ground))).collect();
            pairs.extend(theme.stages.iter().map(|ink| (*ink, theme.background)));
            pairs.extend(theme.stage_header_inks.into_iter().zip(theme.stage_headers));
            pairs.extend(theme.personas.iter().map(|ink| (*ink, theme.background)));
            pairs.push((theme.on_accent, theme.accent));
            for fill in [theme.barrier_fill, theme.opportunity_fill, theme.strength_fill, theme.accent_tint] {
                pairs.extend([(theme.ink, fill), (theme.mute, fill)]);
            }
            pairs.push((theme.negative_text, theme.barrier_fill));
            pairs.push((theme.opportunity_text, theme.opportunity_fill));
            // Forms are headed in the colour of what they are about; rows that are selected lie on the accent's tint.
            for ground in [theme.background, theme.panel, theme.card, theme.pill, theme.accent_tint] {
                let things = [theme.accent, theme.opportunity_text, theme.positive_text, theme.negative_text];
                pairs.extend(things.into_iter().chain(theme.stages).chain(theme.personas).map(|ink| (ink, ground)));
            }
            // The stages' names on the slides.
            pairs.extend(theme.stages.into_iter().zip(theme.stage_tints));
            pairs.push((theme.positive_text, theme.strength_fill));
            // Initials in a circle of the persona's colour, and the figure of a card's barriers.
            pairs.extend(theme.personas.iter().map(|ground| (theme.background, *ground)));
            pairs.push((theme.card, theme.negative_text));
            // Words and figures at the curve, where the gap to what was expected is shaded.
            for shade in [theme.positive, theme.negative].map(|shade| over(shade.fade(0.12), theme.background)) {
                let inks = [theme.ink, theme.mute, theme.positive_text, theme.negative_text];
                pairs.extend(inks.map(|ink| (ink, shade)));
            }
            // Rows that are pointed at, and words that were found.
            for ground in grounds {
                let hovered = over(theme.line.fade(0.5), ground);
                pairs.extend([(theme.ink, hovered), (theme.mute, hovered)]);
                pairs.push((theme.ink, over(theme.marked(), ground)));
            }
            // Letters that are selected: in fields, on the map, in a transcript where words are marked.
            pairs.push((theme.accent, over(theme.field_selection(), theme.card)));
            pairs.push((theme.negative_text, over(theme.field_selection(), theme.card)));
            for ground in [theme.background, theme.panel, theme.card, theme.accent_tint] {
                pairs.push((theme.ink, over(theme.selection(), ground)));
            }
            pairs.push((theme.ink, over(theme.selection(), over(theme.marked(), theme.card))));
            for (ink, ground) in pairs {
                let contrast = contrast(ink, ground);
                assert!(contrast >= 4.5, "{name:?}: {} on {} is {contrast:.2}", ink.hex(), ground.hex());
            }
        }
    }

    #[test]
    fn what_a_field_asks_for_is_told_from_what_is_typed() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let contrast = contrast(theme.prompt, theme.ink);
            assert!(contrast >= 1.8, "{name:?}: {} and {} are {contrast:.2}", theme.prompt.hex(), theme.ink.hex());
        }
    }

    #[test]
    fn marked_words_are_told_from_the_rest() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let contrast = contrast(over(theme.marked(), theme.card), theme.card);
            assert!(contrast >= 1.25, "{name:?}: {contrast:.2}");
        }
    }

    /// What shines through on a ground.
    fn over(color: Color, ground: Color) -> Color {
        let share = f64::from(color.a) / 255.0;
        let part = |above: u8, below: u8| (f64::from(above) * share + f64::from(below) * (1.0 - share)).round() as u8;
        Color::rgb(part(color.r, ground.r), part(color.g, ground.g), part(color.b, ground.b))
    }

    /// Marks, faces, curves and dots say something by their colour: WCAG 2.2 asks for 3:1.
    #[test]
    fn marks_are_seen_in_every_theme() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let marks = [theme.star, theme.positive, theme.negative, theme.neutral, theme.accent, theme.mute];
            for ground in [theme.background, theme.panel, theme.card] {
                for mark in marks.into_iter().chain(theme.stages).chain(theme.personas) {
                    let contrast = contrast(mark, ground);
                    assert!(contrast >= 3.0, "{name:?}: {} on {} is {contrast:.2}", mark.hex(), ground.hex());
                }
            }
        }
    }

    #[test]
    fn colours_are_read_strictly() {
        assert_eq!(Color::try_from("#1C2430".to_owned()), Ok(Color::rgb(0x1c, 0x24, 0x30)));
        assert!(Color::try_from("1C2430".to_owned()).is_err());
        assert!(Color::try_from("#1C243".to_owned()).is_err());
    }
}
