//! The board: opportunities as cards that are dragged, or walked by Tab and moved by arrows; unrated ones wait at the left.
//!
//! What is on it is drawn from a scene ([`crate::present::board`]), so that an exported picture is the same.

mod card;
mod hold;
mod tray;

use std::sync::Arc;

use egui::{Align, Layout, Rect, Ui, pos2, vec2};

use self::hold::Held;
use super::bar::INSET;
use super::empty::teach_ui;
use super::filters::{self, Place};
use super::{LedgerAction, LedgerView};
use crate::analysis::ledger::{Item, Kind, Query, Rating, Table, Worth};
use crate::model::{Document, JourneyId, Language, Opportunity, OpportunityId, Subject};
use crate::present::{Board, BoardOptions, board_scene};
use crate::scene::text::Weight;
use crate::scene::{SceneCache, Size};
use crate::ui::action::Action;
use crate::ui::canvas::paint::paint_fragment;
use crate::ui::canvas::sink::{Detail, Sink};
use crate::ui::canvas::text::TextSize;
use crate::ui::context::ViewCtx;
use crate::ui::inspector::form::chip_ui;
use crate::ui::page::Page;
use crate::ui::picture::Pictures;
use crate::ui::widgets::{Look, button_ui, ink, rich};

const BAR: f32 = 52.0;

/// What the window remembers of the board.
#[derive(Default)]
pub struct BoardView {
    /// Whose value counts.
    pub worth: Worth,
    /// What is held by the pointer.
    held: Option<Held>,
    shapes: SceneCache,
    pictures: Pictures,
    cache: Option<Cache>,
}

impl std::fmt::Debug for BoardView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BoardView").field("worth", &self.worth).field("held", &self.held).finish_non_exhaustive()
    }
}

/// A board and what it was made from.
struct Cache {
    document: Document,
    journey: Option<JourneyId>,
    query: Query,
    options: BoardOptions,
    language: Language,
    laid: Arc<Laid>,
}

/// What is on the board, and what waits beside it.
struct Laid {
    /// Those that pass the filters, in the order of the list.
    opportunities: Vec<Arc<Opportunity>>,
    /// Those of them that are not rated yet.
    unrated: Vec<usize>,
    board: Board,
}

impl BoardView {
    /// Whether a card is held.
    pub(super) fn is_busy(&self) -> bool {
        self.held.is_some()
    }

    /// The board as it is now, made again only when something it rests on has changed.
    fn laid(&mut self, ctx: &ViewCtx<'_>, query: &Query, size: egui::Vec2) -> Arc<Laid> {
        let front = ctx.focus().and_then(|subject| match subject {
            Subject::Opportunity(id) => Some(id.clone()),
            _ => None,
        });
        let size = Size { width: size.x.round(), height: size.y.round() };
        let options = BoardOptions { theme: ctx.theme, size, scale: 1.0, worth: self.worth, front };
        let is_same = |cache: &Cache| {
            cache.options == options
                && cache.query == *query
                && cache.language == ctx.language()
                && cache.journey.as_ref() == ctx.journey_id()
                && super::state::has_same_lists(&cache.document, ctx.document)
        };
        if let Some(cache) = self.cache.as_ref().filter(|cache| is_same(cache)) {
            return Arc::clone(&cache.laid);
        }
        let opportunities = wanted(ctx, query);
        let rated = |index: &usize| {
            opportunities.get(*index).is_some_and(|it| Rating::of(it, options.worth).is_none())
        };
        let unrated = (0..opportunities.len()).filter(rated).collect();
        let board = board_scene(&opportunities, &options, ctx.texts, self.shapes.shaper());
        let laid = Arc::new(Laid { opportunities, unrated, board });
        self.cache = Some(Cache {
            document: ctx.document.clone(),
            journey: ctx.journey_id().cloned(),
            query: query.clone(),
            options,
            language: ctx.language(),
            laid: Arc::clone(&laid),
        });
        laid
    }
}

/// The opportunities that pass the filters, in the order of the list.
fn wanted(ctx: &ViewCtx<'_>, query: &Query) -> Vec<Arc<Opportunity>> {
    let table = Table::of(ctx.document, (Kind::Opportunities, ctx.journey_id()), query, None);
    let rows = table.wanted.iter().filter_map(|index| table.rows.get(*index));
    let opportunity = |item: &Item| match item {
        Item::Opportunity(it) => Some(Arc::clone(it)),
        Item::Barrier(_) | Item::Strength(_) => None,
    };
    rows.filter_map(|row| opportunity(&row.item)).collect()
}

/// Shows the board in place of the map.
pub(super) fn board_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView) {
    bar_ui(ui, ctx, &mut view.board);
    if ctx.document.opportunities.is_empty() {
        let keys = ("ledger-no-opportunities", "ledger-no-opportunities-text");
        if teach_ui(ui, ctx, keys, &ctx.text("ledger-add-opportunity")) {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(Kind::Opportunities))));
        }
        return;
    }
    filters::filters_ui(ui, ctx, (Kind::Opportunities, view.query_of(Kind::Opportunities)), Place::Board);
    let area = ui.available_rect_before_wrap();
    let tray = Rect::from_min_max(area.min, pos2(area.left() + tray::WIDTH, area.bottom()));
    let field = Rect::from_min_max(pos2(tray.right(), area.top()), area.max - vec2(8.0, 0.0));
    let query = view.query_of(Kind::Opportunities).clone();
    let board = &mut view.board;
    let laid = board.laid(ctx, &query, field.size());
    paint(ui, board, &laid, field);
    tray::tray_ui(ui, ctx, board, (&laid, tray));
    card::cards_ui(ui, ctx, board, (&laid, field));
    hold::follow(ui, ctx, board, (&laid, field, tray));
}

/// The name of the page, whose value counts, and what can be added.
fn bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, board: &mut BoardView) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, BAR), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(INSET);
        if button_ui(ui, ctx.theme, &ctx.text("ledger-add-opportunity"), Look::Primary).clicked() {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(Kind::Opportunities))));
        }
        if button_ui(ui, ctx.theme, &ctx.text("ledger-to-list"), Look::Plain).clicked() {
            ctx.push(Action::Ledger(Box::new(LedgerAction::ShowList(Kind::Opportunities))));
        }
        let left = ui.available_width();
        ui.allocate_ui_with_layout(vec2(left, BAR), Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(INSET);
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(rich(&ctx.text("board-title"), ink(Weight::SemiBold, 14.0, ctx.theme.ink)));
            ui.add_space(8.0);
            for worth in Worth::ALL {
                let name = ctx.text(worth_key(worth));
                if chip_ui(ui, ctx, &name, board.worth == worth).clicked() {
                    board.worth = worth;
                }
            }
        });
    });
}

fn worth_key(worth: Worth) -> &'static str {
    match worth {
        Worth::Both => "board-both",
        Worth::Customer => "board-customer",
        Worth::Business => "board-business",
    }
}

/// Draws what is on the board.
fn paint(ui: &Ui, board: &mut BoardView, laid: &Laid, field: Rect) {
    let painter = ui.painter_at(field.expand(8.0));
    let mut sink = Sink::new(&painter, Detail::Full);
    for fragment in &laid.board.scene.fragments {
        paint_fragment(&mut sink, (&mut board.pictures, TextSize::Exact), fragment, (field.min, 1.0));
    }
    sink.finish();
}

/// A rectangle of the picture on the screen.
fn on_screen(field: Rect, area: crate::scene::Rect) -> Rect {
    Rect::from_min_size(field.min + vec2(area.x, area.y), vec2(area.width, area.height))
}

/// Rates an opportunity.
fn rate(ctx: &ViewCtx<'_>, id: &OpportunityId, rating: Option<Rating>, worth: Worth) -> Option<crate::edit::Edit> {
    use crate::edit::EditLabel;
    use crate::edit::verbs::change_opportunities;
    let change = |it: &mut Opportunity| match rating {
        Some(rating) => rating.give(it, worth),
        None => Rating::take(it, worth),
    };
    // One that has just gone is rated by nobody.
    change_opportunities(ctx.document, std::slice::from_ref(id), EditLabel::Rate, change).ok()
}

/// "value 4 · effort 2", and of both where the mean of two values counts.
fn rating_words(ctx: &ViewCtx<'_>, rating: Rating) -> String {
    use crate::i18n::number::number;
    let value = number(rating.value(), usize::from(rating.value_halves % 2 == 1), ctx.language());
    ctx.texts.with("board-rating", &[("value", value.into()), ("effort", rating.effort.into())])
}
