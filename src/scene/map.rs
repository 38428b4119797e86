//! The map: title, stage headers and lanes of one journey, put together into a [`Scene`].

use std::sync::Arc;

use super::fragments::{Fragments, Part};
use super::geometry::{Point, Size, point, rect};
use super::grid::Grid;
use super::header;
use super::kept::{Ground, Kept, Same};
use super::lanes::{self, LaneBody};
use super::pen::{Pen, solid};
use super::shape::{Fragment, Plane, Scene};
use super::structure::Structure;
use super::style;
use super::text::Shaper;
use super::theme::{Theme, ThemeName};
use crate::i18n::{Texts, stage_name};
use crate::model::{Document, Journey, JourneyId, Lane, Persona, PersonaId, Stage};

/// What of a document is shown, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct MapOptions {
    /// Which journey.
    pub journey: JourneyId,
    /// In which colours.
    pub theme: ThemeName,
    /// Which lanes, in this order; `None`: as the journey says.
    pub lanes: Option<Vec<Lane>>,
    /// Whose expectation and gap are shown; `None`: the journey's first persona.
    pub persona: Option<PersonaId>,
    /// A lane that shows what it holds, with room to write in each of its cells, though the journey folds or hides it.
    pub opened: Option<Lane>,
    /// Whether empty cells invite to fill them (in the editor) or stay empty (in an export).
    pub invites: bool,
}

impl MapOptions {
    /// The journey as it is exported: light, with its own lanes, without invitations.
    pub fn new(journey: JourneyId) -> Self {
        Self { journey, theme: ThemeName::Light, lanes: None, persona: None, opened: None, invites: false }
    }
}

/// What is kept from one picture to the next: shaped text, what was drawn, and where everything stood.
#[derive(Default)]
pub struct SceneCache {
    shaper: Shaper,
    kept: Kept,
    structure: Option<Structure>,
}

impl SceneCache {
    /// What shapes text and remembers it.
    pub fn shaper(&mut self) -> &mut Shaper {
        &mut self.shaper
    }

    /// Where the touchpoints of the last picture stand.
    pub fn grid(&self) -> Option<&Grid> {
        self.structure.as_ref().map(|structure| &*structure.grid)
    }
}

impl std::fmt::Debug for SceneCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { shaper, kept: _, structure: _ } = self;
        write!(f, "SceneCache({shaper:?})")
    }
}

/// The picture so far, by plane: within its plane what was laid first is drawn first.
#[derive(Default)]
pub(super) struct Planes {
    /// What is being laid.
    open: [Vec<Arc<Fragment>>; 4],
    /// What was laid of the body.
    laid: Vec<Arc<Part>>,
}

impl Planes {
    /// Takes a fragment in.
    pub(super) fn put(&mut self, fragment: Arc<Fragment>) {
        if let Some(plane) = self.open.get_mut(fragment.plane as usize) {
            plane.push(fragment);
        }
    }

    /// Takes in what a thing has drawn in the body.
    pub(super) fn put_in_body<'f>(&mut self, fragments: impl Iterator<Item = &'f Arc<Fragment>>) {
        let [body, ..] = &mut self.open;
        body.extend(fragments.map(Arc::clone));
    }

    /// Takes in a part of the body.
    pub(super) fn put_part(&mut self, part: Arc<Part>) {
        let [body, ..] = &mut self.open;
        if !body.is_empty() {
            let open = std::mem::take(body);
            self.laid.push(Arc::new(open.into()));
        }
        if !part.is_empty() {
            self.laid.push(part);
        }
    }

    /// Begins a section; returns what is being laid around it.
    pub(super) fn begin_section(&mut self) -> Vec<Arc<Fragment>> {
        let [body, ..] = &mut self.open;
        std::mem::take(body)
    }

    /// Ends a section, which stands at this place.
    pub(super) fn end_section(&mut self, around: Vec<Arc<Fragment>>, at: Point) -> Arc<Part> {
        let [body, ..] = &mut self.open;
        let part = Arc::new(Part::new(Arc::new(std::mem::replace(body, around)), at));
        self.put_part(Arc::clone(&part));
        part
    }

    /// All of it in the order it is drawn, over this fragment.
    fn over(mut self, lowest: Option<Arc<Fragment>>) -> Fragments {
        let mut all: Fragments = lowest.into_iter().collect();
        self.put_part(Arc::new(Vec::new().into()));
        self.laid.into_iter().for_each(|part| all.push_part(part));
        self.open.into_iter().for_each(|open| all.extend(open));
        all
    }
}

/// What everything that draws a part of the map needs.
pub(super) struct Lay<'a> {
    pub(super) document: &'a Document,
    pub(super) journey: &'a Arc<Journey>,
    pub(super) options: &'a MapOptions,
    pub(super) theme: &'static Theme,
    pub(super) texts: &'static Texts,
    pub(super) structure: &'a Structure,
    pub(super) grid: Arc<Grid>,
    /// The journey's personas in its order, the shown one first.
    pub(super) personas: Vec<Arc<Persona>>,
    pub(super) shaper: &'a mut Shaper,
    pub(super) kept: &'a mut Kept,
    pub(super) out: Planes,
}

impl Lay<'_> {
    /// Takes a finished fragment into the picture.
    pub(super) fn put(&mut self, pen: Pen) {
        if let Some(fragment) = pen.finish() {
            self.out.put(fragment);
        }
    }
}

/// The picture of a journey. An unknown journey gives an empty picture.
pub fn map_scene(document: &Document, options: &MapOptions, cache: &mut SceneCache) -> Scene {
    let theme = Theme::of(options.theme);
    let Some(journey) = document.journeys.get(&options.journey) else {
        return empty(document, theme);
    };
    let SceneCache { shaper, kept, structure } = cache;
    let before = structure.take();
    let structure = structure.insert(match before {
        Some(before) => before.after(journey, &document.channels),
        None => Structure::of(journey, &document.channels),
    });
    let texts = Texts::of(document.info.language);
    let personas = personas(document, journey, options.persona.as_ref());
    kept.begin(Ground {
        theme: options.theme,
        language: document.info.language,
        journey: journey.id.clone(),
        stage_titles: Stage::ALL.map(|stage| stage_name(journey, stage, texts)),
        personas: personas.iter().map(Same::of).collect(),
        invites: options.invites,
    });
    kept.news.begin(document, &structure.grid);
    let grid = Arc::clone(&structure.grid);
    let out = Planes::default();
    let mut lay = Lay { document, journey, options, theme, texts, structure, grid, personas, shaper, kept, out };
    let header_top = header::title(&mut lay);
    let header_band = header::stages(&mut lay, header_top);
    let mut y = header_band.bottom();
    let lines_top = y;
    let lanes = options
        .lanes
        .clone()
        .unwrap_or_else(|| lanes::shown_with(document, journey, (options.invites, options.opened.as_ref())));
    for lane in lanes {
        y = lane_of(&mut lay, &lane, y);
    }
    let lowest = stage_lines(&lay, lines_top, y);
    let width = lay.grid.right + style::MARGIN;
    lay.kept.end();
    let fragments = lay.out.over(lowest);
    Scene {
        size: Size { width: width.ceil(), height: (y + style::BELOW_LANES).ceil() },
        background: theme.background,
        frozen: theme.background,
        lane_column_width: style::LANE_COLUMN,
        header_band,
        fragments,
        title: header::map_title(document, journey),
        language: document.info.language,
    }
}

/// Lays one lane from `top` and returns where the next one begins.
fn lane_of(lay: &mut Lay<'_>, lane: &Lane, top: f32) -> f32 {
    let mut line = Pen::body();
    line.segment(point(style::MARGIN, top), point(lay.grid.right, top), solid(lay.theme.line, 1.0));
    lay.put(line);
    let LaneBody { height, name_height } = lanes::lay(lay, lane, top);
    let wished = lay.journey.info.lanes.iter().find(|setting| setting.lane == *lane).and_then(|setting| setting.height);
    let wished = if lanes::is_folded(lay, lane) { None } else { wished };
    let height = height.max(name_height).max(wished.unwrap_or(0.0) as f32);
    top + height.ceil()
}

/// The lines between stages: everything else stands over them.
fn stage_lines(lay: &Lay<'_>, top: f32, bottom: f32) -> Option<Arc<Fragment>> {
    let mut pen = Pen::body();
    for pair in lay.grid.stages.windows(2) {
        let [left, _] = pair else { continue };
        let x = left.x + left.width + style::STAGE_GAP / 2.0;
        pen.segment(point(x, top), point(x, bottom), solid(lay.theme.line, 1.0));
    }
    pen.finish()
}

/// The journey's personas in its order (all, where it names none); the chosen one comes first.
pub fn personas(document: &Document, journey: &Journey, chosen: Option<&PersonaId>) -> Vec<Arc<Persona>> {
    let known = journey.info.personas.iter().filter_map(|id| document.personas.get(id));
    let mut personas: Vec<Arc<Persona>> = known.cloned().collect();
    if personas.is_empty() {
        personas = document.personas_in_order().into_iter().cloned().collect();
    }
    if let Some(place) = chosen.and_then(|chosen| personas.iter().position(|persona| persona.id == *chosen)) {
        let chosen = personas.remove(place);
        personas.insert(0, chosen);
    }
    personas
}

fn empty(document: &Document, theme: &Theme) -> Scene {
    Scene {
        size: Size { width: 960.0, height: 240.0 },
        background: theme.background,
        frozen: theme.background,
        lane_column_width: style::LANE_COLUMN,
        header_band: rect(0.0, 0.0, 960.0, 0.0),
        fragments: Fragments::default(),
        title: document.info.title.clone(),
        language: document.info.language,
    }
}

/// The lanes' names stay at the left when the body moves.
pub(super) const LANE_PLANE: Plane = Plane::LaneColumn;
