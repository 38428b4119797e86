//! What of the window's own words is cut: shortened by "…", or beyond the edge of what it stands in.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use egui::Rect;
use egui::epaint::{ClippedShape, Shape};
use egui_kittest::kittest::{NodeT, Queryable};

use super::Driver;

/// How a view is scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scrolled {
    /// Up and down alone.
    Down,
    /// A wide table, sideways as well.
    Sideways,
}

/// Counts what is drawn behind everything: the panels and the map, but not what lies over them.
struct Background;

impl egui::Plugin for Background {
    fn debug_name(&self) -> &'static str {
        "background"
    }

    fn on_end_pass(&mut self, ui: &mut egui::Ui) {
        let context = ui.ctx();
        let layers: Vec<_> = context.memory(|memory| memory.layer_ids().collect());
        let behind = layers.into_iter().filter(|layer| layer.order == egui::Order::Background);
        let count = |layer| context.graphics(|all| all.get(layer).map_or(0, |list| list.all_entries().len()));
        let count: usize = behind.map(count).sum();
        context.data_mut(|data| data.insert_temp(background_id(), count));
    }
}

pub(super) fn background_id() -> egui::Id {
    egui::Id::unique("shapes of the background")
}

/// Sets a context up as the window does, and for what is looked for here.
pub(crate) fn prepare(context: &egui::Context) {
    tropa::app::prepare(context);
    context.add_plugin(Background);
}

impl Driver {
    /// The program's own words that are cut in the last frame. Words of the document may be shortened: all of them is
    /// told where they are pointed at.
    pub(crate) fn cut_words(&self, scrolled: Scrolled) -> BTreeSet<String> {
        cut(&self.own_words(), scrolled, self.shapes_but_of_the_map())
    }

    /// The program's own words. What the document calls so as well is none of them.
    pub(super) fn own_words(&self) -> BTreeSet<String> {
        let mut own = own_words(self.language()).clone();
        for department in &self.document().departments {
            own.remove(&department.name);
        }
        own
    }

    /// What was drawn in the last frame, from the back to the front. The map slides under the canvas' edges: its words
    /// are not looked at, those of what lies over it are.
    pub(super) fn shapes_but_of_the_map(&self) -> impl Iterator<Item = (Rect, &Shape)> {
        let name = self.word("canvas");
        let canvas = self.harness.query_by_label(&name).map(|canvas| canvas.rect());
        let behind: usize = self.harness.ctx.data(|data| data.get_temp(background_id())).expect("a frame was drawn");
        let of_the_map =
            move |place: usize, clip: Rect| place < behind && canvas.is_some_and(|canvas| canvas.contains_rect(clip));
        let all = self.harness.output().shapes.iter().enumerate();
        let seen = all.filter(move |(place, it)| !of_the_map(*place, it.clip_rect));
        seen.map(|(_, ClippedShape { clip_rect, shape, .. })| (*clip_rect, shape))
    }

    /// Whether a dialog is open.
    pub(crate) fn has_a_dialog(&self) -> bool {
        self.harness.ctx.memory(egui::Memory::top_modal_layer).is_some()
    }

    /// Pairs of lines of the last frame that lie over each other, wherever in the window but on the map.
    pub(crate) fn overlapping_words(&self) -> Vec<(String, String)> {
        overlapping(self.shapes_but_of_the_map())
    }
}

/// Which of these words are cut.
pub(super) fn cut<'s>(
    own: &BTreeSet<String>,
    scrolled: Scrolled,
    shapes: impl Iterator<Item = (Rect, &'s Shape)>,
) -> BTreeSet<String> {
    let mut cut = BTreeSet::new();
    for (clip, shape) in shapes {
        look(shape, clip, &mut |words, clip, text| {
            let beyond = scrolled == Scrolled::Down
                && text.is_positive()
                && clip.intersects(text)
                && !sideways(clip).contains_rect(text);
            let shortened = words.elided;
            if (shortened || beyond) && own.contains(words.job.text.as_str()) {
                cut.insert(words.job.text.clone());
            }
        });
    }
    cut
}

/// Pairs of lines that lie over each other. What is painted over by a ground is not seen.
pub(super) fn overlapping<'s>(shapes: impl Iterator<Item = (Rect, &'s Shape)>) -> Vec<(String, String)> {
    let mut lines: Vec<Line> = Vec::new();
    let mut pairs = BTreeSet::new();
    for (clip, shape) in shapes {
        grounds(shape, &mut |ground| {
            let ground = ground.intersect(clip);
            let below = lines.iter_mut().filter(|line| line.seen.intersects(ground));
            below.for_each(|line| line.grounds.push(ground));
        });
        look(shape, clip, &mut |words, clip, text| {
            let seen = text.intersect(clip).shrink(1.5);
            if seen.is_positive() && !words.job.text.trim().is_empty() {
                let met = lines.iter().filter(|line| line.is_met_by(seen));
                pairs.extend(met.map(|line| (line.words.clone(), words.job.text.clone())));
                lines.push(Line { words: words.job.text.clone(), seen, grounds: Vec::new() });
            }
        });
    }
    pairs.into_iter().collect()
}

impl Driver {
    /// Whether a line of the last frame ends so, with nothing left out behind it.
    pub(crate) fn shows_the_end(&self, end: &str) -> bool {
        let mut shown = false;
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            look(shape, *clip_rect, &mut |words, clip, text| {
                shown |= !words.elided && clip.contains_rect(text) && words.job.text.ends_with(end);
            });
        }
        shown
    }
}

impl Driver {
    /// Every line of the last frame that is shortened.
    pub(crate) fn shortened(&self) -> Vec<String> {
        let mut all = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            look(shape, *clip_rect, &mut |words, _, _| {
                if words.elided {
                    all.push(words.job.text.clone());
                }
            });
        }
        all
    }

    /// What is written in the last frame.
    pub(crate) fn lines_of_the_last_frame(&self) -> Vec<String> {
        let mut all = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            look(shape, *clip_rect, &mut |words, _, _| all.push(words.job.text.clone()));
        }
        all
    }

    /// Where the first thing of this role is whose name has these words in it.
    pub(crate) fn rect_of_role(&self, role: egui::accesskit::Role, words: &str) -> Rect {
        let mut all = self.harness.query_all_by_label_contains(words);
        all.find(|node| node.accesskit_node().role() == role).expect(words).rect()
    }

    /// The names of everything whose name has these words in it.
    pub(crate) fn labels_with(&self, words: &str) -> Vec<String> {
        let all = self.harness.query_all_by_label_contains(words);
        all.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Pairs of lines of the last frame that lie over each other within what goes by this name.
    pub(crate) fn words_over_words(&self, key: &str) -> Vec<(String, String)> {
        let within = self.rect_of(&self.word(key));
        let mut lines: Vec<(String, Rect)> = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            look(shape, *clip_rect, &mut |words, clip, text| {
                let seen = text.intersect(clip).intersect(within).shrink(1.0);
                if seen.is_positive() && !words.job.text.trim().is_empty() {
                    lines.push((words.job.text.clone(), seen));
                }
            });
        }
        let others = |place: usize| lines.iter().skip(place + 1);
        let over = |(place, (words, at)): (usize, &(String, Rect))| {
            let met: Vec<_> = others(place).filter(|(_, other)| other.intersects(*at)).collect();
            met.into_iter().map(|(other, _)| (words.clone(), other.clone())).collect::<Vec<_>>()
        };
        lines.iter().enumerate().flat_map(over).collect()
    }

    /// The dialog that is open, where it does not fit the window.
    pub(crate) fn dialog_beyond_the_window(&self) -> Option<Rect> {
        let context = &self.harness.ctx;
        let layer = context.memory(egui::Memory::top_modal_layer)?;
        let area = context.memory(|memory| memory.area_rect(layer.id))?;
        (!context.content_rect().contains_rect(area)).then_some(area)
    }

    /// Whether this can be pressed as it stands: it is within the window, and nothing lies over it.
    pub(crate) fn is_in_reach(&self, label: &str) -> bool {
        let middle = self.rect_of(label).center();
        let top = self.harness.ctx.memory(egui::Memory::top_modal_layer);
        self.harness.ctx.content_rect().contains(middle) && self.harness.ctx.layer_id_at(middle) == top
    }

    /// The height of what is between a dialog's title and its buttons, and of the window around it.
    pub(crate) fn heights(&self, dialog: &str) -> (f32, f32) {
        let area = self.harness.ctx.memory(|memory| {
            let layer = memory.top_modal_layer().unwrap_or_else(|| panic!("{dialog} is open"));
            memory.area_rect(layer.id).unwrap_or_else(|| panic!("{dialog} is shown"))
        });
        (area.height(), self.harness.ctx.content_rect().height())
    }

    /// Presses a button of the mouse and lets it go within one frame, as a slow machine sees it.
    pub(crate) fn press_within_a_frame(&mut self, label: &str) {
        let pos = self.rect_of(label).center();
        let input = self.harness.input_mut();
        input.events.push(egui::Event::PointerMoved(pos));
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
            input.events.push(egui::Event::PointerButton { pos, button, pressed, modifiers });
        }
        self.harness.run();
    }

    /// Whether what goes by this name at this place is the topmost there.
    pub(crate) fn is_on_top(&self, below: &str, words: &str) -> bool {
        let field = self.rect_of(below);
        let offered: Vec<_> = self.harness.query_all_by_label(words).collect();
        let found = offered.iter().rfind(|node| field.x_range().contains(node.rect().center().x));
        let Some(item) = found else { return false };
        let layer = self.harness.ctx.layer_id_at(item.rect().center());
        layer.is_some() && layer != self.harness.ctx.memory(egui::Memory::top_modal_layer)
    }
}

/// What is scrolled may be cut above and below, but not at its sides.
fn sideways(clip: Rect) -> Rect {
    Rect::from_x_y_ranges(clip.left() - 1.0..=clip.right() + 1.0, f32::MIN..=f32::MAX)
}

pub(super) fn look(shape: &Shape, clip: Rect, found: &mut impl FnMut(&egui::Galley, Rect, Rect)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, clip, found)),
        Shape::Text(text) => found(&text.galley, clip, text.galley.rect.translate(text.pos.to_vec2())),
        _ => {}
    }
}

/// A line of words, and the grounds that were painted over parts of it.
struct Line {
    words: String,
    seen: Rect,
    grounds: Vec<Rect>,
}

impl Line {
    fn is_met_by(&self, other: Rect) -> bool {
        let common = self.seen.intersect(other);
        common.is_positive() && !self.grounds.iter().any(|ground| ground.contains_rect(common))
    }
}

/// The opaque rectangles of a shape: what was drawn before them is not seen there.
fn grounds(shape: &Shape, found: &mut impl FnMut(Rect)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| grounds(shape, found)),
        Shape::Rect(rect) if rect.fill.is_opaque() && rect.blur_width == 0.0 => found(rect.rect),
        _ => {}
    }
}

/// Every message without arguments, in this language.
fn own_words(language: tropa::model::Language) -> &'static BTreeSet<String> {
    static WORDS: [OnceLock<BTreeSet<String>>; 2] = [const { OnceLock::new() }; 2];
    let place = tropa::model::Language::ALL.iter().position(|it| *it == language).expect("a language");
    WORDS[place].get_or_init(|| read_words(language))
}

fn read_words(language: tropa::model::Language) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(language.tag());
    let files = std::fs::read_dir(folder).expect("the words").flatten();
    let lines = files.flat_map(|file| {
        let text = std::fs::read_to_string(file.path()).expect("text");
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let message = |line: String| {
        let (key, words) = line.split_once(" = ")?;
        let plain = !key.starts_with(['#', ' ']) && !words.contains('{') && !words.trim().is_empty();
        plain.then(|| words.trim().to_owned())
    };
    lines.filter_map(message).collect()
}
