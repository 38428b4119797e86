//! The board: opportunities as cards that are dragged, or walked by Tab and moved by arrows; unrated ones wait at the left.
//!
//! What is on it is drawn from a scene ([`crate::present::board`]), so that an exported picture is the same.

mod card;
mod hold;
mod tray;

use std::sync::Arc;

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use self::hold::Held;
use super::bar::{INSET, add_ui, worded};
use super::filters;
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
use crate::ui::dialogs::BoardPart;
use crate::ui::icon::IconName;
use crate::ui::page;
use crate::ui::picture::Pictures;
use crate::ui::teach::teach_ui;
use crate::ui::widgets::{Look, button_ui, icon_button_ui, ink, line, rich};

const BAR: f32 = 52.0;
/// The least height of the board, in which a card keeps a line of words.
const LEAST_HEIGHT: f32 = 400.0;

/// What the window remembers of the board.
#[derive(Default)]
pub struct BoardView {
    /// Whose value counts.
    pub worth: Worth,
    /// What is held by the pointer.
    held: Option<Held>,
    shapes: SceneCache,
    pictures: Pictures,
    listed: Option<ListedFrom>,
    drawn: Option<DrawnFrom>,
}

impl std::fmt::Debug for BoardView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BoardView").field("worth", &self.worth).field("held", &self.held).finish_non_exhaustive()
    }
}

/// What is on the board, and what waits beside it.
struct Listed {
    /// Those that pass the filters, in the order of the list.
    opportunities: Vec<Arc<Opportunity>>,
    /// Those of them that are not rated yet.
    unrated: Vec<usize>,
}

/// What was listed, and from what.
struct ListedFrom {
    document: Document,
    journey: Option<JourneyId>,
    query: Query,
    worth: Worth,
    listed: Arc<Listed>,
}

/// What was drawn, and from what.
struct DrawnFrom {
    listed: Arc<Listed>,
    options: BoardOptions,
    language: Language,
    board: Arc<Board>,
}

impl BoardView {
    /// Whether a card is held.
    pub(super) fn is_busy(&self) -> bool {
        self.held.is_some()
    }

    /// What stands on the board or waits beside it.
    pub(super) fn shown(&self) -> Vec<Subject> {
        let listed = self.listed.iter().flat_map(|from| &from.listed.opportunities);
        listed.map(|it| Subject::Opportunity(it.id.clone())).collect()
    }

    /// What stands on the board, looked up again only when something it rests on has changed.
    fn listed(&mut self, ctx: &ViewCtx<'_>, query: &Query) -> Arc<Listed> {
        let is_same = |from: &ListedFrom| {
            from.query == *query
                && from.worth == self.worth
                && from.journey.as_ref() == ctx.journey_id()
                && super::state::has_same_lists(&from.document, ctx.document)
        };
        if let Some(from) = self.listed.as_ref().filter(|from| is_same(from)) {
            return Arc::clone(&from.listed);
        }
        let opportunities = wanted(ctx, query);
        let waits = |(_, it): &(usize, &Arc<Opportunity>)| Rating::of(it, self.worth).is_none();
        let unrated = opportunities.iter().enumerate().filter(waits).map(|(index, _)| index).collect();
        let listed = Arc::new(Listed { opportunities, unrated });
        self.listed = Some(ListedFrom {
            document: ctx.document.clone(),
            journey: ctx.journey_id().cloned(),
            query: query.clone(),
            worth: self.worth,
            listed: Arc::clone(&listed),
        });
        listed
    }

    /// The board in this size, drawn again only when something it rests on has changed.
    fn drawn(&mut self, ctx: &ViewCtx<'_>, listed: &Arc<Listed>, size: egui::Vec2) -> Arc<Board> {
        let front = ctx.focus().and_then(|subject| match subject {
            Subject::Opportunity(id) => Some(id.clone()),
            _ => None,
        });
        let size = Size { width: size.x.round(), height: size.y.round() };
        let options = BoardOptions { theme: ctx.theme, size, scale: 1.0, worth: self.worth, front };
        let is_same = |from: &DrawnFrom| {
            Arc::ptr_eq(&from.listed, listed) && from.options == options && from.language == ctx.language()
        };
        if let Some(from) = self.drawn.as_ref().filter(|from| is_same(from)) {
            return Arc::clone(&from.board);
        }
        let board =
            Arc::new(board_scene(ctx.document, &listed.opportunities, &options, ctx.texts, self.shapes.shaper()));
        let (listed, language) = (Arc::clone(listed), ctx.language());
        self.drawn = Some(DrawnFrom { listed, options, language, board: Arc::clone(&board) });
        board
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
    bar_ui(ui, ctx, view);
    if ctx.document.opportunities.is_empty() {
        let keys = ("ledger-no-opportunities", "ledger-no-opportunities-text");
        if teach_ui(ui, ctx, (IconName::Idea, keys), &ctx.text("ledger-add-opportunity")) {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(Kind::Opportunities))));
        }
        return;
    }
    let mut worth = view.board.worth;
    pills_ui(ui, ctx, (&mut worth, view.query_of(Kind::Opportunities)));
    view.board.worth = worth;
    let seen = ui.available_size_before_wrap();
    let all = vec2(seen.x, seen.y.max(LEAST_HEIGHT));
    // In a low window the board keeps a height in which its cards can be read, and is scrolled.
    ScrollArea::vertical().id_salt("board").auto_shrink(false).show(ui, |ui| {
        let (area, _) = ui.allocate_exact_size(all, Sense::HOVER);
        field_ui(ui, ctx, view, area);
    });
}

/// Shows the board itself, and the tray of what is not rated beside it.
fn field_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView, area: Rect) {
    let query = view.query_of(Kind::Opportunities).clone();
    let board = &mut view.board;
    let listed = board.listed(ctx, &query);
    let tray = Rect::from_min_max(area.min, pos2(area.left() + tray::width(&listed), area.bottom()));
    let field = Rect::from_min_max(pos2(tray.right(), area.top()), area.max - vec2(6.0, 0.0));
    let drawn = board.drawn(ctx, &listed, field.size());
    let laid = Laid { listed: &listed, board: &drawn, field };
    paint(ui, board, &laid);
    page::stop_ui(ui, ctx, (ui.clip_rect(), &ctx.text("board-title")));
    tray::tray_ui(ui, ctx, board, (&listed, tray));
    card::cards_ui(ui, ctx, board, &laid);
    hold::follow(ui, ctx, board, (&laid, tray));
}

/// The board on the screen.
struct Laid<'a> {
    listed: &'a Listed,
    board: &'a Board,
    field: Rect,
}

impl Laid<'_> {
    /// A rectangle of the picture on the screen.
    fn on_screen(&self, area: crate::scene::Rect) -> Rect {
        Rect::from_min_size(self.field.min + vec2(area.x, area.y), vec2(area.width, area.height))
    }
}

/// The name of the page, and what can be done with all of it. Where that is too long, adding is an icon.
fn bar_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, view: &mut LedgerView) {
    let width = ui.available_width();
    let title = ink(Weight::SemiBold, 14.0, ctx.theme.ink);
    let words = line(ui.painter(), &ctx.text("board-title"), title, f32::INFINITY).size().x;
    let others = words + worded(ui, ctx, "ledger-to-list") + 40.0 + 2.0 * INSET;
    let says_add = others + worded(ui, ctx, "ledger-add-opportunity") <= width;
    ui.allocate_ui_with_layout(vec2(width, BAR), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(INSET);
        if add_ui(ui, ctx, "ledger-add-opportunity", says_add) {
            ctx.push(Action::Ledger(Box::new(LedgerAction::Add(Kind::Opportunities))));
        }
        if button_ui(ui, ctx.theme, &ctx.text("ledger-to-list"), Look::Plain).clicked() {
            ctx.push(Action::Ledger(Box::new(LedgerAction::ShowList(Kind::Opportunities))));
        }
        let ready = !ctx.document.opportunities.is_empty();
        ui.add_enabled_ui(ready, |ui| {
            if icon_button_ui(ui, ctx.theme, IconName::Export, &ctx.text("board-export")).clicked() {
                let shown = wanted(ctx, view.query_of(Kind::Opportunities));
                let opportunities = shown.iter().map(|it| it.id.clone()).collect();
                let board = BoardPart { opportunities, worth: view.board.worth };
                ctx.push(Action::Ledger(Box::new(LedgerAction::ExportBoard(board))));
            }
        });
        let left = ui.available_width();
        ui.allocate_ui_with_layout(vec2(left, BAR), Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(INSET);
            ui.add(egui::Label::new(rich(&ctx.text("board-title"), title)).truncate());
        });
    });
}

/// Whose value counts, and which opportunities are shown.
fn pills_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (worth, query): (&mut Worth, &mut Query)) {
    filters::pills_ui(ui, |ui| {
        let name = ctx.text("board-value");
        let what = ctx.text(worth_key(*worth)).to_lowercase();
        let words = ctx.texts.with("ledger-filter-is", &[("name", name.as_str().into()), ("what", what.into())]);
        let pill = filters::pill_ui(ui, ctx, (&name, &words), false);
        filters::menu(&pill).show(|ui| {
            for choice in Worth::ALL {
                if ui.radio(*worth == choice, ctx.text(worth_key(choice))).clicked() {
                    *worth = choice;
                }
            }
        });
        filters::search_ui(ui, ctx, query);
        filters::scope_ui(ui, ctx, query);
        filters::owners_ui(ui, ctx, query);
        filters::statuses_ui(ui, ctx, (Kind::Opportunities, query));
        filters::clear_ui(ui, ctx, query);
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
fn paint(ui: &Ui, board: &mut BoardView, laid: &Laid<'_>) {
    let painter = ui.painter_at(laid.field.expand(8.0));
    let mut sink = Sink::new(&painter, Detail::Full);
    for fragment in &laid.board.scene.fragments {
        paint_fragment(&mut sink, (&mut board.pictures, TextSize::Exact), fragment, (laid.field.min, 1.0));
    }
    sink.finish();
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
