//! A touchpoint's card: its title, marks, pictures and channel.

use std::sync::Arc;

use super::marks;
use crate::analysis::evidence::Level;
use crate::i18n::number::{percent, signed};
use crate::model::{Channel, End, Stage, Subject, TextSpot, Touchpoint};
use crate::scene::geometry::{Point, Rect, point, rect};
use crate::scene::icon::Icon;
use crate::scene::kept::{Drawn, Kept, Same, Shelf, Thing};
use crate::scene::map::Lay;
use crate::scene::pen::{Pen, solid};
use crate::scene::shape::HitTarget;
use crate::scene::style::{self, CARD_HEIGHT, CARD_WIDTH};
use crate::scene::text::{Align, ShapedText};
use crate::scene::theme::Theme;

/// From a card's left edge to its text.
const TEXT_LEFT: f32 = 12.0;
/// From its right edge to the marks left of its evidence.
const MARKS_RIGHT: f32 = 24.0;
/// What the mark of its barriers takes.
const BARRIERS_ROOM: f32 = 18.0;
/// From the channel's icon to its name.
const CHANNEL_LEFT: f32 = 18.0;

/// A small picture on a card.
const PICTURE: (f32, f32) = (38.0, 30.0);
/// Between two of them.
const PICTURE_GAP: f32 = 4.0;
/// As many of them stand on a card; of more, the last place says how many.
const MOST_PICTURES: usize = 3;

/// A card.
#[derive(PartialEq, Eq, Hash)]
pub(in crate::scene) struct Card {
    pub(super) touchpoint: Same<Touchpoint>,
    pub(super) stage: Stage,
    pub(super) channel: Option<Same<Channel>>,
    /// How many barriers there are at it.
    pub(super) barriers: usize,
    pub(super) level: Level,
    /// What it got in the last vote whose result is shown; 0: nothing is said of votes.
    pub(super) dots: u32,
}

/// What a card says.
pub(in crate::scene) struct Words {
    subject: Subject,
    label: Arc<str>,
    title: Arc<ShapedText>,
    /// How many more pictures there are than are shown.
    more: Option<Arc<ShapedText>>,
    channel: Option<(Icon, Arc<ShapedText>)>,
    barriers: Option<Arc<ShapedText>>,
    dots: Option<Arc<ShapedText>>,
}

impl Words {
    /// The least height of the card.
    pub(super) fn height(&self, touchpoint: &Touchpoint) -> f32 {
        let pictures = if touchpoint.pictures.is_empty() { 0.0 } else { PICTURE.1 + 10.0 };
        CARD_HEIGHT.max(self.title.height + 52.0 + pictures)
    }
}

impl Thing for Card {
    type Words = Words;
    type Place = Rect;

    fn say(&self, lay: &mut Lay<'_>) -> Words {
        let mut label = self.sentence(lay);
        let dots = (self.dots > 0).then(|| {
            label = format!("{label}, {}", marks::votes_said(lay, self.dots));
            marks::figure(lay, self.dots)
        });
        let more = self.touchpoint.pictures.len() - self.pictures_shown();
        Words {
            subject: Subject::Touchpoint(lay.journey.id.clone(), self.touchpoint.id.clone()),
            label: label.into(),
            title: self.title(lay),
            more: (more > 0).then(|| lay.shaper.shape(&format!("+{more}"), style::SHARE, None, Align::Left)),
            channel: self.channel_name(lay),
            barriers: (self.barriers > 0).then(|| marks::figure(lay, self.barriers)),
            dots,
        }
    }

    fn draw(&self, words: &Words, area: Rect, theme: &Theme) -> Drawn {
        let Self { touchpoint, stage, level, .. } = self;
        let mut pen = Pen::body().hit(area, HitTarget::Subject(words.subject.clone()), Arc::clone(&words.label));
        pen.rect(area, 10.0, Some(theme.card), Some(solid(theme.card_line, 1.0)));
        let edge = theme.stages.get(stage.index()).copied().unwrap_or(theme.accent);
        pen.rect(rect(area.x, area.y + 14.0, 3.0, area.height - 28.0), 1.5, Some(edge), None);
        let ink = if touchpoint.title.trim().is_empty() { theme.mute } else { theme.ink };
        let spot = TextSpot::name(words.subject.clone());
        let place = point(area.x + TEXT_LEFT, area.y + 11.0);
        pen.written(place, Arc::clone(&words.title), ink, (spot, self.title_room()));
        let mut mark_x = area.right() - 15.0;
        if touchpoint.moment_of_truth {
            marks::star(&mut pen, point(mark_x, area.y + 16.0), theme.star);
            mark_x -= 18.0;
        }
        if touchpoint.goal {
            marks::goal(&mut pen, point(mark_x, area.y + 16.0), theme.positive);
        }
        let line = area.bottom() - 16.0;
        self.pictures(&mut pen, words, (point(area.x + TEXT_LEFT, line - 14.0 - PICTURE.1), theme));
        marks::evidence(&mut pen, point(area.right() - 14.0, line), *level, theme.mute);
        if let Some(figure) = &words.barriers {
            marks::barriers(&mut pen, point(area.right() - MARKS_RIGHT - 6.0, line), (figure, theme));
        }
        if let Some((icon, name)) = &words.channel {
            let left = area.x + TEXT_LEFT;
            pen.icon(*icon, (point(left - 1.0, line - 7.0), 14.0), theme.mute);
            pen.text(point(left + CHANNEL_LEFT, line - 7.0), Arc::clone(name), theme.mute);
        }
        [pen.finish(), words.dots.as_ref().and_then(|figure| marks::votes(area, (figure, theme)).finish())]
    }

    fn shelf(kept: &mut Kept) -> &mut Shelf<Self> {
        &mut kept.cards
    }
}

impl Card {
    fn title(&self, lay: &mut Lay<'_>) -> Arc<ShapedText> {
        let (touchpoint, room) = (&self.touchpoint, self.title_room());
        if touchpoint.title.trim().is_empty() {
            let untitled = lay.texts.get("map-untitled-touchpoint");
            return lay.shaper.shape(&untitled, style::CARD, Some(room), Align::Left);
        }
        lay.shaper.shape(&touchpoint.title, style::CARD, Some(room), Align::Left)
    }

    /// How wide a title's lines may be: marks stand at its right.
    fn title_room(&self) -> f32 {
        let marks = u8::from(self.touchpoint.moment_of_truth) + u8::from(self.touchpoint.goal);
        CARD_WIDTH - TEXT_LEFT - 10.0 - 16.0 * f32::from(marks)
    }

    /// The channel's icon and as much of its name as fits; the whole name is in the card's sentence.
    fn channel_name(&self, lay: &mut Lay<'_>) -> Option<(Icon, Arc<ShapedText>)> {
        let channel = self.channel.as_ref()?;
        let marks = MARKS_RIGHT + if self.barriers > 0 { BARRIERS_ROOM } else { 0.0 };
        let room = CARD_WIDTH - marks - TEXT_LEFT - CHANNEL_LEFT;
        let (name, _) = lay.shaper.shape_clipped(&channel.name, style::CHANNEL, room, 1);
        Some((Icon::of_channel(channel.icon), name))
    }

    fn pictures_shown(&self) -> usize {
        let count = self.touchpoint.pictures.len();
        if count > MOST_PICTURES { MOST_PICTURES - 1 } else { count }
    }

    /// The first pictures in small, and how many more there are.
    fn pictures(&self, pen: &mut Pen, words: &Words, (left_top, theme): (Point, &Theme)) {
        let shown = self.pictures_shown();
        let place = |index: usize| {
            rect(left_top.x + index as f32 * (PICTURE.0 + PICTURE_GAP), left_top.y, PICTURE.0, PICTURE.1)
        };
        for (index, picture) in self.touchpoint.pictures.iter().take(shown).enumerate() {
            pen.picture(place(index), picture, false);
            pen.rect(place(index), 0.0, None, Some(solid(theme.card_line, 1.0)));
        }
        if let Some(figure) = &words.more {
            let more = place(shown);
            pen.rect(more, 4.0, Some(theme.pill), None);
            pen.centered(more.center(), Arc::clone(figure), theme.mute);
        }
    }

    /// What assistive technology and tooltips say of a card. Like the titles and names in it, it is in the map's
    /// language, so that one voice can speak it.
    fn sentence(&self, lay: &Lay<'_>) -> String {
        let Self { touchpoint, stage, channel, barriers, level, dots: _ } = self;
        let (texts, language) = (lay.texts, lay.document.info.language);
        let title = match touchpoint.title.trim() {
            "" => texts.get("map-untitled-touchpoint"),
            title => title.to_owned(),
        };
        let stage = crate::scene::header::stage_title(lay, *stage);
        let mut parts = vec![texts.with("map-card", &[("stage", stage.into()), ("title", title.into())])];
        let named = |key, name: &str| texts.with(key, &[("channel", name.to_owned().into())]);
        parts.extend(channel.as_ref().map(|channel| named("map-card-channel", &channel.name)));
        for persona in &lay.personas {
            if let Some(emotion) = touchpoint.feeling(&persona.id).and_then(|feeling| feeling.emotion) {
                let value = signed(emotion.points(), (emotion.halves() % 2).unsigned_abs() as usize, language);
                let arguments = [("value", value.into()), ("persona", persona.name.clone().into())];
                parts.push(texts.with("map-card-emotion", &arguments));
            }
        }
        if *barriers > 0 {
            parts.push(texts.with("map-barrier-count", &[("count", (*barriers).into())]));
        }
        parts.extend(touchpoint.moment_of_truth.then(|| texts.get("map-moment-of-truth")));
        parts.extend(touchpoint.goal.then(|| texts.get("map-goal")));
        let level = texts.get(level.key());
        parts.push(texts.with("map-known", &[("level", level.into())]));
        match touchpoint.end {
            End::None => {}
            End::Reached => parts.push(texts.get("map-end-reached")),
            End::Lost => parts.push(texts.get("map-end-lost")),
        }
        if let Some(start) = touchpoint.start {
            parts.push(texts.with("map-starts-here", &[("share", percent(start, language).into())]));
        }
        parts.join(", ")
    }
}
